/**
 * The page: panes, painting and panels around the package's desk. It keeps no analysis of its own and sends nothing
 * anywhere.
 */

import { messageOf } from '../../pkg/errors.js';
import { LAYERS } from '../../pkg/marks.js';
import { LiveDesk } from '../element/live-desk.js';
import { samePair } from '../element/pair.js';
import { adopt } from '../element/styles/adopt.js';
import { LISTS } from '../element/styles/lists.js';
import { OVERVIEW } from '../element/styles/overview.js';
import { PANE } from '../element/styles/pane.js';
import { Bringing } from './bringing.js';
import { bindDivider } from './divider.js';
import { element, find } from './dom.js';
import { acceptFiles } from './drop.js';
import { followLists } from './follow.js';
import { showPassage } from './inspector.js';
import { Keeping } from './kept/keeping.js';
import { bindLegend } from './legend.js';
import { measure } from './measure.js';
import { OwnNames } from './names/own-names.js';
import { Notices } from './notices.js';
import { keepForOffline } from './offline.js';
import { modelSource, openDesk } from './open-desk.js';
import { Panels } from './panels.js';
import { walkRegions } from './regions.js';
import { onLanguage, speakAsChosen, words } from './words/index.js';

/**
 * @typedef {import('../../pkg/contract.js').Report} Report
 * @typedef {import('../../pkg/contract.js').Place} Place
 * @typedef {import('../element/pane.js').Pane} Pane
 */

/** The rest of the page comes at the latest so long after the first answer, in milliseconds. */
const REST_PAUSE = 250;

const desk = find('#desk', HTMLElement);
const addButton = find('#add-article', HTMLButtonElement);
const inspector = find('#inspector', HTMLElement);
const notices = new Notices();

/** When the oldest input came that no painted answer covers yet. */
let unanswered = 0;
/** Whether the alert says that the analysis stopped. */
let stopped = false;
/** @type {Pane[]} The panes that the panels speak of. */
let listed = [];
/** @type {{ report: Report, articles: { name: string, text: string }[], panes: Pane[] } | null} The last answer, and what it is about. */
let latest = null;
/** @type {LiveDesk} Everything about the articles that others can have too. */
const live = new LiveDesk(desk, document, LAYERS, {
  words: () => words,
  names: () => names.all,
  changed(event) {
    if (event) unanswered ||= event.timeStamp;
    keeping.changed(event !== null);
  },
  listed: () => (addButton.disabled = workspace.full),
  removed: (message, back) => notices.notice(message, { label: words.bringBack, run: back }),
  moved: (message) => notices.status(message, 0),
  full: (message) => notices.alert(message),
  folded: () => keeping.changed(),
  opened: (pane, files) => void bringing.files(files, pane),
  reported: show,
  lists,
  paired: sayPair,
  pointed(passage, gone) {
    showPassage(inspector, passage, ({ pane, span }) => counterparts.go(pane, span));
    // Read out where a key went, and not at every step of the caret.
    if (gone && passage) notices.speak([...inspector.children].map(({ textContent }) => textContent).join('. '));
  },
  // Its buttons must not vanish under the pointer or the keyboard that is about to press them.
  held: () => inspector.matches(':hover, :focus-within'),
  busy: (busy) => busy && notices.status(words.comparing, 0),
  failed(error) {
    stopped = true;
    void rest();
    notices.alert(words.stopped(messageOf(error)), { label: words.startAgain, run: () => live.again() });
  },
  modelless: (error) => notices.alert(messageOf(error)),
  took: (what, began) => measure(`wiremark:${what}`, began),
});
const { view, workspace } = live;
const { counterparts, painter } = view;

