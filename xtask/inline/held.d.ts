/** What `bundle.mjs` puts into the inline build. */
declare module 'held' {
  /** The Worker's script as it is; the rest compressed and in base64. */
  export const held: { wasm: string; lexicon: string; worker: string };
}
