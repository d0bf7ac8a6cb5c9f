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
