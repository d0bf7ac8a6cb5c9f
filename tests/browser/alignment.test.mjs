/** The mirror breaks every line where the textarea does, whatever is written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './harness.mjs';
import { answered, texts } from './page.mjs';

/**
 * One trouble each: wrapping, tabs, spaces, long words, wide characters, two directions, odd line ends. Control characters
 * are left out: Firefox gives them a width in a textarea and none in other elements, which no style can change.
 */
const TROUBLE = [
  'A plain line that is long enough to wrap over several lines, with trailing spaces   ',
  '',
  '\tTabbed\ttext\twith\tmore\ttabs\tthan\tfit\tinto\tone\tline\tof\tthe\tpane',
  'word'.repeat(60) + ' end    ',
  'Emoji 😀😀 👩‍👩‍👧 and 北京的新闻报道说今天天气很好 東京 外務大臣は声明を発表した in one line',
  'שלום עולם זה טקסט בעברית ארוך מספיק כדי לגלוש with latin inside it and more',
  'مرحبا بالعالم هذا نص عربي طويل بما فيه الكفاية للالتفاف على سطرين',
  'soft\u00adhyphens super\u00adcali\u00adfragi\u00adlistic\u00adexpi\u00adali\u00addocious zero\u200bwidth\u200bspaces no\u00a0break\u00a0spaces',
  `spaces${' '.repeat(90)}inside`,
  'line\u2028separator, combining e\u0301 a\u0308 and ﬁ ligatures, efficient office',
  'a/very/long/path/without/any/space?and=query&strings=that&must=break&somewhere=around&here=1',
  'last',
  '',
].join('\n');

inEachBrowser((open) => {
  for (const width of [1440, 420]) {
    test(`at ${width} pixels every character of the mirror lies under its own in the textarea`, async () => {
      const { page, screenshot } = await open('/?empty', { width, height: 900 });
      await page.evaluate((text) => {
        const textarea = document.querySelector('textarea');
        if (!textarea) throw new Error('no pane');
        textarea.value = text;
        textarea.dispatchEvent(new InputEvent('input', { bubbles: true }));
        textarea.focus();
      }, TROUBLE);
      await answered(page);
      await screenshot(`alignment-${width}`);
      assert.equal((await texts(page))[0], TROUBLE);

      const { heights, strays, probed } = await page.evaluate(() => {
        const textarea = document.querySelector('textarea');
        const mirror = document.querySelector('.mirror');
        const viewport = document.querySelector('.pane-scroll');
        if (!textarea || !mirror || !viewport) throw new Error('no pane');
        /** @type {string[]} */
        const strays = [];
        let probed = 0;
        let base = 0;
        const range = document.createRange();
        const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
        for (const line of mirror.children) {
          const node = /** @type {Text} */ (line.firstChild);
          for (const { index, segment } of graphemes.segment(node.data)) {
            range.setStart(node, index);
            range.setEnd(node, index + segment.length);
            const above = range.getBoundingClientRect().top - viewport.getBoundingClientRect().top;
            viewport.scrollTop += above - 100;
            const box = range.getBoundingClientRect();
            const inside = textarea.getBoundingClientRect();
            // Spaces at the end of a line may hang out of the pane; what has no width has no middle.
            if (box.width < 2 || box.right > inside.right || range.getClientRects().length !== 1) continue;
            probed += 1;
            const carets = [0.3, 0.7].map((share) =>
              document.caretPositionFromPoint(box.left + box.width * share, box.top + box.height / 2),
            );
            // Where the direction turns, the caret on one side of a character belongs to another.
            const near = carets.some((caret) => {
              const offset = caret?.offsetNode === textarea ? caret.offset - base : -1;
              return offset >= index - 1 && offset <= index + segment.length + 1;
            });
            if (!near) strays.push(`${base + index} “${segment}” is at ${carets.map((caret) => caret?.offset)}`);
          }
          base += node.length + 1;
        }
        return { heights: [textarea.scrollHeight, mirror.scrollHeight, textarea.clientHeight], strays, probed };
      });
      assert.equal(heights[0], heights[1], 'the text is as high in the textarea as in the mirror');
      assert.ok((heights[2] ?? 0) >= (heights[0] ?? 0), 'the textarea has nothing to scroll');
      assert.ok(probed > 500, `${probed} characters could be probed`);
      assert.deepEqual(strays, []);
    });
  }
});
