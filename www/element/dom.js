/**
 * Makes an element.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean | ((event: Event) => void)>} [attributes] A function listens to the
 *   event of that name; true sets an attribute without a value, false leaves it out.
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (value !== false) made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children);
  return made;
}

/**
 * What has the focus, in the document or the shadow root that an element stands in.
 *
 * @param {Element} place
 * @returns {Element | null}
 */
export function focusedBeside(place) {
  const root = place.getRootNode();
  return root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
}

/**
 * Makes the content of an element anew, and gives the focus back to the control that had it: the keyboard must not lose
 * its place when a list is made anew.
 *
 * @param {HTMLElement} place Its controls say in `data-control` what stays the same about them.
 * @param {() => void} make
 */
export function remade(place, make) {
  const active = focusedBeside(place);
  const control = active instanceof HTMLElement && place.contains(active) ? active.dataset.control : undefined;
  make();
  if (!control) return;
  // Where the control is gone, its list keeps the focus.
  const again = place.querySelector(`[data-control="${CSS.escape(control)}"]`) ?? place;
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
}
