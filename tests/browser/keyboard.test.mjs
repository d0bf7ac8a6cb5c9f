/**
 * The whole job by keyboard alone: two articles are written, compared, corrected and handed on with no mouse, and with
 * no focus set by the test. At every stop the focus is seen.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './harness.mjs';
import { answered, frames, painted, report, texts } from './page.mjs';

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {import('puppeteer-core').KeyInput} KeyInput
 */

const FIRST = [
  'GENOA, May 3 (Wire) - The ferry sailed at noon on Monday with 40 passengers, the port authority of Genoa said.',
  'Mayor Ada Brenner said "the old harbour bridge is a danger to everybody in town" after two pillars cracked. Britain and the UK sent help to Porto.',
];
const SECOND = [
  'GENOA, May 3 (Post) - The ferry sailed at noon on Monday with 60 passengers, the port authority of Genoa said.',
  'Mayor Ada Brenner said "the old harbour bridge is a burden to everybody in town" after two pillars cracked. Lisbon beat Porto on Sunday.',
];

/**
 * What has the focus: its name as it is read out, and whether it is seen.
 * @param {Page} page
 */
function focused(page) {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    // Between the last control and the first, the browser's own have it.
    if (!element?.matches(':focus') || element === document.body) return { name: '', shown: true };
    const title = /** @type {Document | ShadowRoot} */ (element.getRootNode()).getElementById(element.getAttribute('aria-labelledby') ?? '');
    const heading = title?.querySelector('slot')?.textContent || title?.textContent;
    const label = /** @type {HTMLInputElement} */ (element).labels?.[0]?.textContent?.trim();
    const name = element.getAttribute('aria-label') || heading || label || element.textContent?.trim() || element.id;
    // A text is framed by its pane, and what opens a file is seen by its label.
    const seen = element.matches('textarea, [type=file]') ? element.closest('.pane-button, .button, .pane') : element;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(seen ?? element);
    const outlined = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    const { top, bottom, left, right } = (seen ?? element).getBoundingClientRect();
    const inView = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    return { name: name ?? '', shown: outlined && inView };
  });
}

/**
 * Presses a key, alone or as in `Shift+Tab`, and looks where the focus is then.
 * @param {Page} page
 * @param {string} chord
 */
async function press(page, chord) {
  const keys = /** @type {KeyInput[]} */ (chord.split('+'));
  const last = /** @type {KeyInput} */ (keys.pop());
  for (const key of keys) await page.keyboard.down(key);
  await page.keyboard.press(last);
  for (const key of keys.reverse()) await page.keyboard.up(key);
  const focus = await focused(page);
  assert.ok(focus.shown, `after ${chord} the focus on “${focus.name}” is seen`);
  return focus;
}

/**
 * Presses a key until the focus is on what is called so.
 * @param {Page} page
 * @param {string | RegExp} name
 * @param {string} [chord]
 */
async function reach(page, name, chord = 'Tab') {
  /** @type {string[]} */
  const passed = [];
  for (let presses = 0; presses < 60; presses += 1) {
    const focus = await press(page, chord);
    if (typeof name === 'string' ? focus.name === name : name.test(focus.name)) return focus;
    passed.push(focus.name.slice(0, 40));
  }
  assert.fail(`${chord} does not reach “${name}”, but ${passed.join(', ')}`);
}

/**
 * Waits until the page shows names, as `name: kind`, or does not show them.
 * @param {Page} page
 * @param {string[]} there
 * @param {string[]} [gone]
 */
async function names(page, there, gone = []) {
  const named = () => report(page).then(({ entities }) => entities.map(({ name, kind }) => `${name}: ${kind}`));
  let now = await named();
  for (const until = Date.now() + 10_000; Date.now() < until; now = await named()) {
    if (there.every((name) => now.includes(name)) && !gone.some((name) => now.includes(name))) return;
    await frames(page, 3);
  }
  assert.fail(`named are ${now.join(', ')}, and not ${there.join(', ')} without ${gone.join(', ')}`);
}

/**
 * Opens the correction of a name, from wherever the focus is.
 * @param {Page} page
 * @param {string} name
 */
async function correct(page, name) {
  // The list follows the text after a pause.
  await page.waitForSelector(`#entities >>> [aria-label="Correct ${name}"]`);
  await reach(page, 'Entities', 'F6');
  await reach(page, `Correct ${name}`);
  await press(page, 'Enter');
  await page.waitForFunction(() => document.querySelector('#correct')?.matches('[open]'), { polling: 50 });
}

/** @param {Page} page */
async function save(page) {
  await reach(page, 'Save');
  await press(page, 'Enter');
  await answered(page);
}

