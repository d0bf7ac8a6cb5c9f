/**
 * Small choices that outlast the visit: the language, whether the tour was seen. Some browsers refuse to keep anything;
 * then each visit is the first.
 */

const PREFIX = 'wiremark ';

/** @param {string} name @returns {string | null} */
export function remembered(name) {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/** @param {string} name @param {string} value */
export function remember(name, value) {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // Nothing of the person's is lost with it.
  }
}

/** Forgets every choice. */
export function forgetChoices() {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(PREFIX)) localStorage.removeItem(key);
    }
  } catch {
    // Then none was kept.
  }
}
