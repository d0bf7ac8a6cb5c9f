/**
 * Pictures of a desk with five articles, for people to look at: they lie in `screenshots/`, which git leaves out, and CI
 * keeps them with the run. What can be told without eyes is told here: nothing overlaps, nothing is cut off at the side.
 * `sample-wide-chromium.png` is the picture in the README.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { browserNames, launch, startServer } from './harness.mjs';
import { answered, frames, inside, pasteStory } from './page.mjs';

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {{ look: string, width: number, height: number, feature?: { name: string, value: string }, preferences?: Record<string, number>, media?: string }} Look
 */

const PICTURES = fileURLToPath(new URL('./screenshots/', import.meta.url));
const SEEDS = fileURLToPath(new URL('../../../shared/seeds/', import.meta.url));

/** Each look, and what a browser has to be told for it: Firefox when it starts. */
const LOOKS = /** @type {Look[]} */ ([
  { look: 'wide', width: 1440, height: 900 },
  { look: 'narrow', width: 420, height: 900 },
  { look: 'zoomed', width: 720, height: 450 },
  { look: 'dark', width: 1440, height: 900, feature: { name: 'prefers-color-scheme', value: 'dark' }, preferences: { 'layout.css.prefers-color-scheme.content-override': 0 } },
  { look: 'forced', width: 1440, height: 900, feature: { name: 'forced-colors', value: 'active' }, preferences: { 'browser.display.document_color_use': 2 } },
  { look: 'print', width: 1000, height: 1400, media: 'print' },
]);

const STORIES = existsSync(SEEDS) ? ['sample', 'seeds'] : ['sample'];

/**
 * Opens a story of five articles, with its findings listed.
 * @param {Page} page
 * @param {string} address
 * @param {string} story
 */
async function openStory(page, address, story) {
  await page.goto(new URL(story === 'sample' ? '/?sample' : '/?empty', address).href);
  await page.waitForSelector('.pane');
  if (story === 'seeds') await pasteStory(page, ['A', 'B', 'C', 'D', 'E'].map((name) => readFileSync(`${SEEDS}${name}.txt`, 'utf8')));
  await answered(page);
  await inside(page, 'pierce/.finding');
  await page.waitForFunction(() => document.querySelector('#coverage')?.shadowRoot?.querySelector('button') && document.querySelector('#status')?.textContent?.includes('5'), { polling: 50 });
  await frames(page, 3);
}

/**
 * The controls that lie on one another, and how far the page is wider than the window.
 * @param {Page} page
 */
function troubles(page) {
  return page.evaluate(() => {
    // Fields of files are there for the keyboard and cover what stands for them.
    const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    const all = roots.flatMap((root) => [...root.querySelectorAll('button, select, textarea, input:not([type=file])')]);
    const controls = all.filter((it) => it.checkVisibility());
    const overlaps = [];
    for (const [index, one] of controls.entries()) {
      for (const other of controls.slice(index + 1)) {
        if (one.contains(other) || other.contains(one)) continue;
        const [a, b] = [seen(one), seen(other)];
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 1 && high > 1) overlaps.push(`${name(one)} on ${name(other)}`);
      }
    }
    return { overlaps, beyond: Math.max(0, document.documentElement.scrollWidth - innerWidth) };

    /** What is seen of an element in all that scrolls. @param {Element} element */
    function seen(element) {
      let { left, top, right, bottom } = element.getBoundingClientRect();
      for (let holder = around(element); holder; holder = around(holder)) {
        if (getComputedStyle(holder).overflow === 'visible') continue;
        const box = holder.getBoundingClientRect();
        [left, top] = [Math.max(left, box.left), Math.max(top, box.top)];
        [right, bottom] = [Math.min(right, box.right), Math.min(bottom, box.bottom)];
      }
      return { left, top, right, bottom };
    }

    /** What it stands in, out of a shadow root too. @param {Element} element */
    function around(element) {
      const root = element.getRootNode();
      return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    }

    /** @param {Element} element */
    function name({ id, className, textContent }) {
      return id || className || textContent?.slice(0, 20);
    }
  });
}

/**
 * Whether every article stands on paper from its first to its last word, and is marked to its end.
 * @param {Page} page
 */
function printed(page) {
  return page.evaluate(() => {
    const { report, painter } = /** @type {any} */ (globalThis).wiremark;
    const mirrors = [...document.querySelectorAll('.mirror')];
    const ends = [...report.overlaps].filter(({ kind }) => kind === 'edited').at(-1);
    return {
      whole: mirrors.every((mirror) => mirror.getBoundingClientRect().bottom <= (mirror.closest('.pane')?.getBoundingClientRect().bottom ?? 0) + 1),
      marked: !ends || [...(CSS.highlights.get(painter.nameOf('edited')) ?? [])].some(({ startContainer }) => mirrors[ends.b.article]?.contains(startContainer)),
    };
  });
}

/**
 * How many pixels of the texts have the tint of a passage with edits: what a style sheet says is not what is seen under
 * forced colours.
 * @param {Page} page
 */
async function tinted(page) {
  const desk = await page.$('#desk');
  const picture = await desk?.screenshot({ encoding: 'base64' });
  return page.evaluate(async (picture) => {
    const image = new Image();
    image.src = `data:image/png;base64,${picture}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
    let count = 0;
    // #ffe08a
    for (let at = 0; at < data.length; at += 4) if (data[at] === 255 && data[at + 1] === 224 && data[at + 2] === 138) count += 1;
    return count;
  }, picture);
}

for (const browserName of browserNames) {
  for (const { look, width, height, feature, preferences, media } of LOOKS) {
    // Firefox tells puppeteer nothing of how it prints.
    if (media && browserName === 'firefox') continue;
    describe(`${browserName}, ${look}`, { timeout: 120_000 }, () => {
      /** @type {import('puppeteer-core').Browser} */
      let browser;
      /** @type {Awaited<ReturnType<typeof startServer>>} */
      let server;
      before(async () => {
        [server, browser] = await Promise.all([startServer(), launch(browserName, preferences)]);
      });
      after(async () => {
        await browser?.close();
        server?.stop();
      });

      for (const story of STORIES) {
        test(`${story}: nothing overlaps, and nothing is cut off`, async () => {
          const page = await browser.newPage();
          await page.setViewport({ width, height });
          await openStory(page, server.address, story);
          if (browserName === 'chromium' && (feature || media)) {
            const session = await page.createCDPSession();
            await session.send('Emulation.setEmulatedMedia', { media, features: feature ? [feature] : [] });
            if (media) await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
            await frames(page, 5);
          }
          mkdirSync(PICTURES, { recursive: true });
          const fullPage = look !== 'wide' && look !== 'dark' && look !== 'forced';
          await page.screenshot({ path: /** @type {`${string}.png`} */ (`${PICTURES}${story}-${look}-${browserName}.png`), fullPage });
          assert.deepEqual(await troubles(page), { overlaps: [], beyond: 0 });
          if (width === 1440) assert.ok(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight), 'all of the page is in view');
          if (width === 1440) assert.deepEqual(await page.$eval('#coverage >>> .list', ({ scrollWidth, clientWidth }) => Math.max(0, scrollWidth - clientWidth)), 0, 'the table of who shares what needs no scrolling');
          if (look === 'forced') assert.ok((await tinted(page)) > 10_000, 'what is shared keeps its tint');
          if (media === 'print') assert.deepEqual(await printed(page), { whole: true, marked: true });
          await page.close();
        });
      }
    });
  }
}
