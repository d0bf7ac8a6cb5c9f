import { colour } from './colours.js';

/** The tables and lists of the panels. */
export const LISTS = `
.panel table {
  inline-size: 100%;
  border-collapse: collapse;
  font-variant-numeric: tabular-nums;
}

.panel thead th {
  position: sticky;
  inset-block-start: -0.3rem;
  z-index: 1;
  background: var(--paper);
  color: var(--soft);
  font-size: 0.75rem;
  font-weight: 500;
}

.panel th,
.panel td {
  padding: 0.1rem 0.3rem;
  text-align: center;
}

.panel th:first-child {
  text-align: start;
}

.panel td button,
.panel th button {
  padding: 0 0.35rem;
  border-color: transparent;
  background: none;
  text-align: start;
  font-weight: inherit;
}

.panel tbody tr:hover {
  background: color-mix(in srgb, var(--ink) 6%, transparent);
}

.panel tbody th {
  font-weight: 500;
  /* A long name is broken before the table is scrolled. */
  overflow-wrap: anywhere;
}

.panel .kind {
  padding-block-start: 0.5rem;
  color: var(--soft);
  font: italic 0.9rem / 1.3 var(--serif);
  text-decoration: underline 2px;
  text-underline-offset: 0.2em;
}

.panel .kind.person { text-decoration-color: ${colour('person')}; }
.panel .kind.organisation { text-decoration-color: ${colour('organisation')}; }
.panel .kind.place { text-decoration-color: ${colour('place')}; }
.panel .kind { text-decoration-color: ${colour('name')}; }

.panel .kind.date,
.panel .kind.figure { text-decoration: underline 1px dashed ${colour('figure')}; }

.panel .value {
  color: var(--soft);
  font-size: 0.75rem;
}

/* Only this article names it: the tint of what stands only here. */
.panel .alone {
  background: ${colour('unique')};
}

.panel .missing,
.panel .same {
  color: var(--soft);
}

/* The names take the room that the figures leave, and are cut short where it is little. */
.coverage th:first-child {
  inline-size: 100%;
  min-inline-size: 4rem;
  max-inline-size: 0;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
}

/* The bar along the foot: verbatim, edited, rewritten. */
.coverage .share {
  background:
    linear-gradient(
        to right,
        ${colour('lit-verbatim')} calc(var(--verbatim) * 100%),
        ${colour('lit-edited')} 0 calc((var(--verbatim) + var(--edited)) * 100%),
        ${colour('lit-rewritten')} 0 calc((var(--verbatim) + var(--edited) + var(--rewritten)) * 100%),
        transparent 0
      )
      0 100% / 100% 3px no-repeat,
    color-mix(in srgb, ${colour('share-deep')} calc(var(--share) * 100%), transparent);
}

.coverage td {
  min-inline-size: 2.5rem;
  padding: 0.3rem 0;
  border: 2px solid var(--paper);
}

.coverage td.share:has(button) {
  padding: 0;
}

.panel .coverage .share button {
  inline-size: 100%;
  padding: 0.25rem 0.1rem;
  text-align: center;
}

.panel .coverage .share button:hover {
  border-color: var(--soft);
}

.panel .coverage .share button[aria-pressed="true"] {
  border-color: var(--ink);
  font-weight: 700;
}

.passages {
  margin: 0;
  padding: 0;
  list-style: none;
}

.passages li + li {
  border-block-start: 1px solid var(--rule);
}

.passages button {
  display: block;
  inline-size: 100%;
  padding: 0.3rem 0.2rem;
  border-color: transparent;
  background: none;
  text-align: start;
}

.passages .between {
  display: block;
  color: var(--soft);
  font-size: 0.75rem;
}

.passages .swatch {
  color: var(--ink);
}

.passages q {
  display: block;
  font-family: var(--serif);
  quotes: none;
}

.unsure {
  margin-inline-start: 0.3em;
  color: var(--soft);
  cursor: help;
}
`;
