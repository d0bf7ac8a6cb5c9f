/** The editors that newsrooms use, as their authors publish them: marks are right after every step, and what is saved is the same with and without wiremark. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { inEachBrowser } from '../browser/harness.mjs';
import { serveProject } from './served.mjs';
import { session } from './session.mjs';

const EDITORS = ['tiptap', 'ckeditor', 'tinymce', 'lexical', 'slate', 'quill', 'gutenberg', 'codemirror', 'textarea'];

after(await serveProject());

inEachBrowser((open) => {
  for (const name of EDITORS) {
    test(`${name}: typing, paste, undo, a move and another writer`, async () => {
      const alone = await session(open, name, false);
      const { found, saved, problems, foreign } = await session(open, name, true);
      for (const { step, there, gone, painted, reported, edited, read, shown } of found) {
        assert.deepEqual(painted, reported, step);
        assert.equal(read, shown, `${step}: what is read is what is shown`);
        assert.ok(painted.person?.includes(there), `${step}: ${there} is marked`);
        if (gone) assert.ok(!painted.person?.includes(gone), `${step}: ${gone} is not marked`);
        assert.ok(edited.length, `${step}: what the reference has too is marked`);
      }
      assert.deepEqual(saved, alone.saved, 'what is saved is the same with wiremark and without');
      assert.deepEqual([problems, alone.problems], [[], []]);
      assert.deepEqual(foreign, []);
    });
  }
});
