/**
 * What a key costs in an editor that wiremark is attached to, with real keys, beside its bar: one editable element of
 * 10,000 words, compared with a reference of as many.
 *
 *     cargo xtask bench
 *     node benches/browser/attach.mjs
 *
 * A trace of Chromium says how long the processor was at work in the page's scripts, key by key. There are no others
 * than ours, so what promises continue counts too.
 */
import { launch, startServer } from '../../tests/browser/harness.mjs';
import { versions } from '../texts/texts.mjs';
import { tell } from './figures.mjs';
import { at, ms, traced } from './trace.mjs';

const WORDS = 10_000;
const SEED = 1;

/** In milliseconds, in the median. */
const BAR = 8;

/** What is typed, key by key; it ends one sentence and begins another. */
const TYPED = ' On Monday, said the mayor, 60 ferries left. Nobody was on board, ';

/** A person who types fast leaves so many milliseconds between two keys. */
const BETWEEN = 120;

/** The same text in the structures that editors have. */
const STRUCTURES = {
  paragraphs: (/** @type {string[]} */ lines) => lines.map((line) => `<p>${line}</p>`).join(''),
  'lines ended by br': (/** @type {string[]} */ lines) => lines.join('<br>'),
};

const server = await startServer();
const browser = await launch('chromium');
try {
  for (const [name, html] of Object.entries(STRUCTURES)) {
    const [draft = '', reference = ''] = versions(2, WORDS, SEED);
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.goto(new URL('/nothing', server.address).href);
    await page.evaluate(
      async (html, reference) => {
        document.body.innerHTML = `<div contenteditable style="font: 16px/1.5 serif; width: 40em">${html}</div>`;
        const element = /** @type {HTMLElement} */ (document.body.firstElementChild);
        const [analysis, marking] = ['/pkg/index.js', '/pkg/marks.js'];
        const { load } = await import(analysis);
        const { attach } = await import(marking);
        await load({ worker: true });
        const seen = Object.assign(globalThis, { reports: 0, text: '' });
        const attachment = attach(element, {
          references: [reference],
          onreport() {
            seen.reports += 1;
            seen.text = attachment.text;
          },
        });
        Object.assign(globalThis, { attachment });
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const nodes = [];
        while (walker.nextNode()) nodes.push(/** @type {Text} */ (walker.currentNode));
        const middle = nodes[nodes.length >> 1];
        middle?.parentElement?.scrollIntoView({ block: 'center' });
        element.focus();
        getSelection()?.collapse(middle ?? null, middle?.data.indexOf(' ', 40));
      },
      html(draft.split('\n').filter(Boolean)),
      reference,
    );
    await quiet(page);
    const meter = traced(page, server.address, true);
    await meter.begin();
    for (const key of TYPED) {
      await page.keyboard.press(/** @type {import('puppeteer-core').KeyInput} */ (key));
      await new Promise((resolve) => setTimeout(resolve, BETWEEN));
    }
    await quiet(page);
    const { keys, tasks } = await meter.end();
    const reports = await page.evaluate(() => /** @type {any} */ (globalThis).reports);
    console.log(`${WORDS.toLocaleString('en')} words, ${name}; ${reports - 1} reports for ${keys.length} keys:`);
    console.log(`  work of ours a key: median ${ms(at(keys, 0.5))}, 95th percentile ${ms(at(keys, 0.95))}, longest task ${ms(Math.max(...tasks))}`);
    tell(`median at most ${BAR} ms`, at(keys, 0.5) <= BAR);
    await page.close();
  }
} finally {
  await browser.close();
  server.stop();
}

/**
 * Waits until there is a report on the text as it is now.
 *
 * @param {import('puppeteer-core').Page} page
 */
async function quiet(page) {
  await page.waitForFunction(
    () => {
      const { text, attachment } = /** @type {any} */ (globalThis);
      return text && text === attachment?.text;
    },
    { polling: 200 },
  );
}
