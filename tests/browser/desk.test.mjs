/** What a reader does on the page: open it, paste, type, point, click, look things up. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './harness.mjs';
import { answered, caret, frames, inside, painted, panes, paste, pasteStory, report, texts, whereIs } from './page.mjs';

/** Five versions of one small story; the second sentence of D is its own. */
const STORY = [
  'The city council closed the old harbour bridge on Monday after engineers found cracks in two of its pillars.\n\nMayor Ada Brenner said the repair would take six weeks.',
  'The city council closed the old harbour bridge on Tuesday after engineers found cracks in two of its pillars.\n\nMayor Ada Brenner said the repair would take six weeks.',
  'Cracks were found.\n\nThe city council closed the old harbour bridge on Monday after engineers found cracks in two of its pillars.',
  'A choir sang in the old town hall. Mayor Ada Brenner said the repair would take eight weeks.',
  'Mayor Ada Brenner said the repair would take six weeks.\n\nThe city council closed the old harbour bridge on Monday after engineers found cracks in two of its pillars.',
];

/** The groups of the list of entities that hold names, and not dates or figures. */
const NAMES = 'tbody:not(:has(.date, .figure))';

inEachBrowser((open) => {
  /** Opens an empty desk and pastes the story into five panes. */
  async function openStory() {
    const visit = await open('/?empty', { width: 1440, height: 900 });
    await pasteStory(visit.page, STORY);
    return visit;
  }

  test('the first visit opens with the sample, annotated', async () => {
    const { page, problems, foreign, screenshot } = await open('/', { width: 1440, height: 900 });
    await answered(page);
    const { articles, overlaps, coverage } = await report(page);
    assert.equal(articles.length, 5);
    assert.ok(overlaps.length >= 10, `${overlaps.length} overlaps`);
    assert.equal(coverage.length, 5);
    assert.ok((await painted(page, 'edited', 0)).length > 0);
    await page.waitForFunction(() => /^Compared 5 articles/.test(document.querySelector('#status')?.textContent ?? ''));
    await screenshot('sample');
    assert.deepEqual(problems, []);
    assert.deepEqual(foreign, []);
  });

  test('five pasted articles light up, and typing one word changes it', async () => {
    const { page, problems, foreign, screenshot } = await openStory();
    const [first = ''] = STORY[0]?.split('\n\n') ?? [];
    assert.deepEqual(await texts(page), STORY);
    assert.ok((await painted(page, 'verbatim', 0)).includes(first), 'A shares its first sentence with C and E');
    assert.deepEqual(
      (await painted(page, 'verbatim', 3)).filter((words) => words.includes('choir')),
      [],
    );
    await screenshot('five-articles');

    await caret(page, 2, (STORY[2] ?? '').indexOf('closed'));
    await page.keyboard.type('abruptly ');
    await answered(page);
    const changed = (await painted(page, 'edited', 2)).join(' ');
    assert.match(changed, /council abruptly closed/);
    const { overlaps } = await report(page);
    const pair = overlaps.find(({ a, b }) => a.article === 0 && b.article === 2);
    assert.equal(pair?.kind, 'edited');
    const [insertion] = pair?.edits ?? [];
    assert.equal((await texts(page))[2]?.slice(insertion?.b.start, insertion?.b.end), 'abruptly');
    await screenshot('five-articles-typed');
    assert.deepEqual(problems, []);
    assert.deepEqual(foreign, []);
  });

  test('undo and redo stay native', async () => {
    const { page } = await open('/?empty');
    await paste(page, 0, 'The mayor opened the bridge on Monday.');
    await answered(page);
    await page.keyboard.type(' Twice.');
    await answered(page);
    for (let press = 0; press < 10 && (await texts(page))[0] !== ''; press += 1) {
      await page.keyboard.down('Control');
      await page.keyboard.press('z');
      await page.keyboard.up('Control');
    }
    assert.equal((await texts(page))[0], '');
    await answered(page);
    assert.deepEqual((await report(page)).articles[0]?.sentences, []);
  });

  test('pointing at a passage lights its counterparts and says what changed', async () => {
    const { page, screenshot } = await openStory();
    const { x, y } = await whereIs(page, 1, 'closed the old harbour');
    await page.mouse.move(x, y, { steps: 3 });
    await page.waitForFunction(() => document.querySelector('#inspector button'));
    await frames(page, 2);
    const lit = await Promise.all([0, 2, 4].map((pane) => painted(page, 'lit-edited', pane)));
    for (const words of lit) assert.match(words.join(), /closed the old harbour bridge on Monday/);
    assert.deepEqual(await painted(page, 'changed', 1), ['Tuesday']);
    assert.deepEqual(await painted(page, 'changed', 0), ['Monday']);
    const said = await page.$eval('#inspector', ({ textContent }) => textContent);
    assert.match(said ?? '', /Article A edited.*Tuesday → Monday/);
    await screenshot('counterparts');

    await page.mouse.move(2, 2);
    await frames(page, 3);
    assert.deepEqual(await painted(page, 'lit-edited', 0), []);
  });

  test('Ctrl+Enter goes to the counterpart, and so does a button', async () => {
    const { page } = await openStory();
    await caret(page, 3, (STORY[3] ?? '').indexOf('eight'));
    await page.waitForFunction(() => document.querySelector('#inspector button'));
    await page.keyboard.down('Control');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Control');
    const place = () =>
      page.evaluate(() => {
        const all = [...document.querySelectorAll('textarea')];
        const at = all.findIndex((textarea) => textarea === document.activeElement);
        return { at, words: all[at]?.value.slice(all[at]?.selectionStart).slice(0, 17) };
      });
    assert.deepEqual(await place(), { at: 4, words: 'Mayor Ada Brenner' });
    assert.deepEqual(await texts(page), STORY, 'the key wrote nothing');

    await page.waitForFunction(() => document.querySelector('#inspector button'));
    await page.hover('#inspector button');
    // A slow press takes the caret out of the text before it is a click.
    await page.mouse.down();
    await frames(page, 3);
    await page.mouse.up();
    assert.notEqual((await place()).at, 4);
    assert.equal((await place()).words, 'Mayor Ada Brenner');
  });

  test('the closest counterpart is named first, and its edits are shown', async () => {
    const { page } = await open('/?sample', { width: 1440, height: 900 });
    await answered(page);
    await caret(page, 0, 60);
    await page.waitForSelector('#inspector .changes');
    const said = await page.$$eval('#inspector .counterpart', (all) => all.map(({ textContent }) => textContent ?? ''));
    const kinds = said.map((text) => ['verbatim', 'edited', 'rewritten'].findIndex((kind) => text.includes(kind))).filter((kind) => kind >= 0);
    assert.ok(new Set(kinds).size === 3, said.join());
    assert.deepEqual(kinds, kinds.toSorted());
    assert.match(await page.$eval('#inspector .changes', ({ textContent }) => textContent ?? ''), /almost three → four/);
  });

  test('a click brings the counterparts into view', async () => {
    const { page } = await open('/?empty', { width: 1200, height: 800 });
    const shared = 'The city council closed the old harbour bridge on Monday after engineers found cracks.';
    const filler = 'Nobody knew what the weather would bring.\n\n'.repeat(80);
    await paste(page, 0, shared);
    await paste(page, 1, filler + shared);
    await answered(page);
    const scrolled = () => page.$$eval('.pane-scroll', (all) => all[1]?.scrollTop ?? -1);
    await page.$$eval('.pane-scroll', (all) => all[1]?.scrollTo(0, 0));
    assert.equal(await scrolled(), 0);
    const { x, y } = await whereIs(page, 0, 'city council');
    await page.mouse.click(x, y);
    await frames(page, 2);
    assert.ok((await scrolled()) > 500);
    assert.match((await painted(page, 'lit-verbatim', 1)).join(), /city council/);
  });

  test('only what is in view is registered', async () => {
    const { page } = await open('/?empty', { width: 1200, height: 800 });
    const lines = Array.from(
      { length: 600 },
      (_, n) => `Council paper ${n + 1} says the bridge over the river will be closed for repair.`,
    );
    await page.evaluate((text) => {
      for (const textarea of document.querySelectorAll('textarea')) {
        textarea.value = text;
        textarea.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
      }
    }, lines.join('\n'));
    await answered(page);
    const { overlaps } = await report(page);
    const covered = overlaps.reduce((sum, { a }) => sum + a.end - a.start, 0);
    assert.ok(covered > 20_000, 'the whole text is shared');
    const inView = (await painted(page, 'verbatim', 0)).join('');
    assert.ok(inView.length > 0 && inView.length < covered / 5, `${inView.length} of ${covered} characters`);
    assert.match(inView, /paper 1 says/);
    await page.$$eval('.pane-scroll', (all) => all[0]?.scrollTo(0, 1e6));
    await frames(page, 4);
    assert.match((await painted(page, 'verbatim', 0)).join(''), /paper 600 says/);
  });

  test('a word of the legend hides its whole group, and the choice outlasts the visit', async () => {
    const { page } = await openStory();
    const shown = () => page.$$eval('#legend input:checked', (boxes) => boxes.map((box) => /** @type {HTMLInputElement} */ (box).value));
    const before = await shown();
    await page.click('[data-words=legendShared]');
    assert.deepEqual(await shown(), before.filter((value) => !['verbatim', 'edited', 'rewritten', 'moved'].includes(value)));
    await frames(page, 3);
    assert.deepEqual(await painted(page, 'verbatim', 0), []);
    await page.reload();
    await answered(page);
    await page.click('[data-words=legendNamed]');
    assert.deepEqual(await shown(), ['quote-change', 'number-difference', 'boilerplate']);
    for (const group of ['legendShared', 'legendNamed']) await page.click(`[data-words=${group}]`);
    assert.deepEqual(await shown(), before);
  });

  test('the legend hides a layer and shows it again', async () => {
    const { page } = await openStory();
    assert.ok((await painted(page, 'verbatim', 0)).length > 0);
    await page.click('input[value=verbatim]');
    await frames(page, 3);
    assert.deepEqual(await painted(page, 'verbatim', 0), []);
    await page.click('input[value=verbatim]');
    await frames(page, 3);
    assert.ok((await painted(page, 'verbatim', 0)).length > 0);
  });

  test('names, removing, emptying and bringing back', async () => {
    const { page } = await openStory();
    await page.click('.pane-name');
    await page.keyboard.type('Agency');
    await page.waitForFunction(() => /** @type {any} */ (globalThis).wiremark.report.articles[0].name === 'Agency');
    await page.waitForFunction(() => /Agency/.test(document.querySelector('#coverage')?.shadowRoot?.textContent ?? ''));

    await page.click('.pane:nth-child(2) .remove');
    await answered(page);
    assert.deepEqual(
      await texts(page),
      STORY.filter((_, index) => index !== 1),
    );
    assert.equal((await report(page)).articles.length, 4);
    await page.click('#notice button');
    await answered(page);
    assert.deepEqual(await texts(page), STORY);
    assert.equal((await report(page)).articles[0]?.name, 'Agency');

    await page.click('#empty-desk');
    await answered(page);
    assert.deepEqual(await texts(page), ['', '']);
    assert.deepEqual((await report(page)).overlaps, []);
    await page.click('#notice button');
    await answered(page);
    assert.deepEqual(await texts(page), STORY);
  });

  test('there are never more than eight panes', async () => {
    const { page } = await open('/?empty');
    await panes(page, 8);
    assert.equal(
      await page.$eval('#add-article', (button) => /** @type {HTMLButtonElement} */ (button).disabled),
      true,
    );
    assert.equal((await texts(page)).length, 8);
  });

  test('the coverage table shows the report', async () => {
    const { page } = await openStory();
    const { coverage } = await report(page);
    const expected = coverage.map((row, i) =>
      row.map((share, j) => (i === j ? '·' : `${Math.round(share * 100)}\u202f%`)),
    );
    await inside(page, '#coverage >>> td');
    await page.waitForFunction(
      (expected) =>
        JSON.stringify(
          [...(document.querySelector('#coverage')?.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map((row) =>
            [...row.querySelectorAll('td')].map((cell) => cell.textContent),
          ),
        ) === expected,
      { timeout: 5000 },
      JSON.stringify(expected),
    );
  });

  test('the entity list counts the mentions of each name in each article', async () => {
    const { page } = await openStory();
    const { entities } = await report(page);
    assert.ok(entities.length > 0);
    const expected = entities.map(({ name, mentions }) => {
      const counts = STORY.map((_, article) => mentions.filter((mention) => mention.article === article).length);
      return [name, ...counts.map((count) => (count > 0 ? String(count) : '—'))];
    });
    const rows = () =>
      page.$$eval(`#entities >>> ${NAMES} tr:has(td)`, (all) =>
        // The last cell holds the button that corrects.
        all.map((row) => [...row.children].slice(0, -1).map((cell) => cell.textContent ?? '')),
      );
    // The panels follow the highlights after a pause.
    await page.waitForFunction(
      (names, count) => document.querySelector('#entities')?.shadowRoot?.querySelectorAll(`${names} tr:has(td)`).length === count,
      {},
      NAMES,
      entities.length,
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual((await rows()).sort(), expected.sort());
    const alone = entities.filter(({ mentions }) => new Set(mentions.map(({ article }) => article)).size === 1);
    const marked = await page.$$eval(`#entities >>> ${NAMES} .alone`, (cells) => cells.map((cell) => cell.closest('tr')?.firstChild?.textContent));
    assert.deepEqual(marked.sort(), alone.map(({ name }) => name).sort(), 'marked is what only one article names');
  });

  test('the passages are listed, and pressing one lights both sides', async () => {
    const { page } = await openStory();
    await inside(page, '#passages >>> button');
    const { overlaps } = await report(page);
    const listed = await page.$$eval('#passages >>> li', (all) => all.length);
    assert.ok(listed >= Math.min(overlaps.length, 100));
    await page.$$eval('#passages >>> button', (all) =>
      all.find(({ textContent }) => textContent?.includes('verbatim'))?.click(),
    );
    await frames(page, 3);
    const lit = (await Promise.all(STORY.map((_, pane) => painted(page, 'lit-verbatim', pane)))).filter(
      ({ length }) => length > 0,
    );
    assert.equal(lit.length, 2);
  });
});
