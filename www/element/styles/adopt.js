/** @type {Map<string, CSSStyleSheet>} One for each text, whoever uses it. */
const made = new Map();

/**
 * Lets style sheets hold in a document or a shadow root. They are constructed, which the strictest policy allows.
 *
 * @param {Document | ShadowRoot} root
 * @param {...string} styles
 */
export function adopt(root, ...styles) {
  for (const style of styles) {
    let sheet = made.get(style);
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      made.set(style, sheet);
    }
    root.adoptedStyleSheets.push(sheet);
  }
}
