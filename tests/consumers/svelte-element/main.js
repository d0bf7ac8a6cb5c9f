import 'wiremark/element';
import { mount } from 'svelte';
import Versions from './Versions.svelte';

const { draft, wire } = globalThis.sample;
const given = [{ name: 'Our draft', text: draft }, { name: 'Northwire', text: wire }];
mount(Versions, { target: document.querySelector('#root'), props: { given } });
