/**
 * How long the page takes from opening it to the first highlight of the sample, with nothing in any cache.
 *
 *     cargo xtask bench
 *     node benches/browser/open.mjs
 *
 * Every visit is one of somebody who was never there. The time counts from the start of the navigation to the frame in
 * which a shared passage is painted.
 */
import { launch, startServer } from '../../tests/browser/harness.mjs';
import { median, tell } from './figures.mjs';

const VISITS = 15;

/** In milliseconds. */
const BAR = 500;

const server = await startServer();
const browser = await launch('chromium');
try {
  const times = [];
  for (let visit = 0; visit < VISITS; visit += 1) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    await page.evaluateOnNewDocument(() => {
      const look = () => {
        const painter = /** @type {any} */ (globalThis).wiremark?.painter;
        if (painter && (CSS.highlights.get(painter.nameOf('verbatim'))?.size ?? 0) > 0) performance.mark('highlighted');
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto(new URL('/?sample', server.address).href);
    await page.waitForFunction(() => performance.getEntriesByName('highlighted').length > 0, { polling: 50 });
    times.push(await page.evaluate(() => performance.getEntriesByName('highlighted')[0]?.startTime ?? NaN));
    await context.close();
  }
  const [usual, least, most] = [median(times), Math.min(...times), Math.max(...times)];
  console.log(`to the first highlight: median ${usual.toFixed(0)} ms, ${least.toFixed(0)} to ${most.toFixed(0)} ms`);
  tell(`at most ${BAR} ms`, usual <= BAR);
} finally {
  await browser.close();
  server.stop();
}
