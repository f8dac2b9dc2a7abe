//! Any text, any places: nothing panics, and nothing acts on a terminal.

use proptest::prelude::*;
use sqlacc_postman::diagnostic::{Diagnostic, FileReport, Label, Location, Run, Severity};
use sqlacc_postman::json::LineIndex;
use sqlacc_postman::report::{FORMATS, Options};

fn location(text: &str, (start, length): (usize, usize)) -> Location {
    let lines = LineIndex::new(text.as_bytes());
    Location {
        pointer: String::new(),
        start: lines.position(start),
        end: lines.position(start + length),
        span: start..start + length,
        names: vec![text.to_owned()],
    }
}

fn finding(text: &str, rule: &'static str, spans: &[(usize, usize)]) -> Diagnostic {
    let mut locations = spans.iter().map(|span| location(text, *span));
    let first = locations.next().unwrap();
    let label = |location| Label {
        message: text.to_owned(),
        location,
    };
    Diagnostic {
        rule,
        severity: Severity::Warning,
        message: text.to_owned(),
        location: first,
        labels: locations.map(label).collect(),
        help: Some(text.to_owned()),
        fix: None,
        fingerprint: "0".repeat(12),
    }
}

proptest! {
    #[test]
    fn any_text_and_any_places_are_reported(
        text in "[a{\" \t\r\n\u{1b}\u{9b}\u{202e}\u{feff}é日👍\u{301}]{0,120}",
        spans in prop::collection::vec((0_usize..300, 0_usize..200), 1..4),
        secret in (0_usize..300, 0_usize..20),
        width in 0_usize..60,
        colour: bool,
    ) {
        let run = Run {
            files: vec![FileReport {
                path: text.clone(),
                diagnostics: vec![
                    finding(&text, "any", &spans),
                    finding(&text, "secret-any", &[secret]),
                ],
                hidden: std::iter::once(secret.0..secret.0 + secret.1).collect(),
                text,
                comparison: None,
            }],
            ..Run::default()
        };
        let options = Options { colour, width, ..Options::default() };
        for format in FORMATS {
            let report = format.render(&run, &options);
            let styled = colour && format.name == "human";
            let acts = |c: &char| c.is_control() && *c != '\n' && !(styled && *c == '\u{1b}');
            prop_assert_eq!(report.chars().find(acts), None, "{}", format.name);
        }
    }
}
