/** React, Vue and Svelte use the custom elements as they are: properties in, events out, a value for a form. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { writeFileSync } from 'node:fs';
import { browserNames, launch } from '../browser/harness.mjs';
import { serveFolder } from '../browser/static-server.mjs';
import { prepareProjects, PROJECTS, run, SAMPLE } from './projects.mjs';

const FRAMEWORKS = ['react-element', 'vue-element', 'svelte-element'];

before(
  () => {
    prepareProjects();
    for (const project of FRAMEWORKS) {
      run(project, 'npx', 'vite', 'build', '--base=./');
      // Browsers ask for one.
      writeFileSync(`${PROJECTS}${project}/dist/favicon.ico`, '');
    }
  },
  { timeout: 300_000 },
);

for (const name of browserNames) {
  describe(name, { timeout: 300_000 }, () => {
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    before(async () => {
      browser = await launch(name);
    });
    after(() => browser?.close());

    for (const project of FRAMEWORKS) {
      test(project, async () => {
        const server = await serveFolder(`${PROJECTS}${project}/dist`);
        const page = await browser.newPage();
        /** @type {string[]} */
        const problems = [];
        page.on('pageerror', (error) => problems.push(String(error)));
        page.on('console', (message) => {
          if (['error', 'warn'].includes(message.type())) problems.push(message.text());
        });
        try {
          await page.evaluateOnNewDocument((sample) => Object.assign(globalThis, { sample }), SAMPLE);
          await page.goto(server.address);
          await assertWorks(page);
          assert.deepEqual(problems, []);
        } finally {
          await page.close();
          server.stop();
        }
      });
    }
  });
}

/** @param {import('puppeteer-core').Page} page */
async function assertWorks(page) {
  const said = (/** @type {string} */ id) => page.$eval(`#${id}`, ({ textContent }) => textContent);
  const given = [{ name: 'Our draft', text: SAMPLE.draft.trim() }, { name: 'Northwire', text: SAMPLE.wire.trim() }];
  const sent = async () => {
    const json = await page.$eval('form', (form) => String(new FormData(form).get('versions')));
    return JSON.parse(json).map((/** @type {{ name: string, text: string }} */ { name, text }) => ({ name, text: text.trim() }));
  };

  // An event of ours reaches the framework, and the property reached the element.
  await page.waitForFunction(() => /^[1-9]\d* overlaps$/.test(document.querySelector('#found')?.textContent ?? ''), { polling: 50 });
  assert.deepEqual(await sent(), given);
  await page.waitForFunction(() => [...CSS.highlights].some(([name, { size }]) => name.endsWith('-edited') && size > 0), { polling: 50 });

  // What is typed reaches the framework's state, and what comes back from there does not disturb the caret.
  await page.$eval('#desk', (desk) => {
    const textarea = desk.shadowRoot?.querySelector('textarea');
    textarea?.focus();
    textarea?.setSelectionRange(0, 0);
  });
  await page.keyboard.type('Late news: ');
  assert.match(String(await said('first')), /^Late news: Salvage crews/);
  assert.equal((await sent())[0].text, `Late news: ${given[0]?.text}`);

  // So does what is pressed in a panel.
  await page.waitForFunction(() => document.querySelector('wiremark-panel')?.shadowRoot?.querySelector('.version'), { polling: 50 });
  await page.$eval('wiremark-panel', (panel) => /** @type {HTMLElement} */ (panel.shadowRoot?.querySelector('.version')).click());
  await page.waitForFunction(() => document.querySelector('#selected')?.textContent, { polling: 50 });

  // A state that changes changes the element.
  await page.click('#shorten');
  await page.waitForFunction(() => document.querySelector('#found')?.textContent === '0 overlaps', { polling: 50 });
  assert.equal((await sent()).length, 1);

  // And an element that goes frees what it had.
  await page.click('#close');
  await page.waitForFunction(() => CSS.highlights.size === 0, { polling: 50 });
  const deadline = Date.now() + 10_000;
  while (page.workers().length > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal(page.workers().length, 0);
}
