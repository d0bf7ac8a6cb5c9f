//! Makes a report from a desk: bytes become UTF-16, references become indices, words are spelled out.

use super::*;
use crate::article::Article;
use crate::desk::{Desk, Entry};
use crate::entity::{Entity, Mention};
use crate::order::sort_by_number;
use crate::overlap::{
    Compared, Comparison, Coverage, Edit, Fingerprint, Member, NOTHING_SHARED, NumberDifference,
    Overlap, QuoteChange, likely_sources, shared_key, style_differences, unique,
};
use crate::span::Span;
use crate::text::dates::{DateKind, DateMention};
use crate::text::quantities::{Quantity, QuantityKind};
use std::sync::PoisonError;

impl Report {
    /// Everything known about the articles on `desk`.
    pub(crate) fn of(desk: &Desk) -> Report {
        let entities = desk.entities();
        let entries = desk.entries();
        let mut overlaps = Vec::new();
        let mut quote_changes = Vec::new();
        let mut number_differences = Vec::new();
        for (first, second, pair) in desk.pairs() {
            let told = pair.told.get_or_init(|| {
                let sides = Sides {
                    a: (first as u32, &entries[first].article),
                    b: (second as u32, &entries[second].article),
                    prints: (&entries[first].fingerprint, &entries[second].fingerprint),
                };
                sides.report(&pair.comparison)
            });
            overlaps.extend_from_slice(&told.overlaps);
            quote_changes.extend_from_slice(&told.quote_changes);
            number_differences.extend_from_slice(&told.number_differences);
        }
        let entity_of = entity_indices(entries, entities);
        let articles = entries.iter().zip(entity_of).enumerate();
        Report {
            schema: SCHEMA,
            offset_unit: "utf-16",
            articles: articles
                .map(|(index, (entry, entity_of))| kept_article(desk, (index, entry), &entity_of))
                .collect(),
            entities: kept_entities(desk, entities),
            overlaps,
            quote_changes,
            number_differences,
            coverage: coverage_table(desk, 1.0, |coverage| coverage.share()),
            coverage_by_kind: coverage_by_kind(desk),
            likely_sources: source_report(desk),
        }
    }
}

/// What is told of an article whose mentions name these entities. It is what the last report told, where
/// that still holds.
fn kept_article(
    desk: &Desk,
    (index, entry): (usize, &Entry),
    entity_of: &[Option<u32>],
) -> Arc<ArticleReport> {
    let mut kept = entry.told.lock().unwrap_or_else(PoisonError::into_inner);
    let (last, told) =
        kept.get_or_insert_with(|| (NOTHING_SHARED, Arc::new(article_report(entry))));
    let is_name = |mention: &MentionReport| mention.kind < Kind::Date;
    let named = told.mentions.iter().filter(|mention| is_name(mention));
    let named = named.map(|mention| mention.entity);
    if named.ne(entity_of.iter().copied()) {
        let changed = Arc::make_mut(told);
        let named = changed.mentions.iter_mut().filter(|it| is_name(it));
        for (mention, entity) in named.zip(entity_of) {
            mention.entity = *entity;
        }
    }
    let shared = if desk.compares() {
        shared_key(comparisons(desk, index))
    } else {
        NOTHING_SHARED
    };
    if *last != shared {
        *last = shared;
        let unique = if desk.compares() {
            unique_report(desk, index, entry)
        } else {
            Vec::new()
        };
        if told.unique != unique {
            Arc::make_mut(told).unique = unique;
        }
    }
    Arc::clone(told)
}

/// What is told of the entities, each as the last report told it where that still holds.
fn kept_entities(desk: &Desk, entities: &[Entity]) -> Vec<Arc<EntityReport>> {
    let mut kept = desk.named.lock().unwrap_or_else(PoisonError::into_inner);
    let last = kept.take().unwrap_or_default();
    let told = entities.iter().enumerate().map(|(index, entity)| {
        let tells = |last: &&Arc<EntityReport>| {
            let names = (&last.name, last.kind, &last.id, &last.aliases);
            names == (&entity.name, entity.kind, &entity.id, &entity.aliases)
                && last
                    .mentions
                    .iter()
                    .copied()
                    .eq(places(entity, desk.entries()))
        };
        let last = last.get(index).filter(tells);
        last.map_or_else(
            || Arc::new(entity_report(entity, desk.entries())),
            Arc::clone,
        )
    });
    kept.insert(told.collect()).clone()
}

/// What is told of an article by itself, without its entities and what is unique to it.
fn article_report(entry: &Entry) -> ArticleReport {
    let article = &entry.article;
    ArticleReport {
        name: article.name().to_owned(),
        sentences: sentence_report(article),
        mentions: mention_report(entry),
        quotations: quotation_report(article),
        reported: reported_report(article),
        quantities: quantity_report(article),
        boilerplate: boilerplate_report(article),
        unique: Vec::new(),
    }
}

