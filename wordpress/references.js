/** What the draft is compared with: copy that is pasted, and other posts. */

import { textOfHtml } from '../www/element/html-text.js';
import { sidebar } from './words/index.js';

/** @typedef {import('./sidebar.js').Reference} Reference */

const { createElement: el, useEffect, useState } = wp.element;
const { Button, PanelBody, SearchControl, TextareaControl, TextControl } = wp.components;

/** So many posts are offered. */
const OFFERED = 5;

/** After the last key, in milliseconds, a search is sent. */
const PAUSE = 300;

/**
 * @param {{ references: Reference[], marks: import('./marks.js').Marks | null, change: (references: Reference[]) => void }} properties
 */
export function References({ references, marks, change }) {
  const add = (/** @type {Reference} */ reference) => change([...references, reference]);
  return el(
    PanelBody,
    { title: sidebar.references },
    el('ul', { className: 'wiremark-references' }, ...references.map((reference, index) => {
      const remove = () => change(references.filter((other) => other !== reference));
      const share = marks?.report.coverage[marks.draft]?.[index];
      return el(
        'li',
        { key: index },
        el('span', null, share === undefined ? reference.name : sidebar.shared(share, reference.name)),
        el(Button, { icon: 'no-alt', label: sidebar.remove(reference.name), isSmall: true, onClick: remove }),
      );
    })),
    el(Pasted, { number: references.length + 1, add }),
    el(Posts, { add }),
  );
}

/** @param {{ number: number, add: (reference: Reference) => void }} properties */
function Pasted({ number, add }) {
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const compare = () => {
    add({ name: name.trim() || sidebar.copyNamed(number), text });
    setName('');
    setText('');
  };
  return el(
    'div',
    { className: 'wiremark-pasted' },
    el(TextControl, { label: sidebar.copyName, value: name, placeholder: sidebar.copyNamed(number), onChange: setName }),
    el(TextareaControl, { label: sidebar.copy, help: sidebar.copyHelp, rows: 6, value: text, onChange: setText }),
    el(Button, { variant: 'primary', disabled: !text.trim(), onClick: compare }, sidebar.compare),
  );
}

/** @param {{ add: (reference: Reference) => void }} properties */
function Posts({ add }) {
  const [sought, setSought] = useState('');
  const [found, setFound] = useState(/** @type {Reference[] | null} */ (null));
  const [problem, setProblem] = useState('');
  useEffect(() => {
    setProblem('');
    setFound(null);
    if (!sought.trim()) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      posts(sought, stop.signal).then(setFound, (error) => stop.signal.aborted || setProblem(error.message));
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [sought]);
  const take = (/** @type {Reference} */ post) => {
    add(post);
    setSought('');
  };
  return el(
    'div',
    { className: 'wiremark-posts' },
    el(SearchControl, { label: sidebar.search, help: sidebar.searchHelp, placeholder: sidebar.search, value: sought, onChange: setSought }),
    problem && el('p', { role: 'alert' }, problem),
    found?.length === 0 && el('p', null, sidebar.noPosts),
    found && el('ul', null, ...found.map((/** @type {Reference} */ post, /** @type {number} */ index) =>
      el('li', { key: index }, el(Button, { variant: 'link', onClick: () => take(post) }, post.name)),
    )),
  );
}

/**
 * The posts that hold some words, but for the one that is open, as whoever is signed in may read them.
 *
 * @param {string} search
 * @param {AbortSignal} signal
 * @returns {Promise<Reference[]>}
 */
async function posts(search, signal) {
  const open = wp.data.select('core/editor').getCurrentPostId();
  const asked = { search, per_page: OFFERED, exclude: [open], status: ['publish', 'future', 'draft', 'pending', 'private'], _fields: 'title,content' };
  const found = await wp.apiFetch({ path: wp.url.addQueryArgs('/wp/v2/posts', asked), signal });
  return found.map((/** @type {Record<'title' | 'content', { rendered: string }>} */ { title, content }) => ({
    name: textOfHtml(title.rendered) || sidebar.untitled,
    text: textOfHtml(content.rendered),
  }));
}