/**
 * The words at the caret of a pane.
 * @param {Page} page
 * @param {number} pane
 */
function atCaret(page, pane) {
  return page.evaluate((pane) => {
    const textarea = document.querySelectorAll('textarea')[pane];
    return textarea?.value.slice(textarea.selectionStart) ?? '';
  }, pane);
}

/** @param {Page} page @param {string} selector @param {RegExp} words */
async function says(page, selector, words) {
  return page
    .waitForFunction(
      (selector, source) => new RegExp(source).test(document.querySelector(selector)?.textContent ?? ''),
      { polling: 50, timeout: 10_000 },
      selector,
      words.source,
    )
    .catch(async () => assert.match(await page.$eval(selector, ({ textContent }) => textContent ?? ''), words));
}

inEachBrowser((open, browser) => {
  /** Two articles, written and named by keyboard. */
  async function write() {
    const visit = await open('/?empty', { width: 1440, height: 900 });
    const { page } = visit;
    if (browser === 'chromium') await page.browserContext().overridePermissions(visit.address, ['clipboard-read', 'clipboard-sanitized-write']);
    await page.waitForFunction(() => document.querySelectorAll('textarea').length === 2, { polling: 50 });
    await reach(page, 'Text of Article A', 'F6');
    await page.keyboard.type(FIRST.join('\n'));
    await reach(page, 'Name of article A', 'Shift+Tab');
    await page.keyboard.type('Wire');
    await reach(page, 'Text of Article B', 'F6');
    await page.keyboard.type(SECOND.join('\n'));
    await reach(page, 'Name of article B', 'Shift+Tab');
    await page.keyboard.type('Post');
    await answered(page);
    assert.deepEqual(await texts(page), [FIRST.join('\n'), SECOND.join('\n')]);
    // The lists follow the text after a pause, and the line of status follows them.
    const { overlaps, entities } = await report(page);
    await says(page, '#status', new RegExp(`^Compared 2 articles: ${overlaps.length} overlaps, ${entities.length} entities`));
    return visit;
  }

  test('passages are read across, and a finding is gone to, ticked off and copied', async () => {
    const { page, problems } = await write();
    await reach(page, 'Text of Wire', 'Shift+F6');
    await press(page, 'Control+Home');
    await press(page, 'F8');
    const passage = await atCaret(page, 0);
    await says(page, '#inspector', /Post (verbatim|edited|rewritten)/);
    await press(page, 'F8');
    assert.notEqual(await atCaret(page, 0), passage);
    await says(page, '#spoken', /^Post (verbatim|edited|rewritten)/);
    await press(page, 'Shift+F8');
    assert.equal(await atCaret(page, 0), passage);
    assert.equal((await press(page, 'Control+Enter')).name, 'Text of Post');
    assert.match(await atCaret(page, 1), /^The ferry/);
    await says(page, '#inspector', /Wire (verbatim|edited|rewritten)/);

    await reach(page, 'Findings', 'F6');
    await reach(page, /^Quote with other words/);
    await press(page, ' ');
    assert.ok(await page.$eval('pierce/.finding', (finding) => finding.classList.contains('ticked')));
    assert.match((await press(page, ' ')).name, /^Quote with other words/, 'the focus stays on what was ticked');
    await reach(page, /^Copy as text/);
    await press(page, 'Enter');
    await says(page, '#status', /^Copied\.$/);
    await reach(page, /Wire: .*danger/);
    await press(page, 'Enter');
    await frames(page, 3);
    assert.match((await painted(page, 'lit', 0)).join(), /danger/);
    assert.match((await painted(page, 'lit', 1)).join(), /burden/);
    assert.equal((await press(page, 'Control+Enter')).name, 'Text of Wire', 'from the list into the text');
    assert.match(await atCaret(page, 0), /^"?the old harbour/);

    await press(page, 'Control+End');
    await press(page, 'Enter');
    await press(page, 'Control+v');
    await page.waitForFunction(() => /danger_? to .*\nPost: /.test(document.querySelector('textarea')?.value ?? ''), { polling: 50 });
    assert.deepEqual(problems, []);
  });

  test('names are corrected: another kind, two made one, one parted, none at all', async () => {
    const { page, problems } = await write();
    await names(page, ['Lisbon: place', 'Porto: place', 'United Kingdom: place']);

    await correct(page, 'Lisbon');
    await reach(page, /^It is a/);
    await page.keyboard.type('organisation');
    await save(page);
    await names(page, ['Lisbon: organisation']);
    assert.equal((await focused(page)).name, 'Correct Lisbon', 'the focus is where it was');

    await correct(page, 'Porto');
    await reach(page, /^Same as/, 'Shift+Tab');
    await page.keyboard.type('Lisbon');
    await save(page);
    await names(page, ['Lisbon: organisation'], ['Porto: place']);

    await correct(page, 'United Kingdom');
    await page.keyboard.type('Britain');
    for (const spelling of ['United Kingdom', 'UK']) {
      await reach(page, spelling);
      await press(page, ' ');
    }
    await save(page);
    await names(page, ['Britain: place', 'United Kingdom: place']);

    await correct(page, 'Ada Brenner');
    await reach(page, /^It is a/);
    await page.keyboard.type('no name');
    await save(page);
    await names(page, [], ['Ada Brenner: person']);
    assert.notEqual((await focused(page)).name, '', 'the focus is not lost with the row');
    assert.deepEqual(problems, []);
  });

  test('two articles are shown alone; a pane is moved, duplicated, collapsed, removed and brought back', async () => {
    const { page, problems } = await write();
    await reach(page, 'Coverage', 'F6');
    await reach(page, /Show only what they share/);
    await press(page, 'Enter');
    await says(page, '#pair', /^Showing only what Wire and Post share/);
    assert.match((await press(page, 'Escape')).name, /Show only what they share/);
    await page.waitForFunction(() => document.querySelector('#pair')?.textContent === '', { polling: 50 });

    await reach(page, 'Text of Wire', 'F6');
    await reach(page, 'Move, duplicate or collapse Wire', 'Shift+Tab');
    await press(page, 'Enter');
    await reach(page, 'Move right');
    await press(page, 'Enter');
    await answered(page);
    assert.deepEqual(await texts(page), [SECOND.join('\n'), FIRST.join('\n')]);
    await reach(page, 'Duplicate');
    await press(page, 'Enter');
    await answered(page);
    assert.equal((await focused(page)).name, 'Text of Wire (copy)');
    assert.equal((await texts(page))[2], FIRST.join('\n'));

    await reach(page, 'Move, duplicate or collapse Wire (copy)', 'Shift+Tab');
    await press(page, 'Enter');
    await reach(page, 'Collapse');
    const folded = await press(page, 'Enter');
    assert.match(folded.name, /Wire \(copy\)/);
    assert.equal((await press(page, 'Enter')).name, 'Move, duplicate or collapse Wire (copy)');

    await reach(page, 'Remove Wire (copy)');
    await press(page, 'Enter');
    await answered(page);
    assert.equal((await texts(page)).length, 2);
    await reach(page, 'Bring back', 'F6');
    await press(page, 'Enter');
    await answered(page);
    assert.equal((await focused(page)).name, 'Text of Wire (copy)', 'the focus is on what came back');
    assert.equal((await texts(page))[2], FIRST.join('\n'));
    assert.deepEqual(problems, []);
  });

  test('the articles are read side by side, the report is copied, and the help is opened', async () => {
    const { page, problems } = await write();
    await reach(page, 'Add an article', 'F6');
    await reach(page, 'Side by side');
    await press(page, 'Enter');
    await page.waitForFunction(() => document.querySelectorAll('#aligned-grid [role=row]').length > 2, { polling: 50 });
    await reach(page, /^Passages of/, 'F6');
    await press(page, 'Tab');
    await press(page, 'ArrowDown');
    await reach(page, /The ferry/, 'ArrowUp');
    await press(page, 'ArrowRight');
    assert.equal((await press(page, 'Enter')).name, 'Text of Post');
    assert.ok(await page.$eval('#aligned', (aligned) => aligned instanceof HTMLElement && aligned.hidden));

    await reach(page, 'Add an article', 'F6');
    await reach(page, 'Export');
    await press(page, 'Enter');
    await reach(page, /^Copy: Findings for a chat/);
    await press(page, 'Enter');
    await says(page, '#status', /^Copied\.$/);
    assert.equal((await focused(page)).name, 'Export');
    await reach(page, 'Text of Wire', 'F6');
    await press(page, 'Control+End');
    await press(page, 'Control+v');
    await page.waitForFunction(() => /Quote with other words/.test(document.querySelector('textarea')?.value ?? ''), { polling: 50 });

    await reach(page, 'Add an article', 'Shift+F6');
    await reach(page, 'Help');
    await press(page, 'Enter');
    await page.waitForFunction(() => document.querySelector('#help')?.matches('[open]'), { polling: 50 });
    assert.match(await page.$eval('#keys', ({ textContent }) => textContent ?? ''), /F6, Shift\+F6/);
    assert.equal((await press(page, 'Escape')).name, 'Help');
    assert.equal(await page.$('#help[open]'), null);
    assert.ok((await report(page)).overlaps.length > 0);
    assert.deepEqual(problems, []);
  });
});
