/** The built package, as the tests of it load it. */
import { readFileSync } from 'node:fs';

/**
 * A file of the package.
 * @param {string} file
 */
export const bytes = (file) => readFileSync(new URL(`../../pkg/${file}`, import.meta.url));

/** What a core is loaded from, handed over. */
export const sources = { wasm: bytes('wiremark_core_bg.wasm'), lexicon: bytes('lexicon.bin') };

/** Two versions of one sentence. */
export const FIRST = 'The mayor opened the bridge on Monday, the city of Bergen said.';
export const SECOND = 'The mayor opened the bridge on Tuesday, the city of Bergen said.';
