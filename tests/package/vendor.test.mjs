/** What stands in www/vendor is what its authors publish: the version of package-lock.json, byte for byte. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

for (const [ours, theirs] of [
  ['idb-keyval/index.js', 'idb-keyval/dist/index.js'],
  ['idb-keyval/index.d.ts', 'idb-keyval/dist/index.d.ts'],
  ['idb-keyval/LICENCE', 'idb-keyval/LICENCE'],
  ['d3-dsv/dsv.js', 'd3-dsv/src/dsv.js'],
  ['d3-dsv/LICENSE', 'd3-dsv/LICENSE'],
  ['mammoth/mammoth.browser.min.js', 'mammoth/mammoth.browser.min.js'],
  ['mammoth/LICENSE', 'mammoth/LICENSE'],
]) {
  test(`${ours} is theirs`, () => {
    const read = (/** @type {string} */ path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
    assert.equal(read(`www/vendor/${ours}`), read(`node_modules/${theirs}`));
  });
}
