/** A file of the core that is missing, or that cannot be read. */
export class LoadError extends Error {
  /** @param {string} message Names the file and the mend. */
  constructor(message) {
    super(message);
    this.name = 'LoadError';
  }
}
