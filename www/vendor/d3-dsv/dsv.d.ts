/** The one function of d3-dsv that the page calls, declared by hand: its own types are a package apart. */
export default function dsvFormat(delimiter: string): {
  /** The rows of a table, with its heading. */
  parseRows(text: string): string[][];
};
