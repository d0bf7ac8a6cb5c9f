import { attach, load } from './node_modules/wiremark/index.js';

const { draft, wire } = globalThis.sample;
const element = document.querySelector('#draft');
element.textContent = draft;
await load({ worker: true });
attach(element, { references: [wire] });
