/** The least: the page opens, the core answers, and nothing is asked of another host. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './harness.mjs';

/** A path without a page, and so without scripts or a policy of its own. */
const PLAIN = '/nothing';

inEachBrowser((open) => {
  test('the page opens without a problem and without a foreign request', async () => {
    const { page, problems, foreign, screenshot } = await open('/?sample');
    assert.match(await page.title(), /wiremark/i);
    await screenshot('smoke');
    assert.deepEqual(problems, []);
    assert.deepEqual(foreign, []);
  });

  test('the core answers', async () => {
    const { page } = await open('/');
    const articles = await page.evaluate(async () => {
      const path = '/pkg/engine.js';
      const { openCore } = await import(path);
      const { Desk } = await openCore({});
      const desk = new Desk();
      desk.add('first', 'The mayor opened the bridge on Monday.');
      desk.add('second', 'On Monday the mayor opened the bridge.');
      return desk.report().articles.map((/** @type {{ name: string }} */ article) => article.name);
    });
    assert.deepEqual(articles, ['first', 'second']);
  });

  test('a foreign request would be seen, from the page and from a worker', async () => {
    const { page, foreign } = await open(PLAIN);
    await page.evaluate(async () => {
      const script = `fetch('http://worker.invalid/').catch(() => 0).then(() => postMessage(0))`;
      const worker = new Worker(URL.createObjectURL(new Blob([script])));
      await Promise.all([
        fetch('http://page.invalid/').catch(() => 0),
        new Promise((resolve) => worker.addEventListener('message', resolve)),
      ]);
    });
    assert.deepEqual(foreign.sort(), ['http://page.invalid/', 'http://worker.invalid/']);
  });
});
