/** What a core can be loaded from, and what is said of what it cannot be loaded from. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annotate, load, LoadError } from '../../pkg/index.js';
import { bytes, FIRST, sources } from './package.mjs';

const { wasm, lexicon } = sources;
const data = (/** @type {Uint8Array} */ bytes) => `data:application/octet-stream;base64,${Buffer.from(bytes).toString('base64')}`;

/** @type {[string, import('../../pkg/index.js').Sources][]} */
const READABLE = [
  ['views of bytes', { wasm, lexicon }],
  ['buffers', { wasm: new Uint8Array(wasm).buffer, lexicon: new Uint8Array(lexicon).buffer }],
  ['answers of fetch', { wasm: new Response(wasm, { headers: { 'content-type': 'application/wasm' } }), lexicon: new Response(lexicon) }],
  ['addresses', { wasm: data(wasm), lexicon: new URL(data(lexicon)) }],
  ['a compiled module', { wasm: new WebAssembly.Module(wasm), lexicon }],
  ['promises', { wasm: WebAssembly.compile(wasm), lexicon: Promise.resolve(lexicon) }],
];
for (const [what, from] of READABLE) {
  test(`a core is loaded from ${what}`, async () => {
    const core = await load(from);
    const { entities } = await annotate(FIRST, { core });
    assert.ok(entities.some(({ name }) => name === 'Bergen'));
    core.dispose();
  });
}

/** @type {[string, () => import('../../pkg/index.js').Sources, RegExp][]} */
const UNREADABLE = [
  ['an address where nobody is', () => ({ ...sources, lexicon: 'http://127.0.0.1:1/lexicon.bin' }), /http:\/\/127\.0\.0\.1:1\/lexicon\.bin.*load\(\)/],
  ['a refusal', () => ({ ...sources, lexicon: new Response('', { status: 404 }) }), /404/],
  ['a promise that is broken', () => ({ ...sources, lexicon: Promise.reject(new Error('no licence')) }), /no licence/],
  ['what is no lexicon', () => ({ ...sources, lexicon: new Uint8Array([1, 2, 3]) }), /lexicon.*one version/],
  ['what is no model', () => ({ ...sources, model: new Uint8Array([1, 2, 3]) }), /model.*one version/],
];
for (const [what, from, said] of UNREADABLE) {
  test(`${what} is a LoadError that says so`, async () => {
    await assert.rejects(load(from()), (error) => {
      assert.ok(error instanceof LoadError);
      assert.match(error.message, said);
      return true;
    });
  });
}
