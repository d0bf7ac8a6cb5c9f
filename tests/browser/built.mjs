/** What `cargo xtask dist` makes. `cargo xtask test` has it made before the tests; alone, they make it if it is missing. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** @returns {string} The folder, with a slash at the end. */
export function builtFolder() {
  const folder = `${ROOT}dist/`;
  if (!existsSync(`${folder}wiremark.html`)) execFileSync('cargo', ['xtask', 'dist'], { cwd: ROOT, stdio: 'inherit' });
  return folder;
}
