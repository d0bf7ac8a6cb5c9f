/** Each project builds, loads the package, and marks the sample. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { cpSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { launch } from '../browser/harness.mjs';
import { serveFolder } from '../browser/static-server.mjs';
import { prepareProjects, PROJECTS, run, SAMPLE, serveWithVite } from './projects.mjs';

/** What a strict page allows: its own scripts, WebAssembly, and nothing else from anywhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "worker-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** @type {{ name: import('../browser/harness.mjs').BrowserName, projects: string[] }[]} */
const BROWSERS = [
  { name: 'chromium', projects: ['plain', 'policy', 'file', 'vite', 'webpack', 'esbuild', 'react', 'vue', 'svelte'] },
  { name: 'firefox', projects: ['plain', 'policy', 'file'] },
];

/** How each is built, into its folder `dist`; the others are served as they are written. @type {Record<string, () => void>} */
const BUILT = {
  vite: () => run('vite', 'npx', 'vite', 'build', '--base=./'),
  webpack: () => run('webpack', 'npx', 'webpack'),
  esbuild: () => run('esbuild', 'node', 'build.mjs'),
  react: () => run('react', 'npx', 'vite', 'build', '--base=./'),
  vue: () => run('vue', 'npx', 'vite', 'build', '--base=./'),
  svelte: () => run('svelte', 'npx', 'vite', 'build', '--base=./'),
};

/** These leave the page to whoever builds with them. */
const WITHOUT_PAGE = ['webpack', 'esbuild'];

before(prepareProjects, { timeout: 300_000 });

test('Node.js', () => {
  const { articles, entities, overlaps } = JSON.parse(run('node', 'node', 'main.mjs', JSON.stringify(SAMPLE)));
  assert.equal(articles.length, 2);
  assert.ok(overlaps.length > 4);
  assert.ok(entities.some((/** @type {{ name: string }} */ { name }) => name === 'Lotte Verbeek'));
});

test('npx wiremark', () => {
  assert.match(run('node', 'npx', '--offline', 'wiremark', '--help'), /wiremark compare/);
});

for (const { name, projects } of BROWSERS) {
  describe(name, { timeout: 300_000 }, () => {
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    before(async () => {
      browser = await launch(name);
    });
    after(() => browser?.close());

    if (name === 'chromium') {
      test("vite's development server", async () => {
        const server = await serveWithVite();
        try {
          await assertMarked(browser, server.address);
        } finally {
          server.stop();
        }
      });
    }

    for (const project of projects) {
      test(project, async () => {
        BUILT[project]?.();
        const folder = `${PROJECTS}${project}${project in BUILT ? '/dist' : ''}`;
        if (WITHOUT_PAGE.includes(project)) cpSync(`${PROJECTS}${project}/index.html`, `${folder}/index.html`);
        if (!(project in BUILT)) cpSync(`${PROJECTS}node_modules/wiremark`, `${folder}/node_modules/wiremark`, { recursive: true });
        // Browsers ask for one.
        writeFileSync(`${folder}/favicon.ico`, '');
        const headers = project === 'policy' ? { 'content-security-policy': POLICY } : {};
        const server = await serveFolder(folder, headers);
        try {
          const address = project === 'file' ? `${pathToFileURL(folder)}/index.html` : server.address;
          await assertMarked(browser, address);
        } finally {
          server.stop();
        }
      });
    }
  });
}

/**
 * Opens the page of a project and looks at what is highlighted in it.
 *
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} address
 */
async function assertMarked(browser, address) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) problems.push(message.text());
  });
  await page.evaluateOnNewDocument((sample) => {
    Object.assign(globalThis, { sample, refused: [] });
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      /** @type {any} */ (globalThis).refused.push(`${violatedDirective} ${blockedURI}`);
    });
  }, SAMPLE);
  await page.goto(address);
  const marked = () =>
    page.evaluate(() => {
      const words = (/** @type {AbstractRange} */ { startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return range.toString();
      };
      const all = [...CSS.highlights].map(([name, ranges]) => [name.replace(/.*-/, ''), [...ranges].map(words)]);
      return /** @type {Record<string, string[]>} */ (Object.fromEntries(all));
    });
  try {
    await page.waitForFunction(() => [...CSS.highlights].some(([name, { size }]) => name.endsWith('-edited') && size > 0), {
      polling: 50,
      timeout: 60_000,
    });
    const { person = [], place = [], edited = [] } = await marked();
    assert.ok(person.includes('Lotte Verbeek'), person.join());
    assert.ok(place.includes('Rotterdam'), place.join());
    assert.match(edited.join('\n'), /The ship ran aground early Sunday/);
    const text = await page.$eval('pre', ({ textContent }) => textContent);
    assert.equal(text, SAMPLE.draft, 'the text is as it was');
    assert.equal(page.workers().length, 1, 'the analysis has a thread of its own');
  } finally {
    assert.deepEqual(problems, []);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).refused), []);
    await page.close();
  }
}
