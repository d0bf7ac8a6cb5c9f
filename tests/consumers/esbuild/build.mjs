import { build } from 'esbuild';

await build({
  entryPoints: { main: './main.js', worker: 'wiremark/worker' },
  bundle: true,
  minify: true,
  format: 'esm',
  loader: { '.wasm': 'file', '.bin': 'file' },
  outdir: 'dist',
});
