/** What nobody needs before the first texts are marked. The page asks for it once it stands, and for all of it at once. */
export { AlignedView } from './aligned/view.js';
export { bindExportDialog } from './export/dialog.js';
export { bindHelp } from './help.js';
export { ImportedPanel } from './import/panel.js';
export { readFiles } from './import/read-files.js';
export { CorrectDialog } from './names/correct.js';
export { bindNamesDialog } from './names/dialog.js';
export { Tour } from './tour.js';
