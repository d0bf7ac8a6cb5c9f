/**
 * How fast names are read in the browser: words a second of 10,000 words of news, in one thread, beside other libraries
 * that run in a browser.
 *
 *     cargo xtask bench
 *     node benches/browser/annotate.mjs
 *
 * wiremark's time is that of the whole answer: the text put on an empty desk that has its lexicon and, but for
 * the lexicon alone, its model, parsed,
 * names found and resolved, and the report as a plain object. Every run has a desk of its own, which remembers no word.
 * compromise finds persons, bodies and places by rules; wink finds dates and figures, and no names. Each figure is the
 * median of twenty runs, turn by turn. The last is a keystroke in that text: one letter, there and gone again.
 */
import { news, wordsIn } from '../texts/news.mjs';
import { bundled, median, onEmptyDesk, tell } from './figures.mjs';

const WORDS = 10_000;
const RUNS = 20;

/** What is asked of wiremark: words a second with the model and without, and how many times as fast as compromise. */
const BARS = { model: 40_000, lexicon: 500_000, compromise: 2 };

/** What a keystroke may take, in milliseconds. */
const BAR_OF_A_KEYSTROKE = 3;

const bundle = await bundled('readers.mjs', 'readers');
await onEmptyDesk(async (page) => {
  await page.evaluate(bundle);
  const text = news(wordsIn, WORDS);
  const words = wordsIn(text);
  const { readings, keystrokes } = await page.evaluate(measure, text, RUNS);
  const rates = Object.fromEntries(Object.entries(readings).map(([name, times]) => [name, words / (median(times) / 1000)]));
  console.log(`names read in Chromium, one thread, ${words} words, words a second (median of ${RUNS}):`);
  for (const [name, rate] of Object.entries(rates)) console.log(`  ${name}: ${Math.round(rate).toLocaleString('en')}`);
  const { 'with the model': withModel = 0, 'lexicon alone': alone = 0, compromise = 0 } = rates;
  tell(`with the model at least ${BARS.model}`, withModel >= BARS.model);
  tell(`lexicon alone at least ${BARS.lexicon}`, alone >= BARS.lexicon);
  const times = withModel / compromise;
  tell(`${times.toFixed(1)} times compromise, at least ${BARS.compromise}`, times >= BARS.compromise);
  tell(`a keystroke takes ${median(keystrokes).toFixed(2)} ms, at most ${BAR_OF_A_KEYSTROKE}`, median(keystrokes) <= BAR_OF_A_KEYSTROKE);
});

/**
 * Runs in the page.
 *
 * @param {string} text
 * @param {number} runs
 */
async function measure(text, runs) {
  const script = '/pkg/engine.js';
  /** @type {typeof import('../../pkg/engine.js')} */
  const { openCore } = await import(script);
  const { Desk } = await openCore({});
  const bytes = async (/** @type {string} */ file) => new Uint8Array(await (await fetch(`/pkg/${file}`)).arrayBuffer());
  const [lexicon, model] = await Promise.all([bytes('lexicon.bin'), bytes('model.bin')]);
  /** @param {boolean} withModel */
  const openDesk = (withModel) => {
    const desk = new Desk();
    desk.loadLexicon(lexicon);
    if (withModel) desk.loadModel(model);
    return desk;
  };
  /** @type {Record<'compromise' | 'wink', (text: string) => readonly unknown[]>} */
  const peers = /** @type {any} */ (globalThis).readers.readers;
  /** @type {Record<string, number[]>} */
  const readings = {};
  /** @param {string} name @param {() => { length: number }} read */
  const time = (name, read) => {
    const began = performance.now();
    const found = read();
    (readings[name] ??= []).push(performance.now() - began);
    if (found.length === 0) throw new Error(`${name} found nothing`);
  };
  for (let run = 0; run < runs; run += 1) {
    for (const withModel of [true, false]) {
      const desk = openDesk(withModel);
      time(withModel ? 'with the model' : 'lexicon alone', () => {
        desk.add('', text);
        return desk.report().entities;
      });
      desk.free();
    }
    for (const [name, read] of Object.entries(peers)) time(name, () => read(text));
  }
  const desk = openDesk(true);
  const article = desk.add('', text);
  const middle = text.indexOf(' ', text.length / 2);
  const typed = `${text.slice(0, middle)}x${text.slice(middle)}`;
  const keystrokes = [];
  for (let run = 0; run < 2 * runs; run += 1) {
    const began = performance.now();
    desk.setText(article, run % 2 === 0 ? typed : text);
    desk.report();
    keystrokes.push(performance.now() - began);
  }
  return { readings, keystrokes };
}
