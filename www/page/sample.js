/**
 * Fetches the sample: five versions of one invented story.
 *
 * @returns {Promise<import('./workspace.js').Article[]>}
 * @throws {Error} When a file of the sample is missing.
 */
export async function fetchSample() {
  const folder = new URL('../samples/harbour/', import.meta.url);
  /** @type {{ name: string, file: string }[]} */
  const list = JSON.parse(await fetchText(new URL('index.json', folder)));
  return Promise.all(list.map(async ({ name, file }) => ({ name, text: await fetchText(new URL(file, folder)) })));
}

/** @param {URL} address */
async function fetchText(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The sample cannot be loaded: ${address.pathname} answered ${response.status}.`);
  return response.text();
}
