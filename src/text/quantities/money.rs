//! Currencies, by sign, code and name: which ISO 4217 code they stand for.

use crate::text::reader::Reader;
use crate::text::word_table::WordTable;

/// The code of the currency whose sign or code ends just before token `index`, and the token where
/// it begins: `$`, `US$`, `EUR`, `Rs.`
pub(super) fn currency_before(reader: &Reader, index: usize) -> Option<(&'static str, usize)> {
    let mut at = index.checked_sub(1)?;
    if reader.word(at) == "." && reader.lower_before(at, 1).starts_with(b"rs") {
        at -= 1;
    }
    let word = reader.word(at);
    if let Some(code) = sign(word) {
        let country = reader.word_before(at, 1);
        if code == "USD"
            && reader.touches(at)
            && let Some(code) = dollar_of(country)
        {
            return Some((code, at - 1));
        }
        return Some((code, at));
    }
    if let Some(code) = country_sign(word) {
        return Some((code, at));
    }
    match &*reader.lower(at) {
        b"rs" | b"re" if reader.is_capitalised(at) => Some(("INR", at)),
        _ if is_code(word) => CODES.get(word).map(|code| (code, at)),
        _ => None,
    }
}

/// The currency named at token `index`, and the token after its name: `euros`, `US dollars`, `€`, `USD`.
pub(super) fn currency_at(reader: &Reader, index: usize) -> Option<(&'static str, usize)> {
    // The words that end a phrase are the most frequent behind a figure.
    if reader.ends_phrase(index) {
        return None;
    }
    let word = reader.word(index);
    if !reader.is_word(index) {
        let code = sign(word)?;
        return (code != "USD" || !reader.touches(index + 1)).then_some((code, index + 1));
    }
    if is_code(word)
        && let Some(code) = CODES.get(word)
    {
        return Some((code, index + 1));
    }
    if let Some(code) = NAMES.get(word) {
        let sterling = usize::from(reader.says(index + 1, "sterling"));
        let code = if sterling == 1 { "GBP" } else { code };
        return Some((code, index + 1 + sterling));
    }
    // Without a country the word is all that is known.
    if let Some(noun) = CURRENCY_NOUNS.get(word)
        && let Some(name) = noun.shared_name()
    {
        return Some((name, index + 1));
    }
    let (country, name) = (index, index + 1);
    let mut name = name;
    // `New Zealand dollars`, `Hong Kong dollars`
    if reader.says(index, "new|hong|saudi|sri") {
        name += 1;
    }
    let (noun, code) = ISSUERS
        .get(reader.word(country))
        .or_else(|| ISSUERS.get(reader.word(name - 1)))?;
    let named = CURRENCY_NOUNS.get(reader.word(name))?;
    (noun == named).then_some((code, name + 1))
}

/// Codes are written in capitals: `EUR`, and never `all` or `try`.
fn is_code(word: &str) -> bool {
    word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// A sign without a country. `$` alone is the American dollar, as agencies write it.
fn sign(mark: &str) -> Option<&'static str> {
    Some(match mark {
        "$" => "USD",
        "€" => "EUR",
        "£" => "GBP",
        "¥" | "￥" => "JPY",
        "₹" => "INR",
        "₩" => "KRW",
        "₽" => "RUB",
        "₴" => "UAH",
        "₪" => "ILS",
        "₺" => "TRY",
        "₱" => "PHP",
        "₦" => "NGN",
        "₫" => "VND",
        "฿" => "THB",
        _ => return None,
    })
}

/// The letters before a `$`.
fn dollar_of(country: &str) -> Option<&'static str> {
    Some(match country {
        "US" | "U.S." => "USD",
        "A" | "AU" | "AUD" => "AUD",
        "C" | "CA" | "CAD" | "Can" | "CDN" => "CAD",
        "NZ" => "NZD",
        "HK" => "HKD",
        "S" | "SG" => "SGD",
        "R" => "BRL",
        "NT" => "TWD",
        "Mex" | "MX" => "MXN",
        _ => return None,
    })
}

/// A sign that a tokeniser may keep whole.
fn country_sign(word: &str) -> Option<&'static str> {
    dollar_of(word.strip_suffix('$')?)
}

static CODES: &WordTable<&str> = &WordTable::new([
    ("aed", "AED"),
    ("ars", "ARS"),
    ("aud", "AUD"),
    ("brl", "BRL"),
    ("cad", "CAD"),
    ("chf", "CHF"),
    ("clp", "CLP"),
    ("cny", "CNY"),
    ("cop", "COP"),
    ("czk", "CZK"),
    ("dkk", "DKK"),
    ("egp", "EGP"),
    ("eur", "EUR"),
    ("gbp", "GBP"),
    ("hkd", "HKD"),
    ("huf", "HUF"),
    ("idr", "IDR"),
    ("ils", "ILS"),
    ("inr", "INR"),
    ("jpy", "JPY"),
    ("kes", "KES"),
    ("krw", "KRW"),
    ("mxn", "MXN"),
    ("myr", "MYR"),
    ("ngn", "NGN"),
    ("nok", "NOK"),
    ("nzd", "NZD"),
    ("php", "PHP"),
    ("pkr", "PKR"),
    ("pln", "PLN"),
    ("rmb", "CNY"),
    ("rub", "RUB"),
    ("sar", "SAR"),
    ("sek", "SEK"),
    ("sgd", "SGD"),
    ("thb", "THB"),
    ("try", "TRY"),
    ("twd", "TWD"),
    ("uah", "UAH"),
    ("usd", "USD"),
    ("vnd", "VND"),
    ("zar", "ZAR"),
]);

