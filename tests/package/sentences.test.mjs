/** The sentences of a text, through the package as a host would load it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { LoadError, loadSentences } from '../../pkg/index.js';

/** @type {(text: string) => Uint32Array} */
let sentences;

before(async () => {
  await assert.rejects(
    loadSentences({ wasm: 'http://127.0.0.1:1/core.wasm' }),
    (error) => error instanceof LoadError && /core\.wasm.*load\(\)/.test(error.message),
    'a missing core is named, with the mend',
  );
  const wasm = readFileSync(new URL('../../pkg/wiremark_core_bg.wasm', import.meta.url));
  sentences = await loadSentences({ wasm });
});

/** @param {string} text */
function split(text) {
  const offsets = sentences(text);
  assert.ok(offsets instanceof Uint32Array);
  return Array.from({ length: offsets.length / 2 }, (_, index) => text.slice(offsets[2 * index], offsets[2 * index + 1]));
}

test('sentences end where a reader of news sees an end', () => {
  assert.deepEqual(split('Mr. Lee left the U.S. on Dec. 16. “Why?” she asked.'), [
    'Mr. Lee left the U.S. on Dec. 16.',
    '“Why?” she asked.',
  ]);
});

// An emoji is two UTF-16 code units and four UTF-8 bytes: a mix-up of the two would show.
test('offsets are UTF-16 code units', () => {
  assert.deepEqual(split('🌉 The bridge opened. Café owners cheered.'), ['🌉 The bridge opened.', 'Café owners cheered.']);
  assert.deepEqual([...sentences('🌉.')], [0, 3]);
});

test('no text has no sentences', () => {
  assert.deepEqual([...sentences('')], []);
  assert.deepEqual([...sentences(' \n\n')], []);
});
