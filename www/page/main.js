/**
 * The page: panes, painting and panels around the package's desk. It keeps no analysis of its own and sends nothing
 * anywhere.
 */

import { LAYERS, marksOf, Painter } from '../../pkg/marks.js';
import { Analysis } from '../element/analysis.js';
import { Counterparts } from '../element/counterparts.js';
import { element, find } from './dom.js';
import { acceptFiles } from './drop.js';
import { InTurn } from '../element/in-turn.js';
import { followLists } from './follow.js';
import { showPassage } from './inspector.js';
import { Keeping } from './kept/keeping.js';
import { bindLegend } from './legend.js';
import { measure } from './measure.js';
import { Notices } from './notices.js';
import { between, samePair } from '../element/pair.js';
import { OwnNames } from './names/own-names.js';
import { keepForOffline } from './offline.js';
import { modelSource, openDesk } from './open-desk.js';
import { Panels } from './panels.js';
import { walkRegions } from './regions.js';
import { fetchSample } from './sample.js';
import { adopt } from '../element/styles/adopt.js';
import { LISTS } from '../element/styles/lists.js';
import { OVERVIEW } from '../element/styles/overview.js';
import { PANE } from '../element/styles/pane.js';
import { onLanguage, speakAsChosen, words } from './words/index.js';
import { MOST_PANES, Workspace } from '../element/workspace.js';

/**
 * @typedef {import('../../pkg/contract.js').Report} Report
 * @typedef {import('../../pkg/contract.js').Place} Place
 * @typedef {import('../element/pane.js').Pane} Pane
 */

/** The panels follow the text after this pause, in milliseconds, which is longer than one between two keys; the highlights
 * follow at once. */
const PANEL_PAUSE = 250;

/** So do the bars beside the texts, when something else than the text changes. */
const OVERVIEW_PAUSE = 60;

const desk = find('#desk', HTMLElement);
const addButton = find('#add-article', HTMLButtonElement);
const inspector = find('#inspector', HTMLElement);
const notices = new Notices();
const painter = new Painter(LAYERS);

/** When the oldest input came that no painted answer covers yet. */
let unanswered = 0;
/** Whether the alert says that the analysis stopped. */
let stopped = false;
/** What is done when the typing pauses, one thing after the other. */
const lists = new InTurn((began) => measure('wiremark:list', began));
const overviews = new InTurn((began) => measure('wiremark:list', began));
/** @type {Pane[]} The panes that the panels speak of. */
let listed = [];
/** @type {{ report: Report, articles: { name: string, text: string }[], panes: Pane[] } | null} The last answer, and what it is about. */
let latest = null;
/** @type {[Pane, Pane] | null} The two articles of which only what they share is shown. */
let pair = null;

const workspace = new Workspace(desk, {
  changed(pane, event) {
    if (event) unanswered ||= event.timeStamp;
    keeping.changed(event !== null);
    counterparts.outdated();
    painter.invalidate(pane.mirror);
    analysis.changed();
  },
  removed(pane) {
    const message = pane.text === '' ? '' : words.removed(pane.name);
    const at = workspace.panes.indexOf(pane);
    const bringBack = workspace.remove(pane);
    const offer = () => notices.notice(message, { label: words.bringBack, run });
    const run = () => {
      const back = bringBack();
      back?.textarea.focus();
      if (back) return;
      notices.alert(words.deskIsFull(MOST_PANES));
      offer();
    };
    offer();
    workspace.panes[Math.min(at, workspace.panes.length - 1)]?.textarea.focus({ preventScroll: true });
  },
  moved(pane, by) {
    workspace.move(pane, by);
    notices.status(words.movedTo(pane.name, workspace.panes.indexOf(pane) + 1), 0);
  },
  duplicated(pane) {
    const copy = workspace.duplicate(pane);
    copy?.textarea.focus();
    if (!copy) notices.alert(words.deskIsFull(MOST_PANES));
  },
  folded() {
    painter.invalidateAll();
    keeping.changed();
  },
  opened(pane, files) {
    openFiles(files, pane);
  },
  took: (began) => measure('wiremark:input', began),
  words: () => words,
  listed() {
    addButton.disabled = workspace.full;
    for (const pane of workspace.panes) {
      if (!attached.has(pane)) attach(pane);
    }
    for (const pane of attached) {
      if (workspace.panes.includes(pane)) continue;
      attached.delete(pane);
      viewports.unobserve(pane.viewport);
      painter.forget(pane.mirror);
    }
    if (pair?.some((pane) => !workspace.panes.includes(pane))) showPair(null);
    counterparts.outdated();
    analysis.changed();
    keeping.changed();
  },
});

