import { messageOf } from '../../../pkg/errors.js';
import { readFile } from '../read-file.js';
import { words } from '../words/index.js';

/** After so many milliseconds the reader is told how far it is. */
const NOTICEABLE = 500;

/**
 * Reads many files, one after the other, and says how far it is when that takes a while.
 *
 * @param {File[]} files
 * @param {(message: string) => void} progress
 * @returns {Promise<{ articles: { name: string, text: string }[], refused: string[] }>} The texts, in the order of the
 *   files, and what is wrong with the others.
 */
export async function readFiles(files, progress) {
  /** @type {({ name: string, text: string } | string)[]} */
  const results = [];
  let done = 0;
  let slow = false;
  const say = () => {
    const name = files[done]?.name;
    if (slow && name) progress(words.readingFiles(done + 1, files.length, name));
  };
  const timer = setTimeout(() => {
    slow = true;
    say();
  }, NOTICEABLE);
  for (const file of files) {
    results.push(await readFile(file).catch(messageOf));
    done += 1;
    say();
  }
  clearTimeout(timer);
  return {
    articles: results.filter((result) => typeof result !== 'string'),
    refused: results.filter((result) => typeof result === 'string'),
  };
}
