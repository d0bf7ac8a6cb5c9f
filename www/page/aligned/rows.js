/**
 * One article beside the others, passage by passage: plain data.
 *
 * @typedef {import('../../../pkg/contract.js').Report} Report
 * @typedef {import('../../../pkg/contract.js').Overlap} Overlap
 * @typedef {import('../../../pkg/contract.js').Place} Place
 * @typedef {import('../../../pkg/contract.js').Span} Span
 *
 * @typedef {object} Counterpart What another article has in the place of a row.
 * @property {Overlap} overlap
 * @property {Place} mine In the article that the rows follow.
 * @property {Place} theirs
 *
 * @typedef {object} Row
 * @property {Place} place The sentence, or several where one passage goes over their ends.
 * @property {boolean} story Whether it is more than boilerplate.
 * @property {Map<number, Counterpart[]>} counterparts By article, those of each in the order of the row.
 *
 * @typedef {object} Part Some words of a counterpart, as seen from the row.
 * @property {string} text
 * @property {'same' | 'added' | 'gone' | 'moved'} kind `gone` are words that only the row has.
 */

/**
 * @param {Report} report
 * @param {number} base The article whose order the rows follow.
 * @returns {Row[]}
 */
export function rowsOf(report, base) {
  const article = report.articles[base];
  if (!article) return [];
  /** @type {Row[]} */
  const rows = article.sentences.map(([start, end]) => ({ place: { article: base, start, end }, story: true, counterparts: new Map() }));
  const found = report.overlaps.flatMap((overlap) => {
    const { a, b } = overlap;
    if (a.article === base) return [{ overlap, mine: a, theirs: b }];
    return b.article === base ? [{ overlap, mine: b, theirs: a }] : [];
  });
  found.sort((one, two) => one.mine.start - two.mine.start);
  /** @type {Row[]} */
  const joined = [];
  let next = 0;
  for (const row of rows) {
    const last = joined.at(-1);
    const reached = Math.max(...(last ? [...last.counterparts.values()].flat() : []).map(({ mine }) => mine.end));
    // A passage that goes over the end of a sentence holds both together.
    const into = last && reached > row.place.start ? last : row;
    if (into === row) joined.push(row);
    else into.place.end = row.place.end;
    for (let one = found[next]; one && one.mine.start < row.place.end; one = found[(next += 1)]) {
      const theirs = into.counterparts.get(one.theirs.article);
      if (theirs) theirs.push(one);
      else into.counterparts.set(one.theirs.article, [one]);
    }
  }
  for (const row of joined) row.story = !within(row.place, article.boilerplate);
  return joined;
}

/**
 * The words of a counterpart, and how they differ from those of its row.
 *
 * @param {Counterpart} counterpart
 * @param {string} mineText The text of the article that the rows follow.
 * @param {string} theirText
 * @returns {Part[]}
 */
export function partsOf({ overlap, mine, theirs }, mineText, theirText) {
  const forward = overlap.a === mine;
  const edits = overlap.edits
    .map(({ kind, a, b }) => (forward ? { kind, here: a, there: b } : { kind, here: b, there: a }))
    .sort((one, two) => one.there.start - two.there.start || one.here.start - two.here.start);
  /** @type {Part[]} */
  const parts = [];
  const add = (/** @type {string} */ text, /** @type {Part['kind']} */ kind) => {
    const words = text.replace(/\s+/g, ' ');
    if (words === '') return;
    const before = parts.at(-1);
    // Words that are gone bring no space with them.
    const apart = before && (kind === 'gone' || before.kind === 'gone') && !/[\s“‘(]$/u.test(before.text);
    if (apart && /^[\p{L}\p{N}“‘"(]/u.test(words)) parts.push({ text: ' ', kind: 'same' });
    parts.push({ text: words, kind });
  };
  let at = theirs.start;
  for (const { kind, here, there } of edits) {
    add(theirText.slice(at, Math.max(at, there.start)), 'same');
    if (kind !== 'reorder') add(mineText.slice(here.start, here.end), 'gone');
    add(theirText.slice(Math.max(at, there.start), there.end), kind === 'reorder' ? 'moved' : 'added');
    at = Math.max(at, there.end);
  }
  add(theirText.slice(at, theirs.end), 'same');
  return parts;
}

/**
 * @param {Span} span
 * @param {Span[]} others
 */
function within(span, others) {
  return others.some(({ start, end }) => start <= span.start && span.end <= end);
}
