/** Projects that have the package from its archive alone, in a folder of their own. */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
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

/** Serves the project of Vite as its author sees it while writing: nothing is bundled yet. */
export async function serveWithVite() {
  const folder = `${PROJECTS}vite`;
  mkdirSync(`${folder}/public`, { recursive: true });
  // Browsers ask for one.
  writeFileSync(`${folder}/public/favicon.ico`, '');
  const script = `${PROJECTS}node_modules/vite/bin/vite.js`;
  const child = spawn(process.execPath, [script, '--host', '127.0.0.1', '--clearScreen', 'false'], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(child.stdout)) {
    const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(line) ?? [];
    if (address) return { address, stop: () => void child.kill() };
  }
  throw new Error('Vite ended without serving');
}
