//! The programs that are written. tests/e2e/programs.test.mjs runs them.

use std::fs;

use crate::loopback::binary::{outcome, sqlacc};

const LANGUAGES: [&str; 5] = ["python", "node", "php", "csharp", "pascal"];
const BODY: &str =
    "{\n  \"note\": \"it's 50% of {{x}} in $HOME\\\\\",\n  \"city\": \"Zürich\"\n}\n";

fn program(args: &[&str], body: &[u8]) -> (i32, String, String) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("body.json"), body).unwrap();
    let mut all = vec!["curl"];
    all.extend(args);
    let mut command = sqlacc(folder.path(), &all);
    command.env("SQLACC_SECRET_KEY", "the secret");
    outcome(&mut command)
}

#[test]
fn the_values_of_programs() {
    for language in LANGUAGES {
        let asked = [
            "POST",
            "/agent/ö*",
            "--query",
            "companyname=A+B & Söhne's 50%",
            "flag=",
            "--body",
            "body.json",
            "--language",
            language,
        ];
        let (code, stdout, stderr) = program(&asked, BODY.as_bytes());
        assert_eq!((code, stderr.as_str()), (0, ""), "{language}");
        assert!(!stdout.contains("the secret"), "{language}");
        insta::assert_snapshot!(format!("program_{language}"), stdout);
    }
}

#[test]
fn what_cannot_be_a_program_is_refused() {
    let mut said = String::new();
    for (args, body) in [
        (&["GET", "/a/../b", "--language", "node"][..], &b""[..]),
        (&["GET", "/a?b=%FF", "--language", "python"], b""),
        (
            &["POST", "/a", "--body", "body.json", "--language", "php"],
            b"\xFF",
        ),
        (
            &["GET", "/a", "--body", "body.json", "--language", "csharp"],
            b"{}",
        ),
        (&["GET", "/a/%7Eb", "--language", "csharp"], b""),
        (&["GET", "/a/%c3%bc", "--language", "csharp"], b""),
        (&["GET", "/a\u{200F}", "--language", "csharp"], b""),
        (
            &["GET", "/a", "--content-type", "é", "--language", "csharp"],
            b"",
        ),
        (
            &[
                "GET",
                "/a",
                "--content-type",
                "a\nb",
                "--language",
                "pascal",
            ],
            b"",
        ),
        (&["GET", "/a", "--aws-sigv4", "--language", "pascal"], b""),
        (
            &["GET", "/a", "--auth-in", "query", "--language", "pascal"],
            b"",
        ),
        (
            &[
                "GET",
                "/a",
                "--at",
                "20260115T083000Z",
                "--language",
                "pascal",
            ],
            b"",
        ),
    ] {
        let (code, stdout, stderr) = program(args, body);
        assert_eq!((code, stdout.as_str()), (2, ""), "{args:?}");
        said.push_str(&format!("$ {}\n{stderr}", args.join(" ")));
    }
    insta::assert_snapshot!(said);
}
