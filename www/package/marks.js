/**
 * Marking: what a report says, painted over text that stays as it is. The analysis does without, and so does a host that
 * shows nothing.
 *
 * @module wiremark/marks
 */

export { attach } from './attach.js';
export { editBetween, shifted } from './edit.js';
export { LAYERS, SURE, marksOf } from './layers.js';
export { Mirror } from './mirror.js';
export { Painter } from './painter.js';