/** @type {Set<Pane>} The panes that are listened to. */
const attached = new Set();
const viewports = new ResizeObserver(() => {
  painter.invalidateAll();
  drawOverviews();
});
const counterparts = new Counterparts(
  painter,
  (passage, gone) => {
    showPassage(inspector, passage, ({ pane, span }) => counterparts.go(pane, span));
    // Read out where a key went, and not at every step of the caret.
    if (gone && passage) notices.speak([...inspector.children].map(({ textContent }) => textContent).join('. '));
  },
  // Its buttons must not vanish under the pointer or the keyboard that is about to press them.
  () => inspector.matches(':hover, :focus-within'),
);
const analysis = new Analysis({
  open: openDesk,
  model: () => later.then(modelSource),
  panes: () => workspace.panes,
  names: () => names.all,
  modelless: (error) => notices.alert(error instanceof Error ? error.message : String(error)),
  reported: show,
  busy(busy) {
    desk.setAttribute('aria-busy', String(busy));
    if (busy) notices.status(words.comparing, 0);
  },
  failed(error) {
    stopped = true;
    askForRest();
    const message = error instanceof Error ? error.message : String(error);
    notices.alert(words.stopped(message), {
      label: words.startAgain,
      run: () => analysis.changed(),
    });
  },
});

const panels = new Panels({
  selected({ places, lit = 'lit', pair: chosen }) {
    const pane = (/** @type {number} */ index) => /** @type {Pane} */ (listed[index]);
    if (!chosen) light(places, lit);
    else showPair(samePair(chosen, shownPair()) ? null : [pane(chosen[0]), pane(chosen[1])]);
  },
  corrected: (entity) => correct?.open(entity, latest?.report.entities ?? []),
  tickedOff: () => keeping.changed(),
  copied: sayCopied,
});
const names = new OwnNames(
  () => analysis.changed(),
  (error) => notices.alert(words.namesNotKept(error)),
);
const keeping = new Keeping(workspace, panels.findings, names, notices);
/** @type {(value?: unknown) => void} Asks for the rest of the page. */
let askForRest = () => {};
/** What nobody needs before the first texts are marked; it comes once they are, or once somebody asks for something of it. */
const later = new Promise((resolve) => (askForRest = resolve)).then(() => import('./later.js'));
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
  askForRest();
  later.then(() => /** @type {HTMLElement} */ (currentTarget).click());
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
  if (latest) aligned.update(latest.report, latest.panes, pair);
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
  const found = places.flatMap(({ article, ...span }) => {
    const pane = listed[article];
    return pane ? [{ pane, span }] : [];
  });
  counterparts.point(found, layer);
}

/** @param {boolean} done Whether the browser let the page copy. */
function sayCopied(done) {
  notices.status(done ? words.copied : words.notCopied, 0);
}

/** @param {Pane} pane */
function attach(pane) {
  attached.add(pane);
  counterparts.attach(pane);
  viewports.observe(pane.viewport);
}

/**
 * Paints and lists what the desk found.
 *
 * @param {Report} report
 * @param {Pane[]} panes
 */
function show(report, panes) {
  const began = performance.now();
  paint(report, panes);
  if (stopped) notices.calm();
  stopped = false;
  if (!latest) {
    // What is found is painted before; a hidden tab has no frames.
    requestAnimationFrame(() => setTimeout(askForRest));
    setTimeout(askForRest, PANEL_PAUSE);
  }
  latest = { report, articles: panes.map(({ name, analysedText }) => ({ name, text: analysedText })), panes };
  // For the browser's console and the tests.
  Object.assign(globalThis, {
    wiremark: { report, painter, texts: panes.map(({ text }) => text), settled: analysis.settled },
  });
  if (unanswered > 0) {
    const started = unanswered;
    unanswered = 0;
    // The painter paints in the next frame; the one after that comes when it is on the screen.
    requestAnimationFrame(() => requestAnimationFrame(() => measure('wiremark:keystroke', started)));
  }
  showPanels(report, panes, PANEL_PAUSE);
  measure('wiremark:answer', began);
}

