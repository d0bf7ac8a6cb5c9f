/** The custom elements where there is no browser, and what is published about them. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { WiremarkDesk, WiremarkPanel } from '../../pkg/element/index.js';
import { faultsOf } from './typed.mjs';

/** @param {string} file */
const read = (file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

/** @type {{ modules: { path: string, declarations: any[], exports: any[] }[] }} */
const manifest = JSON.parse(read('pkg/custom-elements.json'));

const declarations = manifest.modules.flatMap((module) => module.declarations);

test('a server that renders can import them', () => {
  assert.ok(WiremarkDesk && WiremarkPanel);
  assert.equal(globalThis.customElements, undefined);
});

test('the manifest is one, and names files of the package', () => {
  assert.deepEqual(faultsOf(manifest, 'Package', "import type { Package } from 'custom-elements-manifest';"), []);
  for (const { path } of manifest.modules) read(`pkg/${path}`);
  assert.deepEqual(declarations.map(({ tagName }) => tagName).sort(), ['wiremark-desk', 'wiremark-panel']);
});

test('the manifest names every attribute that is observed, and every part that is made', () => {
  const names = (/** @type {string} */ kind) => declarations.flatMap((it) => it[kind].map((/** @type {{ name: string }} */ { name }) => name));
  const observed = [...WiremarkDesk.observedAttributes, ...WiremarkPanel.observedAttributes];
  assert.deepEqual(observed.filter((it) => !names('attributes').includes(it)), []);
  const scripts = readdirSync(new URL('../../www/element', import.meta.url), { recursive: true, encoding: 'utf8' }).filter((it) => it.endsWith('.js'));
  const parts = scripts.flatMap((script) => [...read(`www/element/${script}`).matchAll(/\bpart: '([\w-]+)'/g)].map(([, part]) => part));
  assert.ok(parts.length > 10);
  assert.deepEqual([...new Set(parts)].sort(), [...new Set(names('cssParts'))].sort());
});

test('nothing private, and nothing of our own page, is in the manifest', () => {
  const text = JSON.stringify(manifest);
  for (const word of ['"#', 'www/', 'HostElement', 'Callback']) assert.ok(!text.includes(word), word);
});
