/** The built core, as JavaScript sees it: plain objects, offsets in UTF-16, errors that say what is wrong. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { openCore } from '../../pkg/engine.js';
import { sources } from './package.mjs';

// An emoji is two UTF-16 code units and four UTF-8 bytes: a mix-up of the two would show.
const FIRST = '🌉 A day to remember. The new bridge over the Lauter was opened on Monday by the mayor, Ada Brenner.';
const SECOND = 'The new bridge over the Lauter was opened on Monday by the mayor, Ada Brenner. It is late.';

/** @type {typeof import('../../pkg/wiremark_core.js').Desk} */
let Desk;

before(async () => {
  ({ Desk } = await openCore(sources));
});

/** Two versions of a story on a desk. */
function deskOfTwo() {
  const desk = new Desk();
  return { desk, first: desk.add('first', FIRST), second: desk.add('second', SECOND) };
}

test('a report is made of plain objects', () => {
  const { desk } = deskOfTwo();
  const report = desk.report();
  assert.equal(report.schema, 'wiremark/1');
  assert.equal(report.offsetUnit, 'utf-16');
  // A Map, an undefined field or a flattened struct gone wrong would not survive this.
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
});

test('spans lie flat in their records', () => {
  const { desk } = deskOfTwo();
  const [overlap] = desk.report().overlaps;
  assert.equal(Object.getPrototypeOf(overlap.a), Object.prototype);
  for (const [place, article] of [[overlap.a, 0], [overlap.b, 1]]) {
    assert.equal(place.article, article);
    assert.ok(place.start < place.end);
  }
});

test('offsets are UTF-16 code units', () => {
  const { desk } = deskOfTwo();
  const { articles, overlaps: [{ a, b }] } = desk.report();
  assert.equal(FIRST.slice(a.start, a.end), SECOND.slice(b.start, b.end));
  assert.equal(articles[0].sentences.at(-1)[1], FIRST.length);
});

test('an edit changes the report, and an article can be taken away', () => {
  const { desk, second } = deskOfTwo();
  desk.setText(second, 'Nothing is shared any more.');
  assert.deepEqual(desk.report().overlaps, []);
  desk.remove(second);
  assert.equal(desk.report().articles.length, 1);
});

test('a report says the same piece by piece as at once, and keeps the objects of what did not change', () => {
  const { desk, first, second } = deskOfTwo();
  const third = desk.add('third', 'Snow fell in Bergen on Tuesday. The mayor, Ada Brenner, opened the new bridge over the Lauter.');
  let last = desk.report();
  /** @type {[number, string][]} */
  const edits = [
    [first, `${FIRST} Ada Brenner was late.`],
    [third, 'Snow fell in Bergen.'],
    [second, `Ana Lima saw it. ${SECOND}`],
    [second, ''],
    [first, FIRST],
  ];
  const texts = new Map([[first, FIRST], [second, SECOND], [third, '']]);
  for (const [article, text] of edits) {
    texts.set(article, text);
    desk.setText(article, text);
    const report = desk.report();
    if (article !== third) assert.equal(report.articles[2], last.articles[2]);
    // A caller that sorts its list does not disturb the next report.
    report.entities.reverse();
    last = desk.report();
    assert.equal(last.articles[0], report.articles[0]);
  }
  const fresh = new Desk();
  for (const [article, name] of new Map([[first, 'first'], [second, 'second'], [third, 'third']])) {
    fresh.add(name, texts.get(article) ?? '');
  }
  assert.deepEqual(last, fresh.report());
});

test('an error says what is wrong', () => {
  const { desk, first } = deskOfTwo();
  desk.remove(first);
  assert.throws(() => desk.setText(first, ''), /no article 0/);
});

test('what is not a lexicon is refused', () => {
  assert.throws(() => new Desk().loadLexicon(new Uint8Array([1, 2, 3])), /lexicon/);
});