/**
 * @param {Report} report
 * @param {Pane[]} panes
 */
function paint(report, panes) {
  const seen = shownOf(report, panes);
  for (const [index, pane] of panes.entries()) {
    pane.mirror.found = marksOf(seen, index);
    painter.invalidate(pane.mirror);
  }
  counterparts.update(seen, panes);
}

/**
 * What is shown of a report: all of it, or what two articles share.
 *
 * @param {Report} report
 * @param {Pane[]} panes
 */
function shownOf(report, panes) {
  const shown = shownPair(panes);
  return shown ? between(report, ...shown) : report;
}

/**
 * @param {Pane[]} [panes]
 * @returns {[number, number] | null} Where the two articles that are shown alone stand.
 */
function shownPair(panes = listed) {
  return pair && [panes.indexOf(pair[0]), panes.indexOf(pair[1])];
}

/**
 * Shows only what two articles share, or everything.
 *
 * @param {[Pane, Pane] | null} chosen
 */
function showPair(chosen) {
  pair = chosen;
  pair?.sort((one, two) => workspace.panes.indexOf(one) - workspace.panes.indexOf(two));
  sayPair();
  // When the texts changed since the last answer, the next one brings it.
  if (!latest?.panes.every((pane, index) => pane.analysedText === latest?.articles[index]?.text)) return;
  const { report, panes } = latest;
  if (!panes.every((pane) => workspace.panes.includes(pane))) return;
  paint(report, panes);
  showPanels(report, panes);
  if (!pair) return;
  const [shared] = shownOf(report, panes).overlaps;
  for (const { article, ...span } of shared ? [shared.a, shared.b] : []) panes[article]?.mirror.reveal(span);
}

/** Says which two articles are shown alone, and lets the others stand back. */
function sayPair() {
  const place = find('#pair', HTMLElement);
  for (const pane of workspace.panes) pane.element.classList.toggle('aside', pair !== null && !pair.includes(pane));
  if (!pair) return place.replaceChildren();
  const [one, two] = pair;
  const said = `${words.showingPair(one.name, two.name)} `;
  // Said once only.
  if (place.firstChild?.nodeValue === said) return;
  const all = () => {
    showPair(null);
    panels.coverage.focus({ preventScroll: true });
  };
  place.replaceChildren(said, element('button', { type: 'button', click: all }, words.showAll));
}

/** @param {boolean} whole Whether the texts are painted from end to end, as for paper, and not only where they are in view. */
function paintWhole(whole) {
  for (const { mirror } of workspace.panes) mirror.whole = whole;
  painter.invalidateAll();
  painter.paint();
}

/** @param {boolean} open Whether the articles stand side by side in rows, instead of in panes. */
function showAligned(open) {
  if (!aligned || aligned.open === open) return;
  desk.hidden = open;
  aligned.open = open;
  buttons.showAligned.setAttribute('aria-pressed', String(open));
  painter.invalidateAll();
}

/**
 * Lists what was found, after a pause: each list in a task of its own, so that a key that comes meanwhile need not wait.
 *
 * @param {Report} report
 * @param {Pane[]} panes
 * @param {number} [pause] In milliseconds.
 */
function showPanels(report, panes, pause = 0) {
  lists.begin(pause, [
    () => {
      listed = panes;
      sayPair();
      panels.list(report, panes, shownPair());
    },
    () => imported?.update(),
    () => aligned?.update(report, panes, pair),
    ...panes.map((pane) => () => {
      pane.count();
      pane.overview.draw(painter);
    }),
    () => {
      const texts = panes.filter((pane) => pane.text !== '').length;
      const said = words.compared(texts, report.overlaps.length, report.entities.length);
      notices.status(texts > 0 ? said : words.deskIsEmpty);
    },
  ]);
}

