//! The layout of `data/model.bin`, which `train/tagger` writes.
//!
//! ```text
//! magic "WMNM", version u32, checksum u32 of all that follows
//! words     count u32, then for each the FNV-1a hash of the folded word, in order: the distance
//!           from the one before, as u24
//! tables    two, as i8: the vectors of the words, after that of an unknown one; and of their
//!           beginnings and endings
//! heads     count u32, then the matrices of each, as i16, in the order of [`Head`]
//! certainty a matrix: for each kind of name a slope and an offset where the rules differ, and where
//!           they agree
//! ```
//! A table or matrix is rows u32, columns u32, scale f32, values. Numbers are little-endian.

use crate::entity::data_file::DataFault;
use crate::entity::lexicon::format::checksum;

const MAGIC: [u8; 4] = *b"WMNM";
const VERSION: u32 = 3;

/// Rows of small numbers, kept as in the file.
pub(super) struct Table {
    pub(super) columns: usize,
    scale: f32,
    values: Vec<i8>,
}

impl Table {
    /// Adds row `row` to `out`.
    #[inline(never)]
    pub(super) fn add(&self, row: usize, out: &mut [f32]) {
        let values = &self.values[row * self.columns..][..self.columns];
        for (out, value) in out.iter_mut().zip(values) {
            *out += f32::from(*value) * self.scale;
        }
    }

    fn rows(&self) -> usize {
        self.values.len() / self.columns
    }
}

/// So many rows are added at a time.
const AT_ONCE: usize = 4;

/// Rows of numbers.
pub(super) struct Matrix {
    /// The length of a row.
    pub(super) columns: usize,
    rows: usize,
    /// The rows, and noughts after them, so that [`AT_ONCE`] rows follow wherever one begins.
    values: Vec<f32>,
}

impl Matrix {
    /// Row `row`.
    pub(super) fn row(&self, row: usize) -> &[f32] {
        &self.values[row * self.columns..][..self.columns]
    }

    /// Adds the rows from `first` on to `out`, each as often as `input` says.
    pub(super) fn add(&self, first: usize, input: &[f32], out: &mut [f32]) {
        let width = self.columns;
        let out = &mut out[..width];
        for (at, input) in input.chunks(AT_ONCE).enumerate() {
            let mut shares = [0.0; AT_ONCE];
            shares[..input.len()].copy_from_slice(input);
            if shares == [0.0; AT_ONCE] {
                continue;
            }
            let rows = &self.values[(first + at * AT_ONCE) * width..][..AT_ONCE * width];
            let (two, others) = rows.split_at(2 * width);
            let ((a, b), (c, d)) = (two.split_at(width), others.split_at(width));
            for ((((out, a), b), c), d) in out.iter_mut().zip(a).zip(b).zip(c).zip(d) {
                *out += shares[0] * a + shares[1] * b + (shares[2] * c + shares[3] * d);
            }
        }
    }
}

/// One of the networks that are asked together. They share the vectors of words.
pub(super) struct Head {
    /// From the vector of a word to the first layer.
    pub(super) word: Matrix,
    /// What each feature adds to the first layer; the last row is always added.
    pub(super) features: Matrix,
    /// Two layers over the token, two before and two after it; the last row is always added.
    pub(super) windows: [Matrix; 2],
    /// From the mean of the first layer over a sentence to the second window.
    pub(super) sentence: Matrix,
    /// From the last layer to the tags; the last row is always added.
    pub(super) tags: Matrix,
    /// From the mean of the first layer over an article to the memory layer.
    pub(super) article: Matrix,
    /// A layer over the token and its neighbours, each with what its word is elsewhere in the
    /// article; the last row is always added.
    pub(super) memory: Matrix,
    /// What that adds to the tags.
    pub(super) again: Matrix,
}

impl Head {
    fn read(reader: &mut Reader) -> Option<Self> {
        Some(Self {
            word: reader.matrix()?,
            features: reader.matrix()?,
            windows: [reader.matrix()?, reader.matrix()?],
            sentence: reader.matrix()?,
            tags: reader.matrix()?,
            article: reader.matrix()?,
            memory: reader.matrix()?,
            again: reader.matrix()?,
        })
    }

    /// Whether the parts fit each other and word vectors of `width` numbers.
    fn fits(&self, width: usize, features: usize, tags: usize) -> bool {
        let depth = self.word.columns;
        let matrix = |it: &Matrix, rows, columns| it.rows == rows && it.columns == columns;
        matrix(&self.word, width, depth)
            && matrix(&self.features, features + 1, depth)
            && self
                .windows
                .iter()
                .all(|it| matrix(it, 5 * depth + 1, depth))
            && matrix(&self.sentence, depth, depth)
            && matrix(&self.tags, depth + 1, tags)
            && matrix(&self.article, depth, self.memory.columns)
            && self.memory.rows == 3 * (depth + tags + 1) + 1
            && matrix(&self.again, self.memory.columns, tags)
    }
}

