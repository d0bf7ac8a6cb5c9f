/** Names that are probable and not sure look otherwise, in the text and in the list. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './harness.mjs';
import { answered, painted, report } from './page.mjs';

const SURE = 0.9;

inEachBrowser((open) => {
  test('a name is painted, and listed, as sure as it is', async () => {
    const { page, problems } = await open('/?sample');
    await answered(page);
    const { articles, entities } = await report(page);

    const texts = await page.$$eval('.pane textarea', (all) => all.map(({ value }) => value));
    let doubted = 0;
    for (const [pane, { mentions }] of articles.entries()) {
      const unsure = await painted(page, 'organisation-unsure', pane);
      const sure = await painted(page, 'organisation', pane);
      for (const { kind, start, end, confidence } of mentions) {
        if (kind !== 'organisation') continue;
        const name = texts[pane]?.slice(start, end) ?? '';
        // A name may be out of view; what is in view is painted in one way.
        if (![...unsure, ...sure].includes(name)) continue;
        assert.ok((confidence >= SURE ? sure : unsure).includes(name), `${name}, ${confidence}`);
        if (confidence < SURE) doubted += 1;
      }
    }
    assert.ok(doubted > 0, 'the sample has an organisation in view that is not sure');

    const surest = entities.map((_, entity) =>
      Math.max(...articles.flatMap(({ mentions }) => mentions.filter((it) => it.entity === entity).map((it) => it.confidence))),
    );
    const expected = entities.filter((_, entity) => (surest[entity] ?? 0) < SURE).map(({ name }) => name);
    // The list follows the highlights after a pause.
    await page.waitForFunction(
      (count) => document.querySelector('#entities')?.shadowRoot?.querySelectorAll('tr:has(.unsure)').length === count,
      { polling: 50 },
      expected.length,
    );
    const marked = await page.$$eval('#entities >>> tr:has(.unsure) th button', (all) => all.map(({ firstChild }) => firstChild?.textContent));
    assert.deepEqual(marked.sort(), expected.sort());
    assert.deepEqual(problems, []);
  });

  test('the legend hides the unsure with the sure', async () => {
    const { page } = await open('/?sample');
    await answered(page);
    const count = async () => (await painted(page, 'organisation-unsure', 0)).length;
    await page.waitForFunction(() => [...CSS.highlights.keys()].some((name) => name.endsWith('-organisation-unsure')), { polling: 50 });
    await page.click('input[value=organisation]');
    await page.waitForFunction(() => ![...CSS.highlights.keys()].some((name) => name.endsWith('-organisation-unsure')), { polling: 50 });
    assert.equal(await count(), 0);
  });
});
