//! What a reader has to download: the code of the package against its budget.

use crate::package;
use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;

/// The budget of WebAssembly and JavaScript together, in bytes after brotli. The lexicon is data
/// and counts on its own.
const BUDGET: usize = 220_000;

/// One row of the table, in bytes.
#[derive(Clone, Copy, Default)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// The sizes of the package.
pub struct Sizes {
    code: Vec<(String, Size)>,
    lexicon: Option<Size>,
}

/// Measures the files in `pkg/`.
///
/// # Errors
/// When a file cannot be read.
pub fn measure() -> Result<Sizes> {
    let mut sizes = Sizes {
        code: Vec::new(),
        lexicon: None,
    };
    for entry in fs::read_dir(package::folder())? {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if name == package::LEXICON {
            sizes.lexicon = Some(size(&fs::read(&path)?)?);
        } else if name.ends_with(".wasm") || name.ends_with(".js") {
            sizes.code.push((name, size(&fs::read(&path)?)?));
        }
    }
    sizes
        .code
        .sort_by(|a, b| b.1.raw.cmp(&a.1.raw).then_with(|| a.0.cmp(&b.0)));
    Ok(sizes)
}

impl Sizes {
    /// Whether the code is within its budget.
    pub fn within_budget(&self) -> bool {
        self.total().brotli <= BUDGET
    }

    /// Prints the table.
    pub fn print(&self) {
        println!("{:28}{:>12}{:>12}{:>12}", "kB", "raw", "gzip", "brotli");
        for (name, size) in &self.code {
            print_row(name, *size);
        }
        let total = self.total();
        print_row("code in all", total);
        let share = total.brotli as f64 / BUDGET as f64 * 100.0;
        let verdict = if self.within_budget() {
            "within"
        } else {
            "OVER"
        };
        println!("{share:.0} % of {} kB: {verdict} the budget", BUDGET / 1000);
        if let Some(lexicon) = self.lexicon {
            print_row(package::LEXICON, lexicon);
        }
    }

    fn total(&self) -> Size {
        self.code
            .iter()
            .fold(Size::default(), |sum, (_, size)| Size {
                raw: sum.raw + size.raw,
                gzip: sum.gzip + size.gzip,
                brotli: sum.brotli + size.brotli,
            })
    }
}

fn print_row(name: &str, size: Size) {
    let kilobytes = |bytes: usize| bytes as f64 / 1000.0;
    println!(
        "{name:28}{:>12.1}{:>12.1}{:>12.1}",
        kilobytes(size.raw),
        kilobytes(size.gzip),
        kilobytes(size.brotli)
    );
}

fn size(bytes: &[u8]) -> Result<Size> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    let mut brotli = Vec::new();
    // The best quality and the usual window, as a server that compresses ahead of time has them.
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut brotli, &parameters)?;
    Ok(Size {
        raw: bytes.len(),
        gzip: gzip.finish()?.len(),
        brotli: brotli.len(),
    })
}
