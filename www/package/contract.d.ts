/**
 * The report `wiremark/1`: the one answer of a desk, the same object from the command line, this package and the
 * page. Offsets count UTF-16 code units, as JavaScript strings do, and are half-open. An absent field is left out.
 */

/** A half-open stretch of one article's text. */
export interface Span {
  /** The first code unit. */
  start: number;
  /** One past the last code unit. */
  end: number;
}

/** A stretch of one of the articles. */
export interface Place extends Span {
  /** The article, as an index into {@link Report.articles}. */
  article: number;
}

/** What a mention names, in the words shown to people. */
export type Kind =
  | 'person'
  | 'organisation'
  | 'place'
  | 'group'
  | 'event'
  | 'work'
  | 'law'
  | 'product'
  | 'date'
  | 'time'
  | 'money'
  | 'percent'
  | 'quantity'
  | 'ordinal';

/** A span that names, dates or counts something. */
export interface Mention extends Span {
  kind: Kind;
  /** The words. */
  text: string;
  /** Its entity, as an index into {@link Report.entities}; dates and figures have none. */
  entity?: number;
  /** From 0 to 1: how sure the reading is. */
  confidence: number;
  /** The value of a date or time, in ISO 8601. */
  value?: string;
}

/** A span of direct speech, from mark to mark. */
export interface Quotation extends Span {
  /** Who says it, in the words of the text. */
  speaker?: string;
  /** Present and true for a scare quote. */
  scare?: boolean;
}

/** Speech that is reported without quotation marks. */
export interface Reported extends Span {
  /** Who is said to have said it, in the words of the text. */
  speaker?: string;
}

/** A figure with its hedge and its unit. */
export interface Quantity extends Span {
  low?: number;
  high?: number;
  unit?: string;
  approximate: boolean;
}

/** What is not the story: a dateline, a byline, a credit. */
export interface Boilerplate extends Span {
  kind: string;
}

/** What is known about one article. */
export interface ArticleReport {
  name: string;
  /** Each `[start, end]`. */
  sentences: [number, number][];
  mentions: Mention[];
  quotations: Quotation[];
  reported: Reported[];
  quantities: Quantity[];
  boilerplate: Boilerplate[];
  /** Sentences and clauses of the story that no other article on the desk shares; empty when there is no other. */
  unique: Span[];
}

/** One thing named, over all articles. */
export interface Entity {
  /** Its fullest or most usual name. */
  name: string;
  kind: Kind;
  /** A stable identifier where the lexicon has one. */
  id?: string;
  aliases: string[];
  mentions: Place[];
}

/** One difference between two passages. One of the spans may be empty and marks the place. */
export interface Edit {
  /** `reorder`: the same words stand elsewhere in the other passage. */
  kind: 'substitution' | 'insertion' | 'deletion' | 'reorder';
  a: Span;
  b: Span;
}

/** How closely the two passages of an overlap agree. */
export type OverlapKind = 'verbatim' | 'edited' | 'rewritten';

/** A passage of one article aligned with a passage of another; `a` is always the earlier article. */
export interface Overlap {
  kind: OverlapKind;
  /** False where the articles only recycle language about a neighbouring event. */
  sameEvent?: boolean;
  /** Whether the order of the passages crosses. */
  moved: boolean;
  /**
   * From 0 to 1. Verbatim: 1. Edited: the share of words that agree. Rewritten: how probable it is that both passages
   * say the same, as a model judges.
   */
  score: number;
  a: Place;
  b: Place;
  edits: Edit[];
  /** What is written differently and counts as the same. */
  style?: StyleDifference[];
}

/** One matter of style between two passages. A span is empty where one side has no marks. */
export interface StyleDifference {
  kind: 'case' | 'spelling' | 'quotes';
  a: Span;
  b: Span;
}

/**
 * How a quotation differs from its counterpart: words stand for others, were added or left out; it is cut so that its
 * meaning changes; the other article only reports it; or it is given to somebody else. Kinds may be added.
 */
export type QuoteChangeKind =
  | 'substitution'
  | 'insertion'
  | 'deletion'
  | 'partial'
  | 'made-indirect'
  | 'reattributed';

/** The same utterance quoted differently, or turned into indirect speech. */
export interface QuoteChange {
  kind: QuoteChangeKind;
  a: Place;
  b: Place;
  edits?: Edit[];
}

/**
 * How two figures differ: they cannot both be right; they can, and one says more; one is the later; or each is given on
 * the word of another source. Kinds may be added.
 */
export type NumberDifferenceKind = 'disagree' | 'precision' | 'update' | 'source';

/** Figures for one thing that differ. */
export interface NumberDifference {
  kind: NumberDifferenceKind;
  a: Place;
  b: Place;
}

/** Everything known about the articles on a desk. */
export interface Report {
  schema: 'wiremark/1';
  offsetUnit: 'utf-16';
  articles: ArticleReport[];
  entities: Entity[];
  overlaps: Overlap[];
  quoteChanges?: QuoteChange[];
  numberDifferences?: NumberDifference[];
  /**
   * `coverage[i][j]`: the share of article i, from 0 to 1, that is found in article j, measured in the letters and
   * digits of its words outside boilerplate. 1 on the diagonal; empty when nothing is compared.
   */
  coverage: number[][];
  /** The same share by the kind of the passages. */
  coverageByKind?: CoverageByKind;
  /**
   * For each event that several of the articles report, the one that the others most likely derive from; none where the
   * evidence is thin.
   */
  likelySources?: LikelySource[];
}

/** The article that the others of its event most likely derive from. */
export interface LikelySource {
  /** The article, as an index into {@link Report.articles}. */
  article: number;
  /** From 0 to 1: how much evidence there is. */
  confidence: number;
  /** What speaks for it, by the article that it concerns. */
  reasons: SourceReason[];
}

/** One reason to take an article for the source of another. */
export interface SourceReason {
  /**
   * `credited`: the other names its agency; `filed-earlier`; `agency`: it is filed by an agency, the other is not;
   * `contains`: it has nearly all that the other shares with anyone, and more; `shortened`: the other leaves words of it
   * out; `quoted-whole`: it quotes what the other cuts short or only reports.
   */
  kind: 'credited' | 'filed-earlier' | 'agency' | 'contains' | 'shortened' | 'quoted-whole';
  /** The other article, as an index into {@link Report.articles}. */
  article: number;
  /** Where it shows in the source. */
  a?: Span;
  /** Where it shows in the other article. */
  b?: Span;
}

/**
 * Tables like {@link Report.coverage}, one for each kind. What lies in several passages counts once, as the closest
 * kind: the three add up to the whole share but for their rounding.
 */
export type CoverageByKind = Record<OverlapKind, number[][]>;
