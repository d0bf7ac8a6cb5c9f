/** The package as Node.js has it: with its own files, in this thread and in another, and as a command. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { annotate, ClosedError, compare, Desk, load, LoadError } from '../../pkg/node/index.js';
import { FIRST, SECOND } from './package.mjs';

const COMMAND = fileURLToPath(new URL('../../pkg/node/command.js', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../../www/samples/harbour/', import.meta.url));
const [DRAFT, WIRE] = [`${SAMPLE}our-draft.txt`, `${SAMPLE}northwire.txt`];

for (const worker of [false, true]) {
  test(worker ? 'in a thread of its own' : 'in this thread', async () => {
    const core = await load({ worker });
    const { overlaps } = await compare([FIRST, SECOND]);
    assert.equal(overlaps.length, 1);
    const text = 'A spokesman for Veltrane in Ostwick said Harrowgate Mills would close.';
    const before = await annotate(text);
    await core.loadModel();
    assert.notDeepEqual((await annotate(text)).entities, before.entities);
    const [desk, other] = [new Desk(), new Desk()];
    await assert.rejects(desk.setText(7, ''), /no article 7/);
    const waiting = desk.add('A', FIRST);
    desk.dispose();
    await assert.rejects(waiting, ClosedError);
    const late = other.add('A', FIRST);
    core.dispose();
    await assert.rejects(late, ClosedError);
  });
}

test('a file that is not there is named', async () => {
  for (const worker of [false, true]) {
    const lexicon = new URL('nowhere.bin', import.meta.url);
    await assert.rejects(load({ worker, lexicon }), (error) => error instanceof LoadError && /nowhere\.bin/.test(error.message));
  }
});

/** @param {string[]} words @param {string} [input] */
function run(words, input) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...words], { encoding: 'utf8', input });
  return { status, stdout, stderr };
}

test('the command prints the report, for reading and as JSON', async () => {
  const { status, stdout } = run(['annotate', DRAFT]);
  assert.equal(status, 0);
  assert.match(stdout, /\[Rotterdam\|place\]/);
  assert.match(stdout, /person +\d+  Lotte Verbeek \(Verbeek\)/);
  const compared = run(['compare', DRAFT, WIRE]).stdout;
  assert.match(compared, /quote, reattributed\n    our-draft\.txt: "We demand/);
  assert.match(compared, /figure, disagree\n    our-draft\.txt: four days\n    northwire\.txt: almost three days/);
  const report = JSON.parse(run(['compare', '--json', DRAFT, WIRE]).stdout);
  assert.equal(report.schema, 'wiremark/1');
  assert.deepEqual(report.articles.map((/** @type {{ name: string }} */ { name }) => name), ['our-draft.txt', 'northwire.txt']);
});

test('the command says what the one in Rust says', () => {
  const words = ['compare', '--format', 'json', DRAFT, WIRE];
  const rust = execFileSync('cargo', ['run', '--quiet', '--', ...words], { encoding: 'utf8', maxBuffer: 1e8 });
  assert.deepEqual(JSON.parse(run(words).stdout), JSON.parse(rust));
});

test('the command reads standard input, and own names', () => {
  assert.match(run(['annotate', '-'], '\ufeffThe mayor of Oslo spoke.').stdout, /^== standard input ==\n\nThe mayor of \[Oslo\|place\]/);
});

test('the command says what is wrong, by its exit code too', () => {
  for (const [words, status, said] of /** @type {[string[], number, RegExp][]} */ ([
    [[], 2, /a command is missing/],
    [['merge', DRAFT], 2, /no command 'merge'/],
    [['annotate'], 2, /a FILE is missing/],
    [['annotate', '--what', DRAFT], 2, /--what/],
    [['annotate', '--format', 'pdf', DRAFT], 2, /no format 'pdf'/],
    [['annotate', `${SAMPLE}nowhere.txt`], 1, /nowhere\.txt/],
  ])) {
    const done = run(words);
    assert.equal(done.status, status, words.join(' '));
    assert.match(done.stderr, said);
    assert.equal(done.stdout, '');
  }
  const help = run(['--help']);
  assert.equal(help.status, 0);
  assert.match(help.stdout, /wiremark compare \[OPTIONS\] FILE/);
  assert.match(run(['--version']).stdout, /^wiremark \d+\.\d+\.\d+\n$/);
});
