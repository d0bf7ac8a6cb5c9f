/** Every script of the package, as it is shipped, is JavaScript still: what takes the comments out may take out more. */
import { readdirSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const PACKAGE = fileURLToPath(new URL('../../pkg/', import.meta.url));

for (const script of readdirSync(PACKAGE, { recursive: true, encoding: 'utf8' })) {
  if (script.endsWith('.js')) test(script, () => void execFileSync(process.execPath, ['--check', PACKAGE + script]));
}
