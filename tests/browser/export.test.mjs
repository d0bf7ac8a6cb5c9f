/** What leaves the page does so as files that say where they are from, and run nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './harness.mjs';
import { answered, holdDownloads, inside, paste } from './page.mjs';

const FIRST = 'GENOA, May 3 (Wire) - The ferry 🚢 sailed at noon on Monday with 40 passengers, <b>Carla Bossi</b> said.\n\n=1+1 is what the “captain” wrote in the log of the old ferry.';
const SECOND = 'GENOA, May 3 (Post) - The ferry 🚢 sailed at noon on Monday with 50 passengers, <b>Carla Bossi</b> said.';

inEachBrowser((open) => {
  test('every form holds what was found', async () => {
    const { page, problems, foreign, screenshot } = await open('/?empty', { width: 1440, height: 900 });
    await paste(page, 0, FIRST);
    await paste(page, 1, SECOND);
    await answered(page);
    const lastSaved = await holdDownloads(page);
    const tick = '#findings >>> .finding:last-child .tick';
    await inside(page, tick);
    await page.click(tick);
    await page.waitForSelector('#findings >>> .finding.ticked');
    /** @param {string} file */
    const saved = async (file) => {
      await page.click('#open-export');
      await page.waitForFunction(() => /** @type {HTMLDialogElement} */ (document.querySelector('#export')).open);
      if (file === 'report.html') await screenshot('export');
      await page.click(`[data-file="${file}"]`);
      return lastSaved();
    };

    const html = await saved('report.html');
    assert.match(html, /Figures that cannot both be right/);
    assert.ok(!html.includes('<b>Carla Bossi</b> said') && !/<script/i.test(html), 'pasted markup is text');
    assert.match(html, /default-src 'none'/);
    assert.match(html, /<th scope="row">Carla Bossi<\/th><td>1<\/td><td>1<\/td>/);
    assert.match(html, /✓ Said only here/);

    const markdown = await saved('findings.md');
    assert.match(markdown, /^### Figures that cannot both be right$/m);
    assert.match(markdown, /\*\*40 passengers\*\*/);
    assert.match(markdown, /^### ✓ Said only here$/m);

    const rows = (await saved('findings.csv')).split('\r\n');
    assert.equal(rows[0], 'finding,kind,article,words,differing,start,end,done');
    assert.ok(rows.some((row) => row.includes('Figures that cannot both be right')));
    assert.deepEqual(rows.slice(1, -1).filter((row) => row.endsWith(',x')).map((row) => row.includes('Said only here')), [true], 'what is ticked off is marked');
    assert.ok(
      rows.every((row) => !/,=/.test(row)),
      'no cell is a formula',
    );
    assert.match(await saved('names.csv'), /^Carla Bossi,person,/m);

    const { first } = JSON.parse(await saved('annotations.jsonld'));
    const points = { 'Article A': [...FIRST], 'Article B': [...SECOND] };
    assert.ok(first.items.length > 4);
    for (const { target } of first.items) {
      const [position, quote] = target.selector;
      const name = decodeURIComponent(target.source.replace('urn:wiremark:article:', ''));
      const text = points[/** @type {keyof typeof points} */ (name)];
      assert.equal(text.slice(position.start, position.end).join(''), quote.exact, 'positions are code points');
    }
    const [described] = JSON.parse(await saved('schema-org.jsonld'));
    assert.equal(described['@type'], 'NewsArticle');
    assert.ok(described.mentions.some((/** @type {{ name: string }} */ { name }) => name === 'Carla Bossi'));
    const items = JSON.parse(await saved('ninjs.json'));
    assert.deepEqual(
      items.map((/** @type {{ title: string }} */ { title }) => title),
      Object.keys(points),
    );
    assert.equal(JSON.parse(await saved('report.json')).schema, 'wiremark/1');
    assert.deepEqual(problems, []);
    assert.deepEqual(foreign, []);
  });
});
