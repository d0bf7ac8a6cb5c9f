//! The layout of `data/lexicon.bin`, for the reader here and for the writer in `train/lexicon`.
//!
//! ```text
//! magic "WMLX", version, checksum of all that follows, length of the names, number of things
//! names    a finite-state map from a folded name to an entry, and from evidence to its weights
//! things   for each: kind u8, length of its name u8, of its id u8, name, id; the name is empty when
//!          the thing has only one. Where the kind has its highest bit set, the number of the thing
//!          it belongs to follows as u16
//! ```
//! Numbers are little-endian, u32 unless said otherwise.

use super::super::data_file::DataFault;
use super::{Entry, Thing};
use crate::entity::Kind;
use std::ops::BitOr;

/// The first four bytes.
pub const MAGIC: [u8; 4] = *b"WMLX";
/// The version that this reader reads.
pub const VERSION: u32 = 2;
/// Bytes before the names.
pub const HEADER_LENGTH: usize = 20;
/// Bytes of a thing before its name.
const THING_HEADER_LENGTH: usize = 3;
/// The bit of the kind that says that the thing belongs to another.
pub const BELONGS: u8 = 0x80;
/// Begins the keys of evidence, which no name begins with.
pub const CUE: u8 = 1;

/// Where the number of a thing begins in an entry.
const THING_SHIFT: u32 = 28;

/// The kinds, by their number in the file.
const KINDS: [Kind; 8] = [
    Kind::Place,
    Kind::Organisation,
    Kind::Group,
    Kind::Person,
    Kind::Event,
    Kind::Law,
    Kind::Product,
    Kind::Work,
];

/// The thing with which `bytes` begin, and how many of them it takes.
pub(super) fn thing(bytes: &[u8]) -> Option<(Thing<'_>, usize)> {
    let (header, rest) = bytes.split_at_checked(THING_HEADER_LENGTH)?;
    let (name, rest) = rest.split_at_checked(header[1] as usize)?;
    let (id, rest) = rest.split_at_checked(header[2] as usize)?;
    let belongs = header[0] & BELONGS != 0;
    let belongs_to = if belongs { rest.get(..2)? } else { &[] };
    let thing = Thing {
        kind: *KINDS.get((header[0] & !BELONGS) as usize)?,
        name: std::str::from_utf8(name).ok()?,
        id: std::str::from_utf8(id).ok()?,
        belongs_to: belongs.then(|| u32::from(u16::from_le_bytes([belongs_to[0], belongs_to[1]]))),
    };
    let length = THING_HEADER_LENGTH + name.len() + id.len() + belongs_to.len();
    Some((thing, length))
}

/// The number of `kind` in the file; dates and figures have none.
pub fn kind_number(kind: Kind) -> Option<u8> {
    KINDS
        .iter()
        .position(|&known| known == kind)
        .map(|number| number as u8)
}