/// Names that stand for one currency without a country, or for the one that copy means by default.
/// Shared names (`pesos`, `kroner`, `pounds`) are not here: they stay words unless a country is named.
static NAMES: &WordTable<&str> = &WordTable::new([
    ("baht", "THB"),
    ("dollar", "USD"),
    ("dollars", "USD"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("forint", "HUF"),
    ("forints", "HUF"),
    ("hryvnia", "UAH"),
    ("hryvnias", "UAH"),
    ("hryvnya", "UAH"),
    ("kronor", "SEK"),
    ("lira", "TRY"),
    ("naira", "NGN"),
    ("rand", "ZAR"),
    ("reais", "BRL"),
    ("renminbi", "CNY"),
    ("ringgit", "MYR"),
    ("rouble", "RUB"),
    ("roubles", "RUB"),
    ("ruble", "RUB"),
    ("rubles", "RUB"),
    ("rupee", "INR"),
    ("rupees", "INR"),
    ("rupiah", "IDR"),
    ("shekel", "ILS"),
    ("shekels", "ILS"),
    ("won", "KRW"),
    ("yen", "JPY"),
    ("yuan", "CNY"),
    ("zloty", "PLN"),
    ("zlotys", "PLN"),
]);

/// What a country's money may be called.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Noun {
    Dollar,
    Dirham,
    Franc,
    Krone,
    Peso,
    Pound,
    Riyal,
    Rouble,
    Rupee,
    Shilling,
    Won,
}

impl Noun {
    /// The word itself, for currencies that several countries share; none for those that are also
    /// another word, or stand for one country by default.
    fn shared_name(self) -> Option<&'static str> {
        Some(match self {
            Self::Dirham => "dirhams",
            Self::Franc => "francs",
            Self::Krone => "kroner",
            Self::Peso => "pesos",
            Self::Riyal => "riyals",
            Self::Shilling => "shillings",
            Self::Dollar | Self::Pound | Self::Rouble | Self::Rupee | Self::Won => return None,
        })
    }
}

static CURRENCY_NOUNS: &WordTable<Noun> = &WordTable::new([
    ("crown", Noun::Krone),
    ("crowns", Noun::Krone),
    ("dirham", Noun::Dirham),
    ("dirhams", Noun::Dirham),
    ("dollar", Noun::Dollar),
    ("dollars", Noun::Dollar),
    ("franc", Noun::Franc),
    ("francs", Noun::Franc),
    ("koruna", Noun::Krone),
    ("krona", Noun::Krone),
    ("krone", Noun::Krone),
    ("kroner", Noun::Krone),
    ("kronor", Noun::Krone),
    ("peso", Noun::Peso),
    ("pesos", Noun::Peso),
    ("pound", Noun::Pound),
    ("pounds", Noun::Pound),
    ("riyal", Noun::Riyal),
    ("riyals", Noun::Riyal),
    ("rouble", Noun::Rouble),
    ("roubles", Noun::Rouble),
    ("ruble", Noun::Rouble),
    ("rubles", Noun::Rouble),
    ("rupee", Noun::Rupee),
    ("rupees", Noun::Rupee),
    ("shilling", Noun::Shilling),
    ("shillings", Noun::Shilling),
    ("won", Noun::Won),
]);

/// The last word of a country's adjective or name, and its money.
static ISSUERS: &WordTable<(Noun, &str)> = &WordTable::new([
    ("american", (Noun::Dollar, "USD")),
    ("argentine", (Noun::Peso, "ARS")),
    ("australian", (Noun::Dollar, "AUD")),
    ("british", (Noun::Pound, "GBP")),
    ("canadian", (Noun::Dollar, "CAD")),
    ("chilean", (Noun::Peso, "CLP")),
    ("colombian", (Noun::Peso, "COP")),
    ("czech", (Noun::Krone, "CZK")),
    ("danish", (Noun::Krone, "DKK")),
    ("egyptian", (Noun::Pound, "EGP")),
    ("emirati", (Noun::Dirham, "AED")),
    ("indian", (Noun::Rupee, "INR")),
    ("kenyan", (Noun::Shilling, "KES")),
    ("kong", (Noun::Dollar, "HKD")),
    ("lankan", (Noun::Rupee, "LKR")),
    ("lebanese", (Noun::Pound, "LBP")),
    ("mexican", (Noun::Peso, "MXN")),
    ("nepali", (Noun::Rupee, "NPR")),
    ("norwegian", (Noun::Krone, "NOK")),
    ("pakistani", (Noun::Rupee, "PKR")),
    ("philippine", (Noun::Peso, "PHP")),
    ("russian", (Noun::Rouble, "RUB")),
    ("saudi", (Noun::Riyal, "SAR")),
    ("singapore", (Noun::Dollar, "SGD")),
    ("swedish", (Noun::Krone, "SEK")),
    ("swiss", (Noun::Franc, "CHF")),
    ("taiwan", (Noun::Dollar, "TWD")),
    ("us", (Noun::Dollar, "USD")),
    ("zealand", (Noun::Dollar, "NZD")),
]);
