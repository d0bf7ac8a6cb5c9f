//! Prints a report in the form asked for.

use crate::Format;
use anstream::{AutoStream, ColorChoice};
use std::io::{ErrorKind, Write, stdout};
use wiremark::desk::Desk;
use wiremark::export::html;
use wiremark::export::text::{Ink, annotation, comparison};

/// Prints the report of `desk` on standard output. A reader that closes the pipe early, like
/// `head`, is no error.
///
/// # Errors
/// One line that says why the output could not be written.
pub fn print(desk: &Desk, annotate: bool, format: Format) -> Result<(), String> {
    let report = desk.report();
    let ink = match AutoStream::choice(&stdout()) {
        ColorChoice::Never => Ink::Plain,
        _ => Ink::Colour,
    };
    let shown = match format {
        Format::Json => {
            let json = serde_json::to_string_pretty(&report);
            json.map_err(|error| format!("cannot write JSON: {error}"))? + "\n"
        }
        Format::Html => html::page(desk, &report),
        Format::Text if annotate => annotation(desk, &report, ink),
        Format::Text => comparison(desk, &report, ink),
    };
    match stdout().lock().write_all(shown.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(format!("cannot write the report: {error}"))
        }
        _ => Ok(()),
    }
}
