/**
 * Importing this module defines `<wiremark-desk>` and `<wiremark-panel>`, once. Nothing else in the package does anything
 * when it is imported.
 *
 * @module wiremark/element
 */

import { WiremarkDesk } from './desk-element.js';
import { WiremarkPanel } from './panel-element.js';

export { WiremarkDesk, WiremarkPanel };

for (const [name, type] of /** @type {const} */ ([['wiremark-desk', WiremarkDesk], ['wiremark-panel', WiremarkPanel]])) {
  // There is no registry where a server renders; and another copy of the package may have been there first.
  if (globalThis.customElements && !customElements.get(name)) customElements.define(name, type);
}
