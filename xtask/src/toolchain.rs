//! The choice of a compiler for WebAssembly.
//!
//! Rust needs its standard library compiled for `wasm32-unknown-unknown`. With rustup that is an
//! installed target. Debian has no such package, but its `rustc-web` can build the library from
//! `rust-web-src`. [`decide`] chooses from plain facts; [`find`] gathers them and acts.

use crate::apt;
use crate::process::answer;
use anyhow::{Result, bail};
use std::env;
use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

/// The target that browsers run.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Flags that keep the code small, for either compiler: less is inlined, and nothing that is seldom called.
const SMALL: &str = "-Cllvm-args=-inline-threshold=100 -Cllvm-args=-inlinehint-threshold=200 \
    -Cllvm-args=-inlinecold-threshold=0 -Cllvm-args=-unroll-runtime=false";

const RUSTC: &str = "/usr/bin/rustc";
const CARGO: &str = "/usr/bin/cargo";
const LINKER: &str = "/usr/bin/rust-lld";
const PACKAGES: [&str; 5] = [
    "rustc-web",
    "cargo-web",
    "rust-web-src",
    "rust-web-llvm",
    "lld-22",
];

/// A compiler that can make WebAssembly.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Toolchain {
    /// The default compiler has the target installed.
    InstalledTarget,
    /// Debian's compiler, which builds the standard library first.
    BuildStd,
}

/// What the choice depends on.
#[derive(Clone, Copy, Default)]
struct Facts {
    /// The default compiler has the standard library for [`TARGET`].
    target_installed: bool,
    /// Debian's compiler, linker and library source are all there.
    debian_compiler: bool,
    /// Whether packages may be installed: we are root and apt is there.
    may_install: bool,
    /// apt offers `rustc-web`.
    package_listed: bool,
    /// apt's lists were brought up to date just now.
    lists_refreshed: bool,
}

/// What to do next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Decision {
    Use(Toolchain),
    RefreshLists,
    InstallPackages,
    AskTheUser,
}

fn decide(facts: Facts) -> Decision {
    if facts.target_installed {
        Decision::Use(Toolchain::InstalledTarget)
    } else if facts.debian_compiler {
        Decision::Use(Toolchain::BuildStd)
    } else if !facts.may_install {
        Decision::AskTheUser
    } else if facts.package_listed {
        Decision::InstallPackages
    } else if !facts.lists_refreshed {
        Decision::RefreshLists
    } else {
        Decision::AskTheUser
    }
}

/// Finds a compiler, and installs Debian's where it may.
///
/// # Errors
/// When there is none; the message is the line to type.
pub fn find() -> Result<Toolchain> {
    let mut facts = gather();
    loop {
        match decide(facts) {
            Decision::Use(toolchain) => return Ok(toolchain),
            Decision::RefreshLists => {
                apt::refresh()?;
                facts.lists_refreshed = true;
                facts.package_listed = apt::lists(PACKAGES[0]);
            }
            Decision::InstallPackages => {
                println!("There is no compiler for WebAssembly here yet.");
                apt::install(&PACKAGES)?;
                facts.debian_compiler = debian_compiler();
                if !facts.debian_compiler {
                    bail!(
                        "apt installed its packages, but {RUSTC}, {CARGO}, {LINKER} or the library source is still missing"
                    );
                }
            }
            Decision::AskTheUser => bail!(
                "no compiler for WebAssembly. Type\n    rustup target add {TARGET}\nor, on Debian, as root\n    {}",
                apt::line(&PACKAGES)
            ),
        }
    }
}

