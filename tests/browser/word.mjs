/** Word documents of our own, as small as they can be. */
import JSZip from 'jszip';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** @param {string} text */
export function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** A paragraph of one run. @param {string} text */
export const paragraph = (text) => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;

/**
 * A document.
 * @param {string} body Its paragraphs, in WordprocessingML.
 * @param {string[]} [links] Where its hyperlinks lead: their ids are link0, link1 and so on.
 * @returns {Promise<number[]>} Its bytes.
 */
export async function wordDocument(body, links = []) {
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  );
  zip.file(
    '_rels/.rels',
    `<?xml version="1.0"?><Relationships xmlns="${RELATIONS}"><Relationship Id="main" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  const targets = links.map(
    (link, index) => `<Relationship Id="link${index}" Type="${OFFICE}/hyperlink" Target="${escaped(link)}" TargetMode="External"/>`,
  );
  zip.file('word/_rels/document.xml.rels', `<?xml version="1.0"?><Relationships xmlns="${RELATIONS}">${targets.join('')}</Relationships>`);
  zip.file(
    'word/document.xml',
    `<?xml version="1.0"?><w:document xmlns:w="${MAIN}" xmlns:r="${OFFICE}"><w:body>${body}</w:body></w:document>`,
  );
  return [...(await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }))];
}
