/** The inline builds: all of the package that needs no address, in one script. */

export * from './index.js';
export * from './marks.js';
