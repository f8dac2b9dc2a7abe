//! The command lines that are written.

use proptest::prelude::*;

use super::{bash_arguments, curl, explained};

#[test]
fn curl_command_lines() {
    let mut said = String::new();
    for (args, stdin) in [
        (&["get", "/healthcheck"][..], ""),
        (
            &[
                "GET",
                "/purchaseinvoice/*",
                "--query",
                "docno=PI-00001",
                "code=400-A0001",
            ],
            "",
        ),
        (
            &[
                "GET",
                "Sales Invoice",
                "--query",
                "companyname=A+B & Söhne's 50%",
                "--auth-in",
                "query",
            ],
            "",
        ),
        (&["POST", "agent", "--body", "agent.json"], ""),
        (
            &["POST", "agent", "--body", "-"],
            "{\"description\":\"it's $HOME `x`\"}\n",
        ),
        (
            &[
                "GET",
                "/salesinvoice/10",
                "--content-type",
                "application/pdf;template=Sales Invoice 8 (SST 1)",
            ],
            "",
        ),
        (&["GET", "/customer/O'Neill", "--shell", "powershell"], ""),
        (
            &[
                "GET",
                "/agent",
                "--host",
                "http://127.0.0.1:8080",
                "--region",
                "r",
                "--service",
                "s",
            ],
            "",
        ),
        (&["GET", "agent", "--query", "offset=0", "--aws-sigv4"], ""),
        (
            &[
                "POST",
                "agent",
                "--body",
                "agent.json",
                "--aws-sigv4",
                "--shell",
                "powershell",
            ],
            "",
        ),
        (&["GET", "/agent/*", "--aws-sigv4"], ""),
        (
            &["GET", "agent", "--query", "b=1", "a=1", "--aws-sigv4"],
            "",
        ),
        (&["GET", "/a/./b/../c"], ""),
    ] {
        said.push_str(&format!("$ {}\n{}\n", args.join(" "), curl(args, stdin)));
    }
    insta::assert_snapshot!(said);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn bash_passes_every_word_on(value in "[ -~éä\n'\"$`\\\\!*?]{0,40}") {
        let line = curl(&["POST", "agent", "--body", "-"], &value);
        let words = bash_arguments(&line);
        let at = words.iter().position(|word| word == "--data-raw").unwrap();
        prop_assert_eq!(words.get(at + 1), Some(&value));
        prop_assert_eq!(explained(&line).0, 0);
    }
}