/** Draws the bars beside the texts, once what changed has settled. */
function drawOverviews() {
  if (!latest) return;
  overviews.begin(
    OVERVIEW_PAUSE,
    workspace.panes.map((pane) => () => pane.overview.draw(painter)),
  );
}

/**
 * Does what takes texts off the desk, and offers to bring them back.
 *
 * @param {string} message
 * @param {() => void} action
 */
function discard(message, action) {
  const before = workspace.articles;
  action();
  const lost = before.some(({ text }) => text !== '');
  const bringBack = () => {
    workspace.replace(before);
    workspace.panes[0]?.textarea.focus();
  };
  notices.notice(lost ? message : '', { label: words.bringBack, run: bringBack });
}

/**
 * Reads files into panes.
 *
 * @param {File[]} files
 * @param {Pane | undefined} target The pane that takes the first.
 */
async function openFiles(files, target) {
  askForRest();
  const { readFiles } = await later;
  const { articles, refused } = await readFiles(files, (message) => notices.status(message, 0));
  if (refused.length > 0) notices.alert(refused.join(' '));
  if (articles.length === 0) return;
  discard(words.openedInstead, () => {
    const left = workspace.place(articles, target);
    if (left > 0) notices.alert(words.noPlace(MOST_PANES, left));
  });
  keeping.changed(true);
}

async function showSample() {
  try {
    const articles = await fetchSample();
    keeping.leave();
    discard(words.sampleInstead, () => workspace.replace(articles));
  } catch (error) {
    notices.alert(error instanceof Error ? error.message : String(error));
    if (workspace.panes.length === 0) workspace.replace([]);
  }
}

adopt(document, PANE, OVERVIEW, LISTS);
find('.unstarted', HTMLElement).remove();
bindLegend(find('#legend', HTMLFormElement), painter);
painter.onpaint = (/** @type {number} */ milliseconds) => measure('wiremark:paint', performance.now() - milliseconds);
acceptFiles((files, element) => {
  const target =
    workspace.panes.find((pane) => pane.element === element) ?? workspace.panes.find((pane) => pane.text === '');
  openFiles(files, target);
});
followLists(counterparts);
walkRegions(() => [
  addButton,
  // What can be taken back is no further away than the next article.
  .../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.notices p > button:first-of-type')),
  ...(aligned?.open ? [aligned.focusable] : workspace.panes.map(({ textarea }) => textarea)),
  ...panels.all,
]);
addButton.addEventListener('click', () => workspace.add()?.textarea.focus());
addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
  if (pair) showPair(null);
  else if (aligned?.open) {
    showAligned(false);
    buttons.showAligned.focus();
  } else tour?.end();
});
find('#load-sample', HTMLButtonElement).addEventListener('click', showSample);
find('#empty-desk', HTMLButtonElement).addEventListener('click', () => {
  keeping.leave();
  discard(words.deskIsEmpty, () => workspace.replace([]));
  workspace.panes[0]?.textarea.focus();
});
addEventListener('scroll', () => painter.invalidateAll(), { capture: true, passive: true });
addEventListener('resize', () => painter.invalidateAll());
addEventListener('beforeprint', () => paintWhole(true));
addEventListener('afterprint', () => paintWhole(false));
find('#legend', HTMLFormElement).addEventListener('change', drawOverviews);
for (const media of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
  matchMedia(media).addEventListener('change', drawOverviews);
}

speakAsChosen();
panels.speak();
onLanguage(() => {
  if (inspector.querySelector('.hint')) showPassage(inspector, null, () => {});
  for (const pane of workspace.panes) pane.label();
  sayPair();
  if (latest) showPanels(latest.report, latest.panes);
});
showPassage(inspector, null, () => {});
void names.load();
const asked = new URLSearchParams(location.search);
if (asked.has('empty')) workspace.replace([]);
else if (asked.has('sample')) showSample();
else if (!(await keeping.resume())) {
  showSample();
  later.then(() => tour?.welcome());
}
keepForOffline();