fn sentence_report(article: &Article) -> Vec<[u32; 2]> {
    let sentences = article.sentences().iter();
    sentences
        .map(|sentence| {
            let span = article.utf16(sentence.span);
            [span.start, span.end]
        })
        .collect()
}

/// For each article, the entity of each of its mentions.
fn entity_indices(entries: &[Entry], entities: &[Entity]) -> Vec<Vec<Option<u32>>> {
    let mut indices: Vec<Vec<Option<u32>>> = entries
        .iter()
        .map(|entry| vec![None; entry.mentions.len()])
        .collect();
    for (index, entity) in entities.iter().enumerate() {
        for place in &entity.mentions {
            indices[place.article][place.mention] = Some(index as u32);
        }
    }
    indices
}

/// Names, dates and figures in one list, by their place in the text.
fn mention_report(entry: &Entry) -> Vec<MentionReport> {
    let article = &entry.article;
    let named = entry.mentions.iter().map(|mention| {
        let Mention {
            span,
            kind,
            confidence,
        } = *mention;
        plain_mention(article, span, kind, f64::from(confidence))
    });
    let dated = article.dates().iter().map(|date| {
        let DateMention { span, kind, value } = date;
        let kind = match kind {
            DateKind::Date => Kind::Date,
            DateKind::Time => Kind::Time,
        };
        MentionReport {
            value: value.clone(),
            ..plain_mention(article, *span, kind, 1.0)
        }
    });
    let counted = article.quantities().iter().map(|quantity| {
        let Quantity { span, kind, .. } = quantity;
        let kind = match kind {
            QuantityKind::Count => Kind::Quantity,
            QuantityKind::Money => Kind::Money,
            QuantityKind::Percent => Kind::Percent,
            QuantityKind::Ordinal => Kind::Ordinal,
        };
        plain_mention(article, *span, kind, 1.0)
    });
    let mut mentions: Vec<_> = named.chain(dated).chain(counted).collect();
    // Where two stand in one place, the name comes first.
    sort_by_number(&mut mentions, |mention| {
        u64::from(mention.span.start) << 32 | u64::from(mention.span.end)
    });
    mentions
}

fn plain_mention(article: &Article, span: Span, kind: Kind, confidence: f64) -> MentionReport {
    MentionReport {
        span: article.utf16(span),
        kind,
        text: span.of(article.text()).to_owned(),
        entity: None,
        confidence: hundredths(confidence),
        value: None,
    }
}

fn quotation_report(article: &Article) -> Vec<QuotationReport> {
    let quotations = article.quotations().iter();
    quotations
        .map(|quotation| QuotationReport {
            span: article.utf16(quotation.span),
            speaker: quotation
                .speaker
                .map(|speaker| speaker.of(article.text()).to_owned()),
            scare: quotation.scare,
        })
        .collect()
}

fn reported_report(article: &Article) -> Vec<ReportedReport> {
    let reported = article.reported().iter();
    reported
        .map(|report| ReportedReport {
            span: article.utf16(report.span),
            speaker: report
                .speaker
                .map(|speaker| speaker.of(article.text()).to_owned()),
        })
        .collect()
}

fn quantity_report(article: &Article) -> Vec<QuantityReport> {
    let quantities = article.quantities().iter();
    quantities
        .map(|quantity| QuantityReport {
            span: article.utf16(quantity.span),
            low: quantity.low,
            high: quantity.high,
            unit: quantity.unit.clone(),
            approximate: quantity.approximate,
        })
        .collect()
}

fn boilerplate_report(article: &Article) -> Vec<BoilerplateReport> {
    let boilerplate = article.boilerplate().iter();
    boilerplate
        .map(|stretch| BoilerplateReport {
            span: article.utf16(stretch.span),
            kind: stretch.kind.name(),
        })
        .collect()
}

fn entity_report(entity: &Entity, entries: &[Entry]) -> EntityReport {
    EntityReport {
        name: entity.name.clone(),
        kind: entity.kind,
        id: entity.id.clone(),
        aliases: entity.aliases.clone(),
        mentions: places(entity, entries).collect(),
    }
}

/// Where an entity is named.
fn places<'e>(entity: &'e Entity, entries: &'e [Entry]) -> impl Iterator<Item = PlaceReport> + 'e {
    entity.mentions.iter().map(|place| {
        let entry = &entries[place.article];
        PlaceReport {
            article: place.article as u32,
            span: entry.article.utf16(entry.mentions[place.mention].span),
        }
    })
}

