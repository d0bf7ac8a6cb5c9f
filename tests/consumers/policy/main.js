import { load } from './node_modules/wiremark/index.js';
import { attach } from './node_modules/wiremark/marks.js';

const { draft, wire } = globalThis.sample;
const element = document.querySelector('#draft');
element.textContent = draft;
await load({ worker: true });
attach(element, { references: [wire] });