const panels = new Panels({
  selected({ places, lit = 'lit', pair: chosen }) {
    if (!chosen) return light(places, lit);
    const [one, two] = chosen.map((index) => listed[index]);
    view.pair = one && two && !samePair(chosen, view.pairIn(listed)) ? [one, two] : null;
  },
  corrected: (entity) => void rest().then(() => correct?.open(entity, latest?.report.entities ?? [])),
  tickedOff: () => keeping.changed(),
  copied: sayCopied,
});
const names = new OwnNames(
  () => live.again(),
  (error) => notices.alert(words.namesNotKept(error)),
);
const keeping = new Keeping(workspace, panels.findings, names, notices);
/** @type {(value?: unknown) => void} Asks for the rest of the page. */
let askForRest = () => {};
/** What nobody needs before the first texts are marked; it comes once they are, or once somebody asks for something of it. */
const later = new Promise((resolve) => (askForRest = resolve)).then(() => import('./later.js'));
const bringing = new Bringing(workspace, keeping, notices, rest);
later.then(bindLater, (error) => notices.alert(String(error)));
/** @type {import('./later.js').AlignedView | undefined} */
let aligned;
/** @type {import('./later.js').CorrectDialog | undefined} */
let correct;
/** @type {import('./later.js').ImportedPanel | undefined} */
let imported;
/** @type {import('./later.js').Tour | undefined} */
let tour;
/** What a click on these buttons does comes later: one that comes before is heard again then. */
const buttons = {
  showAligned: find('#show-aligned', HTMLButtonElement),
  names: find('#open-names', HTMLButtonElement),
  addName: find('#add-name', HTMLButtonElement),
  export: find('#open-export', HTMLButtonElement),
  help: find('#open-help', HTMLButtonElement),
};
for (const button of Object.values(buttons)) button.addEventListener('click', hearLater);

/** @param {MouseEvent} event */
function hearLater({ currentTarget }) {
  rest().then(() => /** @type {HTMLElement} */ (currentTarget).click());
}

/** Asks for the rest of the page. */
function rest() {
  askForRest();
  return later;
}

/** @param {typeof import('./later.js')} loaded */
function bindLater({ AlignedView, bindExportDialog, bindHelp, bindNamesDialog, CorrectDialog, ImportedPanel, Tour }) {
  for (const button of Object.values(buttons)) button.removeEventListener('click', hearLater);
  aligned = new AlignedView({
    go(places) {
      light(places, 'lit');
      const last = places.at(-1);
      const pane = last && listed[last.article];
      if (pane) counterparts.go(pane, last);
    },
    progress: (done, all) => notices.status(words.settingOut(done, all), 0),
  });
  if (latest) aligned.update(latest.report, latest.panes, view.pair);
  buttons.showAligned.addEventListener('click', () => showAligned(!aligned?.open));
  const dialog = (correct = new CorrectDialog(async (added, forGood) => {
    await names.add(added, forGood);
    keeping.changed(true);
  }));
  buttons.addName.addEventListener('click', () => {
    dialog.open({ name: workspace.selected, kind: 'organisation', aliases: [] }, latest?.report.entities ?? []);
  });
  bindNamesDialog(buttons.names, names, (message) => notices.alert(message));
  const panel = (imported = new ImportedPanel({
    panes: () => workspace.panes,
    go: (pane, span) => counterparts.point([{ pane, span }], 'lit'),
    said: (message) => notices.notice(message),
    failed: (message) => notices.alert(message),
  }));
  bindExportDialog(buttons.export, () => latest && { ...latest, ticked: panels.findings.ticked }, (file) => panel.read(file), sayCopied);
  const guide = (tour = new Tour(() => buttons.help.focus()));
  bindHelp(buttons.help, () => {
    showAligned(false);
    guide.begin();
  });
}

/**
 * Lights places of the articles compared, and scrolls them into view.
 *
 * @param {Place[]} places
 * @param {import('../../pkg/layers.js').Layer} layer
 */
function light(places, layer) {
  showAligned(false);
  view.reveal(places, layer, listed);
}

/** @param {boolean} done Whether the browser let the page copy. */
function sayCopied(done) {
  notices.status(done ? words.copied : words.notCopied, 0);
}

/**
 * Takes up what the desk found, which is painted by now.
 *
 * @param {Report} report
 * @param {Pane[]} panes
 */
