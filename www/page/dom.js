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
 * The element that index.html has under this selector.
 *
 * @template {Element} Type
 * @param {string} selector
 * @param {{ new (): Type }} type
 * @param {ParentNode} [root]
 * @returns {Type}
 * @throws {Error} When there is none, or when it is of another type.
 */
export function find(selector, type, root = document) {
  const found = root.querySelector(selector);
  if (found instanceof type) return found;
  throw new Error(`index.html has no ${type.name} under "${selector}"`);
}

/**
 * Makes the content of an element anew, and gives the focus back to the control that had it: the keyboard must not lose
 * its place when a list is made anew.
 *
 * @param {HTMLElement} place Its controls say in `data-control` what stays the same about them.
 * @param {() => void} make
 */
export function remade(place, make) {
  const active = document.activeElement;
  const control = active instanceof HTMLElement && place.contains(active) ? active.dataset.control : undefined;
  make();
  if (!control) return;
  const again = place.querySelector(`[data-control="${CSS.escape(control)}"]`);
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
}
