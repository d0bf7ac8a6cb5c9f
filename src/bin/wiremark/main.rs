//! The command line: reads files, asks the desk, prints the report.

#![forbid(unsafe_code)]

mod html;
mod input;
mod output;

use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use std::process::ExitCode;
use wiremark::desk::Desk;

/// Compares the versions of a news story. Nothing leaves this machine.
///
/// Exit codes: 0 when a report was printed, 1 when an input could not be read or the output not be
/// written, 2 when the command line was not understood.
#[derive(Parser)]
#[command(name = "wiremark", version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Shows what each article names, dates and counts.
    Annotate(Task),
    /// Shows what the articles share, how it was edited, and what only one of them says.
    Compare(Task),
}

#[derive(clap::Args)]
struct Task {
    /// Text or HTML files in UTF-8; `-` is standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// What to print. JSON follows the contract `wiremark/1`.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// The forms of a report.
#[derive(Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Format {
    /// For reading; coloured on a terminal unless NO_COLOR is set.
    #[default]
    Text,
    /// For programs: UTF-16 offsets, half-open.
    Json,
    /// One self-contained page.
    Html,
}

fn main() -> ExitCode {
    match run(&Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            anstream::eprintln!("wiremark: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command) -> Result<(), String> {
    let (task, mut desk) = match command {
        Command::Annotate(task) => (task, Desk::annotating()),
        Command::Compare(task) => (task, Desk::new()),
    };
    desk.load_lexicon(LEXICON)
        .map_err(|error| format!("the lexicon compiled in is not usable: {error}"))?;
    for file in &task.files {
        let article = input::read(file)?;
        desk.add(&article.name, &article.text);
    }
    output::print(&desk, matches!(command, Command::Annotate(_)), task.format)
}

/// The names known before any text is read.
const LEXICON: &[u8] = include_bytes!("../../../data/lexicon.bin");
