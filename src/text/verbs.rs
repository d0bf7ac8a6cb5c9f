//! Verbs of speech: what stands between a speaker and what was said.

use super::word_table::WordSet;

/// Whether `word` is a verb that reports speech, in small letters and in a form that news copy uses.
pub(crate) fn is_speech_verb(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_lowercase()) && VERBS.holds(word)
}

#[rustfmt::skip]
static VERBS: &WordSet = &WordSet::of([
    "accused", "accuses", "acknowledged", "acknowledges", "added",
    "adding", "adds", "admits", "admitted", "affirmed",
    "alleged", "alleges", "announced", "announces", "announcing",
    "answered", "argued", "argues", "arguing", "asked",
    "asking", "asks", "asserted", "boasted", "called",
    "calling", "calls", "cautioned", "cautions", "cited",
    "claimed", "claiming", "claims", "commented", "complained",
    "conceded", "concluded", "concludes", "condemn", "condemned",
    "condemns", "confirmed", "confirming", "confirms", "continued",
    "countered", "criticised", "criticized", "declared", "declares",
    "declaring", "demanded", "demands", "denied", "denies",
    "denounce", "denounced", "denounces", "described", "describes",
    "disclosed", "dubbed", "elaborated", "emphasised", "emphasises",
    "emphasized", "emphasizes", "exclaimed", "explained",
    "explaining", "explains", "expressed", "expresses", "hail",
    "hailed", "hails", "hinted", "insisted", "insisting",
    "insists", "joked", "lamented", "maintained", "mentioned",
    "noted", "notes", "noting", "observed", "pledged",
    "pledges", "pledging", "pointed", "posted", "posting",
    "praised", "predicted", "promised", "promises", "quipped",
    "quoted", "read", "reads", "recalled", "recalls",
    "recounted", "reiterated", "reiterates", "rejected", "rejects",
    "remarked", "reminded", "replied", "replies", "reported",
    "reports", "responded", "retorted", "revealed", "said",
    "say", "saying", "says", "shouted", "slam", "slammed",
    "slams", "stated", "states", "stating", "stressed",
    "stresses", "stressing", "suggested", "suggests", "tell",
    "telling", "tells", "testified", "told", "tweeted",
    "urged", "urges", "urging", "vowed", "vowing", "vows",
    "warned", "warning", "warns", "welcomed", "welcomes",
    "whispered", "wondered", "writes", "writing", "wrote",
    "yelled",
]);
