//! Units of measure, spelled out whatever the text abbreviates, so that `5 km` and `5 kilometers` agree.

use crate::text::reader::Reader;
use crate::text::word_table::WordTable;

/// The unit at token `index`, and the token after it. `attached` are letters written onto the digits
/// before it, which then stand in for the first word of the unit.
pub(super) fn unit_at(
    reader: &Reader,
    index: usize,
    attached: &str,
) -> Option<(&'static str, usize)> {
    if attached.is_empty() {
        return word_unit(reader, index);
    }
    let unit = SYMBOLS.iter().find(|(symbol, _)| *symbol == attached)?.1;
    Some(rate(reader, unit, index).unwrap_or((unit, index)))
}

/// A share or a point of one: `%`, `per cent`, `percentage points`, `bps`.
pub(super) fn percent_at(
    reader: &Reader,
    index: usize,
    attached: &str,
) -> Option<(&'static str, usize)> {
    if !attached.is_empty() {
        return match attached {
            "pc" | "pct" => Some(("percent", index)),
            "pp" | "ppt" => Some(("percentage points", index)),
            "bp" | "bps" => Some(("basis points", index)),
            _ => None,
        };
    }
    let at = index + usize::from(reader.joins(index));
    match &*reader.lower(at) {
        b"percentage" => Some(("percentage points", after_points(reader, at)?)),
        b"basis" => Some(("basis points", after_points(reader, at)?)),
        b"%" | b"percent" | b"pct" | b"percents" => Some(("percent", at + 1)),
        b"per" if reader.says(at + 1, "cent") => Some(("percent", at + 2)),
        b"pp" | b"ppt" => Some(("percentage points", at + 1)),
        b"bp" | b"bps" => Some(("basis points", at + 1)),
        _ => None,
    }
}

/// The token after the `points` that follow token `at`, perhaps tied to it.
fn after_points(reader: &Reader, at: usize) -> Option<usize> {
    let tie = usize::from(reader.joins(at + 1));
    let points = reader.says(at + 1, "point|points") || tie == 1 && reader.says(at + 2, "point");
    points.then_some(at + 2 + tie)
}

fn word_unit(reader: &Reader, index: usize) -> Option<(&'static str, usize)> {
    let hyphen = usize::from(reader.joins(index));
    let at = index + hyphen;
    // The words that end a phrase are the most frequent behind a figure.
    if reader.ends_phrase(at) {
        return None;
    }
    if reader.word(at) == "°" {
        return Some(degrees(reader, at + 1));
    }
    let lower = reader.lower(at);
    match &*lower {
        b"square" | b"sq" | b"cubic" => {
            let next = if &*lower == b"sq" {
                reader.after_abbreviation(at)
            } else {
                at + 1
            };
            let next = next + usize::from(reader.joins(next));
            let (unit, end) = plain_unit(reader, next)?;
            let powers: &[_] = if &*lower == b"cubic" { &CUBIC } else { &SQUARE };
            let power = powers.iter().find(|(base, _)| *base == unit)?.1;
            return Some((power, end));
        }
        b"metric" => {
            return reader
                .says(at + 1, "ton|tons|tonnes")
                .then_some(("tonnes", at + 2));
        }
        b"nautical" => {
            return reader
                .says(at + 1, "mile|miles")
                .then_some(("nautical miles", at + 2));
        }
        b"degree" | b"degrees" | b"deg" => return Some(degrees(reader, at + 1)),
        _ => {}
    }
    let (unit, end) = plain_unit(reader, at)?;
    // `36 second-hand jets`
    if hyphen == 0 && reader.joins(end) {
        return None;
    }
    Some(rate(reader, unit, end).unwrap_or((unit, end)))
}

fn plain_unit(reader: &Reader, at: usize) -> Option<(&'static str, usize)> {
    let word = reader.word(at);
    if word.len() <= 4
        && let Some((_, unit)) = SYMBOLS.iter().find(|(symbol, _)| *symbol == word)
    {
        // Single letters after a space are more often something else: `12 C`, `5 h`.
        return (word.len() > 1 || matches!(word, "m")).then_some((unit, at + 1));
    }
    WORDS.get(reader.word(at)).map(|unit| (unit, at + 1))
}

fn degrees(reader: &Reader, at: usize) -> (&'static str, usize) {
    match &*reader.lower(at) {
        b"celsius" | b"c" | b"centigrade" => ("degrees celsius", at + 1),
        b"fahrenheit" | b"f" => ("degrees fahrenheit", at + 1),
        _ => ("degrees", at),
    }
}

/// `km/h`, `miles per hour`, `barrels a day`.
fn rate(reader: &Reader, unit: &'static str, end: usize) -> Option<(&'static str, usize)> {
    let over = match &*reader.lower(end) {
        b"per" | b"an" | b"a" => end + 1,
        b"/" if reader.touches(end) => end + 1,
        _ => return None,
    };
    let rate = match (unit, &*reader.lower(over)) {
        ("kilometres", b"hour" | b"h") => "kilometres per hour",
        ("miles", b"hour" | b"h") => "miles per hour",
        ("metres", b"second" | b"s") => "metres per second",
        ("barrels", b"day" | b"d") => "barrels per day",
        _ => return None,
    };
    Some((rate, over + 1))
}

