import { COLOURS } from './colours.js';

/** Every colour once more. Chromium lets a highlight keep its colours under forced colours only where they are set beside
 * `forced-color-adjust`: what it takes from further up is forced already. */
const AGAIN = Object.entries(COLOURS).map(([name, [light, dark]]) => `--wiremark-${name}: light-dark(${light}, ${dark});`).join(' ');

/** One article: the textarea, and behind it in the same grid cell the mirror that is painted. Both must break every line
 * at the same place, so everything that has a say in that is set for both at once. */
export const PANE = `
.pane {
  container-type: inline-size;
  display: flex;
  flex-direction: column;
  min-inline-size: 0;
  min-block-size: 0;
  border: 1px solid var(--rule);
  border-radius: 3px;
  background: var(--card);
}

.pane:focus-within {
  border-color: var(--accent);
}

/* A text shows its focus by the frame of its pane, which forced colours leave standing. */
.pane:has(textarea:focus) {
  outline: 2px solid var(--accent);
  outline-offset: -2px;
}

.pane.drop-target {
  outline: 2px dashed var(--accent);
  outline-offset: -4px;
}

/* Two other articles are shown alone. */
.pane.aside {
  background: var(--paper);
}

.pane.aside :is(textarea, .pane-name) {
  color: var(--soft);
}

.pane-head {
  display: flex;
  align-items: center;
  gap: 0.3rem;
  padding: 0.3rem 0.35rem 0.3rem 0.6rem;
  border-block-end: 1px solid var(--rule);
}

.letter {
  color: var(--soft);
  font: italic 1rem / 1 var(--serif);
}

.pane-name {
  flex: 1 1 4rem;
  min-inline-size: 0;
  padding: 0.1rem 0.25rem;
  border: 0;
  border-radius: 2px;
  background: none;
  color: inherit;
  font: 600 0.95rem / 1.3 var(--serif);
  text-overflow: ellipsis;
}

.pane-name::placeholder,
.pane textarea::placeholder {
  color: var(--soft);
  opacity: 1;
}

.pane-length {
  flex: none;
  color: var(--soft);
  font-size: 0.75rem;
  font-variant-numeric: tabular-nums;
}

.pane-button {
  flex: none;
  padding: 0.2rem;
  border-color: transparent;
  background: none;
  color: var(--soft);
  line-height: 0;
}

.pane-head {
  position: relative;
}

.pane-menu {
  position: absolute;
  inset-block-start: 100%;
  inset-inline-end: 0.3rem;
  z-index: 3;
  display: flex;
  flex-direction: column;
  padding: 0.2rem;
  border: 1px solid var(--soft);
  border-radius: 4px;
  background: var(--card);
}

.pane-menu[hidden] {
  display: none;
}

.pane-menu button {
  border-color: transparent;
  background: none;
  text-align: start;
}

.pane-button.more svg {
  stroke-width: 2;
  stroke-linecap: round;
}

/* Collapsed, a pane is its name, which shows it again. */
.expand {
  display: none;
  block-size: 100%;
  padding: 0.4rem 0.6rem;
  border: 0;
  background: none;
  font: 600 0.95rem / 1.3 var(--serif);
  text-align: start;
}

.pane.collapsed {
  background: var(--paper);
}

.pane.collapsed > :not(.expand) {
  display: none;
}

.pane.collapsed > .expand {
  display: block;
}

.pane-button svg {
  display: block;
  inline-size: 1rem;
  fill: none;
  stroke: currentcolor;
  stroke-width: 1.3;
}

@container (inline-size < 20rem) {
  .pane-length .unit {
    display: none;
  }
}

.pane-button:focus-within {
  outline: 2px solid var(--accent);
}

.pane-note {
  padding: 0.4rem 0.75rem;
  background: var(--warning-paper);
  color: var(--warning);
}

.pane-body {
  display: flex;
  flex: 1 1 0;
  min-block-size: 0;
}

.pane-scroll {
  display: grid;
  /* Not auto: that would lay a long text out twice more, to find out how wide it would like to be. */
  grid-template-columns: minmax(0, 1fr);
  flex: 1 1 0;
  min-block-size: 0;
  overflow: auto;
  overscroll-behavior: contain;
  scrollbar-width: thin;
  scrollbar-color: var(--rule) transparent;
}

.mirror,
.pane textarea {
  grid-area: 1 / 1;
  box-sizing: border-box;
  inline-size: 100%;
  min-inline-size: 0;
  margin: 0;
  padding: 0.6rem 0.8rem 1.2rem;
  border: 0;
  font: 400 0.9375rem / 1.6 var(--serif);
  font-kerning: auto;
  letter-spacing: normal;
  word-spacing: normal;
  text-align: start;
  text-indent: 0;
  text-transform: none;
  text-rendering: auto;
  white-space: pre-wrap;
  overflow-wrap: break-word;
  word-break: normal;
  line-break: auto;
  hyphens: manual;
  tab-size: 8;
}

.desk:is([data-count="2"], [data-count="3"]) :is(.mirror, textarea) {
  font-size: 1.0625rem;
}

.mirror {
  color: transparent;
  pointer-events: none;
  user-select: none;
}

.mirror p {
  min-block-size: 1lh;
  unicode-bidi: plaintext;
  text-underline-offset: 0.15em;
}

.pane textarea {
  /* Above the mirror, also where its blocks are painted as a layer of their own. */
  position: relative;
  /* As high as its text: the mirror of a long one takes a while to know. */
  field-sizing: content;
  /* Each line has its own direction. By dir="auto", Chromium reads the whole text again at each of its lines: a minute for
     ten megabytes. */
  unicode-bidi: plaintext;
  overflow: hidden;
  resize: none;
  border-radius: 0;
  outline: none;
  background: transparent;
  color: var(--ink);
  caret-color: var(--accent);
}

/* Without a mirror nothing sizes the textarea, so it scrolls by itself. */
.pane.paused .mirror {
  display: none;
}

.pane.paused textarea {
  /* What scrolls by itself need not grow with its text. */
  field-sizing: fixed;
  overflow: auto;
  /* With plaintext Chromium lays a line of a megabyte out fifteen times more slowly. */
  unicode-bidi: normal;
}

.pane.paused .pane-scroll {
  overflow: hidden;
  grid-template-rows: 100%;
}

/* The colours of the kinds stay, over the text's own: which is shared cannot be told otherwise. */
@media (forced-colors: active) {
  .mirror,
  .pane textarea {
    forced-color-adjust: none;
  }

  .mirror {
    ${AGAIN}
  }

  .pane textarea {
    color: CanvasText;
    caret-color: CanvasText;
  }
}

/* On paper the mirror is the text: a textarea would be cut off at the end of a page. */
@media print {
  .pane,
  .pane-body,
  .pane-scroll {
    display: block;
    overflow: visible;
  }

  .pane:not(.paused) textarea,
  .pane-button,
  .pane-menu {
    display: none;
  }

  .mirror {
    color: inherit;
    print-color-adjust: exact;
  }
}
`;
