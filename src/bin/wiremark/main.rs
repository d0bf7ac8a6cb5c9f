//! The command line: reads files, asks the desk, prints the report; or goes through a corpus of pairs.

#![forbid(unsafe_code)]

mod html;
mod input;
mod names;
mod output;
mod pairs;

use clap::builder::PossibleValue;
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use pairs::Finder;
use std::path::PathBuf;
use std::process::ExitCode;
use wiremark::desk::Desk;
use wiremark::overlap::corpus;

/// Compares the versions of a news story. Nothing leaves this machine.
///
/// Exit codes: 0 when a report was printed, 1 when an input could not be read or the output not be
/// written, 2 when the command line was not understood.
#[derive(Parser)]
#[command(name = "wiremark", version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// A list of the newsroom's own names, which stand over what is read; where two lists know one
    /// spelling, the later one decides.
    ///
    /// JSON, `[{"name": "...", "kind": "organisation", "aliases": ["..."], "id": "..."}]`, or CSV with a
    /// heading of those four words and semicolons between the aliases. Name and kind must be there; the
    /// kind is person, organisation, place, group, event, work, law, product, or none for words that
    /// are no name.
    #[arg(long, global = true, value_name = "FILE")]
    names: Vec<PathBuf>,
    /// Reads names by lexicon and rules alone, as the page does until the trained model has arrived.
    #[arg(long, global = true)]
    without_model: bool,
}

#[derive(Subcommand)]
enum Command {
    /// Shows what each article names, dates and counts.
    Annotate {
        /// Text or HTML files in UTF-8; `-` is standard input.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// What to print. JSON follows the contract `wiremark/1`.
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Shows what the articles share, how it was edited, and what only one of them says; or, in a
    /// whole corpus, which passages were reused.
    Compare {
        /// Text or HTML files in UTF-8; `-` is standard input.
        #[arg(required_unless_present = "pairs", value_name = "FILE")]
        files: Vec<PathBuf>,
        /// A list of pairs of text files, one pair a line: the document that reuses, and its source.
        ///
        /// Names are looked up in the folder of the list, then in the folders `susp` and `src`
        /// beside or in it, as PAN lays out its corpora, and last in the working directory.
        #[arg(long, value_name = "FILE", conflicts_with = "files")]
        pairs: Option<PathBuf>,
        /// What is looked for in the pairs.
        #[arg(long, value_enum, default_value_t, conflicts_with = "files")]
        profile: Profile,
        /// What to print. JSON follows the contract `wiremark/1`; pairs are printed as `pan`.
        #[arg(long, value_enum, default_value = "text")]
        format: Printed,
    },
}

/// What is looked for in pairs of documents.
#[derive(Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Profile {
    /// The overlaps of two articles: every sentence that both have, in whatever words.
    #[default]
    News,
    /// Reused passages of 150 characters or more, as text alignment tasks ask for them.
    Corpus,
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

/// What a comparison prints.
#[derive(Clone, Copy)]
enum Printed {
    Report(Format),
    Pan,
}

impl ValueEnum for Printed {
    fn value_variants<'a>() -> &'a [Self] {
        use Format::{Html, Json, Text};
        const ALL: [Printed; 4] = [
            Printed::Report(Text),
            Printed::Report(Json),
            Printed::Report(Html),
            Printed::Pan,
        ];
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        match self {
            Self::Report(format) => format.to_possible_value(),
            Self::Pan => Some(PossibleValue::new("pan").help(
                "The passages of --pairs, one line of JSON for each: Unicode characters, half-open",
            )),
        }
    }
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            anstream::eprintln!("wiremark: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let desk_with = |desk, files: &[PathBuf]| desk_with(desk, files, arguments);
    match &arguments.command {
        Command::Annotate { files, format } => {
            let desk = desk_with(Desk::annotating(), files)?;
            output::print(&desk, true, *format)
        }
        Command::Compare {
            files,
            pairs,
            profile,
            format,
        } => match (pairs, format) {
            (Some(list), Printed::Pan) => {
                let finder = match profile {
                    Profile::News => Finder::News(Box::new(desk_with(Desk::new(), &[])?)),
                    Profile::Corpus => Finder::Corpus(corpus::Profile::default()),
                };
                pairs::print(list, finder)
            }
            (Some(_), Printed::Report(_)) => {
                misunderstood("pairs are printed in one form only: add --format pan")
            }
            (None, Printed::Pan) => misunderstood("--format pan needs --pairs FILE"),
            (None, Printed::Report(format)) => {
                let desk = desk_with(Desk::new(), files)?;
                output::print(&desk, false, *format)
            }
        },
    }
}

/// The desk with the articles in `files` on it, and names read as `arguments` ask for.
fn desk_with(mut desk: Desk, files: &[PathBuf], arguments: &Arguments) -> Result<Desk, String> {
    desk.load_lexicon(LEXICON)
        .map_err(|error| format!("the lexicon compiled in is not usable: {error}"))?;
    if !arguments.without_model {
        desk.load_model(MODEL)
            .map_err(|error| format!("the model compiled in is not usable: {error}"))?;
    }
    let lists = arguments.names.iter().map(|file| names::read(file));
    let lists = lists.collect::<Result<Vec<_>, _>>()?;
    if !lists.is_empty() {
        desk.set_own_names(lists.concat());
    }
    for file in files {
        let article = input::read(file)?;
        desk.add(&article.name, &article.text);
    }
    Ok(desk)
}

/// Ends the program as it ends when it does not understand the command line.
fn misunderstood(reason: &str) -> ! {
    let mut command = Arguments::command();
    command.error(ErrorKind::ArgumentConflict, reason).exit()
}

/// The names known before any text is read.
const LEXICON: &[u8] = include_bytes!("../../../data/lexicon.bin");

/// What was learned about reading names.
const MODEL: &[u8] = include_bytes!("../../../data/model.bin");
