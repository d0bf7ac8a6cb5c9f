/** What a host calls: desks, and texts asked about one by one. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { annotate, ClosedError, compare, Desk, load, LoadError } from '../../pkg/index.js';
import { bytes, FIRST, SECOND, sources } from './package.mjs';

/** @type {import('../../pkg/index.js').Core} */
let core;

before(async () => {
  assert.throws(() => new Desk(), LoadError, 'nothing loads by itself');
  await assert.rejects(annotate(FIRST), LoadError);
  core = await load(sources);
});
after(() => core.dispose());

test('a text is annotated', async () => {
  const { articles, entities } = await annotate(FIRST);
  assert.equal(articles.length, 1);
  assert.ok(entities.some(({ name, kind }) => name === 'Bergen' && kind === 'place'));
});

test('texts are compared, with a name or without', async () => {
  const report = await compare([FIRST, { name: 'Ours', text: SECOND }]);
  assert.deepEqual(report.articles.map(({ name }) => name), ['', 'Ours']);
  assert.equal(report.overlaps[0]?.kind, 'edited');
  assert.deepEqual(report, await compare([{ name: '', text: FIRST }, { name: 'Ours', text: SECOND }], { core }));
});

test('desks know nothing of each other', async () => {
  const [one, two] = [new Desk(), new Desk()];
  await Promise.all([one.add('A', FIRST), two.add('B', SECOND), two.add('C', FIRST)]);
  await two.setOwnNames([{ name: 'Bergen', kind: 'none' }]);
  const [first, second] = await Promise.all([one.report(), two.report()]);
  assert.deepEqual(first.articles.map(({ name }) => name), ['A']);
  assert.deepEqual(second.articles.map(({ name }) => name), ['B', 'C']);
  assert.equal(first.entities.some(({ name }) => name === 'Bergen'), true);
  assert.equal(second.entities.some(({ name }) => name === 'Bergen'), false);
  one.dispose();
  assert.equal((await two.report()).articles.length, 2);
  two.dispose();
});

test('calls that are not awaited are answered in their order', async () => {
  const desk = new Desk();
  const article = desk.add('A', FIRST);
  const before = desk.report();
  const taken = article.then((number) => desk.remove(number));
  assert.equal((await before).articles.length, 1);
  await taken;
  assert.equal((await desk.report()).articles.length, 0);
  desk.dispose();
});

test('a disposed desk refuses what waits and what comes', async () => {
  const desk = new Desk();
  const waiting = desk.add('A', FIRST);
  desk.dispose();
  desk.dispose();
  await assert.rejects(waiting, ClosedError);
  await assert.rejects(desk.report(), ClosedError);
  assert.equal((await annotate(SECOND)).articles.length, 1);
});

test('the newest core is used, and the one before again when that is gone', async () => {
  const newest = await load(sources);
  const desk = new Desk();
  assert.equal(desk.core, newest);
  newest.dispose();
  await assert.rejects(desk.report(), ClosedError);
  assert.equal(new Desk().core, core);
  assert.equal((await annotate(FIRST)).articles.length, 1);
});

test('a signal ends the waiting with its reason, and the desk is as it was', async () => {
  const reason = new Error('the editor was closed');
  const desk = new Desk();
  await desk.add('A', FIRST);
  const controller = new AbortController();
  const waiting = desk.report({ signal: controller.signal });
  controller.abort(reason);
  await assert.rejects(waiting, reason);
  await assert.rejects(desk.report({ signal: controller.signal }), reason);
  await assert.rejects(compare([FIRST, SECOND], { signal: AbortSignal.abort(reason) }), reason);
  await assert.rejects(load({ ...sources, signal: AbortSignal.abort(reason) }), reason);
  assert.equal(desk.core, core, 'what did not load is not used');
  assert.equal((await desk.report()).articles.length, 1);
  desk.dispose();
});

test('the model comes after the lexicon, for every desk, and reads names otherwise', async () => {
  const own = await load(sources);
  const desk = new Desk({ core: own });
  await desk.add('first', 'A spokesman for Veltrane in Ostwick said Harrowgate Mills would close.');
  const mentions = async () => (await desk.report()).articles[0]?.mentions;
  const before = await mentions();
  await own.loadModel(bytes('model.bin'));
  const after = await mentions();
  assert.notDeepEqual(after, before);
  await assert.rejects(own.loadModel(new Uint8Array([1, 2, 3])), /model/);
  assert.deepEqual(await mentions(), after);
  const [article] = (await annotate('A spokesman for Veltrane in Ostwick said Harrowgate Mills would close.', { core: own })).articles;
  assert.deepEqual(article?.mentions, after);
  own.dispose();
  const together = await load({ ...sources, model: bytes('model.bin') });
  assert.deepEqual((await annotate('A spokesman for Veltrane in Ostwick said Harrowgate Mills would close.')).articles[0]?.mentions, after);
  together.dispose();
});

test('own names stand over what is read, until others take their place', async () => {
  const desk = new Desk();
  await desk.add('first', 'Oslo beat Bergen.');
  await desk.setOwnNames([
    { name: 'Vålerenga', kind: 'organisation', aliases: ['Oslo'], id: 'own:7' },
    { name: 'Bergen', kind: 'none' },
  ]);
  const { entities } = await desk.report();
  assert.deepEqual(entities.map(({ name, kind, id }) => ({ name, kind, id })), [
    { name: 'Vålerenga', kind: 'organisation', id: 'own:7' },
  ]);
  await assert.rejects(desk.setOwnNames([{ name: 'Oslo', kind: /** @type {any} */ ('boat') }]), /boat/);
  assert.equal((await desk.report()).entities.length, 1);
  await desk.setOwnNames([]);
  assert.deepEqual((await desk.report()).entities.map(({ kind }) => kind), ['place', 'place']);
  desk.dispose();
});
