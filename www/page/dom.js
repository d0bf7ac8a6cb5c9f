export { element, remade } from '../element/dom.js';

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
