//! What a reader has to download: the code of the package against its budget, and its data against theirs.

use crate::{imports, package, toolchain};
use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;
use std::path::Path;
use walkdir::WalkDir;

/// The budget of lexicon and model together, in bytes after brotli.
const DATA_BUDGET: usize = 2_500_000;

/// One row of the table, in bytes.
#[derive(Clone, Copy, Default)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// The sizes of the package.
pub struct Sizes {
    /// What WebAssembly and JavaScript may take together, in bytes after brotli.
    code_budget: usize,
    /// What `.` loads, and its Worker.
    code: Vec<(String, Size)>,
    data: Vec<(String, Size)>,
    /// What is only loaded by who asks for it by its own name.
    apart: Vec<(String, Size)>,
}

/// What the budget of the code is for, with all that it imports.
const LOADED: [&str; 2] = ["index.js", "worker.js"];

/// Measures the files of the package as it is published, in `package`.
///
/// # Errors
/// When a file cannot be read.
pub fn measure(package: &Path) -> Result<Sizes> {
    let loaded = imports::imported(package, &LOADED)?;
    let mut sizes = Sizes {
        code_budget: toolchain::find()?.code_budget(),
        code: Vec::new(),
        data: Vec::new(),
        apart: Vec::new(),
    };
    for entry in WalkDir::new(package) {
        let path = entry?.into_path();
        let place = path.strip_prefix(package)?;
        let name = place.to_string_lossy().into_owned();
        let files = if package::DATA.contains(&name.as_str()) {
            &mut sizes.data
        } else if name.ends_with(".wasm")
            || LOADED.contains(&name.as_str())
            || loaded.iter().any(|script| script == place)
        {
            &mut sizes.code
        } else if name.ends_with(".js") || name.ends_with(".css") {
            // Nobody downloads what runs in Node.js.
            if place.starts_with(package::NODE) {
                continue;
            }
            &mut sizes.apart
        } else {
            continue;
        };
        files.push((name, size(&fs::read(&path)?)?));
    }
    for files in [&mut sizes.code, &mut sizes.data, &mut sizes.apart] {
        files.sort_by(|a, b| b.1.raw.cmp(&a.1.raw).then_with(|| a.0.cmp(&b.0)));
    }
    Ok(sizes)
}

impl Sizes {
    /// Whether code and data are each within their budget.
    pub fn within_budget(&self) -> bool {
        total(&self.code).brotli <= self.code_budget && total(&self.data).brotli <= DATA_BUDGET
    }

    /// Prints the table.
    pub fn print(&self) {
        println!("{:28}{:>12}{:>12}{:>12}", "kB", "raw", "gzip", "brotli");
        print_part("code in all", &self.code, self.code_budget);
        print_part("data in all", &self.data, DATA_BUDGET);
        println!("loaded only by who asks for it, outside these sums:");
        for (name, size) in &self.apart {
            print_row(name, *size);
        }
    }
}

/// Prints the files of one budget, and how much of it they take.
fn print_part(heading: &str, files: &[(String, Size)], budget: usize) {
    for (name, size) in files {
        print_row(name, *size);
    }
    let total = total(files);
    print_row(heading, total);
    let share = total.brotli as f64 / budget as f64 * 100.0;
    let verdict = if total.brotli <= budget {
        "within"
    } else {
        "OVER"
    };
    println!("{share:.0} % of {} kB: {verdict} the budget", budget / 1000);
}

fn total(files: &[(String, Size)]) -> Size {
    files.iter().fold(Size::default(), |sum, (_, size)| Size {
        raw: sum.raw + size.raw,
        gzip: sum.gzip + size.gzip,
        brotli: sum.brotli + size.brotli,
    })
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
