/** The findings: what an editor must look at first, in words. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './harness.mjs';
import { answered, caret, frames, inside, painted, paste, pasteStory } from './page.mjs';

/** Three versions of one speech: one changes a word of the quote, one only reports it, and the figures do not agree. */
const STORY = [
  'GENOA, May 3 (Northwire) - The port authority will close the eastern dock on Friday, its director Carla Bossi said on Wednesday. The work will cost 40 million euros.\n\n"What we see here is a dangerous expansion of private traffic in a public harbour," Bossi said.\n\nTwo ferries were moved to the western dock.',
  'GENOA, May 3 (Meridian) - The port authority will close the eastern dock on Friday, its director Carla Bossi said on Wednesday. The work will cost 60 million euros.\n\n"What we see here is a dangerous escalation of private traffic in a public harbour," Bossi said.',
  'GENOA, May 3 (Coast) - The port authority will close the eastern dock on Friday, its director Carla Bossi said on Wednesday. The work will cost 40 million euros.\n\nBossi said they were seeing a dangerous expansion of private traffic in a public harbour.',
];

inEachBrowser((open) => {
  /** Opens the story, and waits for its findings. */
  async function openStory() {
    const visit = await open('/?empty', { width: 1440, height: 900 });
    await pasteStory(visit.page, STORY);
    await visit.page.waitForFunction(() => (document.querySelector('#findings')?.shadowRoot?.querySelectorAll('.finding mark').length ?? 0) >= 4);
    return visit;
  }

  /** @param {import('puppeteer-core').Page} page */
  const listed = (page) =>
    page.$$eval('pierce/.finding', (all) =>
      all.map((item) => ({
        title: item.querySelector('b')?.textContent ?? '',
        versions: [...item.querySelectorAll('.version')].map((version) => version.querySelector('q')?.textContent ?? ''),
        marked: [...item.querySelectorAll('mark')].map(({ textContent }) => textContent),
        ticked: item.classList.contains('ticked'),
      })),
    );

  test('one changed quote is one finding, with every version and the words that changed', async () => {
    const { page, problems, screenshot } = await openStory();
    const [first, ...rest] = await listed(page);
    assert.equal(first?.title, 'Quote with other words');
    assert.equal(first?.versions.length, 3);
    assert.ok(first?.marked.includes('expansion') && first.marked.includes('escalation'), first?.marked.join());
    const figures = rest.find(({ title }) => title === 'Figures that cannot both be right');
    assert.match(figures?.marked.join() ?? '', /40 million euros.*60 million euros/);
    assert.equal(rest.at(-1)?.title, 'Said only here');
    assert.match(rest.at(-1)?.versions.join() ?? '', /Two ferries/);
    assert.match(await page.$eval('#findings >>> .hint', ({ textContent }) => textContent ?? ''), /^\d quotes? changed, 1 figure differs\.$/);
    await screenshot('findings');
    assert.deepEqual(problems, []);
  });

  test('a press lights every version; a tick folds the finding and keeps the focus', async () => {
    const { page } = await openStory();
    await page.click('pierce/.version');
    await frames(page, 3);
    const lit = await Promise.all(STORY.map((_, pane) => painted(page, 'lit', pane)));
    assert.ok(lit.every((words) => words.join(' ').includes('dangerous')), JSON.stringify(lit));

    await page.focus('pierce/.tick');
    await page.keyboard.press(' ');
    const [first] = await listed(page);
    assert.ok(first?.ticked);
    assert.match(await page.$eval('#findings >>> .hint', ({ textContent }) => textContent ?? ''), / 1 of \d findings ticked off\.$/);
    assert.equal(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.matches('.finding input')), true);

    // An edit elsewhere leaves the tick; one in the quote makes it a new finding.
    await caret(page, 0, STORY[0]?.length ?? 0);
    await page.keyboard.type(' A crane fell into the water at noon.');
    await answered(page);
    await page.waitForFunction(() => document.querySelector('#findings')?.shadowRoot?.textContent?.includes('A crane fell'));
    assert.ok((await listed(page))[0]?.ticked);
    await caret(page, 0, STORY[0]?.indexOf('private traffic') ?? 0);
    await page.keyboard.type('heavy ');
    await answered(page);
    await page.waitForFunction(() => document.querySelector('#findings')?.shadowRoot?.textContent?.includes('heavy private'));
    assert.ok(!(await listed(page))[0]?.ticked);
  });

  test('what is said of whole articles shows where it is seen', async () => {
    const { page } = await open('/?sample', { width: 1440, height: 900 });
    await answered(page);
    const shows = '#findings >>> [aria-label="Likely source: Show where"]';
    await inside(page, shows);
    await page.click(shows);
    await frames(page, 3);
    const lit = await Promise.all([0, 1, 2, 3, 4].map((pane) => painted(page, 'lit', pane)));
    assert.ok(lit.filter(({ length }) => length > 0).length > 1, JSON.stringify(lit));
  });

  test('nothing to find is said plainly', async () => {
    const { page } = await open('/?empty', { width: 1440, height: 900 });
    const text = 'The ferry sailed at noon on Monday with forty passengers.';
    for (const pane of [0, 1]) await paste(page, pane, text);
    await answered(page);
    await page.waitForFunction(() => /^No quote changed/.test(document.querySelector('#findings')?.shadowRoot?.querySelector('.list')?.textContent ?? ''));
  });
});
