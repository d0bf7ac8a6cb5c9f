/**
 * How long it takes in the browser to parse and compare two texts, beside the libraries that browser tools use.
 *
 *     cargo xtask bench
 *     node benches/browser/compare.mjs
 *
 * All run in one page of Chromium, in one thread, on the same texts of `benches/texts`, and start from two strings.
 * wiremark's time is that of the whole comparison: passages, event, quotes and figures. The diffs find nothing that
 * moved, and dolos only what is verbatim; its own readers are made for programs, so that here it is given words.
 * Each time is the median of twenty, turn by turn, after three seconds for each: the browser compiles what it runs step by
 * step, and after half a second WebAssembly still takes a fifth longer than in the end. One
 * covers as many runs as take 20 ms together, the first not counted: the browser's clock is no finer than a tenth of a
 * millisecond, and whoever runs after a slower one finds the caches full of the other's data. What takes seconds is run
 * once, and what takes minutes is left out.
 */
import { texts } from '../texts/texts.mjs';
import { bundled, median, onEmptyDesk, tell } from './figures.mjs';

const SEED = 1;
const RUNS = 20;

/** How long each contender runs before it is timed, in milliseconds. */
const WARM_UP = 3_000;

/** What wiremark may take, in milliseconds, by the words of each text. */
const BARS = new Map([
  [500, 1],
  [5_000, 8],
  [50_000, 100],
]);

/** How many times as long jsdiff must take at 5,000 words. */
const BAR_OF_JSDIFF = 500;

/** The most words at which a contender is run, and up to which it is run more than once. */
const CONTENDERS = {
  wiremark: { most: Infinity, often: Infinity },
  dolos: { most: Infinity, often: Infinity },
  jsdiff: { most: 5_000, often: 500 },
  'diff-match-patch': { most: 5_000, often: 500 },
};

/** What a time covers at least, in milliseconds. */
const COVERED = 20;

/** @typedef {keyof typeof CONTENDERS} Contender */

const bundle = await bundled('peers.mjs', 'peers');
await onEmptyDesk(async (page) => {
  await page.evaluate(bundle);
  console.log(`parse and compare in Chromium, one thread, milliseconds (median of ${RUNS}, best in brackets):`);
  for (const [words, bar] of BARS) {
    const times = await measure(page, words);
    const ours = median(times.wiremark ?? []);
    const cells = Object.entries(times).map(([name, all]) => {
      const time = median(all);
      const once = all.length === 1 ? ', once' : ` [${Math.min(...all).toFixed(2)}]`;
      return `${name} ${time.toFixed(2)}${once}${name === 'wiremark' ? '' : ` = x ${(time / ours).toFixed(1)}`}`;
    });
    console.log(`2 x ${words} words: ${cells.join('; ')}`);
    tell(`at most ${bar} ms`, ours <= bar);
    tell('faster than dolos', ours < median(times.dolos ?? []));
    if (words === 5_000) {
      tell(`jsdiff takes at least ${BAR_OF_JSDIFF} times as long`, median(times.jsdiff ?? []) >= BAR_OF_JSDIFF * ours);
    }
  }
});

/**
 * The times of each contender that is run at this size.
 * @param {import('puppeteer-core').Page} page
 * @param {number} words
 * @returns {Promise<Record<string, number[]>>}
 */
function measure(page, words) {
  const plan = Object.entries(CONTENDERS)
    .filter(([, { most }]) => words <= most)
    .map(([name, { often }]) => ({ name: /** @type {Contender} */ (name), once: words > often }));
  return page.evaluate(
    async ([first, second], plan, script, runs, warmUp, covered) => {
      /** @type {typeof import('../../www/package/index.js')} */
      const { loadCompare } = await import(script);
      /** @type {typeof import('./peers.mjs')} */
      const { peers } = /** @type {any} */ (globalThis).peers;
      const contenders = { wiremark: await loadCompare(), ...peers };
      /** @type {Record<string, number[]>} */
      const times = Object.fromEntries(plan.map(({ name }) => [name, []]));
      /** @type {Record<string, number>} How many runs a time covers. */
      const batches = {};
      for (const { name, once } of plan) {
        const began = performance.now();
        let warmedUp = 0;
        for (; !once && performance.now() < began + warmUp; warmedUp += 1) contenders[name](first, second);
        batches[name] = Math.max(1, Math.ceil((covered * warmedUp) / (performance.now() - began)));
      }
      for (let run = 0; run < runs; run += 1) {
        for (const { name, once } of plan) {
          if (once && run > 0) continue;
          const batch = once ? 1 : (batches[name] ?? 1);
          if (!once) contenders[name](first, second);
          const began = performance.now();
          let found = contenders[name](first, second);
          for (let again = 1; again < batch; again += 1) found = contenders[name](first, second);
          times[name]?.push((performance.now() - began) / batch);
          if (found.length === 0) throw new Error(`${name} found nothing`);
        }
      }
      return times;
    },
    texts(words, SEED),
    plan,
    '/pkg/index.js',
    RUNS,
    WARM_UP,
    COVERED,
  );
}