/// What was learned.
pub(super) struct Model {
    /// Hashes of the words with a vector of their own, in order.
    words: Vec<u32>,
    /// Their vectors, after that of an unknown word.
    pub(super) vectors: Table,
    /// The vectors of beginnings and endings, by hash.
    pub(super) pieces: Table,
    /// The networks over them, at least one.
    pub(super) heads: Vec<Head>,
    /// For each kind of name two rows of a slope and an offset: see [`Model::confidence`].
    certainty: Matrix,
}

impl Model {
    /// Reads a model with `features` features and `tags` tags.
    pub(super) fn read(bytes: &[u8], features: usize, tags: usize) -> Result<Self, DataFault> {
        if !bytes.starts_with(&MAGIC) {
            return Err(DataFault::Foreign);
        }
        let mut reader = Reader(&bytes[MAGIC.len()..]);
        let version = reader.number().ok_or(DataFault::Damaged)?;
        if version != VERSION {
            return Err(DataFault::Version(version));
        }
        let sum = reader.number().ok_or(DataFault::Damaged)?;
        if sum != checksum(reader.0) {
            return Err(DataFault::Damaged);
        }
        let model = Self::parts(&mut reader).filter(|model| model.fits(features, tags));
        model.ok_or(DataFault::Damaged)
    }

    fn parts(reader: &mut Reader) -> Option<Self> {
        let count = reader.number()? as usize;
        let mut hash = 0u32;
        let distances = reader.take(count.checked_mul(3)?)?.chunks_exact(3);
        let words = distances.map(|it| {
            hash = hash.wrapping_add(u32::from_le_bytes([it[0], it[1], it[2], 0]));
            hash
        });
        let words = words.collect();
        let (vectors, pieces) = (reader.table()?, reader.table()?);
        let heads = reader.number()?;
        Some(Self {
            words,
            vectors,
            pieces,
            heads: (0..heads)
                .map(|_| Head::read(reader))
                .collect::<Option<_>>()?,
            certainty: reader.matrix()?,
        })
    }

    /// Whether the parts fit each other, so that no later look-up can fail.
    fn fits(&self, features: usize, tags: usize) -> bool {
        let width = self.vectors.columns;
        self.vectors.rows() == self.words.len() + 1
            && self.pieces.columns == width
            && self.pieces.rows().is_power_of_two()
            && !self.heads.is_empty()
            && self
                .heads
                .iter()
                .all(|head| head.fits(width, features, tags))
            && (self.certainty.rows, self.certainty.columns) == (tags - 1, 2)
    }

    /// How often a name of kind `kind` is right that is likely by `share`, on text of another kind
    /// than the training text. `agreed`: the rules are sure of the same.
    pub(super) fn confidence(&self, kind: usize, agreed: bool, share: f32) -> f32 {
        let share = share.clamp(1e-4, 1.0 - 1e-4);
        let row = self.certainty.row(2 * kind + usize::from(agreed));
        1.0 / (1.0 + (-row[0] * (share / (1.0 - share)).ln() - row[1]).exp())
    }

    /// The vector of `word`, added to `out`.
    #[inline(never)]
    pub(super) fn add_word(&self, word: &str, out: &mut [f32]) {
        if let Ok(at) = self.words.binary_search(&hash("", word)) {
            self.vectors.add(at + 1, out);
            return;
        }
        self.vectors.add(0, out);
        for length in [3, 4] {
            let begin = word
                .char_indices()
                .nth(length)
                .map_or(word.len(), |it| it.0);
            let end = word
                .char_indices()
                .nth_back(length - 1)
                .map_or(0, |it| it.0);
            let marks = [["<", ">"], ["<<", ">>"]][length - 3];
            for piece in [hash(marks[0], &word[..begin]), hash(marks[1], &word[end..])] {
                self.pieces
                    .add(piece as usize & (self.pieces.rows() - 1), out);
            }
        }
    }
}

/// The FNV-1a hash of `mark` and `word`.
#[inline(never)]
fn hash(mark: &str, word: &str) -> u32 {
    let bytes = mark.bytes().chain(word.bytes());
    bytes.fold(0x811C_9DC5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// Reads one part after the other.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }

    /// The columns, the scale and the bytes of a table or matrix whose values have `size` bytes.
    fn values(&mut self, size: usize) -> Option<(usize, f32, &'a [u8])> {
        let (rows, columns) = (self.number()? as usize, self.number()? as usize);
        let scale = f32::from_bits(self.number()?);
        let bytes = rows.checked_mul(columns)?.checked_mul(size)?;
        (bytes > 0).then_some((columns, scale, self.take(bytes)?))
    }

    fn table(&mut self) -> Option<Table> {
        let (columns, scale, bytes) = self.values(1)?;
        Some(Table {
            columns,
            scale,
            values: bytes.iter().map(|&byte| byte as i8).collect(),
        })
    }

    fn matrix(&mut self) -> Option<Matrix> {
        let (columns, scale, bytes) = self.values(2)?;
        let values = bytes.chunks_exact(2);
        let mut values: Vec<f32> = values
            .map(|it| f32::from(i16::from_le_bytes([it[0], it[1]])) * scale)
            .collect();
        let rows = values.len() / columns;
        values.resize(values.len() + AT_ONCE * columns, 0.0);
        Some(Matrix {
            columns,
            rows,
            values,
        })
    }
}
