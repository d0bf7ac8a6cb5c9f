/** A script, not a module: bundled it has a default export, and otherwise it makes a global `mammoth`. */
interface Mammoth {
  convertToHtml(
    input: { arrayBuffer: ArrayBuffer },
    options?: { convertImage?: unknown; includeEmbeddedStyleMap?: boolean },
  ): Promise<{ value: string }>;
  images: { imgElement(attributes: () => Promise<{ src: string }>): unknown };
}
declare const mammoth: Mammoth | undefined;
export default mammoth;
