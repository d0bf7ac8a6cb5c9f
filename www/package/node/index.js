/**
 * The package in Node.js: the same, with files read from the disk and Workers that are threads.
 *
 * @module wiremark
 */

import './files.js';
import { workers } from '../worker-client.js';
import { startThread } from './thread.js';

export * from '../index.js';

workers.start = startThread;