function show(report, panes) {
  if (stopped) notices.calm();
  stopped = false;
  if (!latest) {
    // What is found is painted before; a hidden tab has no frames.
    requestAnimationFrame(() => setTimeout(askForRest));
    setTimeout(askForRest, REST_PAUSE);
  }
  latest = { report, articles: panes.map(({ name, analysedText }) => ({ name, text: analysedText })), panes };
  // For the browser's console and the tests.
  Object.assign(globalThis, {
    wiremark: { report, painter, texts: panes.map(({ text }) => text), settled: live.settled, listed: false },
  });
  if (unanswered > 0) {
    const started = unanswered;
    unanswered = 0;
    // The painter paints in the next frame; the one after that comes when it is on the screen.
    requestAnimationFrame(() => requestAnimationFrame(() => measure('wiremark:keystroke', started)));
  }
}

/** Says which two articles are shown alone. */
function sayPair() {
  const place = find('#pair', HTMLElement);
  const { pair } = view;
  if (!pair) return place.replaceChildren();
  const [one, two] = pair;
  const said = `${words.showingPair(one.name, two.name)} `;
  // Said once only.
  if (place.firstChild?.nodeValue === said) return;
  const all = () => {
    view.pair = null;
    panels.coverage.focus({ preventScroll: true });
  };
  place.replaceChildren(said, element('button', { type: 'button', click: all }, words.showAll));
}

/** @param {boolean} open Whether the articles stand side by side in rows, instead of in panes. */
function showAligned(open) {
  if (!aligned || aligned.open === open) return;
  desk.hidden = open;
  aligned.open = open;
  buttons.showAligned.setAttribute('aria-pressed', String(open));
  painter.invalidateAll();
}

/** Lists what was found, step by step. */
function lists() {
  if (!latest) return [];
  const { report, panes } = latest;
  return [
    () => {
      listed = panes;
      sayPair();
      panels.list(report, panes, view.pairIn(panes));
    },
    () => imported?.update(),
    () => aligned?.update(report, panes, view.pair),
    () => {
      const texts = panes.filter((pane) => pane.text !== '').length;
      const said = words.compared(texts, report.overlaps.length, report.entities.length);
      notices.status(texts > 0 ? said : words.deskIsEmpty);
      Object.assign(/** @type {any} */ (globalThis).wiremark, { listed: true });
    },
  ];
}

adopt(document, PANE, OVERVIEW, LISTS);
find('.unstarted', HTMLElement).remove();
bindLegend(find('#legend', HTMLFormElement), painter);
bindDivider(find('#divider', HTMLElement), find('#lists', HTMLElement));
painter.onpaint = (/** @type {number} */ milliseconds) => measure('wiremark:paint', performance.now() - milliseconds);
acceptFiles((files, element) => {
  const target =
    workspace.panes.find((pane) => pane.element === element) ?? workspace.panes.find((pane) => pane.text === '');
  void bringing.files(files, target);
});
followLists(counterparts);
walkRegions(() => [
  addButton,
  // What can be taken back is no further away than the next article.
  .../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.notices p > button:first-of-type')),
  ...(aligned?.open ? [aligned.focusable] : workspace.panes.map(({ textarea }) => textarea)),
  ...panels.all,
]);
addButton.addEventListener('click', () => live.add());
addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
  if (view.pair) view.pair = null;
  else if (aligned?.open) {
    showAligned(false);
    buttons.showAligned.focus();
  } else tour?.end();
});
find('#load-sample', HTMLButtonElement).addEventListener('click', () => bringing.sample());
find('#empty-desk', HTMLButtonElement).addEventListener('click', () => bringing.nothing());
find('#legend', HTMLFormElement).addEventListener('change', () => view.redraw());

speakAsChosen();
panels.speak();
onLanguage(() => {
  if (inspector.querySelector('.hint')) showPassage(inspector, null, () => {});
  sayPair();
  live.label();
});
showPassage(inspector, null, () => {});
void names.load();
live.open({ open: openDesk, model: () => later.then(modelSource) });
const asked = new URLSearchParams(location.search);
if (asked.has('empty')) workspace.replace([]);
else if (asked.has('sample')) void bringing.sample();
else if (!(await keeping.resume())) {
  void bringing.sample();
  later.then(() => tour?.welcome());
}
keepForOffline();
