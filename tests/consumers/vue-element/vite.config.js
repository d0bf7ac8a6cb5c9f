import vue from '@vitejs/plugin-vue';

const isCustomElement = (tag) => tag.startsWith('wiremark-');

export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
