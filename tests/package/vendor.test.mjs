/** What stands in www/vendor is what its authors publish: the version of package-lock.json, byte for byte. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

for (const [ours, theirs] of [
  ['index.js', 'dist/index.js'],
  ['index.d.ts', 'dist/index.d.ts'],
  ['LICENCE', 'LICENCE'],
]) {
  test(`idb-keyval/${ours} is theirs`, () => {
    const read = (/** @type {string} */ path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
    assert.equal(read(`www/vendor/idb-keyval/${ours}`), read(`node_modules/idb-keyval/${theirs}`));
  });
}
