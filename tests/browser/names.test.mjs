/** The newsroom's own words: lists that are loaded, names that are corrected, and both still there after a reload. */
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { inEachBrowser } from './harness.mjs';
import { answered, holdDownloads, inside, painted, paste, report } from './page.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const FIRST = 'Lisbon beat Porto on Monday. The trainer of brightwater, Ada Brenner, praised Lisbon.';
const SECOND = 'Lisbon won against Porto on Monday, Britain and the UK heard. Ada Brenner was glad.';

/** By now everything is written, however busy the machine. */
const WRITTEN = 1_000;

/**
 * The names that the page shows, as `name: kind`.
 * @param {Page} page
 */
async function named(page) {
  return (await report(page)).entities.map(({ name, kind }) => `${name}: ${kind}`);
}

/**
 * @param {Page} page
 * @param {string} name As `name: kind`.
 * @param {boolean} [there]
 */
function shows(page, name, there = true) {
  return page.waitForFunction(
    (name, there) => {
      const entities = /** @type {any} */ (globalThis).wiremark?.report.entities;
      return entities?.some((/** @type {any} */ entity) => `${entity.name}: ${entity.kind}` === name) === there;
    },
    { timeout: 20_000, polling: 50 },
    name,
    there,
  );
}

/**
 * Opens the dialog that corrects a name.
 * @param {Page} page
 * @param {string} name
 */
async function correct(page, name) {
  const button = `#entities >>> button[aria-label="Correct ${name}"]`;
  await inside(page, button);
  await page.click(button);
  await page.waitForSelector('#correct[open]');
}

/** @param {Page} page */
async function save(page) {
  await page.click('#correct button[type="submit"]');
}

