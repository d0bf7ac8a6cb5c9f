/** The libraries that `compare.mjs` runs beside wiremark, each called on two strings. */
import { File, FingerprintIndex, Region, TokenizedFile } from '@dodona/dolos-core';
import { diffWords } from 'diff';
import { diff_match_patch as DiffMatchPatch } from 'diff-match-patch';

/** Words of a fingerprint of dolos, and fingerprints of a window; its own measures are for the tokens of programs. */
const DOLOS = { words: 5, window: 4 };

/** @type {Record<'dolos' | 'jsdiff' | 'diff-match-patch', (first: string, second: string) => readonly unknown[]>} */
export const peers = {
  dolos(first, second) {
    const index = new FingerprintIndex(DOLOS.words, DOLOS.window);
    const [a, b] = /** @type {[TokenizedFile, TokenizedFile]} */ ([first, second].map(tokenized));
    index.addFiles([a, b]);
    return index.getPair(a, b).buildFragments();
  },
  jsdiff: (first, second) => diffWords(first, second),
  'diff-match-patch'(first, second) {
    const differ = new DiffMatchPatch();
    differ.Diff_Timeout = 0;
    const found = differ.diff_main(first, second);
    differ.diff_cleanupSemantic(found);
    return found;
  },
};

/**
 * The words of a text with their places, as dolos takes them.
 * @param {string} text
 * @param {number} index
 */
function tokenized(text, index) {
  const tokens = [];
  const places = [];
  for (const [row, line] of text.split('\n').entries()) {
    for (const word of line.matchAll(/[\p{L}\p{N}]+/gu)) {
      tokens.push(word[0].toLowerCase());
      places.push(new Region(row, word.index, row, word.index + word[0].length));
    }
  }
  return new TokenizedFile(new File(String(index), text), tokens, places);
}
