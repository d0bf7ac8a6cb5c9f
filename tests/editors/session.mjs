/** Drives an editor as a person does, with real keys and the real clipboard, and remembers what would be saved after each step. */
import { BUNDLES, bundle } from './bundle.mjs';
import { marked, prepare } from './marks.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/** What stands in the editor at first. */
export const PARAGRAPHS = [
  'The ferry sailed at noon on Monday with 40 passengers, Carla Bossi said.',
  'Angela Merkel flew to Paris on Tuesday.',
  'Nobody in Berlin was hurt.',
];

/** What it is compared with. */
export const REFERENCE = 'GENOA, May 3 (Post) - The ferry sailed at noon on Monday with 50 passengers, Carla Bossi said.';

// Some editors drop a space before what is pasted.
const TYPED = ' Emmanuel Macron called Olaf Scholz on 3 May (';
const PASTED = 'Boris Johnson spoke in Brussels).';
const REMOTE = 'Joe Biden came. ';

/**
 * What is done, in order: each with a name that must be marked afterwards and one that must not.
 *
 * @type {{ step: 'type' | 'paste' | 'undo' | 'move' | 'remote', there: string, gone?: string }[]}
 */
export const STEPS = [
  { step: 'type', there: 'Emmanuel Macron' },
  { step: 'paste', there: 'Boris Johnson' },
  { step: 'undo', there: 'Angela Merkel', gone: 'Boris Johnson' },
  { step: 'move', there: 'Carla Bossi' },
  { step: 'remote', there: 'Joe Biden' },
];

/**
 * Opens an editor and goes through the steps that it knows.
 *
 * @param {import('../browser/harness.mjs').Open} open
 * @param {string} name The adapter.
 * @param {boolean} attached Whether wiremark is attached.
 */
export async function session(open, name, attached) {
  const { page, problems, foreign } = await start(open, name);
  if (attached) {
    await prepare(page);
    await page.evaluate(async (reference) => {
      const { follow, editor } = /** @type {any} */ (globalThis);
      await follow('text', editor.element, { references: [reference] });
    }, REFERENCE);
  }
  const known = await page.evaluate(() => Object.keys(/** @type {any} */ (globalThis).editor));
  const found = [];
  const saved = [await save(page)];
  if (attached) found.push({ step: 'open', there: 'Carla Bossi', gone: undefined, ...(await marked(page, 'text')) });
  await click(page);
  for (const { step, there, gone } of STEPS) {
    if (step === 'remote' && !known.includes('remote')) continue;
    await take(page, step, known, saved.at(-1), gone);
    if (attached) found.push({ step, there, gone, ...(await marked(page, 'text')) });
    saved.push(await save(page));
  }
  return { page, problems, foreign, saved, found };
}

/**
 * Opens an editor, with a text on the clipboard.
 *
 * @param {import('../browser/harness.mjs').Open} open
 * @param {string} name The adapter.
 */
export async function start(open, name) {
  const visit = await open('/tests/editors/page.html');
  await copy(visit.page, PASTED);
  await mount(visit.page, name);
  return visit;
}

/**
 * Takes a step, and waits until it has come to what is saved.
 *
 * @param {Page} page
 * @param {typeof STEPS[0]['step']} step
 * @param {string[]} known
 * @param {string} [before] What was saved before.
 * @param {string} [gone]
 */
export async function take(page, step, known, before, gone) {
  await act(page, step, known);
  await page.waitForFunction(
    (before, there, gone) => {
      const saved = /** @type {any} */ (globalThis).editor.saved().replaceAll('&nbsp;', ' ');
      return saved !== before && saved.includes(there) && !(gone && saved.includes(gone));
    },
    { polling: 50 },
    before,
    { type: TYPED, paste: PASTED, undo: '', move: '', remote: REMOTE }[step].trim(),
    gone,
  );
}

/** @param {Page} page */
export function save(page) {
  return page.evaluate(() => String(/** @type {any} */ (globalThis).editor.saved()));
}

/**
 * @param {Page} page
 * @param {string} name
 */
async function mount(page, name) {
  const styled = await bundle(name);
  await page.evaluate(
    async (path, paragraphs, styled) => {
      const sheet = document.createElement('link');
      sheet.rel = 'stylesheet';
      sheet.href = `${path}.css`;
      if (styled) {
        document.head.append(sheet);
        await new Promise((resolve) => (sheet.onload = resolve));
      }
      const { mount } = await import(`${path}.js`);
      const editor = await mount(document.getElementById('host'), paragraphs);
      Object.assign(globalThis, { editor });
    },
    `/${BUNDLES}/${name}`,
    PARAGRAPHS,
    styled,
  );
}

/**
 * @param {Page} page
 * @param {typeof STEPS[0]['step']} step
 * @param {string[]} known
 */
async function act(page, step, known) {
  const call = (/** @type {string} */ method, /** @type {string[]} */ ...parameters) =>
    page.evaluate((method, parameters) => void /** @type {any} */ (globalThis).editor[method](...parameters), method, parameters);
  if (step === 'type') await page.keyboard.type(TYPED);
  if (step === 'paste') await chord(page, 'KeyV', 'Paste');
  if (step === 'undo') await (known.includes('undo') ? call('undo') : chord(page, 'KeyZ', 'Undo'));
  if (step === 'move') await call('move');
  if (step === 'remote') await call('remote', REMOTE);
}

/**
 * Presses a key with Control. Chromium, driven from outside, must be told what the key means.
 *
 * @param {Page} page
 * @param {import('puppeteer-core').KeyInput} key
 * @param {string} command
 */
async function chord(page, key, command) {
  await page.keyboard.down('Control');
  await page.keyboard.press(key, { commands: [command] });
  await page.keyboard.up('Control');
}

/**
 * Puts a text on the clipboard, by keys.
 *
 * @param {Page} page
 * @param {string} text
 */
async function copy(page, text) {
  await page.evaluate((text) => {
    const field = document.createElement('textarea');
    field.id = 'clipboard';
    field.value = text;
    document.body.append(field);
    field.focus();
    field.select();
  }, text);
  await chord(page, 'KeyC', 'Copy');
  await page.evaluate(() => document.getElementById('clipboard')?.remove());
}

/**
 * Clicks behind the last letter of the text.
 *
 * @param {Page} page
 */
export async function click(page) {
  const { x, y } = await page.evaluate(() => {
    const { element } = /** @type {any} */ (globalThis).editor;
    if ('setSelectionRange' in element) {
      element.setSelectionRange(element.value.length, element.value.length);
      const { left, bottom } = element.getBoundingClientRect();
      return { x: left + 10, y: bottom - 10 };
    }
    const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let last = walker.nextNode();
    for (let node = last; node; node = walker.nextNode()) if (node.data.trim()) last = node;
    const range = element.ownerDocument.createRange();
    range.setStart(last, last.length - 1);
    range.setEnd(last, last.length);
    const { right, top, height } = range.getBoundingClientRect();
    const frame = element.ownerDocument.defaultView.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return { x: frame.left + right + 2, y: frame.top + top + height / 2 };
  });
  await page.mouse.click(x, y);
}
