//! Synonyms of news copy: words that one agency writes where another writes the next.
//!
//! A small thesaurus of our own. A word stands in one line only, in the meaning that it mostly has in
//! news, and words of one line count as relatives: they face each other for less than equals do.
//! Inflections need not be listed, unless their stem is another word's too (`planes`, `plan`).

use super::hash;
use super::words::{spelling, stem};
use crate::order::sort_numbers;
use std::borrow::Cow;
use std::sync::LazyLock;

/// One meaning a line.
#[rustfmt::skip]
const MEANINGS: &[&str] = &[
    // Harm and rescue.
    "kill dead die died dies dying death fatal fatally killing slain perish lives",
    "injure hurt wound wounded injury injuries injured",
    "rescue save saved saving saves",
    "murder homicide",
    "shoot shot shooting gunfire",
    "gunman gunmen shooter attacker attackers assailant",
    "victim casualty casualties",
    "destroy destroyed wreck wrecked demolish ruin flatten level razed",
    "damage harm harmed",
    "collapse collapsed crumble",
    "crash collide collision",
    "explode explosion blast exploded detonate bomb bombing",
    "fire blaze flames burn burnt burning burned inferno",
    "firefighter firemen fireman",
    "sink sank sunk sinking capsize capsized overturn overturned",
    "drown drowned",
    "evacuate evacuated evacuation displace displaced",
    "flee fled fleeing escape escaped",
    "stranded trapped",
    "missing unaccounted",
    "search hunt",
    "threat danger peril hazard",
    "dangerous hazardous perilous",
    "disaster catastrophe calamity tragedy",
    "poison contaminate pollute foul contaminated polluted pollution",
    "sewage effluent wastewater",
    "steal stolen stole theft stealing rob robbed robbery",
    "thief thieves burglar burglars robber robbers",
    // People.
    "child children kid kids youngster",
    "baby babies infant infants newborn",
    "teacher schoolteacher",
    "pupil student schoolchildren pupils",
    "lawyer attorney barrister solicitor counsel",
    "doctor physician medic doctors",
    "scientist researcher scientists researchers",
    "expert specialist",
    "inhabitant resident residents locals",
    "passenger traveller",
    "worker employee staff workforce employees labourers labour",
    "boss chief head manager executive director",
    "minister secretary",
    "lawmaker legislator deputy deputies parliamentarian",
    "soldier troop troops soldiers servicemen forces",
    "police officers constable",
    "detective investigator investigators detectives",
    "inmate detainee prisoner prisoners inmates",
    "refugee migrant migrants",
    "fisherman fishermen fishing",
    "farmer grower growers",
    "consumer customer client shopper shoppers",
    "motorist driver",
    "skipper captain",
    "journalist correspondent",
    "forecaster meteorologist forecasters meteorologists",
    "critic opponent opponents",
    "ally allies partner",
    "enemy foe rival",
    "spouse wife husband",
    // Courts.
    "jail prison imprison imprisonment imprisoned",
    "sentence sentenced",
    "verdict ruling judgment",
    "convict guilty",
    "crime offence",
    "fraud scam swindle",
    "fine penalty fined",
    "arrest detain detention arrested custody",
    "sue sued lawsuit",
    "testify testimony",
    "acquit cleared",
    "apologise apology sorry apologised",
    "ban banned prohibit forbid forbidden outlaw",
    "allow permit permitted permission licensed",
    "approve approval endorse",
    "reject rejected rebuff dismiss",
    "oppose opposition",
    "prove proof proven",
    "suspect suspected alleged",
    "plead pleaded",
    // Speech.
    "announce announced announcement",
    "warn warning caution",
    "urge exhort",
    "demand demanded insist",
    "promise pledge vow pledged vowed",
    "deny denial",
    "admit acknowledge concede admitted",
    "criticise criticism denounce condemn",
    "praise hail lauded",
    "describe depict",
    "explain explanation",
    "argue contend",
    "accuse accusation blame",
    "claim assert",
    "suggest propose proposal suggestion",
    "advise advice",
    "discuss discussion talks negotiation negotiate",
    "dispute row quarrel",
    // Change.
    "increase rise rose risen climb jump surge soar grow grew growth gain raise hike",
    "decrease decline fall fell fallen drop slump plunge shrink shrank dip",
    "reduce reduction cutback lower lowered",
    "double doubled twice twofold",
    "triple threefold tripled thrice",
    "half halve halved halves",
    "quarter fourth",
    "third thirds",
    "dozen dozens",
    "accelerate hasten",
    "improve improvement",
    "worsen deteriorate",
    "begin began begun start started commence onset",
    "end finish ended conclude",
    "stop halt cease halted ceased",
    "continue persist resume",
    "delay postpone postponed delayed defer",
    "cancel scrap cancelled scrapped",
    "return returned",
    "remain stay stayed",
    "leave left depart departure",
    "arrive arrival arrived",
    "change alter alteration",
    "replace replacement substitute succeed",
    "expand expansion enlarge extend widen",
    "escalate escalation",
    // Politics.
    "election poll ballot vote voting polls",
    "voter electorate",
    "win won winner winning victory triumph victorious",
    "lose lost loss losing defeat defeated beaten",
    "resign resignation quit quits",
    "government cabinet administration",
    "parliament legislature assembly",
    "law legislation",
    "agreement accord deal pact treaty agreed agree",
    "truce ceasefire armistice",
    "war conflict hostilities",
    "battle combat battlefield fighting fight fought",
    "attack assault offensive raid",
    "invade invasion",
    "military army",
    "weapon arms weaponry weapons",
    "rocket missile",
    "help aid assist assistance support relief",
    "send sent dispatch deploy deployment deployed",
    "withdraw withdrawal pullout",
    "protest protester demonstrator marcher demonstration rally",
    "strike walkout stoppage",
    "border frontier",
    "country nation nations countries",
    "capital metropolis",
    "leader leadership",
    "mayor mayors",
    "reform overhaul",
    "sanction sanctions embargo",
    "envoy ambassador diplomat",
    "visit visited trip",
    "meet met meeting summit",
    "joint jointly",
    "international global worldwide",
    // Business.
    "buy bought purchase acquire acquisition takeover",
    "sell sold sale selling",
    "company firm group business corporation",
    "merge merger",
    "profit earnings profits",
    "revenue turnover",
    "share stock shares stocks",
    "price cost prices costs",
    "pay paid payment wage salary wages salaries",
    "expensive dear",
    "cheap inexpensive",
    "job jobs employment position",
    "sack fired layoff redundant",
    "hire recruit",
    "force forced compel",
    "invest investment",
    "bankrupt insolvent insolvency bankruptcy",
    "factory plant mill",
    "shop store outlet shops",
    "contract contracts",
    "loan credit lending",
    "debt debts",
    "owner proprietor",
    "own belong",
    "supply provide provider supplies",
    "product goods",
    "build built construct construction building",
    "repair mend fix",
    "spend spent expenditure",
    "fund finance financing",
    "tax duty levy",
    // Transport and weather.
    "ship vessel boat ferry",
    "plane planes aircraft jet airplane airliner airliners",
    "car vehicle automobile cars",
    "lorry truck lorries",
    "train trains rail railway railroad",
    "bicycle bike cycle",
    "road highway motorway street",
    "port harbour dock",
    "sail voyage sailed",
    "flight flights",
    "storm hurricane typhoon cyclone",
    "flood flooding inundate flooded",
    "rain rainfall downpour",
    "wind gust gale",
    "quake earthquake tremor",
    "snow snowfall",
    "electricity power",
    "oil crude petroleum",
    "forest wood woods woodland",
    "sea ocean",
    "coast shore coastline seaside",
    "mountain peak",
    "house home houses homes household",
    "town city village municipality",
    "region area district province zone",
    "hospital clinic",
    "school classroom",
    "illness disease sickness",
    "ill sick",
    "drug medicine",
    "vaccine jab vaccination inoculation",
    "operation surgery",
    "infect infection",
    // Common verbs and measures.
    "show demonstrate indicate",
    "find found discover discovery uncover",
    "choose chose chosen select pick",
    "appoint appointed nominate",
    "require need needed requirement",
    "try attempt tried",
    "create establish",
    "hide hid hidden conceal concealed",
    "carry transport carrying",
    "receive obtain got",
    "give donate grant",
    "lack shortage scarcity",
    "large big huge giant enormous vast",
    "small little tiny",
    "important significant crucial key vital",
    "quick quickly fast rapid swift swiftly",
    "early earlier",
    "recent recently",
    "almost nearly",
    "approximately roughly",
    "maximum limit",
    "minimum",
    "annual yearly annually",
    "entire whole",
    "famous renowned celebrated",
    "former ex",
    "young youth younger",
    "old elderly aged",
    "film movie",
    "picture image photo photograph",
    "footage video",
    "book novel",
    "award prize",
    "match game",
    "goal goals scored score",
    "coach trainer coaches",
    "championship title",
    "evidence clue",
    "reason cause",
    "result outcome",
    "plan plans planned scheme project",
    "problem difficulty trouble",
    "chance opportunity",
    "answer reply",
    "question query",
    "inquiry probe investigation investigate",
    "study research survey",
    "data figures statistics",
    "hope hopes",
    "fear fears worry concern worried concerned",
    "anger fury outrage angry furious",
    "surprise shock astonish",
    "remove removal",
    "use usage",
    "watch observe",
    "inspect inspection examine",
    "training drill",
    "percent pct",
    "litre gallon",
];