const SQUARE: [(&str, &str); 7] = [
    ("kilometres", "square kilometres"),
    ("metres", "square metres"),
    ("miles", "square miles"),
    ("feet", "square feet"),
    ("yards", "square yards"),
    ("centimetres", "square centimetres"),
    ("inches", "square inches"),
];

const CUBIC: [(&str, &str); 4] = [
    ("metres", "cubic metres"),
    ("feet", "cubic feet"),
    ("kilometres", "cubic kilometres"),
    ("yards", "cubic yards"),
];

/// Symbols, whose case counts.
const SYMBOLS: [(&str, &str); 47] = [
    ("km", "kilometres"),
    ("Km", "kilometres"),
    ("KM", "kilometres"),
    ("kms", "kilometres"),
    ("m", "metres"),
    ("cm", "centimetres"),
    ("mm", "millimetres"),
    ("mi", "miles"),
    ("ft", "feet"),
    ("kg", "kilograms"),
    ("kgs", "kilograms"),
    ("g", "grams"),
    ("mg", "milligrams"),
    ("lb", "pounds"),
    ("lbs", "pounds"),
    ("oz", "ounces"),
    ("t", "tonnes"),
    ("ha", "hectares"),
    ("l", "litres"),
    ("L", "litres"),
    ("ml", "millilitres"),
    ("h", "hours"),
    ("hr", "hours"),
    ("hrs", "hours"),
    ("min", "minutes"),
    ("mins", "minutes"),
    ("sec", "seconds"),
    ("secs", "seconds"),
    ("yr", "years"),
    ("yrs", "years"),
    ("km²", "square kilometres"),
    ("km2", "square kilometres"),
    ("m²", "square metres"),
    ("m2", "square metres"),
    ("m3", "cubic metres"),
    ("km/h", "kilometres per hour"),
    ("kmh", "kilometres per hour"),
    ("kph", "kilometres per hour"),
    ("mph", "miles per hour"),
    ("bpd", "barrels per day"),
    ("C", "degrees celsius"),
    ("F", "degrees fahrenheit"),
    ("kW", "kilowatts"),
    ("MW", "megawatts"),
    ("GW", "gigawatts"),
    ("kWh", "kilowatt hours"),
    ("MWh", "megawatt hours"),
];

static WORDS: &WordTable<&str> = &WordTable::new([
    ("acre", "acres"),
    ("acres", "acres"),
    ("barrel", "barrels"),
    ("barrels", "barrels"),
    ("cent", "cents"),
    ("centimeter", "centimetres"),
    ("centimeters", "centimetres"),
    ("centimetre", "centimetres"),
    ("centimetres", "centimetres"),
    ("cents", "cents"),
    ("centuries", "centuries"),
    ("century", "centuries"),
    ("day", "days"),
    ("days", "days"),
    ("decade", "decades"),
    ("decades", "decades"),
    ("feet", "feet"),
    ("foot", "feet"),
    ("gallon", "gallons"),
    ("gallons", "gallons"),
    ("gigawatt", "gigawatts"),
    ("gigawatts", "gigawatts"),
    ("gram", "grams"),
    ("grams", "grams"),
    ("hectare", "hectares"),
    ("hectares", "hectares"),
    ("hour", "hours"),
    ("hours", "hours"),
    ("inch", "inches"),
    ("inches", "inches"),
    ("kilo", "kilograms"),
    ("kilogram", "kilograms"),
    ("kilograms", "kilograms"),
    ("kilometer", "kilometres"),
    ("kilometers", "kilometres"),
    ("kilometre", "kilometres"),
    ("kilometres", "kilometres"),
    ("kilos", "kilograms"),
    ("kiloton", "kilotons"),
    ("kilotons", "kilotons"),
    ("knot", "knots"),
    ("knots", "knots"),
    ("liter", "litres"),
    ("liters", "litres"),
    ("litre", "litres"),
    ("litres", "litres"),
    ("megawatt", "megawatts"),
    ("megawatts", "megawatts"),
    ("meter", "metres"),
    ("meters", "metres"),
    ("metre", "metres"),
    ("metres", "metres"),
    ("mile", "miles"),
    ("miles", "miles"),
    ("millimeter", "millimetres"),
    ("millimeters", "millimetres"),
    ("millimetre", "millimetres"),
    ("millimetres", "millimetres"),
    ("minute", "minutes"),
    ("minutes", "minutes"),
    ("month", "months"),
    ("months", "months"),
    ("ounce", "ounces"),
    ("ounces", "ounces"),
    ("pound", "pounds"),
    ("pounds", "pounds"),
    ("second", "seconds"),
    ("seconds", "seconds"),
    ("ton", "tons"),
    ("tonne", "tonnes"),
    ("tonnes", "tonnes"),
    ("tons", "tons"),
    ("week", "weeks"),
    ("weeks", "weeks"),
    ("yard", "yards"),
    ("yards", "yards"),
    ("year", "years"),
    ("years", "years"),
]);
