/** What is disposed of is gone: neither the memory of WebAssembly nor that of JavaScript grows. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Desk, load } from '../../pkg/index.js';
import { FIRST, SECOND, sources } from './package.mjs';

setFlagsFromString('--expose-gc');
/** @type {() => void} */
const collect = runInNewContext('gc');

/** Before these, memory is what is needed at once, and whatever is kept for later. */
const FIRST_ROUNDS = 1_000;

/** What the heap may grow by, in bytes: 9,000 rounds that left 100 bytes each would show. */
const NOISE = 900_000;

/** @type {WebAssembly.Memory} */
let memory;

before(() => {
  const { instantiate } = WebAssembly;
  // The package keeps the instance to itself.
  WebAssembly.instantiate = /** @type {any} */ (
    async (/** @type {any} */ code, /** @type {any} */ imports) => {
      const made = /** @type {any} */ (await instantiate(code, imports));
      ({ memory } = (made.instance ?? made).exports);
      return made;
    }
  );
});

/**
 * What is in use after so many rounds, in bytes.
 * @param {number} rounds
 * @param {() => Promise<void>} round
 */
async function after(rounds, round) {
  for (let done = 0; done < rounds; done += 1) await round();
  collect();
  await new Promise((resolve) => setImmediate(resolve));
  collect();
  return { wasm: memory.buffer.byteLength, heap: process.memoryUsage().heapUsed };
}

test('10,000 desks come and go', async () => {
  const core = await load(sources);
  const round = async () => {
    const desk = new Desk();
    const [, , report] = await Promise.all([desk.add('A', FIRST), desk.add('B', SECOND), desk.report()]);
    assert.equal(report.overlaps.length, 1);
    desk.dispose();
  };
  const early = await after(FIRST_ROUNDS, round);
  const late = await after(10_000 - FIRST_ROUNDS, round);
  assert.equal(late.wasm, early.wasm);
  assert.ok(late.heap - early.heap < NOISE, `the heap grew by ${late.heap - early.heap} bytes`);
  core.dispose();
});

test('200 cores come and go, each with a desk that nobody disposed of', async () => {
  const round = async () => {
    const core = await load(sources);
    await new Desk({ core }).add('A', FIRST);
    core.dispose();
  };
  const early = await after(20, round);
  const late = await after(180, round);
  assert.equal(late.wasm, early.wasm);
  assert.ok(late.heap - early.heap < NOISE, `the heap grew by ${late.heap - early.heap} bytes`);
});
