/** The browser killed in the middle of a word, with everything in it, as by a dead battery: what was written is there. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { browserNames, launch, startServer } from './harness.mjs';
import { answered, paste } from './page.mjs';

const FIRST = 'The ferry sailed at noon on Monday with forty passengers, the harbour master said.';

/** What it may cost, in milliseconds. */
const LOST = 300;

for (const name of browserNames) {
  describe(name, { timeout: 120_000 }, () => {
    /** @type {Awaited<ReturnType<typeof startServer>>} */
    let server;
    const profile = mkdtempSync(join(tmpdir(), 'wiremark-'));
    before(async () => {
      server = await startServer();
    });
    after(() => {
      server.stop();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    });

    test('killed in the middle of a word, opened again: all is there but the last 300 ms', async () => {
      const browser = await launch(name, {}, profile);
      const page = await browser.newPage();
      await page.goto(`${server.address}?empty`);
      await paste(page, 0, FIRST);
      await answered(page);
      await page.focus('textarea');
      const times = [];
      for (const key of ' It rained all day and all night') {
        await page.keyboard.press(/** @type {import('puppeteer-core').KeyInput} */ (key), { delay: 20 });
        times.push(Date.now());
      }
      // Not after a pause: in the middle of typing.
      const killed = Date.now();
      const ended = new Promise((resolve) => browser.process()?.once('exit', resolve));
      browser.process()?.kill('SIGKILL');
      await ended;

      const again = await launch(name, {}, profile);
      const reopened = await again.newPage();
      await reopened.goto(server.address);
      await reopened.waitForFunction((text) => document.querySelector('textarea')?.value.startsWith(text), { polling: 50 }, FIRST.slice(0, 20));
      const kept = await reopened.$eval('textarea', ({ value }) => value);
      const safe = times.filter((time) => time < killed - LOST).length;
      const typed = kept.length - FIRST.length;
      assert.ok(typed >= safe, `${typed} of ${times.length} keys were kept, and ${safe} were older than ${LOST} ms`);
      assert.ok(safe > 0, 'some of it was older');
      await again.close();
    });
  });
}
