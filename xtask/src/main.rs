//! The project's only task runner: `cargo xtask build`, `serve`, `test` and a few more.

mod apt;
mod bench;
mod browsers;
mod checks;
mod dist;
mod evaluation;
mod facts;
mod floors;
mod imports;
mod locals;
mod node;
mod overlaps;
mod package;
mod pan;
mod plagdet;
mod process;
mod project;
mod serve;
mod site;
mod sizes;
mod stories;
mod toolchain;
mod wasm;
mod wordpress;

use anyhow::Result;
use clap::{Parser, Subcommand};
use evaluation::Outcome;
use std::path::PathBuf;
use std::process::ExitCode;

/// Builds, serves and tests wiremark.
#[derive(Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    arg_required_else_help = true
)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the core as WebAssembly and put the npm package together in pkg/
    Build,
    /// Pack the npm package, with its declarations and the build in one script, in target/package/
    Package,
    /// Serve the page on this machine, at http://127.0.0.1:8017/
    Serve {
        /// The port; without it 8017, or the next that is free. 0 is any.
        #[arg(long)]
        port: Option<u16>,
        /// Open the page in the browser.
        #[arg(long)]
        open: bool,
    },
    /// Run every check that CI runs, and install what is missing for that
    Test {
        /// What takes minutes more as well, or needs more installed: the plugin in a real WordPress.
        #[arg(long)]
        all: bool,
    },
    /// Score the answers against articles marked by hand
    #[command(subcommand)]
    Eval(Evaluation),
    /// Put the page together in dist/, for any static server
    Dist,
    /// Pack the plugin for WordPress, in target/wordpress/
    Wordpress,
    /// Time the core and its peers, here and in the browser, and a keystroke
    Bench,
}

#[derive(Subcommand)]
enum Evaluation {
    /// The seed articles in ../shared, where there are any
    Seeds {
        /// Fail when a figure is below its floor.
        #[arg(long)]
        check: bool,
        /// List every miss and false alarm.
        #[arg(short, long)]
        verbose: bool,
    },
    /// Reused passages in a corpus of 1,500 pairs, and the overlaps of the seed articles
    Overlap {
        /// Fail when a figure misses its bar.
        #[arg(long)]
        check: bool,
        /// List every miss and false alarm.
        #[arg(short, long)]
        verbose: bool,
    },
    /// Our own stories, in tests/stories
    Stories {
        /// List every miss and false alarm in the stories that may be tuned on.
        #[arg(short, long)]
        verbose: bool,
    },
    /// Names, exact spans, on corpora in BIO notation
    Ner {
        /// Print the tokens with both tags instead of figures.
        #[arg(long)]
        predictions: bool,
        /// One token and tag a line, tab-separated.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// The text layer: sentences, quotations, figures, dates, boilerplate, and that it takes linear time
    Text {
        /// Fail when a figure of the seed articles is below its floor.
        #[arg(long)]
        check: bool,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<()> {
    match task {
        Task::Build => package::build(),
        Task::Package => {
            let (published, archive) = package::pack()?;
            sizes::measure(&published)?.print();
            println!("packed {}", project::shown(&archive));
            Ok(())
        }
        Task::Serve { port, open } => serve::serve(port, open),
        Task::Test { all } => checks::test(all),
        Task::Eval(evaluation) => evaluate(evaluation),
        Task::Dist => dist::build(),
        Task::Wordpress => wordpress::pack(),
        Task::Bench => bench::bench(),
    }
}

fn evaluate(evaluation: Evaluation) -> Result<()> {
    let outcome = match evaluation {
        Evaluation::Seeds { check, verbose } => evaluation::seeds(check, verbose)?,
        Evaluation::Stories { verbose } => stories::evaluate(verbose)?,
        Evaluation::Overlap { check, verbose } => overlaps::evaluate(check, verbose)?,
        Evaluation::Ner { predictions, files } => return evaluation::names(predictions, &files),
        Evaluation::Text { check } => return evaluation::text(check),
    };
    if let Outcome::Skipped(reason) = outcome {
        println!("skipped: {reason}");
    }
    Ok(())
}
