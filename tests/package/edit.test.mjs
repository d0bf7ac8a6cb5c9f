/** Where spans stand after an edit, until the analysis says better. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editBetween, shifted } from '../../pkg/edit.js';

/**
 * The words of `before` under `span`, and what they have become after the edit.
 * @param {string} before
 * @param {string} after
 * @param {string} words
 */
function follow(before, after, words) {
  const start = before.indexOf(words);
  const edit = editBetween(before, after);
  assert.ok(edit && start >= 0);
  const span = shifted({ start, end: start + words.length }, edit);
  return after.slice(span.start, span.end);
}

test('equal texts have no edit', () => {
  assert.equal(editBetween('', ''), null);
  assert.equal(editBetween('same', 'same'), null);
});

test('an edit is the smallest change in one place', () => {
  assert.deepEqual(editBetween('a bridge', 'a new bridge'), { start: 2, removed: 0, inserted: 4 });
  assert.deepEqual(editBetween('a new bridge', 'a bridge'), { start: 2, removed: 4, inserted: 0 });
  assert.deepEqual(editBetween('on Monday', 'on Sunday'), { start: 3, removed: 2, inserted: 2 });
  assert.deepEqual(editBetween('', 'all'), { start: 0, removed: 0, inserted: 3 });
  // A repeated letter must not be counted as both beginning and end.
  assert.deepEqual(editBetween('aa', 'aaa'), { start: 2, removed: 0, inserted: 1 });
});

test('an edit turns the one text into the other', () => {
  const texts = ['', 'a', 'ab', 'aba', 'abab', 'b', 'ba', 'the old bridge', 'the bridge', 'an old bridge', '😀', '😃'];
  for (const before of texts) {
    for (const after of texts) {
      const edit = editBetween(before, after);
      if (!edit) continue;
      const { start, removed, inserted } = edit;
      assert.equal(before.slice(0, start) + after.slice(start, start + inserted) + before.slice(start + removed), after);
    }
  }
});

test('what stands before an edit stays, what stands behind it moves along', () => {
  assert.equal(follow('The mayor spoke.', 'The mayor spoke. Twice.', 'mayor'), 'mayor');
  assert.equal(follow('The mayor spoke.', 'News: The mayor spoke.', 'mayor'), 'mayor');
  assert.equal(follow('One. The mayor spoke.', 'The mayor spoke.', 'mayor'), 'mayor');
});

test('what stands around an edit grows and shrinks with it', () => {
  assert.equal(follow('The mayor spoke.', 'The new mayor spoke.', 'The mayor'), 'The new mayor');
  assert.equal(follow('The new mayor spoke.', 'The mayor spoke.', 'The new mayor'), 'The mayor');
});

test('typing at the edge of a span does not stretch it', () => {
  assert.equal(follow('mayor', 'mayors', 'mayor'), 'mayor');
  assert.equal(follow('a mayor', 'a xmayor', 'mayor'), 'mayor');
});

test('what is cut away is gone, and what is cut into keeps the rest', () => {
  assert.equal(follow('The mayor spoke.', 'The spoke.', 'mayor'), '');
  assert.equal(follow('The mayor spoke.', 'The mayoroke.', 'mayor spoke'), 'mayoroke');
  assert.equal(follow('The mayor spoke loudly.', 'The mayor.', 'spoke loudly'), '');
});
