import { LAYERS } from '../../../pkg/marks.js';
import { COLOURS, colour } from './colours.js';

/** The looks of the layers, each in its colour for light or dark. */
export const LOOKS = /** @type {typeof LAYERS} */ (
  Object.fromEntries(
    Object.entries(LAYERS).map(([layer, look]) => [
      layer,
      look.replace(/var\(--wiremark-([a-z-]+)[^)]*\)/g, (found, name) => (name in COLOURS ? colour(name) : found)),
    ]),
  )
);

const BASE = ['paper', 'card', 'ink', 'soft', 'rule', 'accent', 'warning', 'warning-paper'];

const SWATCHES = Object.entries(LOOKS).map(([layer, look]) => `.swatch.${layer} { ${look} }`);

/** What desk and panels have in common: colours, type, buttons. The page's own sheets, which hold before any script, say the
 * same: a test sees to it. */
export const HOST = `
:host {
${BASE.map((name) => `  --${name}: ${colour(name)};`).join('\n')}
  --serif: var(--wiremark-serif, "Iowan Old Style", Charter, "Source Serif 4", Georgia, "Noto Serif", "DejaVu Serif", serif);
  --sans: var(--wiremark-sans, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif);

  container-type: inline-size;
  display: block;
  box-sizing: border-box;
  background: var(--paper);
  color: var(--ink);
  font: 0.875rem / 1.45 var(--sans);
}

:host([hidden]) {
  display: none;
}

h2,
p {
  margin: 0;
}

[hidden] {
  display: none !important;
}

button,
.pane-button {
  padding: 0.2rem 0.65rem;
  border: 1px solid var(--rule);
  border-radius: 4px;
  background: var(--card);
  color: inherit;
  font: inherit;
  cursor: pointer;
}

button:hover:enabled {
  border-color: var(--soft);
}

button[aria-pressed="true"] {
  border-color: var(--ink);
  box-shadow: inset 0 0 0 1px var(--ink);
}

button:disabled {
  color: var(--soft);
  cursor: default;
  opacity: 0.6;
}

:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 1px;
}

.hint,
.letter {
  color: var(--soft);
}

.letter {
  font: italic 1rem / 1 var(--serif);
}

.visually-hidden {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  margin: -1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}

.swatch {
  padding-inline: 0.2em;
  forced-color-adjust: none;
  text-underline-offset: 0.15em;
}

${SWATCHES.join('\n')}
`;
