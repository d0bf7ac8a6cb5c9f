/**
 * How large a ZIP archive says that its files are, unpacked: it is asked before anything is unpacked, because a small
 * archive may hold more than a browser can. One that says less than is true is ended when it takes too long.
 */

/** How the last record of an archive begins, and each entry of its directory. */
const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** The last record's length without its comment, and the longest comment, in bytes. */
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

/**
 * @param {ArrayBuffer} archive
 * @returns {number} In bytes; 0 when it has no directory.
 */
export function unpackedSize(archive) {
  const view = new DataView(archive);
  const first = Math.max(0, archive.byteLength - END_LENGTH - LONGEST_COMMENT);
  let end = archive.byteLength - END_LENGTH;
  while (end >= first && view.getUint32(end, true) !== END) end -= 1;
  if (end < first) return 0;
  let size = 0;
  let entry = view.getUint32(end + 16, true);
  while (entry + 46 <= end && view.getUint32(entry, true) === ENTRY) {
    size += view.getUint32(entry + 24, true);
    entry += 46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
  return size;
}
