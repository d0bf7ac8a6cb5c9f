import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('../../www/samples/harbour/', import.meta.url);

/**
 * The articles of the sample in the module that would fetch them.
 *
 * @type {import('esbuild').Plugin}
 */
export const sampleInside = {
  name: 'sample inside',
  setup({ onLoad }) {
    onLoad({ filter: /\/www\/page\/sample-articles\.js$/ }, () => {
      const read = (/** @type {string} */ file) => readFileSync(fileURLToPath(new URL(file, FOLDER)), 'utf8');
      /** @type {{ name: string, file: string }[]} */
      const list = JSON.parse(read('index.json'));
      const articles = list.map(({ name, file }) => ({ name, text: read(file) }));
      return { contents: `export const articles = ${JSON.stringify(articles)};` };
    });
  },
};
