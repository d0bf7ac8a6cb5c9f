import { colour } from './colours.js';

/** The slim bar beside a text. Its colours are those of the text's highlights, deepened: here they are only a few pixels. */
export const OVERVIEW = `
.overview {
  --overview-verbatim: ${colour('lit-verbatim')};
  --overview-edited: ${colour('lit-edited')};
  --overview-rewritten: ${colour('lit-rewritten')};
  --overview-unique: ${colour('overview-only')};
  --overview-boilerplate: var(--rule);
  --overview-quote-change: ${colour('quote-change')};
  --overview-number-difference: ${colour('number-difference')};

  position: relative;
  flex: none;
  inline-size: 1rem;
  border-inline-start: 1px solid var(--rule);
  cursor: pointer;
  touch-action: none;
}

.overview canvas {
  position: absolute;
  inset: 0;
  display: block;
  inline-size: 100%;
  block-size: 100%;
}

.overview-view {
  position: absolute;
  inset-inline: 0;
  box-sizing: border-box;
  min-block-size: 4px;
  border: 1px solid var(--soft);
  background: color-mix(in srgb, var(--ink) 7%, transparent);
  pointer-events: none;
}

.pane.paused .overview {
  visibility: hidden;
}

@media (forced-colors: active) {
  .overview {
    --overview-verbatim: Highlight;
    --overview-edited: Highlight;
    --overview-rewritten: Highlight;
    --overview-unique: LinkText;
    --overview-boilerplate: GrayText;
    --overview-quote-change: CanvasText;
    --overview-number-difference: CanvasText;
  }
}

@media print {
  .overview {
    display: none;
  }
}
`;
