/** How `custom-elements.json` is made from what the comments say: what is private, or of our own page, stays out of it. */

/** @typedef {{ name: string, privacy?: string }} Named */

/** What the elements need from a browser and nobody calls. */
const CALLBACKS = /Callback$|^formAssociated$/;

const tidied = {
  name: 'tidied',
  /** @param {{ customElementsManifest: { modules: any[] } }} made */
  packageLinkPhase({ customElementsManifest: manifest }) {
    manifest.modules = manifest.modules.filter(({ path }) => !path.endsWith('host-element.js'));
    for (const module of manifest.modules) {
      shipped(module);
      for (const declaration of module.declarations) {
        declaration.superclass = { name: 'HTMLElement', package: 'global:' };
        declaration.members = declaration.members.filter(
          (/** @type {Named} */ { name, privacy }) => privacy !== 'private' && !CALLBACKS.test(name),
        );
        declaration.events = declaration.events.filter((/** @type {{ description?: string }} */ { description }) => description);
      }
      module.exports = module.exports.filter((/** @type {{ kind: string }} */ { kind }) => kind === 'js');
    }
    const index = manifest.modules.find(({ path }) => path === 'element/index.js');
    for (const { path, declarations } of manifest.modules) {
      for (const { name, tagName } of declarations) {
        index.exports.push({ kind: 'custom-element-definition', name: tagName, declaration: { name, module: path } });
      }
    }
  },
};

/**
 * Names every module as the package has it.
 * @param {any} part
 */
function shipped(part) {
  for (const [key, value] of Object.entries(part)) {
    if ((key === 'path' || key === 'module') && typeof value === 'string') part[key] = value.replace(/^\/?www\//, '');
    else if (value && typeof value === 'object') shipped(value);
  }
}

export default {
  globs: ['www/element/*-element.js', 'www/element/index.js'],
  outdir: 'pkg',
  packagejson: false,
  plugins: [tidied],
};
