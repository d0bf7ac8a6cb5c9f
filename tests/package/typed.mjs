/** Whether a value, as it comes out of a program, is of a published TypeScript type: excess properties count as faults. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const HERE = dirname(fileURLToPath(import.meta.url));

/**
 * @param {unknown} value It is written as JSON, and that is checked.
 * @param {string} type As after a colon in TypeScript.
 * @param {string} imports What the type needs.
 * @returns {string[]} What is wrong with it; nothing where all is well.
 */
export function faultsOf(value, type, imports) {
  const file = join(HERE, 'typed-value.ts');
  const source = `${imports}\nexport const value: ${type} = ${JSON.stringify(value)};`;
  const options = { strict: true, noEmit: true, module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2023, skipLibCheck: true, types: [] };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.readFile = (name) => (name === file ? source : readFile(name));
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, source, options.target, true) : getSourceFile(name, ...rest);
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
