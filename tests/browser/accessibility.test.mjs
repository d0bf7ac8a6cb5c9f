/** axe-core finds nothing to mend, in light and in dark, and everything can be reached without a mouse. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import { inEachBrowser, inEachScheme } from './harness.mjs';
import { answered, caret, frames, inside } from './page.mjs';

inEachScheme((open, scheme) => {
  for (const [path, width] of /** @type {const} */ ([
    ['/?sample', 1440],
    ['/?sample', 420],
    ['/?empty', 1440],
  ])) {
    test(`${path} at ${width} pixels`, async () => {
      const page = await open(path, width);
      await answered(page);
      const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
      assert.equal(dark, scheme === 'dark');
      if (path === '/?sample') {
        await caret(page, 0, 60);
        await inside(page, '#passages >>> button');
        await inside(page, '#coverage >>> td');
      }
      await frames(page, 3);
      assert.deepEqual(await violations(page), []);
      await page.close();
    });
  }
});

inEachBrowser((open) => {
  test('every control is reached with the Tab key, and shows it', async () => {
    const { page } = await open('/?sample', { width: 1440, height: 900 });
    await answered(page);
    await inside(page, '#passages >>> button');
    /** @type {Set<string>} */
    const reached = new Set();
    await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
    for (let press = 0; press < 140; press += 1) {
      await page.keyboard.press('Tab');
      const { name, shown } = await page.evaluate(() => {
        let element = document.activeElement;
        const host = element?.shadowRoot ? element : null;
        if (host) element = host.shadowRoot?.activeElement ?? element;
        if (!element || element === document.body) return { name: '', shown: false };
        const styles = [element, element.closest('.pane'), element.closest('.pane-button')].map(
          (it) => it && getComputedStyle(it),
        );
        const accent = styles[0]?.caretColor;
        const shown = styles.some(
          (style) =>
            style && ((style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.borderColor === accent),
        );
        return {
          name: element.id || element.getAttribute('value') || element.getAttribute('aria-label') || (element.matches('.list') && host?.id) || element.className,
          shown,
        };
      });
      if (name) assert.ok(shown, `the focus on “${name}” is visible`);
      reached.add(name);
    }
    for (const name of [
      'add-article',
      'load-sample',
      'empty-desk',
      'verbatim',
      'Text of Northwire',
      'Name of article A',
      'Remove Northwire',
      'Open text files into Northwire',
      'findings',
      'tick',
      'version',
      'entities',
    ]) {
      assert.ok(reached.has(name), `“${name}” can be reached; reached were ${[...reached].join(', ')}`);
    }
  });

  test('F6 walks from region to region, and back', async () => {
    const { page } = await open('/?sample', { width: 1440, height: 900 });
    await answered(page);
    await inside(page, 'pierce/.finding');
    const focused = () =>
      page.evaluate(() => document.activeElement?.id || (document.activeElement?.getAttribute('aria-label') ?? ''));
    await page.focus('#add-article');
    const walked = [];
    for (let press = 0; press < 10; press += 1) {
      await page.keyboard.press('F6');
      walked.push(await focused());
    }
    const papers = ['Northwire', 'Meridian Press', 'Havenblad', 'Coastline Radio', 'Our draft'];
    const panels = ['findings', 'entities', 'passages', 'coverage'];
    assert.deepEqual(walked, [...papers.map((name) => `Text of ${name}`), ...panels, 'add-article']);
    await page.focus('pierce/.version');
    await page.keyboard.press('F6');
    assert.equal(await focused(), 'entities');
    await page.keyboard.down('Shift');
    await page.keyboard.press('F6');
    await page.keyboard.up('Shift');
    assert.equal(await focused(), 'findings');
  });

  test('what was found is said politely', async () => {
    const { page } = await open('/?sample');
    await page.waitForFunction(() =>
      /^Compared 5 articles: \d+ overlaps, \d+ entities\.$/.test(document.querySelector('#status')?.textContent ?? ''),
    );
    assert.equal(await page.$eval('#status', (status) => status.getAttribute('role')), 'status');
    assert.equal(await page.$eval('.mirror', (mirror) => mirror.getAttribute('aria-hidden')), 'true');
  });
});
