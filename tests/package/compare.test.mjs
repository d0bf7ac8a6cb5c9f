/** Two texts compared, through the package as a host would load it. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, test } from 'node:test';
import { loadCompare } from '../../pkg/index.js';

/** @type {(first: string, second: string) => import('../../pkg/index.js').Finding[]} */
let compare;

before(async () => {
  const wasm = await readFile(new URL('../../pkg/wiremark_core_bg.wasm', import.meta.url));
  compare = await loadCompare({ wasm });
});

/**
 * The text of each finding in both texts.
 * @param {string} first
 * @param {string} second
 */
function found(first, second) {
  return compare(first, second).map(({ kind, a, b }) => [
    kind,
    first.slice(a.start, a.end),
    second.slice(b.start, b.end),
  ]);
}

const COPIED = 'Divers reached the sunken ferry at dawn and raised its bell 🔔 from the mud.';
const STATED = 'The harbour company said on Tuesday that 40 passengers had been aboard when the storm came.';

test('a copied sentence is verbatim, wherever it stands', () => {
  assert.deepEqual(found(`${COPIED} Nobody was hurt.`, `Nothing more is known. ${COPIED}`), [
    ['verbatim', COPIED, COPIED],
  ]);
});

test('a figure that differs is told beside the edited passage', () => {
  const updated = STATED.replace('40', '52');
  assert.deepEqual(found(`${COPIED}\n\n${STATED}`, `${COPIED}\n\n${updated}`), [
    ['verbatim', COPIED, COPIED],
    ['edited', STATED, updated],
    ['figure', '40 passengers', '52 passengers'],
  ]);
});

test('texts that share nothing have no findings', () => {
  assert.deepEqual(compare(COPIED, 'Figs grow well on poor soil, gardeners in Wales have found.'), []);
  assert.deepEqual(compare('', ''), []);
});
