/** Where the blocks of the draft stand: in the page, or in a frame of it, which newer versions and previews use. */

const { useEffect, useState } = wp.element;

/** The blocks of the post, without its title. */
const BLOCKS = '.is-root-container';

const FRAME = 'iframe[name="editor-canvas"]';

/** @returns {HTMLElement | null} Nothing while the code of the post is shown, or before a frame has its blocks. */
export function findCanvas() {
  const frame = /** @type {HTMLIFrameElement | null} */ (document.querySelector(FRAME));
  const page = frame ? frame.contentDocument : document;
  return /** @type {HTMLElement | null} */ (page?.querySelector(BLOCKS) ?? null);
}

/**
 * The canvas as it is now, when another takes its place too: a preview for another device, the code editor and back.
 *
 * @returns {HTMLElement | null}
 */
export function useCanvas() {
  const [canvas, setCanvas] = useState(findCanvas);
  useEffect(() => {
    let asked = 0;
    const look = () => {
      const found = findCanvas();
      setCanvas(() => found);
      // No state changes when a frame has loaded, or when the blocks are drawn after the state is.
      asked = found?.isConnected ? 0 : requestAnimationFrame(look);
    };
    const lookSoon = () => {
      asked ||= requestAnimationFrame(look);
    };
    const unsubscribe = wp.data.subscribe(lookSoon);
    look();
    return () => {
      unsubscribe();
      cancelAnimationFrame(asked);
    };
  }, []);
  return canvas;
}
