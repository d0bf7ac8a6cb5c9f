/**
 * How long one keystroke keeps the core busy in the browser, in one thread: an article of the desk gets a new text, and
 * the desk hands over its report.
 *
 *     cargo xtask bench
 *     node benches/browser/desk.mjs
 *
 * The desks hold versions of one story, so that every pair has much to compare. A sentence is typed key by key into the
 * middle of one of them, then taken away again.
 */
import { versions } from '../texts/texts.mjs';
import { onEmptyDesk, tell } from './figures.mjs';

const SEED = 1;

/** What is typed; it ends one sentence and begins another. */
const TYPED = ' On Monday, said the mayor, 60 ferries left the harbour. Nobody was on board, ';

/** What a keystroke may take, in milliseconds, by the articles of the desk and the words of each. */
const BARS = [
  { articles: 5, words: 1_000, median: 3, worst: 10 },
  { articles: 8, words: 5_000, median: 30, worst: 100 },
];

await onEmptyDesk(async (page) => {
  console.log('one keystroke in Chromium, core time in one thread, milliseconds:');
  for (const { articles, words, median, worst } of BARS) {
    const { told, reported } = await measure(page, versions(articles, words, SEED));
    const both = told.map((time, index) => time + (reported[index] ?? 0));
    const parts = `text ${at(told, 0.5).toFixed(2)}, report ${at(reported, 0.5).toFixed(2)}`;
    console.log(`${articles} x ${words} words: median ${at(both, 0.5).toFixed(2)} (${parts}), worst ${at(both, 1).toFixed(2)}`);
    tell(`median at most ${median} ms`, at(both, 0.5) <= median);
    tell(`worst at most ${worst} ms`, at(both, 1) <= worst);
  }
});

/**
 * How long the desk takes for each key: to be told the text, and to hand over the report.
 * @param {import('puppeteer-core').Page} page
 * @param {string[]} texts
 * @returns {Promise<{ told: number[], reported: number[] }>}
 */
function measure(page, texts) {
  return page.evaluate(
    async (texts, typed, script) => {
      /** @type {typeof import('../../www/package/index.js')} */
      const { Desk, load } = await import(script);
      const core = await load();
      const desk = new Desk({ core });
      const articles = [];
      for (const text of texts) articles.push(await desk.add('', text));
      const [article = 0, first = ''] = [articles[0], texts[0]];
      const middle = first.indexOf(' ', first.length / 2);
      const keys = [...typed].map((_, index) => index + 1);
      /** @type {number[]} */
      const told = [];
      /** @type {number[]} */
      const reported = [];
      // Once over, so that the browser has compiled what it runs.
      for (const length of [...keys, ...keys.toReversed(), ...keys, ...keys.toReversed()]) {
        const text = first.slice(0, middle) + typed.slice(0, length) + first.slice(middle);
        const began = performance.now();
        await desk.setText(article, text);
        const known = performance.now();
        await desk.report();
        told.push(known - began);
        reported.push(performance.now() - known);
      }
      core.dispose();
      return { told: told.slice(-2 * keys.length), reported: reported.slice(-2 * keys.length) };
    },
    texts,
    TYPED,
    '/pkg/index.js',
  );
}

/**
 * @param {number[]} times
 * @param {number} share  From 0 to 1.
 */
function at(times, share) {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
