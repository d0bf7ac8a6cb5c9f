/** Metadata, of a real report, against the published types of its standards; where there are none, against their rules. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Desk, load } from '../../pkg/index.js';
import { addressOfArticle, annotationsOf, newsArticleOf, ninjsOf } from '../../pkg/metadata.js';
import { sources } from './package.mjs';
import { faultsOf } from './typed.mjs';

const ARTICLES = [
  {
    name: 'Wire, first version',
    text: `Storm keeps ferries of Blue Line in Lisbon

LISBON, May 3 (Wire) - 🚢 The ferry company Blue Line said on Monday that a storm kept 40 passengers in Lisbon. The United Nations offered help to Portugal.

“We will sail at noon,” said Carla Bossi, who leads Blue Line. Bossi spoke in Texas before the World Cup.`,
  },
  {
    name: 'Desk',
    text: `A storm kept 50 passengers in Lisbon, the ferry company Blue Line said on Monday.

“We will sail in the evening,” said Carla Bossi.`,
  },
];

/** @type {import('../../pkg/desk.js').OwnName[]} */
const NAMES = [
  { name: 'Blue Line', kind: 'organisation', id: 'newsroom-7' },
  { name: 'Carla Bossi', kind: 'person', id: 'http://www.wikidata.org/entity/Q42' },
];

/** @type {import('../../pkg/index.js').Core} */
let core;
/** @type {import('../../pkg/contract.js').Report} */
let report;

before(async () => {
  core = await load(sources);
  const desk = new Desk();
  await desk.setOwnNames(NAMES);
  for (const { name, text } of ARTICLES) await desk.add(name, text);
  report = await desk.report();
});
after(() => core?.dispose());

const schemaOrg = (/** @type {unknown} */ value) =>
  faultsOf(value, 'WithContext<NewsArticle>', "import type { NewsArticle, WithContext } from 'schema-dts';");

/** The types are made from the schema of ninjs 2.0, whose title is the name of the first. */
const ninjs = (/** @type {unknown} */ value) =>
  faultsOf(
    value,
    'Ninjs',
    "import type { IPTCNinjsNewsInJSONVersion20ApprovedAtIPTCStandardsCommitteeOctober2021 as Ninjs } from '@schemastore/ninjs-2.0';",
  );

test('JSON-LD is a NewsArticle of schema.org', () => {
  for (const article of ARTICLES.keys()) assert.deepEqual(schemaOrg(newsArticleOf(report, article)), []);
  const article = newsArticleOf(report, 0);
  assert.ok(schemaOrg({ ...article, about: [{ '@type': 'Person', nmae: 'Carla Bossi' }] }).length > 0, 'a slip is noticed');
});

test('JSON-LD says what an article is about, whom it mentions, and where they are known', () => {
  const { about, mentions } = newsArticleOf(report, 0);
  assert.deepEqual(about, [
    { '@type': 'Organization', name: 'Blue Line', identifier: 'newsroom-7' },
    { '@type': 'Place', name: 'Lisbon', identifier: 'geonames:2267057', sameAs: 'https://sws.geonames.org/2267057/' },
  ]);
  const named = Object.fromEntries(mentions.map((thing) => [thing.name, thing]));
  assert.deepEqual(named.Portugal, {
    '@type': 'Country',
    name: 'Portugal',
    identifier: 'iso3166:PT',
    sameAs: 'https://www.iso.org/obp/ui/#iso:code:3166:PT',
  });
  assert.deepEqual(named.Texas, { '@type': 'AdministrativeArea', name: 'Texas', identifier: 'iso3166:US-TX' });
  assert.equal(named['Carla Bossi']?.sameAs, 'http://www.wikidata.org/entity/Q42');
  assert.equal(named['World Cup']?.['@type'], 'Event');
  assert.ok(!named.Wire, 'who sent the story is no subject of it');
});

test('ninjs is of the published schema', () => {
  for (const article of ARTICLES.keys()) assert.deepEqual(ninjs(ninjsOf(report, article)), []);
  const item = ninjsOf(report, 0);
  assert.ok(ninjs({ ...item, people: [{ nmae: 'Carla Bossi' }] }).length > 0, 'a slip is noticed');
  assert.ok(ninjs({ ...item, uri: undefined }).length > 0, 'its one required property is');
});

test('ninjs has people, organisations and places, each with an address or the identifier there is', () => {
  const { uri, people, organisations, places, events } = ninjsOf(report, 0);
  assert.equal(new URL(uri).protocol, 'urn:');
  assert.equal(ninjsOf(report, 0, 'https://news.example/7').uri, 'https://news.example/7');
  assert.ok(people?.some(({ name, uri }) => name === 'Carla Bossi' && uri === 'http://www.wikidata.org/entity/Q42'));
  assert.deepEqual(organisations?.[0], { name: 'Blue Line', rel: 'about', literal: 'newsroom-7' });
  assert.deepEqual(places?.[0], { name: 'Lisbon', rel: 'about', uri: 'https://sws.geonames.org/2267057/' });
  assert.ok(events?.some(({ name }) => name === 'World Cup'));
});

// No package carries a schema of Web Annotations: what follows is what the recommendation says MUST be (Web Annotation
// Data Model, 2017), by its sections.
test('annotations keep the rules of the recommendation', () => {
  const collection = annotationsOf(report, ARTICLES);
  const { first } = collection;
  assert.ok(collection['@context'].includes('http://www.w3.org/ns/anno.jsonld'), '3.1');
  assert.equal(collection.type, 'AnnotationCollection', '5.1');
  assert.equal(collection.total, first.items.length, '5.1');
  assert.equal(first.type, 'AnnotationPage', '5.2');
  assert.equal(first.startIndex, 0, '5.2');
  const ids = [collection, first, ...first.items].map(({ id }) => id);
  assert.ok(ids.every((id) => URL.canParse(id)) && new Set(ids).size === ids.length, '3.1, 5.1, 5.2: each has one address');
  for (const { type, motivation, body, target } of first.items) {
    assert.equal(type, 'Annotation', '3.1');
    assert.ok(['classifying', 'identifying'].includes(motivation), '3.3.5: a motivation of the list');
    for (const it of body) {
      if (it.type === 'TextualBody') assert.equal(typeof ('value' in it && it.value), 'string', '3.2.4');
      else assert.equal(typeof ('source' in it && it.source), 'string', '4: a specific resource has one source');
    }
    assert.ok(URL.canParse(target.source), '4');
    const [position, quote] = target.selector;
    const text = ARTICLES.find(({ name }) => addressOfArticle(name) === target.source)?.text ?? '';
    assert.equal([...text].slice(position?.start, position?.end).join(''), quote?.exact, '4.2.5: code points');
    assert.ok(text.includes(`${quote?.prefix}${quote?.exact}${quote?.suffix}`), '4.2.4');
  }
});

test('annotations hold overlaps, names and what differs', () => {
  const tags = annotationsOf(report, ARTICLES).first.items.map(({ body }) => body[0] && 'value' in body[0] && body[0].value);
  for (const tag of ['edited', 'person', 'place', 'disagree']) assert.ok(tags.includes(tag), tag);
  const none = annotationsOf(report, ARTICLES, []).first.items;
  assert.ok(none.length < tags.length, 'a host may say itself what differs');
});
