//! The command line as a user meets it: exit codes, formats, and errors that name the mend.

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn wiremark(arguments: &[&str], standard_input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_wiremark"))
        .args(arguments)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/www/samples/harbour"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut pipe = child.stdin.take().expect("a pipe");
    // A command that refuses its arguments closes the pipe unread.
    let _ = pipe.write_all(standard_input);
    drop(pipe);
    child.wait_with_output().expect("the command ends")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("output is UTF-8")
}

#[test]
fn json_follows_the_contract() {
    let output = wiremark(
        &[
            "compare",
            "northwire.txt",
            "our-draft.txt",
            "--format",
            "json",
        ],
        b"",
    );
    assert!(output.status.success());
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(report["schema"], "wiremark/1");
    assert_eq!(report["offsetUnit"], "utf-16");
    assert_eq!(report["articles"][0]["name"], "northwire.txt");
    assert_eq!(report["coverage"][0][0], 1.0);
    assert!(!report["overlaps"].as_array().expect("a list").is_empty());
    assert!(!text(&output.stdout).contains("null"), "absent is left out");
}

#[test]
fn a_dash_is_standard_input() {
    let output = wiremark(&["annotate", "-"], "Anna Berg spoke in Oslo.".as_bytes());
    assert!(output.status.success());
    assert!(text(&output.stdout).contains("standard input"));
    assert!(text(&output.stdout).contains("Oslo"));
}

#[test]
fn own_names_stand_over_what_is_read() {
    let list = std::env::temp_dir().join(format!("wiremark-names-{}.csv", std::process::id()));
    std::fs::write(&list, "name,kind,aliases\nOslo,organisation,\n").expect("a list");
    let path = list.to_str().expect("a path in UTF-8");
    let input = "Anna Berg spoke in Oslo.".as_bytes();
    let output = wiremark(
        &["annotate", "-", "--names", path, "--format", "json"],
        input,
    );
    std::fs::write(&list, "name,kind\nOslo,boat\n").expect("a list");
    let refused = wiremark(&["annotate", "-", "--names", path], input);
    std::fs::remove_file(&list).expect("the list");
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let entities = report["entities"].as_array().expect("a list");
    let oslo = entities.iter().find(|entity| entity["name"] == "Oslo");
    assert_eq!(oslo.expect("Oslo")["kind"], "organisation");
    assert_eq!(refused.status.code(), Some(1));
    let reason = text(&refused.stderr);
    assert!(
        reason.contains("Oslo") && reason.contains("boat"),
        "{reason}"
    );
}

#[test]
fn output_into_a_pipe_has_no_colours() {
    let output = wiremark(&["compare", "northwire.txt", "our-draft.txt"], b"");
    assert!(!output.stdout.contains(&0x1b));
}

#[test]
fn a_page_is_self_contained() {
    let output = wiremark(
        &[
            "compare",
            "northwire.txt",
            "our-draft.txt",
            "--format",
            "html",
        ],
        b"",
    );
    let page = text(&output.stdout);
    assert!(page.starts_with("<!doctype html>"));
    assert!(!page.contains("http") && !page.contains("<script") && !page.contains("<link"));
}

#[test]
fn what_cannot_be_read_is_named_and_exits_with_1() {
    let output = wiremark(&["annotate", "no-such-file.txt"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("no-such-file.txt"));
    assert!(output.stdout.is_empty());

    let output = wiremark(&["annotate", "-"], &[0xFF, 0x00, 0x01]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("not text"));
}

#[test]
fn a_command_line_not_understood_exits_with_2() {
    assert_eq!(wiremark(&["annotate"], b"").status.code(), Some(2));
    assert_eq!(wiremark(&["juxtapose"], b"").status.code(), Some(2));
    assert_eq!(
        wiremark(&["annotate", "-", "--format", "pdf"], b"")
            .status
            .code(),
        Some(2)
    );
}

#[test]
fn an_empty_article_is_an_answer() {
    let output = wiremark(&["compare", "-", "northwire.txt"], b"");
    assert!(output.status.success());
}

/// A corpus as PAN lays it out: a text with a passage of another, and one with nothing of it.
fn corpus() -> std::path::PathBuf {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("corpus");
    for name in ["susp", "src", "02-copied"] {
        std::fs::create_dir_all(folder.join(name)).expect("a folder");
    }
    let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).expect("a file");
    write(
        "susp/draft.txt",
        &format!("Über die Brücke: {COPIED} Elsewhere the market opened late."),
    );
    write(
        "susp/other.txt",
        "Bakers in the old town went on strike over the price of flour.",
    );
    write(
        "src/wire.txt",
        &format!("The mayor spoke first. {COPIED} Nobody asked her about it."),
    );
    write(
        "02-copied/pairs",
        "draft.txt wire.txt\nother.txt wire.txt\n",
    );
    folder
}

