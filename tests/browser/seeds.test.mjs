/** The page and the command line give one answer: the five seed articles beside the project, where there are any. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inEachBrowser } from './harness.mjs';
import { answered, inside, panes, paste, report, texts } from './page.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SEEDS = fileURLToPath(new URL('../../../shared/seeds/', import.meta.url));
const NAMES = ['A.txt', 'B.txt', 'C.txt', 'D.txt', 'E.txt'];

/**
 * What the command line says of the seeds. It is built first where it is out of date.
 * @returns {import('../../www/package/contract.js').Report}
 */
function fromCommandLine() {
  const files = NAMES.map((name) => `${SEEDS}${name}`);
  const rest = ['compare', ...files, '--format', 'json'];
  const options = { cwd: ROOT, encoding: /** @type {const} */ ('utf8'), maxBuffer: 64 * 1024 * 1024 };
  const own = process.env.WIREMARK_CLI;
  if (own) return JSON.parse(execFileSync(own, rest, options));
  return JSON.parse(
    execFileSync('cargo', ['run', '--quiet', '--release', '--bin', 'wiremark', '--', ...rest], options),
  );
}

if (!existsSync(SEEDS)) test('the seed articles', { skip: 'no ../shared' }, () => {});
else {
  /** @type {ReturnType<typeof fromCommandLine>} */
  let expected;
  before(() => {
    expected = fromCommandLine();
  });

  inEachBrowser((open) => {
    test('five seeds, pasted, give the command line’s answer to the last span', async () => {
      const { page, problems, foreign, screenshot } = await open('/?empty', { width: 1440, height: 900 });
      await panes(page, NAMES.length);
      for (const [index, name] of NAMES.entries()) {
        await page.type(`.pane:nth-child(${index + 1}) .pane-name`, name);
        await paste(page, index, readFileSync(`${SEEDS}${name}`, 'utf8'));
      }
      await answered(page);
      await page.waitForFunction(
        (names) =>
          JSON.stringify(
            /** @type {any} */ (globalThis).wiremark.report.articles.map((/** @type {any} */ { name }) => name),
          ) === names,
        {},
        JSON.stringify(NAMES),
      );
      const shown = await report(page);
      const inHand = await texts(page);
      // First the words, which say more than a number when they differ; then everything.
      for (const [article, { mentions }] of shown.articles.entries()) {
        const words = mentions.map(({ start, end }) => inHand[article]?.slice(start, end));
        assert.deepEqual(
          words,
          expected.articles[article]?.mentions.map(({ text }) => text),
        );
      }
      assert.ok(shown.overlaps.length > 0);
      assert.deepEqual(shown, expected);
      await inside(page, '#passages >>> button');
      await screenshot('seeds');
      assert.deepEqual(problems, []);
      assert.deepEqual(foreign, []);
    });
  });
}
