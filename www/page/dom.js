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