const COPIED: &str = "A freighter loaded with timber broke from its moorings during the night and \
    drifted against the railway bridge, where two of the pillars gave way under its weight. Trains \
    towards the coast are being turned back at the junction, and engineers expect that the track \
    will be closed for at least three weeks while divers look at the foundations.";

#[test]
fn pairs_are_compared_in_order_and_counted_in_characters() {
    let list = corpus().join("02-copied/pairs");
    let list = list.to_str().expect("a path in UTF-8");
    for profile in ["corpus", "news"] {
        let output = wiremark(
            &[
                "compare",
                "--pairs",
                list,
                "--profile",
                profile,
                "--format",
                "pan",
            ],
            b"",
        );
        assert!(output.status.success(), "{}", text(&output.stderr));
        let lines: Vec<serde_json::Value> = text(&output.stdout)
            .lines()
            .map(|line| serde_json::from_str(line).expect("JSON"))
            .collect();
        assert_eq!(lines.len(), 2);
        assert_eq!(
            (&lines[0]["susp"], &lines[0]["src"]),
            (&"draft.txt".into(), &"wire.txt".into())
        );
        assert_eq!(lines[1]["susp"], "other.txt");
        assert_eq!(lines[1]["det"], serde_json::json!([]));
        if profile == "corpus" {
            // Characters, not bytes: two umlauts stand before the passage.
            let (start, source) = (
                "Über die Brücke: ".chars().count(),
                "The mayor spoke first. ".len(),
            );
            let passage = [start, start + COPIED.len(), source, source + COPIED.len()];
            assert_eq!(lines[0]["det"], serde_json::json!([passage]));
        } else {
            assert!(!lines[0]["det"].as_array().expect("a list").is_empty());
        }
    }
}

#[test]
fn a_pair_that_cannot_be_read_is_named_with_its_line() {
    let folder = corpus();
    let list = folder.join("02-copied/broken");
    let list = list.to_str().expect("a path in UTF-8");
    let refused = |pairs: &str| {
        std::fs::write(list, pairs).expect("a file");
        let output = wiremark(&["compare", "--pairs", list, "--format", "pan"], b"");
        assert_eq!(output.status.code(), Some(1));
        text(&output.stderr)
    };
    let error = refused("draft.txt wire.txt\n\ndraft.txt absent.txt\n");
    assert!(
        error.contains("broken, line 3") && error.contains("absent.txt"),
        "{error}"
    );
    let error = refused("draft.txt\n");
    assert!(
        error.contains("broken, line 1") && error.contains("two file names"),
        "{error}"
    );
}

#[test]
fn pairs_have_a_form_of_their_own() {
    for arguments in [
        &["compare", "--pairs", "list"][..],
        &["compare", "northwire.txt", "--format", "pan"],
        &["compare", "northwire.txt", "--profile", "corpus"],
        &[
            "compare",
            "northwire.txt",
            "--pairs",
            "list",
            "--format",
            "pan",
        ],
        &["annotate", "northwire.txt", "--format", "pan"],
    ] {
        assert_eq!(
            wiremark(arguments, b"").status.code(),
            Some(2),
            "{arguments:?}"
        );
    }
}
