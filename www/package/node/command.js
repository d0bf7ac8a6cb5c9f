#!/usr/bin/env node
/** The command line: reads files, asks the core, prints the report. It takes the words of the command line in Rust. */

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { Desk, load } from './index.js';
import { annotation, comparison } from './text.js';

const HELP = `Compares the versions of a news story. Nothing leaves this machine.

Usage: wiremark annotate [OPTIONS] FILE...
       wiremark compare [OPTIONS] FILE...

Commands:
  annotate   Shows what each article names, dates and counts
  compare    Shows what the articles share and how it was edited

A FILE is a text in UTF-8; - is standard input.

Options:
  --format FORMAT   What to print: text, for reading, or json, which follows the contract wiremark/1
  --json            The same as --format json
  --names FILE      A list of the newsroom's own names, which stand over what is read: JSON,
                    [{"name": "...", "kind": "organisation", "aliases": ["..."], "id": "..."}]
  --without-model   Reads names by lexicon and rules alone
  -h, --help        Says this
  -V, --version     Says which version this is

Exit codes: 0 when a report was printed, 1 when an input could not be read, 2 when the command line was
not understood.
`;

/** What the command line was not understood by. */
class Misunderstood extends Error {}

try {
  await run(process.argv.slice(2));
} catch (error) {
  const { message } = /** @type {Error} */ (error);
  process.stderr.write(`wiremark: ${message}\n`);
  const misunderstood = error instanceof Misunderstood;
  if (misunderstood) process.stderr.write("\nFor more, try 'wiremark --help'.\n");
  process.exitCode = misunderstood ? 2 : 1;
}

/** @param {string[]} words */
async function run(words) {
  const { values, positionals } = understood(words);
  if (values.help) return print(HELP);
  if (values.version) return print(`wiremark ${JSON.parse(await read(new URL('../package.json', import.meta.url))).version}\n`);
  const [command, ...files] = positionals;
  if (command !== 'annotate' && command !== 'compare') {
    throw new Misunderstood(command ? `there is no command '${command}'` : 'a command is missing');
  }
  if (files.length === 0) throw new Misunderstood('a FILE is missing');
  const format = values.json ? 'json' : values.format;
  if (format !== 'json' && format !== 'text') throw new Misunderstood(`there is no format '${format}'`);

  // What cannot be read is told before anything is loaded.
  const names = values.names && JSON.parse(await read(values.names));
  const articles = [];
  for (const file of files) {
    articles.push({ name: file === '-' ? 'standard input' : basename(file), text: await read(file === '-' ? 0 : file) });
  }
  const core = await load({ model: !values['without-model'] });
  const desk = new Desk({ core });
  if (names) await desk.setOwnNames(names);
  for (const { name, text } of articles) await desk.add(name, text);
  const report = await desk.report();
  core.dispose();
  if (format === 'json') print(`${JSON.stringify(report, null, 2)}\n`);
  else print(command === 'annotate' ? annotation(report, articles) : comparison(report, articles));
}

/** @param {string[]} words */
function understood(words) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        json: { type: 'boolean', default: false },
        names: { type: 'string' },
        'without-model': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'V' },
      },
    });
  } catch (error) {
    throw new Misunderstood(/** @type {Error} */ (error).message);
  }
}

/**
 * A text in UTF-8, without the mark that some programs put before it.
 * @param {string | URL | 0} file
 */
async function read(file) {
  if (file !== 0) return plain(await readFile(file));
  const parts = [];
  for await (const part of process.stdin) parts.push(part);
  return plain(Buffer.concat(parts));
}

/** @param {Uint8Array} bytes */
function plain(bytes) {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

/** @param {string} text */
function print(text) {
  // A reader that closes the pipe early, like head, is no error.
  process.stdout.on('error', (/** @type {NodeJS.ErrnoException} */ error) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  process.stdout.write(text);
}