/// The two articles of a pair, each with its index in the report.
struct Sides<'e> {
    a: (u32, &'e Article),
    b: (u32, &'e Article),
    prints: (&'e Fingerprint, &'e Fingerprint),
}

impl Sides<'_> {
    fn report(&self, found: &Comparison) -> PairReport {
        let (overlaps, quotes) = (found.overlaps.iter(), found.quote_changes.iter());
        let differences = found.number_differences.iter();
        PairReport {
            overlaps: overlaps
                .map(|it| Arc::new(self.overlap(it, found.same_event)))
                .collect(),
            quote_changes: quotes.map(|it| self.quote_change(it)).collect(),
            number_differences: differences.map(|it| self.number_difference(it)).collect(),
        }
    }

    fn overlap(&self, overlap: &Overlap, same_event: bool) -> OverlapReport {
        OverlapReport {
            kind: overlap.kind,
            same_event,
            moved: overlap.moved,
            score: hundredths(f64::from(overlap.score)),
            a: place(self.a, overlap.a),
            b: place(self.b, overlap.b),
            edits: self.edits(&overlap.edits),
            style: self.style(overlap),
        }
    }

    fn quote_change(&self, change: &QuoteChange) -> QuoteChangeReport {
        QuoteChangeReport {
            kind: change.kind,
            a: place(self.a, change.a),
            b: place(self.b, change.b),
            edits: self.edits(&change.edits),
        }
    }

    fn number_difference(&self, difference: &NumberDifference) -> NumberDifferenceReport {
        NumberDifferenceReport {
            kind: difference.kind,
            a: place(self.a, difference.a),
            b: place(self.b, difference.b),
        }
    }

    fn style(&self, overlap: &Overlap) -> Vec<StyleReport> {
        let (a, b) = ((self.a.1, self.prints.0), (self.b.1, self.prints.1));
        let found = style_differences(a, b, overlap).into_iter();
        let found = found.map(|style| StyleReport {
            kind: style.kind,
            a: self.a.1.utf16(style.a),
            b: self.b.1.utf16(style.b),
        });
        found.collect()
    }

    fn edits(&self, edits: &[Edit]) -> Vec<EditReport> {
        let edits = edits.iter().map(|edit| EditReport {
            kind: edit.kind,
            a: self.a.1.utf16(edit.a),
            b: self.b.1.utf16(edit.b),
        });
        edits.collect()
    }
}

fn place((index, article): (u32, &Article), span: Span) -> PlaceReport {
    PlaceReport {
        article: index,
        span: article.utf16(span),
    }
}

/// More digits would only be noise to a reader.
fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// How much of each article is found in each other one: `share` of what the comparison of the two
/// covers of it. `same` stands on the diagonal. Empty when nothing is compared.
fn coverage_table(desk: &Desk, same: f64, share: impl Fn(Coverage) -> f64) -> Vec<Vec<f64>> {
    let articles = if desk.compares() {
        desk.entries().len()
    } else {
        0
    };
    let mut table = vec![vec![0.0; articles]; articles];
    for (index, row) in table.iter_mut().enumerate() {
        row[index] = same;
    }
    for (first, second, pair) in desk.pairs() {
        let covered = |member| hundredths(share(pair.comparison.coverage(member)));
        table[first][second] = covered(Member::First);
        table[second][first] = covered(Member::Second);
    }
    table
}

fn coverage_by_kind(desk: &Desk) -> CoverageByKind {
    let by = |kind, same| coverage_table(desk, same, |coverage| coverage.share_by(kind));
    CoverageByKind {
        verbatim: by(OverlapKind::Verbatim, 1.0),
        edited: by(OverlapKind::Edited, 0.0),
        rewritten: by(OverlapKind::Rewritten, 0.0),
    }
}

/// The comparisons of an article with all others, each with its place in it.
fn comparisons(desk: &Desk, index: usize) -> impl Iterator<Item = (&Comparison, Member)> {
    desk.pairs().filter_map(move |(first, second, pair)| {
        let member = if first == index {
            Member::First
        } else if second == index {
            Member::Second
        } else {
            return None;
        };
        Some((&pair.comparison, member))
    })
}

/// What no other article says, as the desk compared them.
fn unique_report(desk: &Desk, index: usize, entry: &Entry) -> Vec<Utf16Span> {
    let comparisons = comparisons(desk, index);
    let unique = unique(&entry.article, &entry.fingerprint, comparisons);
    let spans = unique.into_iter();
    spans.map(|span| entry.article.utf16(span)).collect()
}

/// The verdicts on which article the others derive from.
fn source_report(desk: &Desk) -> Vec<LikelySourceReport> {
    let entries = desk.entries();
    let read = entries
        .iter()
        .map(|entry| (&entry.article, &entry.fingerprint));
    let compared = desk.pairs().map(|(first, second, pair)| Compared {
        articles: (first, second),
        comparison: &pair.comparison,
    });
    let found = likely_sources(&read.collect::<Vec<_>>(), &compared.collect::<Vec<_>>());
    let sources = found.into_iter().map(|source| {
        let reasons = source.reasons.iter().map(|reason| ReasonReport {
            kind: reason.kind,
            article: reason.article as u32,
            a: reason
                .a
                .map(|span| entries[source.article].article.utf16(span)),
            b: reason
                .b
                .map(|span| entries[reason.article].article.utf16(span)),
        });
        LikelySourceReport {
            article: source.article as u32,
            confidence: hundredths(source.confidence),
            reasons: reasons.collect(),
        }
    });
    sources.collect()
}
