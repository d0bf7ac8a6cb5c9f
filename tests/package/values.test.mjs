/** Dates and figures as the list of entities has them, from reports of the package itself. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { compare, load } from '../../pkg/index.js';
import { valuesOf } from '../../www/element/values.js';
import { sources } from './package.mjs';

const TEXTS = [
  'GENOA, May 3, 2024 (Wire) - The ferry sailed on Friday with more than 10,000 letters and 40 passengers. It was built in 1998.',
  'GENOA, 3 May 2024 (Post) - Some 10,000 letters were on the ferry. One of 40 passengers paid 12 million euros, some 30% of it in June.',
];

before(() => load(sources));

/** Every value with how often each article has it. */
async function counted() {
  const values = valuesOf(await compare(TEXTS));
  return values.map(({ kind, name, value, mentions }) => [kind, name, value, TEXTS.map((_, index) => mentions.filter(({ article }) => article === index).length)]);
}

test('one value in several wordings is one, dates in their order and figures by size', async () => {
  assert.deepEqual(await counted(), [
    ['date', '1998', '1998', [1, 0]],
    ['date', 'June', '2023-06', [0, 1]],
    ['date', 'May 3, 2024', '2024-05-03', [2, 1]],
    ['figure', '12 million euros', undefined, [0, 1]],
    ['figure', 'more than 10,000 letters', undefined, [1, 0]],
    ['figure', 'Some 10,000 letters', undefined, [0, 1]],
    ['figure', '40 passengers', undefined, [1, 1]],
    ['figure', 'some 30%', undefined, [0, 1]],
  ]);
});

test('a week stands among the days', () => {
  const mention = (/** @type {string} */ value) => /** @type {const} */ ({ kind: 'date', text: value, value, start: 0, end: 1, confidence: 1 });
  const mentions = ['2024-12-01', '2024-W45', '2024-10', '2024-11-20'].map(mention);
  const report = /** @type {any} */ ({ articles: [{ mentions, quantities: [] }] });
  assert.deepEqual(valuesOf(report).map(({ name }) => name), ['2024-10', '2024-W45', '2024-11-20', '2024-12-01']);
});

test('every mention of a date or figure stands in one value', async () => {
  const report = await compare(TEXTS);
  const listed = valuesOf(report).flatMap(({ mentions }) => mentions.map(({ article, start, end }) => `${article} ${start} ${end}`));
  const marked = report.articles.flatMap(({ mentions }, article) =>
    mentions.filter(({ entity }) => entity === undefined).map(({ start, end }) => `${article} ${start} ${end}`),
  );
  assert.deepEqual(listed.sort(), marked.sort());
});

test('articles without any have none', async () => {
  assert.deepEqual(valuesOf(await compare(['Nobody came.', ''])), []);
});
