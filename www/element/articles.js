/**
 * Articles as a host gives them.
 *
 * @typedef {{ name: string, text: string }} Article An article; the name may be empty.
 *
 * @typedef {object} Shown An article as panels speak of it.
 * @property {string} name Never empty.
 * @property {string} letter Stands for the article where its name would be too long.
 * @property {string} text
 * @property {string} [analysedText] What of the text is compared, where that is not all of it.
 */
