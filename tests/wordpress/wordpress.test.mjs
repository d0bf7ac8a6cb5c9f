/**
 * The plugin in a real WordPress: installed as one installs it, used as one uses it, and what is stored in the end is what
 * is stored without it. `cargo xtask test --all` packs the plugin and runs this; by hand, `cargo xtask wordpress` packs it.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { browserNames, launch } from '../browser/harness.mjs';
import { SOON, canvasOf, highlights, installPlugin, newPost, paste, press, save, signIn, write } from './editor.mjs';
import { startSite } from './site.mjs';

const PLUGIN = fileURLToPath(new URL('../../target/wordpress/wiremark.zip', import.meta.url));

const TITLE = 'Storm keeps ferries in Lisbon';
const DRAFT = [
  'LISBON, May 3 (Desk) - A storm kept 50 passengers in Lisbon, the ferry company Blue Line said on Monday.',
  '“We will sail in the evening,” said Carla Bossi, who leads Blue Line. The United Nations offered help to Portugal.',
  'Nothing more is known of the cargo 🚢 of the Blue Line, Carla Bossi said.',
];
const WIRE = `LISBON, May 3 (Wire) - The ferry company Blue Line said on Monday that a storm kept 40 passengers in Lisbon.

“We will sail at noon,” said Carla Bossi, who leads Blue Line. Nobody was hurt.`;

/** Each test may take so long, in milliseconds: PHP's own server is slow on a machine with other work. */
const TIMEOUT = 240_000;

