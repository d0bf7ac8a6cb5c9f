import 'wiremark/element';
import { createApp } from 'vue';
import Versions from './Versions.vue';

const { draft, wire } = globalThis.sample;
const given = [{ name: 'Our draft', text: draft }, { name: 'Northwire', text: wire }];
createApp(Versions, { given }).mount('#root');
