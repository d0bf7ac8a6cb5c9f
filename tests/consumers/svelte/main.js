import { load } from 'wiremark';
import { mount } from 'svelte';
import Draft from './Draft.svelte';

await load({ worker: true });
const { draft, wire } = globalThis.sample;
mount(Draft, { target: document.querySelector('#root'), props: { text: draft, references: [wire] } });
