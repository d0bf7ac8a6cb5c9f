/** The libraries that `annotate.mjs` runs beside wiremark: each finds what a text names, and where. */
import nlp from 'compromise';
import model from 'wink-eng-lite-web-model';
import wink from 'wink-nlp';

const reader = wink(model);

/** @type {Record<'compromise' | 'wink', (text: string) => readonly unknown[]>} */
export const readers = {
  compromise(text) {
    const read = nlp(text);
    const found = [read.people(), read.organizations(), read.places()];
    return found.flatMap((names) => /** @type {unknown[]} */ (names.json({ offset: true })));
  },
  // Dates and figures: it knows no persons, bodies and places.
  wink: (text) => reader.readDoc(text).entities().out(reader.its.detail),
};
