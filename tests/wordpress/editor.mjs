/** What somebody does in WordPress: sign in, install a plugin, write a post in the block editor, and save it. */
import { EDITOR } from './site.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/** How often a page is asked whether it is so far, in milliseconds. */
export const SOON = { polling: 50, timeout: 30_000 };

/** @param {Page} page @param {string} address Of the site. */
export async function signIn(page, address) {
  await page.goto(`${address}wp-login.php`);
  // Its script puts the caret there a moment later, and what was typed in between would be lost.
  await page.waitForFunction(() => document.activeElement?.id === 'user_login', SOON);
  await page.type('#user_login', EDITOR.name);
  await page.type('#user_pass', EDITOR.password);
  await Promise.all([page.waitForNavigation(), page.click('#wp-submit')]);
}

/**
 * Uploads a plugin and activates it, as one does on a site of one's own.
 *
 * @param {Page} page
 * @param {string} address
 * @param {string} file
 */
export async function installPlugin(page, address, file) {
  await page.goto(`${address}wp-admin/plugin-install.php?tab=upload`);
  const input = /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (await page.$('#pluginzip'));
  await input.uploadFile(file);
  await Promise.all([page.waitForNavigation(), page.click('#install-plugin-submit')]);
  const activate = await page.waitForSelector('a[href*="action=activate"]');
  await Promise.all([page.waitForNavigation(), activate?.click()]);
}

/** Opens the block editor on a new post. @param {Page} page @param {string} address */
export async function newPost(page, address) {
  await page.goto(`${address}wp-admin/post-new.php`);
  await page.waitForFunction(() => {
    const frame = /** @type {HTMLIFrameElement | null} */ (document.querySelector('iframe[name="editor-canvas"]'));
    return (frame ? frame.contentDocument : document)?.querySelector('.editor-post-title__input');
  }, SOON);
  await page.evaluate(() => wp.data.dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false));
  await page.waitForFunction(() => !document.querySelector('.edit-post-welcome-guide'), SOON);
}

/**
 * Where the blocks are: the page itself in older versions, a frame in newer ones.
 *
 * @param {Page} page
 */
export async function canvasOf(page) {
  const frame = await page.$('iframe[name="editor-canvas"]');
  return (await frame?.contentFrame()) ?? page.mainFrame();
}

/**
 * Types a post, key by key.
 *
 * @param {Page} page
 * @param {string} title
 * @param {string[]} paragraphs
 */
export async function write(page, title, paragraphs) {
  await (await canvasOf(page)).click('.editor-post-title__input');
  await page.keyboard.type(title);
  for (const paragraph of paragraphs) {
    await page.keyboard.press('Enter');
    await page.keyboard.type(paragraph);
  }
  await page.waitForFunction(
    (count) => wp.data.select('core/block-editor').getBlocks().length === count,
    SOON,
    paragraphs.length,
  );
}

/**
 * Saves the draft.
 *
 * @param {Page} page
 * @returns {Promise<number>} The post's number.
 */
export async function save(page) {
  // It is there only while something is to be saved.
  await (await page.waitForSelector('.editor-post-save-draft'))?.click();
  await page.waitForFunction(() => {
    const { didPostSaveRequestSucceed, isEditedPostDirty, isSavingPost } = wp.data.select('core/editor');
    return didPostSaveRequestSucceed() && !isSavingPost() && !isEditedPostDirty();
  }, SOON);
  return page.evaluate(() => wp.data.select('core/editor').getCurrentPostId());
}

/**
 * Pastes a text into a field, with the browser's own command: it fires the events of a paste.
 *
 * @param {Page} page
 * @param {string} field
 * @param {string} text
 */
export async function paste(page, field, text) {
  await page.focus(field);
  await page.evaluate((text) => document.execCommand('insertText', false, text), text);
}

/**
 * Presses what says certain words.
 *
 * @param {Page} page
 * @param {string | RegExp} words Its text or its label.
 * @param {string} [kind] What kind of element it is.
 */
export async function press(page, words, kind = 'button') {
  const pattern = typeof words === 'string' ? `^${words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$` : words.source;
  const found = await page.waitForFunction(
    (pattern, kind) => {
      const says = (/** @type {Element} */ it) => [it.textContent?.trim(), it.getAttribute('aria-label')];
      const all = [...document.querySelectorAll(`.interface-complementary-area ${kind}:not([disabled])`)];
      return all.find((it) => says(it).some((words) => words && new RegExp(pattern).test(words)));
    },
    SOON,
    pattern,
    kind,
  );
  await /** @type {import('puppeteer-core').ElementHandle<HTMLElement>} */ (found).click();
}

/**
 * The words of every highlight in the canvas, by the name of its layer.
 *
 * @param {Page} page
 */
export function highlights(page) {
  return page.evaluate(highlights.read);
}

/**
 * The same, as it is asked in the page itself.
 *
 * @returns {Record<string, string[]>}
 */
highlights.read = () => {
  const frame = /** @type {HTMLIFrameElement | null} */ (document.querySelector('iframe[name="editor-canvas"]'));
  const view = /** @type {Window & typeof globalThis} */ (frame?.contentWindow ?? window);
  const words = (/** @type {AbstractRange} */ { startContainer, startOffset, endContainer, endOffset }) => {
    const range = view.document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return range.toString();
  };
  /** @type {[string, string[]][]} */
  const found = [...view.CSS.highlights].map(([name, highlight]) => [name.replace(/^wiremark-\d+-/, ''), [...highlight].map(words)]);
  return Object.fromEntries(found.filter(([, all]) => all.length > 0));
};
