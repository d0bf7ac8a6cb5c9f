import { colour } from './colours.js';

/** The findings: what differs, version under version. */
export const FINDINGS = `
.findings {
  margin: 0;
  padding: 0;
  list-style: none;
}

.finding {
  padding-block: 0.35rem;
}

.finding + .finding {
  border-block-start: 1px solid var(--rule);
}

.finding-head {
  display: flex;
  align-items: baseline;
  justify-content: space-between;
  gap: 0.5rem;
}

.finding-head label {
  color: var(--soft);
}

.finding-head b {
  color: var(--ink);
  font-weight: 600;
}

.finding button {
  padding: 0 0.35rem;
  border-color: transparent;
  background: none;
  font-size: 0.8125rem;
}

.finding .version {
  display: flex;
  gap: 0.4rem;
  inline-size: 100%;
  padding: 0.1rem 0.2rem;
  font-size: inherit;
  text-align: start;
}

.finding .version:hover {
  background: color-mix(in srgb, var(--ink) 6%, transparent);
}

.finding q,
.finding p {
  font-family: var(--serif);
  quotes: none;
}

.finding mark {
  background: ${colour('edited')};
  color: inherit;
}

/* Done with, and still there to read. */
.finding.ticked .version,
.finding.ticked p {
  display: none;
}

.finding.ticked b {
  color: var(--soft);
  font-weight: 400;
  text-decoration: line-through;
}
`;
