/** The block editor of WordPress by itself, its text in the frame that it makes. The host has the history. */
import { BlockCanvas, BlockEditorProvider, RichText, useBlockProps } from '@wordpress/block-editor';
import { createBlock, registerBlockType, serialize, setDefaultBlockName } from '@wordpress/blocks';
import { select, dispatch } from '@wordpress/data';
import { createElement as h, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import '@wordpress/block-editor/build-style/style.css';

const SETTINGS = {};

registerBlockType('test/paragraph', {
  apiVersion: 3,
  title: 'Paragraph',
  category: 'text',
  attributes: { content: { type: 'rich-text', source: 'rich-text', selector: 'p' } },
  edit: ({ attributes, setAttributes }) =>
    h(RichText, { ...useBlockProps(), tagName: 'p', value: attributes.content, onChange: (content) => setAttributes({ content }) }),
  save: ({ attributes }) => h(RichText.Content, { ...useBlockProps.save(), tagName: 'p', value: attributes.content }),
});
setDefaultBlockName('test/paragraph');

export async function mount(host, paragraphs) {
  const past = [];
  let now = paragraphs.map((content) => createBlock('test/paragraph', { content }));
  let show = () => {};
  const take = (blocks) => {
    now = blocks;
    show(blocks);
  };
  const change = (blocks) => {
    past.push(now);
    take(blocks);
  };
  function Host() {
    const [value, setValue] = useState(now);
    useEffect(() => void (show = setValue), []);
    return h(BlockEditorProvider, { value, onInput: change, onChange: change, settings: SETTINGS, useSubRegistry: false }, h(BlockCanvas, { height: '400px' }));
  }
  const place = document.createElement('div');
  host.append(place);
  createRoot(place).render(h(Host));
  const root = () => host.querySelector('iframe')?.contentDocument?.querySelector('.is-root-container');
  while (!(root()?.children.length >= paragraphs.length)) await new Promise(requestAnimationFrame);
  const blocks = () => select('core/block-editor').getBlocks();
  return {
    element: root(),
    saved: () => serialize(now),
    move: () => dispatch('core/block-editor').moveBlocksDown([blocks()[0].clientId], ''),
    remote(text) {
      const [first] = blocks();
      dispatch('core/block-editor').updateBlockAttributes(first.clientId, { content: text + first.attributes.content });
    },
    undo() {
      let before = now;
      while (before === now && past.length) before = past.pop(); // A moved selection is reported as a change too.
      // At once, or a step taken before React has drawn would start from the text that is undone. A list of its own, since the
      // provider takes one that it has sent out itself for its own change coming back.
      flushSync(() => take([...before]));
    },
  };
}
