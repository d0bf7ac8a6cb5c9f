/**
 * A WordPress of the test's own: Debian's files in a temporary folder, PHP's own web server, and a MariaDB that listens on
 * a socket in that folder and nowhere else. Nothing outside it is written, and nothing of it stays.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where Debian's packages put it; WIREMARK_WORDPRESS names the folder of another version. */
const WORDPRESS = process.env.WIREMARK_WORDPRESS ?? '/usr/share/wordpress';

/** The longest that a server takes to begin, in milliseconds, on a machine with other work. */
const PATIENCE = 60_000;

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => process.exit(1));

/** Who is signed in. */
export const EDITOR = { name: 'editor', password: 'a password for nobody' };

/**
 * @typedef {object} Site
 * @property {string} address With a slash at the end.
 * @property {string} version Of WordPress.
 * @property {(statement: string) => Promise<string[]>} query Asks the database; every row is a line, its fields apart by tabs.
 * @property {() => Promise<void>} stop
 */

/**
 * Installs a WordPress with one account and no plugin, and serves it.
 *
 * @param {'twentytwentyone' | 'twentytwentythree'} theme A classic theme, or one made of blocks.
 * @returns {Promise<Site>}
 */
export async function startSite(theme) {
  const folder = await mkdtemp(join(tmpdir(), 'wiremark-wordpress-'));
  /** @type {(() => Promise<void>)[]} */
  const stops = [() => rm(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each();
    process.off('exit', remove);
  };
  // A test that is ended from outside leaves nothing either.
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', remove);
  try {
    const database = await startDatabase(folder, stops);
    const site = join(folder, 'site');
    await cp(WORDPRESS, site, { recursive: true, filter: (from) => !from.includes('/wp-content') && !from.endsWith('/wp-config.php') });
    await mkdir(join(site, 'wp-content/plugins'), { recursive: true });
    await mkdir(join(site, 'wp-content/themes'));
    for (const name of await readdir(join(WORDPRESS, 'wp-content/themes'))) {
      await symlink(join(WORDPRESS, 'wp-content/themes', name), join(site, 'wp-content/themes', name));
    }
    await writeFile(join(site, 'wp-config.php'), configuration(database.socket));
    const port = await freePort();
    const address = `http://127.0.0.1:${port}/`;
    const php = ['-d', 'upload_max_filesize=64M', '-d', 'post_max_size=64M', '-d', 'memory_limit=256M', '-d', 'display_errors=0'];
    await writeFile(join(folder, 'install.php'), installation(site, address, theme));
    const { stdout: version } = await run('php', [...php, join(folder, 'install.php')], { env: { ...process.env, HTTP_HOST: `127.0.0.1:${port}` } });
    start('php', [...php, '-S', `127.0.0.1:${port}`, '-t', site], stops, { PHP_CLI_SERVER_WORKERS: '4' });
    await until(async () => (await fetch(`${address}readme.html`)).ok, 'the web server');
    return { address, version: version.trim(), query: database.query, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {string} folder
 * @param {(() => Promise<void>)[]} stops
 */
async function startDatabase(folder, stops) {
  const data = join(folder, 'data');
  const socket = join(folder, 'database');
  const { stdout: user } = await run('id', ['-un']);
  const own = [`--datadir=${data}`, `--user=${user.trim()}`];
  await run('mariadb-install-db', ['--no-defaults', ...own, '--auth-root-authentication-method=normal', '--skip-test-db']);
  start('mariadbd', ['--no-defaults', ...own, `--socket=${socket}`, '--skip-networking', `--pid-file=${data}/pid`], stops);
  const query = async (/** @type {string} */ statement, /** @type {string[]} */ which = ['wordpress']) => {
    const how = ['--no-defaults', '--user=root', `--socket=${socket}`, '--batch', '--raw', '--skip-column-names'];
    const { stdout } = await run('mariadb', [...how, `--execute=${statement}`, ...which], { maxBuffer: 1 << 26 });
    return stdout.split('\n').slice(0, -1);
  };
  await until(async () => (await query('create database wordpress', []), true), 'the database');
  return { socket, query: (/** @type {string} */ statement) => query(statement) };
}

/**
 * A server that is ended, and waited for, with the site.
 *
 * @param {string} command
 * @param {string[]} parameters
 * @param {(() => Promise<void>)[]} stops
 * @param {Record<string, string>} [variables]
 */
function start(command, parameters, stops, variables = {}) {
  // In a group of its own: PHP's server has workers.
  const server = spawn(command, parameters, { detached: true, stdio: 'ignore', env: { ...process.env, ...variables } });
  const ended = once(server, 'exit');
  const end = (/** @type {NodeJS.Signals} */ signal) => {
    if (server.pid && server.exitCode === null) process.kill(-server.pid, signal);
  };
  const kill = () => end('SIGKILL');
  process.prependOnceListener('exit', kill);
  stops.push(async () => {
    process.off('exit', kill);
    end('SIGTERM');
    await ended;
  });
}

/** @param {string} socket */
function configuration(socket) {
  return `<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${socket}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'DISABLE_WP_CRON', true );
define( 'FS_METHOD', 'direct' );
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
`;
}

/**
 * @param {string} site
 * @param {string} address
 * @param {string} theme
 */
function installation(site, address, theme) {
  return `<?php
define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST'] = '${new URL(address).host}';
$_SERVER['REQUEST_URI'] = '/';
require '${site}/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
function wp_mail() {}
wp_install( 'Newsroom', '${EDITOR.name}', 'editor@news.example', false, '', '${EDITOR.password}' );
update_option( 'siteurl', '${address.slice(0, -1)}' );
update_option( 'home', '${address.slice(0, -1)}' );
switch_theme( '${theme}' );
echo get_bloginfo( 'version' );
`;
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/**
 * @param {() => Promise<boolean>} ready
 * @param {string} what
 */
async function until(ready, what) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const fault = await ready().then((is) => (is ? null : 'it is not ready'), String);
    if (fault === null) return;
    if (Date.now() > end) throw new Error(`${what} did not begin: ${fault}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