/// Hashes, in order, each with the place of a line.
type Places = Vec<(u64, u32)>;

/// The line of every word above, and of every stem that the words of one line alone have.
static LINES: LazyLock<(Places, Places)> = LazyLock::new(|| {
    let (mut words, mut stems) = (Vec::new(), Vec::new());
    for (line, meaning) in (0..).zip(MEANINGS) {
        for word in meaning.split(' ') {
            let word = spelling(Cow::Borrowed(word));
            words.push((hash::of_word(&word), line));
            stems.push((hash::of_word(&stem(&word)), line));
        }
    }
    sort_numbers(&mut words);
    sort_numbers(&mut stems);
    stems.dedup();
    let several: Vec<_> = stems
        .windows(2)
        .map(|pair| pair[0].0 == pair[1].0)
        .collect();
    let several = |at: usize| several.get(at) == Some(&true);
    let single = (0..stems.len()).filter(|&at| !several(at) && (at == 0 || !several(at - 1)));
    let single = single.map(|at| stems[at]).collect();
    (words, single)
});

/// The hash that a folded word, in its one spelling, shares with its relatives: those of its stem
/// and its synonyms.
pub(super) fn relatives(word: &str) -> u64 {
    let line = |places: &Places, hash: u64| {
        let found = places.binary_search_by_key(&hash, |place| place.0).ok()?;
        Some(places[found].1)
    };
    let (words, stems) = &*LINES;
    let stem = hash::of_word(&stem(word));
    let line = line(words, hash::of_word(word)).or_else(|| line(stems, stem));
    line.map_or(stem, |line| hash::of_numbers([u64::from(line)]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_stands_in_one_line() {
        let words = &LINES.0;
        let twice: Vec<_> = words
            .windows(2)
            .filter(|pair| pair[0].0 == pair[1].0)
            .collect();
        let lines = |pair: &&[(u64, u32)]| [0, 1].map(|at| MEANINGS[pair[at].1 as usize]);
        assert_eq!(twice.iter().map(lines).collect::<Vec<_>>(), [[""; 2]; 0]);
    }

    #[test]
    fn synonyms_are_relatives_and_opposites_are_not() {
        assert_eq!(relatives("rescued"), relatives("saved"));
        assert_eq!(relatives("vessels"), relatives("ship"));
        assert_ne!(relatives("rise"), relatives("fall"));
        assert_ne!(relatives("win"), relatives("lose"));
        assert_ne!(relatives("plane"), relatives("plan"));
    }
}
