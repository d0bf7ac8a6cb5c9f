/**
 * The sidebar in the block editor. It is there while it is open: then the draft is marked and compared, and when it is
 * closed nothing is left of it, neither a highlight nor a Worker.
 */

import { useCanvas } from './canvas.js';
import { Findings } from './findings.js';
import { useCore, useMarks } from './marks.js';
import { References } from './references.js';
import { Tags } from './tags.js';
import { sidebar } from './words/index.js';

const { createElement: el, Fragment, useState } = wp.element;
const { PanelBody } = wp.components;
// It moved in WordPress 6.6.
const { PluginSidebar, PluginSidebarMoreMenuItem } = wp.editor.PluginSidebar ? wp.editor : wp.editPost;

/** @typedef {{ name: string, text: string }} Reference What the draft is compared with. */

/** Kept while the editor is open, whether the sidebar is or not. @type {Reference[]} */
let kept = [];

function Sidebar() {
  const [references, setReferences] = useState(kept);
  const { core, problem } = useCore();
  const canvas = useCanvas();
  const marks = useMarks(core, canvas, references);
  const change = (/** @type {Reference[]} */ next) => setReferences((kept = next));
  const said = problem || (core ? !canvas && sidebar.noCanvas : sidebar.opening);
  return el(
    Fragment,
    null,
    said && el(PanelBody, null, el('p', { className: 'wiremark-said', role: 'status' }, said)),
    el(References, { references, marks, change }),
    marks && el(Findings, { references, marks }),
    marks && el(Tags, { marks }),
  );
}

const icon = el(
  'svg',
  { viewBox: '0 0 24 24', width: 24, height: 24 },
  el('path', { fill: '#bfe3ff', d: 'M3 5h13v5H3z' }),
  el('path', { d: 'M3 6.5h18V8H3zm0 5h18V13H3zm0 5h12V18H3z' }),
);

wp.plugins.registerPlugin('wiremark', {
  icon,
  render: () =>
    el(
      Fragment,
      null,
      el(PluginSidebarMoreMenuItem, { target: 'wiremark', icon }, sidebar.title),
      el(PluginSidebar, { name: 'wiremark', title: sidebar.title, icon }, el(Sidebar)),
    ),
});
