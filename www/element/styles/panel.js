/** The frame of `<wiremark-panel>`; what is listed in it has styles of its own. */
export const PANEL = `
:host {
  display: flex;
  flex-direction: column;
}

.panel {
  display: flex;
  flex: 1 1 auto;
  flex-direction: column;
  min-block-size: 0;
}

.panel > header {
  display: flex;
  align-items: baseline;
  padding-block-end: 0.25rem;
  border-block-end: 1px solid var(--ink);
}

h2 {
  flex: 1;
  font: 700 1rem / 1.3 var(--serif);
}

.search {
  box-sizing: border-box;
  inline-size: 100%;
  margin-block-start: 0.3rem;
  padding: 0.1rem 0.4rem;
  border: 1px solid var(--rule);
  border-radius: 4px;
  background: var(--paper);
  color: inherit;
  font: inherit;
  font-size: 0.8125rem;
}

.search::placeholder {
  color: var(--soft);
  opacity: 1;
}

.list {
  /* What is hidden from the eye in it scrolls with it, instead of making the page longer. */
  position: relative;
  flex: 1 1 auto;
  min-block-size: 3rem;
  overflow: auto;
  padding-block-start: 0.3rem;
  scrollbar-width: thin;
  scrollbar-color: var(--rule) transparent;
}

/* On paper: all of the list, and nothing to press. */
@media print {
  :host,
  .panel,
  .list {
    display: block;
    max-block-size: none;
    overflow: visible;
  }

  .search,
  .finding-head button {
    display: none;
  }
}
`;
