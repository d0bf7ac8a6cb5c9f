/** The interface in its second language: all of it, at once, and again on the next visit. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import { inEachBrowser } from './harness.mjs';
import { answered, frames, inside, texts } from './page.mjs';
import { ENGLISH } from '../../www/page/words/english.js';
import { GERMAN } from '../../www/page/words/german.js';

/** @typedef {import('puppeteer-core').Page} Page */

/**
 * Every word of a table that stands by itself, with where it stands.
 * @param {Record<string, unknown>} table
 * @param {string} [path]
 * @returns {Map<string, string>}
 */
function said(table, path = '') {
  const found = Object.entries(table).flatMap(([key, value]) => {
    if (typeof value === 'string') return [/** @type {[string, string]} */ ([path + key, value])];
    return typeof value === 'object' && value !== null ? [...said(/** @type {Record<string, unknown>} */ (value), `${path}${key}.`)] : [];
  });
  return new Map(found);
}

/** What English says and German says otherwise. */
const ONLY_ENGLISH = (() => {
  const german = said(GERMAN);
  const all = new Set(german.values());
  return [...said(ENGLISH)].filter(([key, text]) => german.get(key) !== text && !all.has(text)).map(([, text]) => text);
})();

/**
 * Everything the page says, to the eye or to a screen reader, but for the articles themselves.
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
function spoken(page) {
  return page.evaluate(() => {
    /** @type {string[]} */
    const found = [];
    const all = [...document.body.querySelectorAll('*')];
    const inside = all.flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('*') ?? [])]);
    for (const element of [...all, ...inside]) {
      if (element.closest('.mirror, textarea, q, script, option[lang]')) continue;
      for (const name of ['aria-label', 'title', 'placeholder']) found.push(element.getAttribute(name) ?? '');
      for (const node of element.childNodes) if (node instanceof Text) found.push(node.data.trim());
    }
    return found.filter((text) => text !== '');
  });
}

/**
 * Chooses a language in the help, with the keyboard.
 * @param {Page} page
 * @param {string} language
 */
async function choose(page, language) {
  await page.focus('#open-help');
  await page.keyboard.press('Enter');
  await page.select('#language', language);
  await page.focus('#close-help');
  await page.keyboard.press('Enter');
}

test('both tables say the same things, and each in its own words', () => {
  assert.deepEqual([...said(ENGLISH).keys()].sort(), [...said(GERMAN).keys()].sort());
  assert.ok(ONLY_ENGLISH.length > 120, `${ONLY_ENGLISH.length}`);
});

inEachBrowser((open) => {
  test('index.html says in English what the table says', async () => {
    const { page } = await open('/?empty');
    await answered(page);
    const served = await page.evaluate(async () => {
      const html = new DOMParser().parseFromString(await (await fetch('index.html')).text(), 'text/html');
      const attributes = { 'data-words': '', 'data-words-label': 'aria-label', 'data-words-title': 'title', 'data-words-placeholder': 'placeholder' };
      return Object.entries(attributes).flatMap(([name, attribute]) =>
        [...html.querySelectorAll(`[${name}]`)].map((it) => [it.getAttribute(name) ?? '', attribute ? it.getAttribute(attribute) : it.textContent]),
      );
    });
    assert.ok(served.length > 70);
    const table = said(ENGLISH);
    for (const [key, text] of served) assert.equal(text, table.get(key ?? ''), key ?? '');
  });

  test('German is spoken at once, everywhere, and on the next visit; the texts stay', async () => {
    const { page, problems } = await open('/?sample', { width: 1440, height: 900 });
    await answered(page);
    await inside(page, '#coverage >>> button');
    const before = await texts(page);
    await choose(page, 'de');
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'de');
    await page.waitForFunction(() => /verglichen/.test(document.querySelector('#status')?.textContent ?? ''), { polling: 50 });
    await page.waitForFunction(() => /Anteil/.test(document.querySelector('#coverage')?.shadowRoot?.textContent ?? ''), { polling: 50 });
    await page.click('#coverage >>> button');
    await page.click('#show-aligned');
    await frames(page, 5);
    const words = await spoken(page);
    assert.deepEqual(words.filter((text) => ONLY_ENGLISH.includes(text)), []);
    assert.ok(words.includes('Befunde') && words.some((text) => /^Gezeigt wird nur/.test(text)));
    assert.deepEqual(await texts(page), before);
    assert.deepEqual(await violations(page), []);

    await page.reload();
    await answered(page);
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'de');
    assert.match(await page.$eval('#add-article', (button) => button.textContent ?? ''), /hinzufügen/);
    await choose(page, 'en');
    assert.equal(await page.$eval('#add-article', (button) => button.textContent), 'Add an article');
    assert.deepEqual(problems, []);
  });
});
