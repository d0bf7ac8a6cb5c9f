/** What a reader of a page does not see, or does not read as its text. */
const UNSEEN =
  'script, style, template, noscript, head, iframe, object, embed, audio, video, canvas, svg, math, textarea, select, datalist, [hidden]';

/** The elements that begin and end a paragraph, as browsers lay them out without any style. */
const BLOCK =
  'body, address, article, aside, blockquote, center, dd, details, dialog, dir, div, dl, dt, fieldset, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, header, hgroup, hr, legend, li, main, menu, nav, ol, p, pre, search, section, summary, table, caption, thead, tbody, tfoot, tr, td, th, ul';

/**
 * The text that a page shows, its paragraphs apart by an empty line. The browser's own parser reads the markup into a
 * document without a window: nothing in it runs, and nothing is fetched.
 *
 * @param {string} html
 * @returns {string}
 */
export function textOfHtml(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(UNSEEN) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  /** @type {string[]} */
  const paragraphs = [];
  /** @type {string[]} */
  let pieces = [];
  /** @type {Element | null | undefined} */
  let block;
  const end = () => {
    const paragraph = tidy(pieces.join(''));
    if (paragraph) paragraphs.push(paragraph);
    pieces = [];
  };
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (node.matches(BLOCK)) end();
      if (node.localName === 'br') pieces.push('\n');
      continue;
    }
    // Text that follows a block, rather than standing in it, is a paragraph of its own.
    const around = node.parentElement?.closest(BLOCK);
    if (around !== block) end();
    block = around;
    const words = node.textContent ?? '';
    pieces.push(around?.localName === 'pre' ? words : words.replace(/[ \t\n\f\r]+/g, ' '));
  }
  end();
  return paragraphs.join('\n\n');
}

/**
 * A paragraph without the spaces that no browser shows: at its ends, around its line ends, and one after the other.
 *
 * @param {string} text
 */
function tidy(text) {
  const lines = text.split('\n').map((line) => line.replace(/ {2,}/g, ' ').replace(/^ | $/g, ''));
  return lines.join('\n').trim();
}
