/** What the tests look at: the text under the highlights, beside what the report says. These run in the page. */

/**
 * @typedef {object} Marked
 * @property {string} text The text as it was read.
 * @property {string} shown The text as the browser shows it, its white space made one.
 * @property {string} read The text as it was read, its white space made one.
 * @property {string[]} edited The words under the highlight of edited passages.
 * @property {Record<string, string[]>} painted The words under each layer's highlight, in order.
 * @property {Record<string, string[]>} reported The words of the mentions that the report names, by the same layers.
 */

/**
 * Puts functions into the page: `follow(name, element, options)` attaches and keeps the attachment under a name, and
 * `marked(name)` says what is painted once the report is on the text as it is now.
 *
 * @param {import('puppeteer-core').Page} page
 */
export async function prepare(page) {
  await page.evaluate(async () => {
    const [analysis, marking] = ['/pkg/index.js', '/pkg/marks.js'];
    const { Desk, load } = await import(analysis);
    const { LAYERS, attach, marksOf } = await import(marking);
    await load();
    /** @type {Promise<unknown> | undefined} */
    let core;
    /** @type {Map<string, any>} */
    const followed = new Map();

    // Of white space, the page may hold more than it shows.
    const plain = (/** @type {string} */ it) => it.replace(/[\u200b\u2060\ufeff]/g, '').replace(/\s+/g, ' ').trim();

    const wordsOf = (/** @type {any} */ range, /** @type {any} */ element) => {
      if (!range.startContainer) return plain(element.value.slice(range.startOffset, range.endOffset));
      const live = range.startContainer.ownerDocument.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return plain(live.toString());
    };

    Object.assign(globalThis, {
      Desk,
      followed,
      /** The text of an element, read afresh. */
      read(/** @type {HTMLElement} */ element) {
        const attachment = attach(element, { layers: LAYERS });
        const { text } = attachment;
        attachment.detach();
        return text;
      },
      async follow(/** @type {string} */ name, /** @type {HTMLElement} */ element, /** @type {object} */ options) {
        const desk = new Desk();
        /** @type {any} */
        const one = { desk, element };
        one.attachment = attach(element, {
          ...options,
          onreport(/** @type {any} */ report, /** @type {number} */ article) {
            Object.assign(one, { report, article, text: one.attachment.text });
          },
        });
        followed.set(name, one);
      },
      /** Whether the report is on what stands there now. */
      settled(/** @type {string} */ name) {
        const one = followed.get(name);
        return one?.report !== undefined && one.text === one.attachment.text;
      },
      marked(/** @type {string} */ name) {
        const { attachment, element, report, article } = followed.get(name);
        const { highlights } = element.ownerDocument.defaultView.CSS;
        const { text } = attachment;
        /** @type {Record<string, string[]>} */
        const painted = {};
        /** @type {Record<string, string[]>} */
        const reported = {};
        const mentions = new Set(report.articles[article].mentions.map((/** @type {any} */ it) => `${it.start} ${it.end}`));
        for (const layer of Object.keys(LAYERS).filter((it) => /^(?:person|place|organisation|name|figure)/.test(it))) {
          const ranges = [...(highlights.get(attachment.painter.nameOf(layer)) ?? [])];
          painted[layer] = ranges.map((range) => wordsOf(range, element));
          reported[layer] = marksOf(report, article)
            .filter((/** @type {any} */ mark) => mark.layer === layer && mentions.has(`${mark.start} ${mark.end}`))
            .sort((/** @type {any} */ one, /** @type {any} */ two) => one.start - two.start)
            .map((/** @type {any} */ { start, end }) => plain(text.slice(start, end)));
        }
        const overlaps = [...(highlights.get(attachment.painter.nameOf('edited')) ?? [])];
        const edited = overlaps.map((range) => wordsOf(range, element));
        return { text, shown: plain(element.value ?? element.innerText), read: plain(text), painted, reported, edited };
      },
    });
  });
}

/**
 * What is painted, once the report is on the text as it is now and the frame after it is drawn.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} name
 * @returns {Promise<Marked>}
 */
export async function marked(page, name) {
  await page.waitForFunction((name) => /** @type {any} */ (globalThis).settled(name), { polling: 50 }, name);
  return page.evaluate(async (name) => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    return /** @type {any} */ (globalThis).marked(name);
  }, name);
}
