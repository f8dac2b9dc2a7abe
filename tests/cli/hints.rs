//! What a person reads who has nearly the right command line.

use std::fs;

use assert_cmd::Command;

/// The error of a command line, in a folder with the collection `c.json`.
fn error(args: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("c.json"), "{}").unwrap();
    let mut command = Command::cargo_bin("sqlacc-postman").unwrap();
    let output = command.current_dir(&folder).args(args).output().unwrap();
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{args:?}: {text}");
    text
}

#[test]
fn a_near_miss_gets_the_sentence_that_helps() {
    for (args, expected) in [
        (
            &["generate", "out.json"][..],
            "error: unexpected argument 'out.json' found; to write that file, use `-o out.json`\n",
        ),
        (
            &["diff", "c.json", "catalog"],
            "error: file `catalog` not found; did you mean `catalogue`?\n",
        ),
        (
            &["catalogue", "Fixed Assets"],
            "error: unknown resource `Fixed Assets`; choose one of `assetdisposal`, `assetgroup`, `assetitem`\n",
        ),
        (
            &["catalogue", "invoice"],
            "error: unknown resource `invoice`; choose one of `customerinvoice`, `supplierinvoice`, `salesinvoice`, `purchaseinvoice`\n",
        ),
        (
            &["send", "stockcard", "create"],
            "error: stockcard has no create; it has list, pdf\n",
        ),
    ] {
        assert_eq!(error(args), expected);
    }
}
