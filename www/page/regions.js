/**
 * F6 goes from one region of the page to the next, Shift+F6 back, as in office programs and browsers: with the Tab key
 * alone a list of a hundred passages would lie in the way.
 *
 * @param {() => HTMLElement[]} regions What takes the focus in each region, in order.
 */
export function walkRegions(regions) {
  addEventListener('keydown', (event) => {
    if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
    const all = regions().filter((region) => region.isConnected);
    const active = document.activeElement;
    // Inside a list the focus is on a button of it: the region is the last one that does not come after it.
    const here = all.findLastIndex((region) => region === active || (active && comesAfter(active, region)));
    const next = all[(here + (event.shiftKey ? all.length - (here < 0 ? 0 : 1) : 1)) % all.length];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

/**
 * @param {Element} element
 * @param {Element} other
 */
function comesAfter(element, other) {
  return (other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
