/**
 * Articles as a host gives them.
 *
 * @typedef {{ name: string, text: string }} Article An article; the name may be empty.
 *
 * @typedef {object} Shown An article as panels speak of it.
 * @property {string} name Never empty.
 * @property {string} letter Stands for the article where its name would be too long.
 * @property {string} text What of it is compared.
 */

/** The children of a desk that are articles. */
const CHILDREN = 'wiremark-article, script[type="text/plain"]';

/**
 * The articles that stand in a desk as its children.
 *
 * @param {Element} desk
 * @returns {Article[]}
 */
export function articlesIn(desk) {
  const children = [...desk.children].filter((child) => child.matches(CHILDREN));
  return children.map((child) => ({ name: child.getAttribute('name') ?? '', text: (child.textContent ?? '').trim() }));
}

/**
 * Articles as JSON, or as what JSON was read into: a list whose items are texts, or have a `text` and perhaps a `name`.
 *
 * @param {unknown} given
 * @returns {Article[]}
 * @throws {TypeError} When it is something else.
 */
export function articlesFrom(given) {
  const list = typeof given === 'string' ? parsed(given) : (given ?? []);
  if (!Array.isArray(list)) throw new TypeError('The articles of a wiremark-desk are a list: [{ name, text }].');
  return list.map((item) => {
    const { name = '', text = '' } = typeof item === 'string' ? { text: item } : (item ?? {});
    // A textarea has no other line ends.
    return { name: String(name), text: String(text).replace(/\r\n?/g, '\n') };
  });
}

/** @param {string} json */
function parsed(json) {
  if (json.trim() === '') return [];
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new TypeError('The articles of a wiremark-desk are JSON: [{ "name": …, "text": … }].', { cause });
  }
}

/** @param {number} index @returns {string} The letter of an article. */
export function letterOf(index) {
  return String.fromCharCode(65 + index);
}
