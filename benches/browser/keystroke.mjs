/**
 * How long a keystroke takes, from the key to the frame after its answer was painted.
 *
 *     cargo xtask bench
 *     node benches/browser/keystroke.mjs
 *
 * It opens the page in Chromium with the five seed articles of ../shared, where there are any, and
 * with the sample otherwise, types single keys into the middle of one article, each after the answer to
 * the one before, and prints the median and the 95th percentile of what the page itself measured.
 */
import { existsSync, readFileSync } from 'node:fs';
import { launch, startServer } from '../../tests/browser/harness.mjs';

/** What is typed, key by key. */
const TYPED = 'On Monday, said the mayor, 60 keys went over the new bridge. ';

const SEEDS = new URL('../../../shared/seeds/', import.meta.url);

/** What the page calls its measures. */
const KEYSTROKE = 'wiremark:keystroke';

const seeds = existsSync(SEEDS)
  ? ['A', 'B', 'C', 'D', 'E'].map((name) => readFileSync(new URL(`${name}.txt`, SEEDS), 'utf8'))
  : null;
const server = await startServer();
const browser = await launch('chromium');
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(new URL(seeds ? '/?empty' : '/?sample', server.address).href);
  if (seeds) await fill(page, seeds);
  await untilQuiet(page);
  await page.evaluate(() => {
    const [textarea] = document.querySelectorAll('textarea');
    if (!textarea) throw new Error('the page shows no article to type into');
    const middle = Math.floor(textarea.value.length / 2);
    textarea.focus();
    textarea.setSelectionRange(middle, middle);
  });

  const times = [];
  for (const key of TYPED) {
    const before = await count(page);
    await page.keyboard.press(/** @type {import('puppeteer-core').KeyInput} */ (key));
    await page.waitForFunction((name, seen) => performance.getEntriesByName(name).length > seen, {}, KEYSTROKE, before);
    times.push(await page.evaluate((name) => performance.getEntriesByName(name).at(-1)?.duration ?? NaN, KEYSTROKE));
  }
  times.sort((a, b) => a - b);
  const words = await page.evaluate(() =>
    [...document.querySelectorAll('textarea')].map(({ value }) => value.split(/\s+/).length),
  );
  console.log(`${seeds ? 'the seed articles' : 'the sample'}: ${words.length} articles, ${words.join(' + ')} words`);
  console.log(`${times.length} keys: median ${at(times, 0.5)} ms, 95th percentile ${at(times, 0.95)} ms`);
} finally {
  await browser.close();
  server.stop();
}

/**
 * Puts the texts into panes, as a paste would.
 * @param {import('puppeteer-core').Page} page
 * @param {string[]} texts
 */
async function fill(page, texts) {
  await page.evaluate((texts) => {
    const panes = () => document.querySelectorAll('textarea');
    while (panes().length < texts.length) document.getElementById('add-article')?.click();
    panes().forEach((textarea, index) => {
      textarea.value = texts[index] ?? '';
      textarea.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
    });
  }, texts);
}

/**
 * Waits until the page has answered and has nothing more to measure.
 * @param {import('puppeteer-core').Page} page
 */
async function untilQuiet(page) {
  let before = -1;
  for (let now = await count(page); now !== before; now = await count(page)) {
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

/**
 * How many keystrokes the page has measured.
 * @param {import('puppeteer-core').Page} page
 */
function count(page) {
  return page.evaluate((name) => performance.getEntriesByName(name).length, KEYSTROKE);
}

/**
 * @param {number[]} sorted
 * @param {number} share  From 0 to 1.
 */
function at(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(1);
}
