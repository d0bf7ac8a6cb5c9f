import { load } from 'wiremark';
import { createApp } from 'vue';
import Draft from './Draft.vue';

await load({ worker: true });
const { draft, wire } = globalThis.sample;
createApp(Draft, { text: draft, references: [wire] }).mount('#root');
