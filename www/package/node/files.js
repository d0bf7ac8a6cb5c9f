/** Lets the package read its own files, and others by `file:` addresses and paths, which `fetch` of Node.js does not. */

import { readFile } from 'node:fs/promises';
import { files } from '../files.js';

files.fetch = async (address) => {
  if (/^(https?|data|blob):/.test(address)) return fetch(address);
  return new Response(await readFile(address.startsWith('file:') ? new URL(address) : address));
};
