/** A trap for markup that runs: whatever a hostile text does in the page is written down. */
import assert from 'node:assert/strict';

/**
 * @typedef {import('puppeteer-core').Page} Page
 *
 * @typedef {object} Trap
 * @property {string[]} caught What ran, was opened or was refused by the policy, seen from outside the page.
 */

/**
 * Sets the trap; the page has to be loaded after this.
 * @param {Page} page
 * @returns {Promise<Trap>}
 */
export async function setTrap(page) {
  /** @type {string[]} */
  const caught = [];
  page.on('dialog', (dialog) => {
    caught.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => caught.push(`popup ${popup?.url()}`));
  page.on('framenavigated', (frame) => {
    if (frame.parentFrame()) caught.push(`frame ${frame.url()}`);
  });
  await page.evaluateOnNewDocument(() => {
    /** @type {string[]} */
    const caught = [];
    Object.assign(globalThis, { caught });
    for (const name of ['alert', 'confirm', 'prompt', 'open', 'print']) {
      Object.assign(globalThis, { [name]: (/** @type {unknown[]} */ ...words) => void caught.push(`${name} ${words}`) });
    }
    // Markup that is parsed into the page tries to run even where the policy refuses it.
    addEventListener('securitypolicyviolation', (event) => {
      caught.push(`refused ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return { caught };
}

/**
 * What could run in the page, or could be fetched by it: every element and attribute of that kind.
 * @param {Page} page
 */
export function risks(page) {
  return page.evaluate(() => {
    /** @type {string[]} */
    const found = [];
    const all = [...document.querySelectorAll('*')];
    const inside = all.flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('*') ?? [])]);
    for (const node of [...all, ...inside]) {
      const { localName } = node;
      if (/^(script|img|iframe|frame|object|embed|applet|base|meta|link|style|video|audio|source|math|form|marquee|bgsound|xml|layer)$/.test(localName))
        found.push(`${localName} ${node.getAttribute('src') ?? node.getAttribute('href') ?? node.id}`);
      for (const { name, value } of node.attributes) {
        const leads = /^(href|src|srcdoc|srcset|action|formaction|data|xlink:href|poster|background)$/i.test(name);
        if (/^on/i.test(name) || (leads && !/^(link|script)$/.test(localName))) found.push(`${localName} ${name}=${value}`);
      }
    }
    return { found, title: document.title, address: location.href, frames: frames.length };
  });
}

/**
 * @param {Page} page
 * @param {Trap} trap
 * @param {{ parsed?: boolean }} [options] Whether pages were read: the browser says of what it parses, without a window
 *   in which anything could run, what the policy would refuse it.
 */
export async function assertNothingRan(page, trap, { parsed = false } = {}) {
  /** @type {string[]} */
  const caught = await page.evaluate(() => /** @type {any} */ (globalThis).caught);
  assert.deepEqual(caught.filter((it) => !(parsed && /^refused (script|style)-src(-attr|-elem)? inline/.test(it))), []);
  assert.deepEqual(trap.caught, []);
}
