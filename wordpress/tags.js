/** Who and what the draft names, and how they become tags: only when the button is pressed. */

import { sidebar, words } from './words/index.js';

const { createElement: el, useState } = wp.element;
const { Button, CheckboxControl, PanelBody } = wp.components;

/** @param {{ marks: import('./marks.js').Marks }} properties */
export function Tags({ marks: { report, draft } }) {
  const [refused, setRefused] = useState(/** @type {string[]} */ ([]));
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const entities = report.entities.filter(({ mentions }) => mentions.some(({ article }) => article === draft));
  const taken = [...new Set(entities.map(({ name }) => name))].filter((name) => !refused.includes(name));
  /** @type {[string, string[]][]} */
  const groups = Object.entries(words.headings).map(([kind, heading]) => [
    heading,
    [...new Set(entities.filter((entity) => entity.kind === kind).map(({ name }) => name))],
  ]);
  const mayTag = wp.data.select('core/editor').getEditedPostAttribute('tags') !== undefined;
  const tag = async () => {
    setBusy(true);
    setSaid(await addTags(taken).then(sidebar.tagged, ({ message }) => message));
    setBusy(false);
  };
  return el(
    PanelBody,
    { title: sidebar.names(entities.length), className: 'wiremark-names' },
    entities.length === 0 && el('p', null, sidebar.noNames),
    ...groups.filter(([, names]) => names.length > 0).map(([heading, names]) =>
      el('fieldset', { key: heading }, el('legend', null, heading), ...names.map((name) => el(CheckboxControl, {
        key: name,
        label: name,
        checked: !refused.includes(name),
        onChange: (/** @type {boolean} */ wanted) =>
          setRefused(wanted ? refused.filter((/** @type {string} */ other) => other !== name) : [...refused, name]),
      }))),
    ),
    mayTag && taken.length > 0 && el(Button, { variant: 'secondary', isBusy: busy, disabled: busy, onClick: tag }, sidebar.tag(taken.length)),
    el('p', { role: 'status' }, said),
  );
}

/**
 * @param {string[]} names
 * @returns {Promise<number>} How many of them the post had not yet.
 */
async function addTags(names) {
  const { getEditedPostAttribute } = wp.data.select('core/editor');
  /** @type {number[]} */
  const tags = [];
  // One after the other: WordPress makes two tags of one name that comes twice at a time.
  for (const name of names) tags.push(await tagOf(name));
  const had = getEditedPostAttribute('tags');
  const all = [...new Set([...had, ...tags])];
  wp.data.dispatch('core/editor').editPost({ tags: all });
  return all.length - had.length;
}

/**
 * @param {string} name
 * @returns {Promise<number>} The tag of that name, which is made if there is none.
 */
async function tagOf(name) {
  const save = wp.data.dispatch('core').saveEntityRecord;
  try {
    return (await save('taxonomy', 'post_tag', { name }, { throwOnError: true })).id;
  } catch (error) {
    const { code, data } = /** @type {{ code?: string, data?: { term_id: number } }} */ (error);
    if (code === 'term_exists' && data) return data.term_id;
    throw error;
  }
}
