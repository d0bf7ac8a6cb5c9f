//! What can be wrong with the files that the program loads: the lexicon and the model.

use crate::filled::filled;
use std::fmt;

/// A file that the program loads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DataFile {
    /// `lexicon.bin`
    Lexicon,
    /// `model.bin`
    Model,
}

impl DataFile {
    /// What it is called in a message, and as a file without its ending.
    const fn name(self) -> &'static str {
        match self {
            Self::Lexicon => "lexicon",
            Self::Model => "model",
        }
    }

    /// The error for a fault of this file.
    pub(super) const fn error(self, fault: DataFault) -> DataError {
        DataError { file: self, fault }
    }
}

/// Why bytes are not what they were handed over as.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum DataFault {
    /// They do not begin as such a file does.
    Foreign,
    /// They are in another version of the format.
    Version(u32),
    /// They end early, or a part of them contradicts another.
    Damaged,
}

/// Why bytes are not a file that the program loads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DataError {
    /// What they were handed over as.
    pub file: DataFile,
    /// Why they are none.
    pub fault: DataFault,
}

impl DataError {
    /// The reason in words.
    pub fn message(&self) -> String {
        let name = self.file.name();
        match self.fault {
            DataFault::Foreign => ["these bytes are not a wiremark ", name].concat(),
            DataFault::Version(found) => [
                "the ",
                name,
                &filled(
                    " has format _, which this wiremark does not read; take the ",
                    &[i64::from(found)],
                ),
                name,
                ".bin of the same release",
            ]
            .concat(),
            DataFault::Damaged => {
                ["the ", name, " is cut short or damaged; fetch it again"].concat()
            }
        }
    }
}

impl fmt::Display for DataError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message())
    }
}

impl std::error::Error for DataError {}
