/** News to read: our own stories, one after the other, and over again with other figures until there is enough. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Where our stories are. */
const STORIES = ['www/samples', 'tests/stories'];

/**
 * @param {(text: string) => number} measure How long a text is.
 * @param {number} enough
 * @returns {string}
 */
export function news(measure, enough) {
  const files = STORIES.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.txt'))
      .sort()
      .map((file) => join(ROOT, folder, file)),
  );
  const paragraphs = files.flatMap((file) => readFileSync(file, 'utf8').trim().split(/\n+/));
  const varied = [];
  for (let length = 0, round = 0; length < enough; round += 1) {
    for (const paragraph of paragraphs) {
      if (length >= enough) break;
      const other = paragraph.replace(/\d+/g, (figure) => String((Number(figure) + round) % 10 ** figure.length));
      varied.push(other);
      length += measure(other);
    }
  }
  return varied.join('\n\n');
}

/** @param {string} text */
export function wordsIn(text) {
  return text.split(/\s+/).length;
}
