import { load } from 'wiremark';
import { attach } from 'wiremark/marks';
import lexicon from 'wiremark/lexicon';
import wasm from 'wiremark/wasm';

const { draft, wire } = globalThis.sample;
const element = document.querySelector('#draft');
element.textContent = draft;
await load({ wasm, lexicon, worker: './worker.js' });
attach(element, { references: [wire] });
