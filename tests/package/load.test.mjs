/** What a core can be loaded from, and what is said of what it cannot be loaded from. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { load, LoadError } from '../../pkg/index.js';
import { FIRST, sources } from './package.mjs';

/** A thread has one module of WebAssembly, so each of these has a thread of its own. */
const READABLE = {
  'views of bytes': '{ wasm, lexicon }',
  buffers: '{ wasm: new Uint8Array(wasm).buffer, lexicon: new Uint8Array(lexicon).buffer }',
  'answers of fetch': '{ wasm: new Response(wasm, { headers }), lexicon: new Response(lexicon) }',
  'an answer without a type': '{ wasm: new Response(wasm), lexicon }',
  addresses: '{ wasm: address(wasm), lexicon: new URL(address(lexicon)) }',
  'a compiled module': '{ wasm: new WebAssembly.Module(wasm), lexicon }',
  promises: '{ wasm: WebAssembly.compile(wasm), lexicon: Promise.resolve(lexicon) }',
};

/**
 * The names in a text, asked of a core that was loaded from `from`, a piece of JavaScript.
 * @param {string} from
 * @param {string} [first] Done before that.
 */
function namesFrom(from, first = '') {
  const { href } = new URL('../../pkg/', import.meta.url);
  const script = `
    const { parentPort } = require('node:worker_threads');
    const { readFileSync } = require('node:fs');
    const [wasm, lexicon] = ['wiremark_core_bg.wasm', 'lexicon.bin'].map((file) => readFileSync(new URL(file, '${href}')));
    const headers = { 'content-type': 'application/wasm' };
    const address = (bytes) => 'data:application/wasm;base64,' + bytes.toString('base64');
    import('${href}index.js').then(async ({ annotate, load }) => {
      ${first}
      await load(${from});
      const { entities } = await annotate('${FIRST}');
      parentPort.postMessage(entities.map(({ name }) => name));
    });`;
  return new Promise((resolve, reject) => {
    const thread = new Worker(script, { eval: true });
    thread.on('message', resolve);
    thread.on('error', reject);
  });
}

for (const [what, from] of Object.entries(READABLE)) {
  test(`a core is loaded from ${what}`, async () => {
    assert.deepEqual(await namesFrom(from), ['Bergen']);
  });
}

test('what is no module is a LoadError, and another may be loaded after it', async () => {
  const first = `await load({ wasm: new Uint8Array([1, 2, 3]), lexicon }).then(
    () => { throw new Error('it was taken for one'); },
    (error) => { if (error.name !== 'LoadError') throw error; },
  );`;
  assert.deepEqual(await namesFrom('{ wasm, lexicon }', first), ['Bergen']);
});

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