for (const browserName of browserNames) {
  describe(`WordPress in ${browserName}`, { timeout: 3 * TIMEOUT }, () => {
    /** @type {import('./site.mjs').Site} */
    let site;
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    /** @type {import('puppeteer-core').Page} */
    let page;
    /** What a post of these paragraphs is without the plugin. */
    let untouched = '';
    /** @type {string[]} */
    const problems = [];
    /** @type {string[]} */
    const sent = [];

    before(async () => {
      [site, browser] = await Promise.all([startSite('twentytwentyone'), launch(browserName)]);
      page = await browser.newPage();
      await page.setViewport({ width: 1400, height: 900 });
      page.on('pageerror', (error) => problems.push(String(error)));
      // What is sent with a request, Firefox tells nobody who asks in this way.
      const body = (/** @type {import('puppeteer-core').HTTPRequest} */ request) =>
        browserName === 'chromium' ? request.postData() : undefined;
      page.on('request', (request) => sent.push(`${request.url()} ${body(request) ?? ''}`));
      await signIn(page, site.address);
    });
    after(async () => {
      await browser?.close();
      await site?.stop();
    });

    const stored = async (/** @type {number} */ post) =>
      (await site.query(`select hex(post_content) from wp_posts where ID = ${post}`))[0] ?? '';
    const tagsOf = (/** @type {number} */ post) =>
      site.query(
        `select name from wp_terms join wp_term_taxonomy using (term_id) join wp_term_relationships using (term_taxonomy_id)
         where taxonomy = 'post_tag' and object_id = ${post} order by name`,
      );
    const marked = async (/** @type {string} */ layer) => (await highlights(page))[layer] ?? [];
    const marks = (/** @type {string} */ layer, /** @type {string} */ words) =>
      page.waitForFunction(
        (layer, words, read) => new Function(`return (${read})()`)()[layer]?.includes(words),
        SOON,
        layer,
        words,
        String(highlights.read),
      );
    const said = (/** @type {string} */ place) =>
      page.$$eval(place, (found) => found.map(({ textContent }) => textContent ?? ''));

    test(`a post is written without the plugin, then the plugin is installed and activated`, { timeout: TIMEOUT }, async () => {
      console.log(`WordPress ${site.version}, ${await browser.version()}`);
      await newPost(page, site.address);
      await write(page, TITLE, DRAFT);
      untouched = await stored(await save(page));
      assert.match(Buffer.from(untouched, 'hex').toString(), /<p>LISBON, May 3 \(Desk\)/);

      await installPlugin(page, site.address, PLUGIN);
      const [active] = await site.query(`select option_value from wp_options where option_name = 'active_plugins'`);
      assert.match(active ?? '', /wiremark\/wiremark\.php/);
    });

    test('nothing is loaded before the sidebar is opened; then the names in the draft are marked', { timeout: TIMEOUT }, async () => {
      await newPost(page, site.address);
      await write(page, TITLE, DRAFT);
      assert.ok(!sent.some((request) => request.includes('lexicon.bin')));
      assert.deepEqual(await highlights(page), {});
      await page.click('button[aria-label="wiremark"]');
      await marks('person', 'Carla Bossi');
      assert.deepEqual(await marked('place'), ['LISBON', 'Lisbon', 'Portugal']);
    });

    test('pasted copy is compared, and what differs is said in words', { timeout: TIMEOUT }, async () => {
      await paste(page, '.wiremark-pasted textarea', WIRE);
      await press(page, 'Compare');
      await marks('quote-change', '“We will sail in the evening,”');
      assert.deepEqual(await marked('number-difference'), ['50 passengers']);
      assert.ok((await marked('verbatim')).some((words) => words.includes('the ferry company Blue Line said on Monday')));
      const titles = await said('.wiremark-findings h3');
      assert.ok(titles.includes('Quote with other words') && titles.includes('Figures that cannot both be right'), titles.join());
      assert.match((await said('.wiremark-references')).join(), /\d+ % of this draft is in Wire copy 1/);
    });

    test('a finding leads to its block', { timeout: TIMEOUT }, async () => {
      const selected = (/** @type {string} */ words) =>
        page.waitForFunction(
          (words) => String(wp.data.select('core/block-editor').getSelectedBlock()?.attributes.content).startsWith(words),
          SOON,
          words,
        );
      await press(page, /^This draft: .*in the evening/);
      await selected('“We will');
      await press(page, /^This draft: .*50 passengers/);
      await selected('LISBON');
    });

    test('marks follow what is typed, undone and moved', { timeout: TIMEOUT }, async () => {
      const last = () => String(wp.data.select('core/block-editor').getBlocks().at(-1)?.attributes.content);
      await (await canvasOf(page)).click('.is-root-container > p:last-of-type');
      await page.keyboard.press('End');
      // What follows can be undone without what stands before it.
      await page.evaluate(() => wp.data.dispatch('core/block-editor').__unstableMarkLastChangeAsPersistent());
      await page.keyboard.type(' Angela Merkel spoke in Berlin.');
      await marks('person', 'Angela Merkel');
      for (let now = await page.evaluate(last); now !== DRAFT.at(-1); now = await page.evaluate(last)) {
        await page.keyboard.down('Control');
        await page.keyboard.press('z');
        await page.keyboard.up('Control');
        await page.waitForFunction(
          (before, last) => new Function(`return (${last})()`)() !== before,
          SOON,
          now,
          String(last),
        );
      }
      await page.waitForFunction(
        (read) => !JSON.stringify(new Function(`return (${read})()`)()).includes('Merkel'),
        SOON,
        String(highlights.read),
      );
      const move = (/** @type {'moveBlocksUp' | 'moveBlocksDown'} */ how) =>
        page.evaluate((how) => {
          const { getBlocks, getSelectedBlockClientId } = wp.data.select('core/block-editor');
          const block = getSelectedBlockClientId() ?? getBlocks().at(-1).clientId;
          wp.data.dispatch('core/block-editor')[how]([block]);
        }, how);
      const order = (/** @type {string[]} */ people) =>
        page.waitForFunction(
          (people, read) => JSON.stringify(new Function(`return (${read})()`)().quotation) === people,
          SOON,
          JSON.stringify(people),
          String(highlights.read),
        );
      await move('moveBlocksUp');
      await order(['“We will sail in the evening,”']);
      await move('moveBlocksDown');
      await marks('person', 'Carla Bossi');
    });

    test('another post is found by its words and compared', { timeout: TIMEOUT }, async () => {
      await page.focus('.wiremark-posts input');
      await page.keyboard.type('passengers');
      await page.waitForFunction(() => document.querySelector('.wiremark-posts li button'), SOON);
      assert.deepEqual(await said('.wiremark-posts li'), [TITLE]);
      await press(page, TITLE);
      await page.waitForFunction(
        (name) => document.querySelector('.wiremark-references')?.textContent?.includes(`100 % of this draft is in ${name}`),
        SOON,
        TITLE,
      );
      await press(page, `Remove ${TITLE}`);
    });

    test('names become tags when the button is pressed, and not before', { timeout: TIMEOUT }, async () => {
      await marks('person', 'Carla Bossi');
      const first = await save(page);
      assert.deepEqual(await tagsOf(first), []);
      await page.waitForFunction(() => document.querySelector('.wiremark-names input'), SOON);
      await press(page, /^Portugal/, 'label');
      await press(page, /^Add \d+ names as tags$/);
      await page.waitForFunction(() => /tags were added/.test(document.querySelector('.wiremark-names')?.textContent ?? ''), SOON);
      const post = await save(page);
      const tags = await tagsOf(post);
      assert.ok(tags.includes('Carla Bossi') && tags.includes('Lisbon') && tags.includes('United Nations'), tags.join());
      assert.ok(!tags.includes('Portugal'), 'what was unticked is no tag');
    });

    test('what is stored is byte for byte what it is without the plugin', { timeout: TIMEOUT }, async () => {
      assert.equal(await stored(await page.evaluate(() => wp.data.select('core/editor').getCurrentPostId())), untouched);
      assert.ok(!sent.some((request) => request.includes('Nobody was hurt')), 'the wire copy was sent nowhere');
    });

    test('the canvas is found in a frame too, and when it comes back', { timeout: TIMEOUT }, async () => {
      const preview = (/** @type {string} */ device) =>
        page.evaluate((device) => wp.data.dispatch('core/edit-post').__experimentalSetPreviewDeviceType(device), device);
      // Newer versions have one at all times.
      const framed = (await canvasOf(page)) !== page.mainFrame();
      await preview('Tablet');
      await page.waitForSelector('iframe[name="editor-canvas"]');
      await marks('number-difference', '50 passengers');
      await preview('Desktop');
      await page.waitForFunction((framed) => !!document.querySelector('iframe[name="editor-canvas"]') === framed, SOON, framed);
      await marks('person', 'Carla Bossi');
    });

    test('marks are dark where letters are light', { timeout: TIMEOUT }, async () => {
      const canvas = await canvasOf(page);
      const background = () =>
        canvas.evaluate(() => {
          const name = [...CSS.highlights.keys()].find((name) => name.endsWith('-verbatim'));
          const blocks = /** @type {Element} */ (document.querySelector('.is-root-container'));
          return getComputedStyle(blocks, `::highlight(${name})`).backgroundColor;
        });
      assert.equal(await background(), 'rgb(191, 227, 255)');
      await canvas.addStyleTag({ content: '.editor-styles-wrapper { background: #111 !important; color: #eee !important }' });
      await page.click('button[aria-label="wiremark"]');
      await page.waitForFunction(() => !document.querySelector('.wiremark-references'), SOON);
      await page.click('button[aria-label="wiremark"]');
      await marks('person', 'Carla Bossi');
      assert.equal(await background(), 'rgb(11, 63, 102)');
    });

    test('where no text is shown, it is said that nothing is marked', { timeout: TIMEOUT }, async () => {
      const mode = (/** @type {string} */ mode) => page.evaluate((mode) => wp.data.dispatch('core/edit-post').switchEditorMode(mode), mode);
      await mode('text');
      await page.waitForFunction(() => /visual editor only/.test(document.querySelector('.wiremark-said')?.textContent ?? ''), SOON);
      assert.deepEqual(await highlights(page), {});
      await mode('visual');
      await marks('person', 'Carla Bossi');
    });

    test('closed, the sidebar leaves nothing behind', { timeout: TIMEOUT }, async () => {
      await page.click('button[aria-label="wiremark"]');
      await page.waitForFunction(() => ![...CSS.highlights.keys()].some((name) => name.startsWith('wiremark')), SOON);
      const sheets = await page.evaluate(() => document.adoptedStyleSheets.map(({ cssRules }) => cssRules.length).filter(Boolean));
      assert.deepEqual(sheets, []);
      assert.deepEqual(problems, []);
    });
  });
}
