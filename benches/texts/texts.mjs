/**
 * Two texts to compare: news-like prose in a vocabulary of our own, the same for the same seed.
 *
 * `mod.rs` beside this file is the same generator for the native bench, word for word, and says how the second text
 * comes from the first. Only whole numbers decide, so that both write the same.
 */
import { readFileSync } from 'node:fs';

/** Sentences of a paragraph, at most. */
const MOST_SENTENCES = 4;

/** Both are reports of one day, so that their quotes and figures are compared too. */
const HEAD = 'NORHAVEN, Monday, May 4, 2026 - ';

/** @type {Record<string, string[]>} */
const VOCABULARY = JSON.parse(readFileSync(new URL('vocabulary.json', import.meta.url), 'utf8'));

/**
 * The two texts.
 * @param {number} words  About how many words each has.
 * @param {number} seed
 * @returns {[string, string]}
 */
export function texts(words, seed) {
  const [first = '', second = ''] = versions(2, words, seed);
  return [first, second];
}

/**
 * Versions of one story. Every other comes from the first.
 * @param {number} count
 * @param {number} words  About how many words each has.
 * @param {number} seed
 */
export function versions(count, words, seed) {
  const writer = new Writer(seed);
  const first = writer.paragraphs(words);
  const versions = [first];
  while (versions.length < count) {
    const reused = [];
    let length = 0;
    for (const paragraph of first) {
      if (length >= Math.floor(words / 2)) break;
      length += paragraph.split(' ').length;
      reused.push(paragraph);
    }
    writer.shuffle(reused);
    const other = reused.map((paragraph) => writer.edited(paragraph));
    other.push(...writer.paragraphs(Math.floor(words / 2)));
    writer.shuffle(other);
    versions.push(other);
  }
  return versions.map((paragraphs) => HEAD + paragraphs.join('\n\n'));
}

/** Writes prose from random numbers. */
class Writer {
  /** The state of mulberry32, a generator of 32 bits (T. Ettinger, public domain). */
  #state;

  /** @param {number} seed */
  constructor(seed) {
    this.#state = seed;
  }

  /**
   * A random number below `limit`.
   * @param {number} limit
   */
  below(limit) {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    const number = (mixed ^ (mixed >>> 14)) >>> 0;
    return Math.floor((number * limit) / 2 ** 32);
  }

  /**
   * A word of a list, the first ones more often, as in any language.
   * @param {string} list
   */
  word(list) {
    const words = VOCABULARY[list] ?? [];
    return words[Math.min(this.below(words.length), this.below(words.length))] ?? '';
  }

  /**
   * A word made of two, each as likely as any other: most of them are rare.
   * @param {string} first
   * @param {string} second
   */
  compound(first, second) {
    return [first, second]
      .map((list) => {
        const words = VOCABULARY[list] ?? [];
        return words[this.below(words.length)];
      })
      .join('');
  }

  noun() {
    return this.below(4) === 0 ? this.compound('firsts', 'seconds') : this.word('nouns');
  }

  person() {
    return `${this.word('given')} ${this.compound('beginnings', 'surnames')}`;
  }

  nounPhrase() {
    switch (this.below(6)) {
      case 0:
        return this.compound('beginnings', 'towns');
      case 1:
        return `${2 + this.below(900)} ${this.word('units')}`;
      case 2:
        return `${this.word('determiners')} ${this.noun()}`;
      case 3:
        return `${this.word('determiners')} ${this.word('adjectives')} ${this.noun()}`;
      case 4:
        return `${this.word('determiners')} ${this.noun()} of ${this.noun()}`;
      default:
        return this.person();
    }
  }

  clause() {
    let clause = `${this.nounPhrase()} ${this.word('verbs')} ${this.nounPhrase()}`;
    for (let more = this.below(3); more > 0; more -= 1) {
      clause += ` ${this.word('prepositions')} ${this.nounPhrase()}`;
    }
    switch (this.below(5)) {
      case 0:
        return `${clause} on ${this.word('days')}`;
      case 1:
        return `${clause} ${this.word('adverbs')}`;
      default:
        return clause;
    }
  }

  sentence() {
    let sentence = this.clause();
    if (this.below(3) > 0) sentence += `${this.word('connectors')} ${this.clause()}`;
    switch (this.below(5)) {
      case 0:
        return `“${capitalised(sentence)},” ${this.person()} ${this.word('speech')}.`;
      case 1:
        return `${capitalised(sentence)}, ${this.person()} said.`;
      default:
        return `${capitalised(sentence)}.`;
    }
  }

  /**
   * Paragraphs of `words` words together.
   * @param {number} words
   */
  paragraphs(words) {
    const paragraphs = [];
    for (let count = 0; count < words; ) {
      const sentences = [this.sentence()];
      for (let more = this.below(MOST_SENTENCES); more > 0; more -= 1) sentences.push(this.sentence());
      const paragraph = sentences.join(' ');
      count += paragraph.split(' ').length;
      paragraphs.push(paragraph);
    }
    return paragraphs;
  }

  /**
   * `paragraph` with a tenth of its words replaced, left out or joined by another.
   * @param {string} paragraph
   */
  edited(paragraph) {
    const words = [];
    for (const word of paragraph.split(' ')) {
      if (!/^[a-z]*$/.test(word) || this.below(10) > 0) {
        words.push(word);
        continue;
      }
      switch (this.below(4)) {
        case 0:
          break;
        case 1:
          words.push(word, this.word('adverbs'));
          break;
        default:
          words.push(this.noun());
      }
    }
    return words.join(' ');
  }

  /**
   * Fisher and Yates's shuffle.
   * @template T
   * @param {T[]} items
   */
  shuffle(items) {
    for (let last = items.length - 1; last > 0; last -= 1) {
      const other = this.below(last + 1);
      [items[last], items[other]] = [/** @type {T} */ (items[other]), /** @type {T} */ (items[last])];
    }
  }
}

/** @param {string} sentence */
function capitalised(sentence) {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
