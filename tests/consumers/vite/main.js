import { load } from 'wiremark';
import { attach } from 'wiremark/marks';

const { draft, wire } = globalThis.sample;
const element = document.querySelector('#draft');
element.textContent = draft;
await load({ worker: true });
attach(element, { references: [wire] });
