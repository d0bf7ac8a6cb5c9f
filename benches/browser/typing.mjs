/**
 * What typing costs in the page, with real keys, beside its bars: five articles of 1,000 words, and one of 100,000
 * among three, which is pasted first.
 *
 *     cargo xtask bench
 *     node benches/browser/typing.mjs
 *
 * In Chromium a trace says how long the processor was at work in the page's own scripts, key by key, which does not
 * depend on what else the machine is doing; and how long the longest task was in all, with what the browser does of
 * itself, beside the same in a plain textarea that nobody listens to. Firefox tells no such thing: there it is the time
 * that the page measures itself, by the clock.
 */
import { browserNames, launch, startServer } from '../../tests/browser/harness.mjs';
import { versions } from '../texts/texts.mjs';
import { tell } from './figures.mjs';
import { at, ms, traced } from './trace.mjs';

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {import('./trace.mjs').Meter} Meter
 */

const SEED = 1;

/** What is typed, key by key; it ends one sentence and begins another. */
const TYPED = ' On Monday, said the mayor, 60 ferries left. Nobody was on board, ';

/** A person who types fast leaves so many milliseconds between two keys. */
const BETWEEN = 120;

/** The bars, in milliseconds: of a key's work in the median and the 95th percentile, and of the longest task. */
const STORIES = [
  { name: '5 x 1,000 words', texts: versions(5, 1_000, SEED), median: 6, most: 16, painted: 60, task: 50 },
  { name: '100,000 words among three', texts: uneven(), median: 16, most: 16, painted: Infinity, task: 50 },
];

const server = await startServer();
try {
  for (const browserName of browserNames) {
    for (const story of STORIES) {
      const browser = await launch(browserName);
      try {
        const page = await browser.newPage();
        page.setDefaultTimeout(0);
        await page.setViewport({ width: 1440, height: 900 });
        await page.goto(new URL('/?empty', server.address).href);
        console.log(`${story.name}, ${browserName}:`);
        const meter = browserName === 'chromium' ? traced(page, server.address) : timed(page);

        for (let pane = 2; pane < story.texts.length; pane += 1) await page.click('#add-article');
        await meter.begin();
        for (const [pane, text] of story.texts.entries()) await paste(page, pane, text);
        await quiet(page);
        const pasted = await meter.end();
        console.log(`  paste: longest task of ours ${ms(Math.max(...pasted.tasks))}`);
        tell(`no task over ${story.task} ms`, Math.max(...pasted.tasks) <= story.task);
        if (pasted.whole) {
          const plain = await plainPaste(browser, server.address, story.texts[0] ?? '');
          console.log(`  longest task in all ${ms(pasted.whole)}, in a plain textarea ${ms(plain)}`);
          tell(`the page adds no more than ${story.task} ms`, pasted.whole - plain <= story.task);
        }

        await page.evaluate(() => {
          const textarea = document.querySelector('textarea');
          const middle = textarea?.value.indexOf(' ', textarea.value.length / 2) ?? 0;
          textarea?.focus();
          textarea?.setSelectionRange(middle, middle);
          performance.clearMeasures();
        });
        await meter.begin();
        for (const key of TYPED) {
          await page.keyboard.press(/** @type {import('puppeteer-core').KeyInput} */ (key));
          await new Promise((resolve) => setTimeout(resolve, BETWEEN));
        }
        await quiet(page);
        const { keys, tasks } = await meter.end();
        const painted = await page.evaluate(() => performance.getEntriesByName('wiremark:keystroke').map(({ duration }) => duration));
        console.log(`  work of ours a key: median ${ms(at(keys, 0.5))}, 95th percentile ${ms(at(keys, 0.95))}`);
        console.log(`  longest task of ours ${ms(Math.max(...tasks))}; painted after ${ms(at(painted, 0.5))} by the clock`);
        tell(`median at most ${story.median} ms`, at(keys, 0.5) <= story.median);
        tell(`95th percentile at most ${story.most} ms`, at(keys, 0.95) <= story.most);
        tell(`no task over ${story.task} ms`, Math.max(...tasks) <= story.task);
        if (story.painted < Infinity) tell(`painted within ${story.painted} ms`, at(painted, 0.5) <= story.painted);
      } finally {
        await browser.close();
      }
    }
  }
} finally {
  server.stop();
}

/** One article of 100,000 words, and two of 1,000 that come from it. */
function uneven() {
  const [long = '', ...others] = versions(3, 100_000, SEED);
  return [long, ...others.map((text) => text.split(' ').slice(0, 1_000).join(' '))];
}

/**
 * Measures by what the page says of itself.
 *
 * @param {Page} page
 * @returns {Meter}
 */
function timed(page) {
  return {
    begin: () => page.evaluate(() => performance.clearMeasures()),
    end: () =>
      page.evaluate(() => {
        const entries = performance.getEntriesByType('measure').filter(({ name }) => name !== 'wiremark:keystroke');
        const presses = entries.filter(({ name }) => name === 'wiremark:input').map(({ startTime }) => startTime);
        const keys = presses.map((press, index) =>
          entries
            .filter(({ startTime }) => startTime >= press && startTime < (presses[index + 1] ?? Infinity))
            .reduce((sum, { duration }) => sum + duration, 0),
        );
        return { keys, tasks: [0, ...entries.map(({ duration }) => duration)] };
      }),
  };
}

/**
 * The longest task of a paste into a textarea alone, in milliseconds.
 *
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} address
 * @param {string} text
 */
async function plainPaste(browser, address, text) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  await page.goto(new URL('/nothing', address).href);
  await page.setContent('<textarea style="inline-size: 450px; block-size: 700px; font: 1rem/1.6 serif"></textarea>');
  const meter = traced(page, address);
  await meter.begin();
  await paste(page, 0, text);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const { whole = NaN } = await meter.end();
  await page.close();
  return whole;
}

/**
 * Pastes a text with the keys, as another program would have copied it.
 *
 * @param {Page} page
 * @param {number} pane
 * @param {string} text
 */
async function paste(page, pane, text) {
  await page.evaluate(
    (pane, text) => {
      const textarea = document.querySelectorAll('textarea')[pane];
      const given = (/** @type {ClipboardEvent} */ event) => {
        event.clipboardData?.setData('text/plain', text);
        event.preventDefault();
      };
      document.addEventListener('copy', given, { once: true });
      if (textarea) textarea.value = 'to be replaced';
      textarea?.focus();
      textarea?.select();
    },
    pane,
    text,
  );
  for (const [key, command] of /** @type {const} */ ([
    ['KeyC', 'Copy'],
    ['KeyV', 'Paste'],
  ])) {
    await page.keyboard.down('Control');
    await page.keyboard.press(key, { commands: [command] });
    await page.keyboard.up('Control');
  }
}

/**
 * Waits until the page has answered what is in its panes, and has listed it.
 *
 * @param {Page} page
 */
async function quiet(page) {
  await page.waitForFunction(
    () => {
      const seen = /** @type {any} */ (globalThis).wiremark;
      const texts = [...document.querySelectorAll('textarea')].map(({ value }) => value);
      return seen?.texts.length === texts.length && texts.every((text, index) => text === seen.texts[index]);
    },
    { polling: 200 },
  );
  await new Promise((resolve) => setTimeout(resolve, 2000));
}
