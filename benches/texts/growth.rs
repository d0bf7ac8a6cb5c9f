//! Texts of any length, ordinary ones and those that tempt a comparison to take more than its share
//! of time.

use super::texts::texts;

/// What a pair of texts is called, and how it is made: two texts of about so many bytes each.
pub struct Family {
    pub name: &'static str,
    pub texts: fn(usize) -> [String; 2],
}

pub const FAMILIES: &[Family] = &[
    Family {
        name: "news, half of it reused",
        texts: |bytes| texts(bytes / 6, 1),
    },
    Family {
        name: "two identical texts",
        texts: |bytes| {
            let [text, _] = texts(bytes / 6, 2);
            [text.clone(), text]
        },
    },
    Family {
        name: "one sentence repeated",
        texts: |bytes| both(SENTENCE, bytes),
    },
    Family {
        name: "one sentence repeated, edited in the second",
        texts: |bytes| {
            let edited = SENTENCE.replace("rebuilt", "new old");
            [repeated(SENTENCE, bytes), repeated(&edited, bytes)]
        },
    },
    Family {
        name: "no spaces at all",
        texts: |bytes| both("abcde", bytes),
    },
    Family {
        name: "one word repeated",
        texts: |bytes| both("harbour ", bytes),
    },
    Family {
        name: "all different words",
        texts: |bytes| {
            ["a", "b"].map(|letter| numbered(bytes, |at| format!("{letter}{at}{letter} ")))
        },
    },
    Family {
        name: "line ends",
        texts: |bytes| both("\n", bytes),
    },
    Family {
        name: "one quotation",
        texts: |bytes| {
            texts(bytes / 6, 3).map(|text| format!("“{}”", text.replace(['“', '”'], "")))
        },
    },
    Family {
        name: "quotations of one speaker",
        texts: |bytes| both("“We opened the rebuilt bridge,” Ana Lima said. ", bytes),
    },
    Family {
        name: "figures",
        texts: |bytes| {
            [3, 7].map(|step| {
                numbered(bytes, |at| {
                    format!("Storm {at} hurt {} people. ", at * step)
                })
            })
        },
    },
];

const SENTENCE: &str =
    "The mayor of the northern town opened the rebuilt bridge on Monday, officials said. ";

/// `piece` over and over, and the same with a word behind.
fn both(piece: &str, bytes: usize) -> [String; 2] {
    let text = repeated(piece, bytes);
    [text.clone(), text + " End."]
}

fn repeated(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len())
}

/// Pieces with a number each, until there is enough of them.
fn numbered(bytes: usize, piece: impl Fn(usize) -> String) -> String {
    let mut text = String::new();
    for at in 1.. {
        if text.len() >= bytes {
            break;
        }
        text += &piece(at);
    }
    text
}
