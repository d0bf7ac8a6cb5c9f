/**
 * How fast the text layer reads in the browser: megabytes of English news a second, in one thread.
 *
 *     cargo xtask bench
 *     node benches/browser/parse.mjs
 *
 * It loads the core in Chromium and reads about two megabytes, our own stories over and over with other figures each time: their sentences, quotations, quantities, dates and boilerplate, and the way into the core and back. It
 * prints the median of twenty runs, and the best, which a busy machine disturbs least.
 */
import { news } from '../texts/news.mjs';
import { onEmptyDesk } from './figures.mjs';

const RUNS = 20;

/** In bytes. */
const LENGTH = 2_000_000;

/** What a reading has to reach, in megabytes a second. */
const BAR = 12;

await onEmptyDesk(async (page) => {
  const text = news(Buffer.byteLength, LENGTH);
  const times = await page.evaluate(
    async (text, runs, script) => {
      /** @type {typeof import('../../www/package/index.js')} */
      const { loadSentences } = await import(script);
      const sentences = await loadSentences();
      const times = [];
      for (let run = 0; run < runs; run += 1) {
        const began = performance.now();
        const found = sentences(text);
        times.push(performance.now() - began);
        if (found.length === 0) throw new Error('the core found no sentences');
      }
      return times;
    },
    text,
    RUNS,
    '/pkg/index.js',
  );
  const megabytes = Buffer.byteLength(text) / 1e6;
  const rates = times.map((time) => megabytes / (time / 1000)).sort((a, b) => a - b);
  const median = ((rates[RUNS / 2 - 1] ?? NaN) + (rates[RUNS / 2] ?? NaN)) / 2;
  console.log(
    `the text layer in Chromium: ${megabytes.toFixed(1)} MB, median of ${RUNS} runs ${median.toFixed(1)} MB/s,`,
    `best ${rates.at(-1)?.toFixed(1)} MB/s (the bar is ${BAR} MB/s)`,
  );
});
