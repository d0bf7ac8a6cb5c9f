/**
 * What has the longest way, begun while the page is still read: the Worker of the core, the core's files, and the sample
 * where it will be shown. The single file does without.
 */

import './open-desk.js';
import { fetchSample } from './sample.js';

// Newcomers are shown the sample.
let isFirstVisit = true;
try {
  isFirstVisit = localStorage.length === 0;
} catch {
  // Every visit is, where nothing may be kept.
}
// Whoever shows it says why there is none.
if (isFirstVisit || location.search === '?sample') fetchSample().catch(() => {});