/// The parts that a word or name can play, as a set.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub struct Roles(u32);

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $bit:literal, $word:literal;)*) => {
        impl Roles {
            $($(#[$doc])* pub const $name: Roles = Roles(1 << $bit);)*

            /// The role that the tables call `name`.
            pub fn named(name: &str) -> Option<Roles> {
                match name {
                    $($word => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
}

roles! {
    /// An ordinary word of the language.
    WORD = 0, "word";
    /// A given name.
    GIVEN = 1, "given";
    /// A family name.
    FAMILY = 2, "family";
    /// A family name that stands before the given one.
    FAMILY_FIRST = 3, "family-first";
    /// `Mr`, `Dr`: only a person can follow.
    HONORIFIC = 4, "honorific";
    /// `president`, `spokesman`: a person often follows.
    TITLE = 5, "title";
    /// `deputy`, `prime`: part of a title.
    TITLE_MODIFIER = 6, "title-modifier";
    /// Ends the name of a body: `ministry`, `bank`.
    ORGANISATION_HEAD = 7, "organisation-head";
    /// Begins one that goes on with "of": `university`.
    ORGANISATION_LEAD = 8, "organisation-lead";
    /// Ends the name of a company: `inc`.
    COMPANY_SUFFIX = 9, "company-suffix";
    /// Ends the name of a place: `oblast`.
    PLACE_HEAD = 10, "place-head";
    /// Begins the name of a place: `lake`.
    PLACE_LEAD = 11, "place-lead";
    /// Ends the name of an event: `summit`.
    EVENT_HEAD = 12, "event-head";
    /// Begins the name of an event: `hurricane`.
    EVENT_LEAD = 13, "event-lead";
    /// Ends the name of a law: `treaty`.
    LAW_HEAD = 14, "law-head";
    /// Begins the name of a law that goes on with "of" or a number.
    LAW_LEAD = 15, "law-lead";
    /// A verb of speech: a speaker stands beside it.
    SPEECH = 16, "speech";
    /// Inside the name of a person: `bin`, `von`.
    PARTICLE = 17, "particle";
    /// A weekday, month or clock word: never part of a name.
    CALENDAR = 18, "calendar";
    /// A word of grammar: begins no name.
    FUNCTION = 19, "function";
    /// `northern`, `upper`.
    COMPASS = 20, "compass";
    /// The name is also a word or the name of a person, and needs context.
    AMBIGUOUS = 21, "ambiguous";
    /// Counts only when written in capitals.
    CAPITALS = 22, "capitals";
    /// May begin in lower case.
    LOWER = 23, "lower";
}

impl Roles {
    /// Whether the two sets share a role.
    pub const fn any(self, other: Roles) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether the set holds the role of number `bit`.
    pub const fn bit(self, bit: u8) -> bool {
        self.0 >> bit & 1 != 0
    }

    /// Both sets together, where `|` cannot be used.
    pub const fn with(self, other: Roles) -> Roles {
        Roles(self.0 | other.0)
    }
}

impl BitOr for Roles {
    type Output = Roles;

    fn bitor(self, other: Roles) -> Roles {
        self.with(other)
    }
}

/// An entry as the number that the map holds.
pub fn pack(entry: Entry) -> u64 {
    let thing = entry.thing.map_or(0, |number| u64::from(number) + 1);
    thing << THING_SHIFT | u64::from(entry.roles.0)
}

/// The entry that a number of the map stands for.
pub(super) fn unpack(value: u64) -> Entry {
    Entry {
        roles: Roles((value & ((1 << THING_SHIFT) - 1)) as u32),
        thing: ((value >> THING_SHIFT) as u32).checked_sub(1),
    }
}

/// The parts of a lexicon whose checksum is right.
pub(super) struct Header<'a> {
    pub(super) names: &'a [u8],
    pub(super) records: &'a [u8],
    pub(super) count: usize,
}

impl<'a> Header<'a> {
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, DataFault> {
        if !bytes.starts_with(&MAGIC) {
            return Err(DataFault::Foreign);
        }
        let number = |at: usize| {
            let bytes = bytes.get(at..at + 4).ok_or(DataFault::Damaged)?;
            let bytes = bytes.try_into().map_err(|_| DataFault::Damaged)?;
            Ok(u32::from_le_bytes(bytes))
        };
        let version = number(4)?;
        if version != VERSION {
            return Err(DataFault::Version(version));
        }
        let (sum, length, count) = (number(8)?, number(12)? as usize, number(16)? as usize);
        if sum != checksum(&bytes[12..]) {
            return Err(DataFault::Damaged);
        }
        let body = &bytes[HEADER_LENGTH..];
        if length > body.len() || count > (body.len() - length) / THING_HEADER_LENGTH {
            return Err(DataFault::Damaged);
        }
        let (names, records) = body.split_at(length);
        Ok(Self {
            names,
            records,
            count,
        })
    }
}

/// CRC-32 (the one of zip and PNG) of `bytes`: finds every flipped bit and every cut.
pub fn checksum(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = {
        let mut table = [0; 256];
        let mut index = 0;
        while index < 256 {
            let mut value = index as u32;
            let mut bit = 0;
            while bit < 8 {
                value = if value & 1 == 1 {
                    value >> 1 ^ 0xEDB8_8320
                } else {
                    value >> 1
                };
                bit += 1;
            }
            table[index] = value;
            index += 1;
        }
        table
    };
    !bytes.iter().fold(!0, |sum, &byte| {
        sum >> 8 ^ TABLE[((sum ^ u32::from(byte)) & 0xFF) as usize]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_one_of_zip() {
        assert_eq!(checksum(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn entries_survive_packing() {
        let entry = Entry {
            roles: Roles::WORD | Roles::LOWER,
            thing: Some(12_345),
        };
        assert_eq!(unpack(pack(entry)), entry);
        assert_eq!(unpack(pack(Entry::default())), Entry::default());
    }
}
