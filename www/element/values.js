/**
 * @typedef {import('../../pkg/contract.js').Report} Report
 * @typedef {import('../../pkg/contract.js').Mention} Mention
 * @typedef {import('../../pkg/contract.js').Quantity} Quantity
 *
 * @typedef {object} Value A date, a time or a figure, wherever it stands and in whatever words.
 * @property {string} name Its fullest words.
 * @property {'date' | 'figure'} kind
 * @property {string | undefined} value A date or a time in ISO 8601, where it is known.
 * @property {string[]} aliases Its other words.
 * @property {import('../../pkg/contract.js').Place[]} mentions
 */

/** @type {Partial<Record<Mention['kind'], Value['kind']>>} */
const KIND = { date: 'date', time: 'date', money: 'figure', percent: 'figure', quantity: 'figure', ordinal: 'figure' };

/**
 * The dates and figures of all articles, one for each value: "Monday" and "16 December" are one where they are the same day. A date or
 * figure of which only the words are known is one with the same words.
 *
 * @param {Report} report
 * @returns {Value[]} Dates in their order, and figures, the largest first; what has no known value comes last of its kind.
 */
export function valuesOf({ articles }) {
  /** @type {Map<string, Value & { size: number }>} */
  const values = new Map();
  for (const [article, { mentions, quantities }] of articles.entries()) {
    const amounts = new Map(quantities.map((quantity) => [placed(quantity), quantity]));
    for (const { kind: read, text, start, end, value } of mentions) {
      const kind = KIND[read];
      if (!kind) continue;
      const amount = amounts.get(placed({ start, end }));
      const key = `${kind} ${value ?? (amount ? measured(amount) : text.toLocaleLowerCase())}`;
      const known = values.get(key) ?? { name: text, kind, value, aliases: [], mentions: [], size: amount?.high ?? amount?.low ?? -1 };
      values.set(key, known);
      known.mentions.push({ article, start, end });
      if (![known.name, ...known.aliases].includes(text)) known.aliases.push(text);
      if (text.length <= known.name.length) continue;
      known.aliases = [known.name, ...known.aliases.filter((alias) => alias !== text)];
      known.name = text;
    }
  }
  const all = [...values.values()].map(({ size, ...value }) => ({ size, value }));
  const dates = all.map(({ value }) => value).filter(({ kind }) => kind === 'date').sort(byDay);
  const figures = all.filter(({ value }) => value.kind === 'figure').sort((one, two) => two.size - one.size);
  return [...dates, ...figures.map(({ value }) => value)];
}

/** @param {import('../../pkg/contract.js').Span} span */
function placed({ start, end }) {
  return `${start}-${end}`;
}

/** @param {Quantity} quantity Whether it is hedged is a matter of wording. */
function measured({ low, high, unit }) {
  return `${low}-${high} ${unit}`;
}

/** @param {Value} one @param {Value} two */
function byDay({ value: one }, { value: two }) {
  if (one === undefined || two === undefined) return Number(one === undefined) - Number(two === undefined);
  return dated(one) < dated(two) ? -1 : Number(dated(one) > dated(two));
}

/** @param {string} value In ISO 8601, of which a week alone has another order than the days: it stands with a day of its own. */
function dated(value) {
  const [, year, week] = /^(\d{4})-W(\d\d)/.exec(value) ?? [];
  // The fourth of January is in the first week.
  return week ? new Date(Date.UTC(Number(year), 0, 4 + 7 * (Number(week) - 1))).toISOString() : value;
}
