/** What the page is in both its forms, as a site and as one file. */

/** The browsers whose language its scripts may use. */
export const TARGET = ['chrome125', 'firefox128'];

/** The style sheets that `index.html` names. */
export const SHEETS = /<link rel="stylesheet" href="([^"]+)">\s*/g;