inEachBrowser((open) => {
  async function openStory() {
    const visit = await open('/?empty', { width: 1440, height: 1000 });
    await paste(visit.page, 0, FIRST);
    await paste(visit.page, 1, SECOND);
    await answered(visit.page);
    await shows(visit.page, 'Lisbon: place');
    return visit;
  }

  test('a name gets another kind, on this desk, and keeps it over a reload', async () => {
    const { page, problems, screenshot } = await openStory();
    await correct(page, 'Lisbon');
    await page.select('#correct-kind', 'organisation');
    await screenshot('correct');
    await save(page);
    await shows(page, 'Lisbon: organisation');
    assert.ok((await named(page)).includes('Porto: place'));
    await new Promise((resolve) => setTimeout(resolve, WRITTEN));
    await page.goto(page.url().replace('?empty', ''));
    await shows(page, 'Lisbon: organisation');
    assert.deepEqual(problems, []);
  });

  test('what is no name is unmarked, and comes back when that is taken back', async () => {
    const { page } = await openStory();
    await correct(page, 'Porto');
    await page.select('#correct-kind', 'none');
    await save(page);
    await shows(page, 'Porto: place', false);
    await page.click('#open-names');
    await page.click('#own-names button[aria-label="Remove Porto"]');
    await shows(page, 'Porto: place');
  });

  test('two names are joined, and one is parted again', async () => {
    const { page } = await openStory();
    await correct(page, 'Porto');
    const lisbon = await page.$$eval(
      '#correct-same option',
      (options) => options.find((option) => option.textContent?.startsWith('Lisbon'))?.getAttribute('value') ?? '',
    );
    await page.select('#correct-same', lisbon);
    await save(page);
    await shows(page, 'Porto: place', false);
    assert.ok((await named(page)).includes('Lisbon: place'));
    await correct(page, 'United Kingdom');
    for (const spelling of ['United Kingdom', 'UK'])
      await page.$eval(`#correct input[value="${spelling}"]`, (box) => /** @type {HTMLInputElement} */ (box).click());
    await page.$eval('#correct-name', (input) => Object.assign(input, { value: 'Britain' }));
    await save(page);
    await shows(page, 'Britain: place');
    assert.ok((await named(page)).includes('United Kingdom: place'));
  });

  test('words that are selected become a name, for good', async () => {
    const { page } = await openStory();
    await page.evaluate(() => {
      const textarea = document.querySelector('textarea');
      const start = textarea?.value.indexOf('brightwater') ?? 0;
      textarea?.focus();
      textarea?.setSelectionRange(start, start + 'brightwater'.length);
    });
    await page.click('#add-name');
    await page.click('#correct input[value="good"]');
    await save(page);
    await shows(page, 'brightwater: organisation');
    await new Promise((resolve) => setTimeout(resolve, WRITTEN));
    // Another desk knows it too.
    await page.goto(page.url());
    await page.waitForSelector('.pane textarea');
    await paste(page, 0, 'Nobody at brightwater was there.');
    await shows(page, 'brightwater: organisation');
  });

  test('the list of entities is searched by any spelling', async () => {
    const { page } = await openStory();
    await inside(page, '#entities >>> tbody');
    await page.type('#entities >>> input', 'brit');
    const rows = () => page.$$eval('#entities >>> tbody th[scope="row"]', (cells) => cells.map(({ textContent }) => textContent));
    assert.deepEqual(await rows(), ['United Kingdom']);
    await page.type('#entities >>> input', 'xyz');
    assert.deepEqual(await rows(), []);
    assert.ok((await page.$eval('#entities', ({ shadowRoot }) => shadowRoot?.textContent))?.includes('No name'));
  });

  test('dates and figures stand below the names: who has them, and where', async () => {
    const { page } = await open('/?empty', { width: 1440, height: 1000 });
    await paste(page, 0, 'LISBON, 6 May 2024 (Wire) - On Monday more than 40 boats sailed, Ada Brenner said.');
    await paste(page, 1, 'LISBON, 7 May 2024 (Post) - Some 40 to 50 boats sailed on 6 May, Ada Brenner said.');
    await answered(page);
    await inside(page, '#entities >>> .kind.figure');
    const rows = await page.$$eval('#entities >>> tbody:nth-last-of-type(-n+2) tr', (all) => all.map((row) => [...row.children].map(({ textContent }) => textContent)));
    assert.deepEqual(rows, [
      ['Dates'],
      ['6 May 2024 2024-05-06', '2', '1', ''],
      ['7 May 2024 2024-05-07', '—', '1', ''],
      ['Figures'],
      ['Some 40 to 50 boats', '—', '1', ''],
      ['more than 40 boats', '1', '—', ''],
    ]);
    await page.click('#entities >>> button[aria-label^="more than 40 boats in"]');
    await page.waitForFunction(() => [...CSS.highlights].some(([name, { size }]) => name.endsWith('lit') && size > 0), { polling: 50 });
    assert.deepEqual(await painted(page, 'lit', 0), ['more than 40 boats']);
    await page.type('#entities >>> input', '2024-05-07');
    const found = await page.$$eval('#entities >>> tbody th[scope="row"]', (cells) => cells.map(({ textContent }) => textContent));
    assert.deepEqual(found, ['7 May 2024 2024-05-07'], 'a date is found by its number too');
  });

  test('a list is loaded from a file, saved again, and a wrong one is refused by line', async () => {
    const { page, screenshot } = await openStory();
    const folder = mkdtempSync(join(tmpdir(), 'wiremark-'));
    /** @param {string} name @param {string} content */
    const load = async (name, content) => {
      writeFileSync(join(folder, name), content);
      await page.click('#open-names');
      const input = /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (await page.$('#names-file'));
      await input.uploadFile(join(folder, name));
    };
    await load('ours.csv', '\uFEFFName,Kind,Aliases,Id\n"Brightwater, Ltd",organisation,brightwater;BW,own:1\n\nPorto,work,,\n');
    await shows(page, 'Brightwater, Ltd: organisation');
    await shows(page, 'Porto: work');
    await screenshot('names');
    const saved = await holdDownloads(page);
    await page.click('#save-names');
    assert.deepEqual(JSON.parse(await saved()), [
      { name: 'Brightwater, Ltd', kind: 'organisation', aliases: ['brightwater', 'BW'], id: 'own:1' },
      { name: 'Porto', kind: 'work', aliases: [] },
    ]);
    await page.click('#close-names');
    await load('wrong.json', '[{ "name": "Porto", "kind": "boat" }]');
    await page.waitForFunction(() => document.querySelector('#alert')?.textContent?.includes('wrong.json, name 1, “Porto”'));
    assert.ok((await named(page)).includes('Porto: work'));
  });
});
