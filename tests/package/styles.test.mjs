/** The page has its colours and controls from style sheets, before any script; the elements have theirs in scripts. They must not drift apart. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { COLOURS } from '../../www/element/styles/colours.js';
import { HOST } from '../../www/element/styles/host.js';

/** @param {string} file */
const read = (file) => readFileSync(new URL(`../../www/page/styles/${file}`, import.meta.url), 'utf8');

const THEME = read('theme.css');

/**
 * What the custom properties of a sheet are, in the order in which they are set.
 * @param {string} sheet
 * @returns {Record<string, string>}
 */
function properties(sheet) {
  return Object.fromEntries([...sheet.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name.replace('wiremark-', ''), value]));
}

/**
 * The declarations of a sheet for each selector of it, without those in `@` rules.
 * @param {string} sheet
 * @returns {Map<string, string[]>}
 */
function rules(sheet) {
  const plain = sheet.replace(/\/\*.*?\*\//gs, '').replace(/@[^{]+\{(?:[^{}]*\{[^{}]*\})*\s*\}/g, '');
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const [, selectors = '', body = ''] of plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    // A custom property of ours says the same with its default as without.
    const said = body.replace(/var\((--wiremark-[\w-]+), light-dark\([^)]*\)\)/g, 'var($1)');
    const declarations = said.split(';').map((it) => it.replace(/\s+/g, ' ').trim()).filter(Boolean);
    for (const selector of selectors.split(',')) found.set(selector.trim(), [...(found.get(selector.trim()) ?? []), ...declarations].sort());
  }
  return found;
}

test('page and elements have the same colours, in light and in dark, and the same type', () => {
  const [light = '', dark = ''] = THEME.split('@media (prefers-color-scheme: dark)');
  const { serif, sans, ...day } = properties(light);
  assert.deepEqual(day, Object.fromEntries(Object.entries(COLOURS).map(([name, [colour]]) => [name, colour])));
  assert.deepEqual(properties(dark), Object.fromEntries(Object.entries(COLOURS).map(([name, [, colour]]) => [name, colour])));
  assert.ok(HOST.includes(`var(--wiremark-serif, ${serif})`) && HOST.includes(`var(--wiremark-sans, ${sans})`));
});

test('what both have a rule for looks the same', () => {
  const ours = rules(HOST);
  const pages = rules(`${THEME}${read('controls.css')}`);
  const both = [...ours.keys()].filter((selector) => pages.has(selector));
  for (const selector of ['button', 'button:disabled', ':focus-visible', '.hint', '.visually-hidden', '.swatch', '.swatch.edited', '.swatch.person']) {
    assert.ok(both.includes(selector), selector);
  }
  for (const selector of both) assert.deepEqual(ours.get(selector), pages.get(selector), selector);
});
