import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('../../www/samples/harbour/', import.meta.url);

/**
 * The articles of the sample, in the module that would fetch them: five files less to ask for.
 *
 * @type {import('esbuild').Plugin}
 */
export const sampleInside = {
  name: 'sample inside',
  setup({ onLoad }) {
    onLoad({ filter: /\/www\/page\/sample\.js$/ }, () => {
      const read = (/** @type {string} */ file) => readFileSync(fileURLToPath(new URL(file, FOLDER)), 'utf8');
      /** @type {{ name: string, file: string }[]} */
      const list = JSON.parse(read('index.json'));
      const articles = list.map(({ name, file }) => ({ name, text: read(file) }));
      return { contents: `const articles = ${JSON.stringify(articles)}; export const fetchSample = async () => articles;` };
    });
  },
};
