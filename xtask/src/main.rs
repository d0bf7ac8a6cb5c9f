//! The project's only task runner: `cargo xtask build`, `serve`, `test` and a few more.

mod package;
mod process;
mod project;
mod serve;
mod sizes;
mod toolchain;
mod wasm;

use anyhow::Result;
use clap::{Parser, Subcommand};

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
    /// Serve the page on this machine, at http://127.0.0.1:8017/
    Serve {
        /// The port; without it 8017, or the next that is free. 0 is any.
        #[arg(long)]
        port: Option<u16>,
        /// Open the page in the browser.
        #[arg(long)]
        open: bool,
    },
}

fn main() -> Result<()> {
    match Arguments::parse().task {
        Task::Build => {
            package::build()?;
            sizes::measure()?.print();
            Ok(())
        }
        Task::Serve { port, open } => serve::serve(port, open),
    }
}
