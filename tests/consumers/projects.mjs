/** Projects that have the package from its archive alone, in a folder of their own. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const WRITTEN = `${ROOT}tests/consumers/`;
const ARCHIVES = `${ROOT}target/package/`;

/** Where the projects are, with a slash at the end. */
export const PROJECTS = `${ROOT}target/consumers/`;

/** Two of the sample's articles. */
export const SAMPLE = {
  draft: readFileSync(`${ROOT}www/samples/harbour/our-draft.txt`, 'utf8'),
  wire: readFileSync(`${ROOT}www/samples/harbour/northwire.txt`, 'utf8'),
};

/**
 * Runs a program in a project and returns what it prints.
 *
 * @param {string} project
 * @param {string} program
 * @param {string[]} words
 */
export function run(project, program, ...words) {
  return execFileSync(program, words, { cwd: PROJECTS + project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Puts the projects there, with their tools and the package. `cargo xtask test` has packed it; alone, this does. */
export function prepareProjects() {
  const archives = () => (existsSync(ARCHIVES) ? readdirSync(ARCHIVES).filter((name) => name.endsWith('.tgz')) : []);
  if (archives().length === 0) execFileSync('cargo', ['xtask', 'package'], { cwd: ROOT, stdio: 'inherit' });
  mkdirSync(PROJECTS, { recursive: true });
  cpSync(WRITTEN, PROJECTS, { recursive: true, filter: (file) => !/node_modules|\.mjs$/.test(file.slice(WRITTEN.length)) || /\/(?:main|build)\.mjs$/.test(file) });
  // Taking the tools anew takes a minute.
  const lock = readFileSync(`${WRITTEN}package-lock.json`, 'utf8');
  const installed = `${PROJECTS}node_modules/installed.json`;
  if (!existsSync(installed) || readFileSync(installed, 'utf8') !== lock) {
    run('', 'npm', 'ci', '--no-audit', '--no-fund');
    writeFileSync(installed, lock);
  }
  const [archive = ''] = archives();
  run('', 'npm', 'install', '--no-save', '--no-audit', '--no-fund', '--force', ARCHIVES + archive);
}
