/** @type {typeof import('./english.js').ENGLISH} */
export const GERMAN = {
  title: 'wiremark',
  draft: 'Dieser Entwurf',
  opening: 'Gleich so weit …',
  noCanvas: 'Hervorgehoben wird nur im visuellen Editor.',

  references: 'Vergleichen mit',
  copyName: 'Name',
  copyNamed: (number) => `Agenturtext ${number}`,
  copy: 'Agenturtext',
  copyHelp: 'Hier einfügen. Er bleibt in Ihrem Browser.',
  compare: 'Vergleichen',
  remove: (name) => `${name} entfernen`,
  search: 'Andere Beiträge',
  searchHelp: 'Einen Beitrag nach Wörtern darin suchen.',
  noPosts: 'Kein anderer Beitrag enthält diese Wörter.',
  untitled: '(ohne Titel)',
  shared: (share, name) => `${Math.round(share * 100)} % dieses Entwurfs stehen in ${name}`,

  findings: (count) => `Befunde (${count})`,
  nothing: 'Nichts weicht ab.',
  nothingYet: 'Fügen Sie etwas hinzu, mit dem verglichen wird.',

  names: (count) => `Namen (${count})`,
  noNames: 'Niemand und nichts wird genannt.',
  tag: (count) => (count === 1 ? '1 Namen als Schlagwort übernehmen' : `${count} Namen als Schlagwörter übernehmen`),
  tagged: (count) => (count === 1 ? '1 Schlagwort wurde hinzugefügt.' : `${count} Schlagwörter wurden hinzugefügt.`),
};
