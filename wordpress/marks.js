/**
 * The draft, marked and compared.
 *
 * @typedef {import('../pkg/index.js').Core} Core
 * @typedef {import('./sidebar.js').Reference} Reference
 *
 * @typedef {object} Marks What is known of the draft as it is now.
 * @property {import('../pkg/contract.js').Report} report
 * @property {number} draft The index of the draft in the report; the references stand before it.
 * @property {string} text The draft as plain text, a line for every block.
 * @property {ReturnType<typeof attach>} attachment
 */

import { load } from '../pkg/index.js';
import { attach } from '../pkg/marks.js';
import { layersFor } from './colours.js';
import { sidebar } from './words/index.js';

const { useEffect, useState } = wp.element;

/**
 * The analysis in a Worker of its own, while the sidebar is open.
 *
 * @returns {{ core?: Core, problem?: string }}
 */
export function useCore() {
  const [opened, setOpened] = useState(/** @type {{ core?: Core, problem?: string }} */ ({}));
  useEffect(() => {
    const closed = new AbortController();
    const { signal } = closed;
    load({ worker: true, model: true, signal }).then(
      (core) => {
        signal.addEventListener('abort', () => core.dispose());
        setOpened({ core });
      },
      ({ message }) => signal.aborted || setOpened({ problem: message }),
    );
    return () => closed.abort();
  }, []);
  return opened;
}

/**
 * Marks the draft as long as there is one on show.
 *
 * @param {Core | undefined} core
 * @param {HTMLElement | null} canvas
 * @param {Reference[]} references
 * @returns {Marks | null}
 */
export function useMarks(core, canvas, references) {
  const [marks, setMarks] = useState(/** @type {Marks | null} */ (null));
  useEffect(() => {
    if (!core || !canvas) return;
    const attachment = attach(canvas, {
      name: sidebar.draft,
      references,
      layers: layersFor(canvas),
      onreport: (report, draft) => setMarks({ report, draft, text: attachment.text, attachment }),
    });
    return () => {
      attachment.detach();
      setMarks(null);
    };
  }, [core, canvas, references]);
  return marks;
}

/**
 * Goes to the block in which a span of the draft begins.
 *
 * @param {Marks} marks
 * @param {import('../pkg/contract.js').Span} span
 */
export function show({ attachment }, span) {
  const node = attachment.rangeOf(span)?.startContainer;
  // A frame has an Element of its own.
  const element = /** @type {Element | null | undefined} */ (node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement);
  const block = /** @type {HTMLElement | null | undefined} */ (element?.closest('[data-block]'));
  if (!block) return;
  wp.data.dispatch('core/block-editor').selectBlock(block.dataset.block);
  block.scrollIntoView({ block: 'center' });
}