impl Toolchain {
    /// `cargo rustc` for [`TARGET`] with this compiler. The caller adds what to build.
    pub fn cargo_rustc(self) -> Command {
        let mut command = match self {
            Self::InstalledTarget => Command::new(env::var_os("CARGO").unwrap_or("cargo".into())),
            Self::BuildStd => {
                let mut command = Command::new(CARGO);
                command
                    .env("RUSTC", RUSTC)
                    // Debian's compiler is a stable one, and build-std is not stable yet.
                    .env("RUSTC_BOOTSTRAP", "1")
                    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", LINKER)
                    // `cargo run` sets both for the compiler that built this program.
                    .env_remove("RUSTUP_TOOLCHAIN")
                    .env_remove("LD_LIBRARY_PATH");
                command
            }
        };
        command.args(["rustc", "--locked", "--target", TARGET]);
        if self == Self::BuildStd {
            command.arg("-Zbuild-std=std,panic_abort");
            // Smaller sorts and searches in the library: 1.3 kB less, and half a percent slower.
            command.arg("-Zbuild-std-features=optimize_for_size");
        }
        // A page downloads what is compiled here, so less is inlined than in the command line.
        // Flags meant for the machine's own processor would break the build, and every other set of
        // flags builds the standard library again.
        command
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "2")
            .env("RUSTFLAGS", self.flags())
            .env_remove("CARGO_ENCODED_RUSTFLAGS");
        command
    }

    /// The flags of the compiler. Inlining less than it would by itself, and unrolling no loop whose length
    /// only the run tells, saves a tenth of the code and costs no speed that shows. Only where the standard
    /// library is built anew can it be built without the text of its panics, which no page shows.
    fn flags(self) -> String {
        match self {
            Self::InstalledTarget => SMALL.to_owned(),
            Self::BuildStd => format!("{SMALL} -Zunstable-options -Cpanic=immediate-abort"),
        }
    }

    /// What the code of the package may take when this compiler made it, in bytes after brotli. The budget is
    /// that of the package as it is published, for which the standard library is built anew; an installed one
    /// brings the text of its panics along.
    pub fn code_budget(self) -> usize {
        match self {
            Self::InstalledTarget => 240_000,
            Self::BuildStd => 220_000,
        }
    }

    /// What it is, for people.
    pub fn describe(self) -> String {
        match self {
            Self::InstalledTarget => format!("the installed target {TARGET}"),
            Self::BuildStd => format!("{RUSTC}, which builds the standard library first"),
        }
    }
}

fn gather() -> Facts {
    let may_install = apt::may_install();
    Facts {
        target_installed: target_installed(),
        debian_compiler: debian_compiler(),
        may_install,
        package_listed: may_install && apt::lists(PACKAGES[0]),
        lists_refreshed: false,
    }
}

/// The compiler names the folder of a target's library even where the target is absent, so look inside.
fn target_installed() -> bool {
    let rustc = env::var_os("RUSTC").unwrap_or(OsString::from("rustc"));
    let mut command = Command::new(rustc);
    command.args(["--print", "target-libdir", "--target", TARGET]);
    let Some(folder) = answer(&mut command) else {
        return false;
    };
    let Ok(files) = Path::new(&folder).read_dir() else {
        return false;
    };
    files.flatten().any(|file| {
        let name = file.file_name();
        let name = name.to_string_lossy();
        name.starts_with("libcore-") && name.ends_with(".rlib")
    })
}

fn debian_compiler() -> bool {
    let tools = [RUSTC, CARGO, LINKER]
        .iter()
        .all(|tool| Path::new(tool).exists());
    let sysroot = || answer(Command::new(RUSTC).args(["--print", "sysroot"]));
    tools
        && sysroot().is_some_and(|sysroot| {
            Path::new(&sysroot)
                .join("lib/rustlib/src/rust/library/Cargo.lock")
                .exists()
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRESH_DEBIAN: Facts = Facts {
        target_installed: false,
        debian_compiler: false,
        may_install: true,
        package_listed: false,
        lists_refreshed: false,
    };

    #[test]
    fn an_installed_target_wins() {
        let facts = Facts {
            target_installed: true,
            debian_compiler: true,
            ..FRESH_DEBIAN
        };
        assert_eq!(decide(facts), Decision::Use(Toolchain::InstalledTarget));
    }

    #[test]
    fn debians_compiler_comes_next() {
        let facts = Facts {
            debian_compiler: true,
            ..FRESH_DEBIAN
        };
        assert_eq!(decide(facts), Decision::Use(Toolchain::BuildStd));
    }

    #[test]
    fn a_fresh_debian_refreshes_its_lists_once_and_installs() {
        assert_eq!(decide(FRESH_DEBIAN), Decision::RefreshLists);
        let refreshed = Facts {
            lists_refreshed: true,
            ..FRESH_DEBIAN
        };
        assert_eq!(decide(refreshed), Decision::AskTheUser);
        let listed = Facts {
            package_listed: true,
            ..refreshed
        };
        assert_eq!(decide(listed), Decision::InstallPackages);
    }

    #[test]
    fn without_the_right_to_install_the_user_is_asked() {
        let facts = Facts {
            may_install: false,
            package_listed: true,
            ..FRESH_DEBIAN
        };
        assert_eq!(decide(facts), Decision::AskTheUser);
    }
}
