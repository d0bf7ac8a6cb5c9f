/**
 * Lets files be dropped anywhere on the page. Dropped text and HTML are left to the textarea, which takes them as text.
 *
 * @param {(files: File[], target: Element | null) => void} dropped
 */
export function acceptFiles(dropped) {
  /** @type {Element | null} */
  let marked = null;
  /** @param {Element | null} pane */
  const mark = (pane) => {
    if (pane === marked) return;
    marked?.classList.remove('drop-target');
    pane?.classList.add('drop-target');
    marked = pane;
  };
  addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    mark(paneUnder(event));
  });
  addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) mark(null);
  });
  addEventListener('drop', (event) => {
    mark(null);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    dropped(files, paneUnder(event));
  });
}

/** @param {Event} event */
function paneUnder(event) {
  return event.target instanceof Element ? event.target.closest('.pane') : null;
}
