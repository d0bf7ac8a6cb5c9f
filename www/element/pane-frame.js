/** The elements of a pane, made by code: a shadow root has no template of the page's at hand. */

import { element } from './dom.js';

const SVG = 'http://www.w3.org/2000/svg';

const FILES =
  '.txt,.md,.text,.markdown,.html,.htm,.docx,text/plain,text/markdown,text/html,application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * @typedef {ReturnType<typeof paneFrame>} PaneFrame
 */

/** @param {boolean} opensFiles Whether it has a control to open files with. */
export function paneFrame(opensFiles) {
  const name = element('input', { class: 'pane-name', part: 'name', type: 'text', maxlength: 60, autocomplete: 'off', spellcheck: 'false' });
  const badge = element('span', { class: 'letter', 'aria-hidden': 'true' });
  const length = element('span', { class: 'pane-length' });
  const files = element('input', { class: 'visually-hidden', type: 'file', multiple: true, accept: FILES });
  const open = element('label', { class: 'pane-button open' }, files, icon('M1.5 13V3.5h4l1.5 2h7V13z'));
  const more = element('button', { type: 'button', class: 'pane-button more', 'aria-expanded': 'false' }, icon('M3 8h.01M8 8h.01M13 8h.01'));
  const remove = element('button', { type: 'button', class: 'pane-button remove' }, icon('M4 4l8 8M12 4l-8 8'));
  const [earlier, later, duplicate, collapse] = /** @type {const} */ (['earlier', 'later', 'duplicate', 'collapse']).map((what) =>
    element('button', { type: 'button', class: what }),
  );
  const menu = element('div', { class: 'pane-menu', hidden: true }, earlier, later, duplicate, collapse);
  const head = element('header', { class: 'pane-head', part: 'pane-head' }, badge, name, length, ...(opensFiles ? [open] : []), more, menu, remove);

  const expandLetter = element('span', { class: 'letter', 'aria-hidden': 'true' });
  const expandName = element('span', { class: 'expand-name' });
  const expand = element('button', { type: 'button', class: 'expand', 'aria-expanded': 'false' }, expandLetter, ' ', expandName);
  const note = element('p', { class: 'pane-note', hidden: true });
  const mirror = element('div', { class: 'mirror', 'aria-hidden': 'true' });
  const textarea = element('textarea', { part: 'text', rows: 1, autocomplete: 'off' });
  const viewport = element('div', { class: 'pane-scroll' }, mirror, textarea);
  const overview = element(
    'div',
    { class: 'overview', part: 'overview', 'aria-hidden': 'true' },
    element('canvas'),
    element('span', { class: 'overview-view', hidden: true }),
  );
  const body = element('div', { class: 'pane-body' }, viewport, overview);
  const pane = element('article', { class: 'pane', part: 'pane' }, head, expand, note, body);
  return { pane, name, badge, length, files, more, remove, menu, earlier, later, duplicate, collapse, expand, expandLetter, expandName, note, mirror, textarea, viewport, overview };
}

/** @param {string} path What it draws, in a square of 16. */
function icon(path) {
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.setAttribute('viewBox', '0 0 16 16');
  drawing.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  drawing.append(line);
  return drawing;
}
