/** A file of the package that is missing, or that cannot be read. Load again once it is there. */
export class LoadError extends Error {
  name = 'LoadError';
}

/** What was asked was disposed of before it answered. */
export class ClosedError extends Error {
  name = 'ClosedError';
}

/** The analysis broke down, which is our fault. Its core answers nothing more: load another. */
export class CrashError extends Error {
  name = 'CrashError';
}

/**
 * What an error says, whatever was thrown.
 *
 * @param {unknown} error
 */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
