/** @typedef {import('../element/workspace.js').Article} Article */

/**
 * Fetches the sample: five versions of one invented story.
 *
 * @returns {Promise<Article[]>}
 * @throws {Error} When a file of the sample is missing.
 */
export async function fetchSample() {
  const { articles } = await import('./sample-articles.js');
  return articles;
}
