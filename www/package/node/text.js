/**
 * A report for reading.
 *
 * @typedef {import('../contract.js').Report} Report
 * @typedef {import('../contract.js').Span} Span
 * @typedef {{ name: string, text: string }[]} Articles
 */

/**
 * Each article with its mentions in brackets, then what is named in all of them.
 *
 * @param {Report} report
 * @param {Articles} articles
 */
export function annotation(report, articles) {
  const blocks = report.articles.map(({ name, mentions }, index) => {
    const { text = '' } = articles[index] ?? {};
    let marked = '';
    let at = 0;
    for (const { start, end, kind } of mentions) {
      if (start < at) continue;
      marked += `${text.slice(at, start)}[${text.slice(start, end)}|${kind}]`;
      at = end;
    }
    return `== ${name} ==\n\n${(marked + text.slice(at)).trim()}\n`;
  });
  const entities = report.entities.map(({ kind, mentions, name, aliases, id }) => {
    const others = aliases.filter((alias) => alias !== name);
    const known = [others.length > 0 ? `(${others.join(', ')})` : '', id ?? ''].filter(Boolean);
    return `  ${kind.padEnd(12)}${String(mentions.length).padStart(4)}  ${[name, ...known].join(' ')}\n`;
  });
  return `${blocks.join('\n')}\n== entities ==\n${entities.join('')}`;
}

/**
 * How much of each article is found in each other, then, pair by pair, what they share and what differs.
 *
 * @param {Report} report
 * @param {Articles} articles
 */
export function comparison(report, articles) {
  const names = articles.map(({ name }) => name);
  const width = Math.max(...names.map((name) => name.length));
  const row = (/** @type {string} */ name, /** @type {string[]} */ cells) =>
    `${name.padEnd(width)}${cells.map((cell, index) => cell.padStart(Math.max(4, names[index]?.length ?? 0) + 2)).join('')}\n`;
  let shown = "Coverage: the share of each row's text found in each column's\n";
  shown += row('', names);
  for (const [index, name] of names.entries()) shown += row(name, (report.coverage[index] ?? []).map(percent));
  for (const { article, reasons } of report.likelySources ?? []) {
    const why = reasons.map((reason) => `${reason.kind} (${names[reason.article]})`);
    shown += `Likely source: ${names[article]}: ${why.join('; ')}\n`;
  }
  for (let a = 0; a < articles.length; a += 1) {
    for (let b = a + 1; b < articles.length; b += 1) shown += pair(report, articles, a, b);
  }
  return shown;
}

/**
 * @param {Report} report
 * @param {Articles} articles
 * @param {number} first
 * @param {number} second
 */
function pair({ overlaps, quoteChanges = [], numberDifferences = [] }, articles, first, second) {
  const words = (/** @type {Report['overlaps'][number]['a']} */ { article, start, end }) =>
    `    ${articles[article]?.name}: ${articles[article]?.text.slice(start, end).replace(/\s+/g, ' ')}\n`;
  /** @type {{ heading: string, a: Report['overlaps'][number]['a'], b: Report['overlaps'][number]['a'] }[]} */
  const all = [
    ...quoteChanges.map((it) => ({ ...it, heading: `quote, ${it.kind}` })),
    ...numberDifferences.map((it) => ({ ...it, heading: `figure, ${it.kind}` })),
    ...overlaps.map((it) => ({ ...it, heading: `${it.kind}${it.moved ? ', moved' : ''} (${percent(it.score)})` })),
  ];
  const found = all
    .filter(({ a, b }) => a.article === first && b.article === second)
    .map(({ heading, a, b }) => `\n  ${heading}\n${words(a)}${words(b)}`);
  const shared = found.length > 0 ? found.join('') : '\n  nothing in common\n';
  return `\n== ${articles[first]?.name} and ${articles[second]?.name} ==\n${shared}`;
}

/** @param {number} share */
function percent(share) {
  return `${Math.round(share * 100)}%`;
}
