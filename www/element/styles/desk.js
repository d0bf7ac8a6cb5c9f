/** How the panes of `<wiremark-desk>` stand: in a row where there is room, else one below the other. */
export const DESK = `
:host {
  display: flex;
  flex-direction: column;
}

.desk {
  display: flex;
  flex: 1 1 26rem;
  gap: 0.75rem;
  min-block-size: 12rem;
  overflow-x: auto;
}

.desk > .pane {
  flex: 1 1 14rem;
  min-inline-size: 12rem;
}

.desk > .pane.collapsed {
  flex: 0 0 2.3rem;
  min-inline-size: 0;
}

.desk > .pane.collapsed > .expand {
  overflow: hidden;
  padding: 0.6rem 0.3rem;
  writing-mode: vertical-rl;
}

.foot {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.2rem 1rem;
  min-block-size: 1.9rem;
  padding-block: 0.4rem 0;
}

.status {
  color: var(--soft);
  font-size: 0.8125rem;
}

.status.failed {
  color: var(--warning);
}

:host(:is([readonly], :disabled)) :is(.more, .remove, .add) {
  display: none;
}

@container (inline-size < 40rem) {
  .desk {
    flex-direction: column;
    flex-basis: auto;
  }

  .desk > .pane {
    flex: none;
    block-size: 18rem;
  }

  .desk > .pane.collapsed {
    flex: none;
    block-size: auto;
  }

  .desk > .pane.collapsed > .expand {
    padding: 0.4rem 0.6rem;
    writing-mode: horizontal-tb;
  }
}
`;
