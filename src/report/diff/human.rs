use std::borrow::Cow;
use std::fmt::Write;

use super::excerpt::excerpt;
use super::folded::VALUES_HINT;
use super::sections::{is_description, sections};
use super::words::{differences, in_one_line};
use super::{DiffFormat, RatedChange, Report, heading, indented, sign, summary};
use crate::diff::Impact;
use crate::report::format::Joined;

pub(super) const FORMAT: DiffFormat = DiffFormat::new("human", "For people", render)
    .extension("txt")
    .joined(Joined::Headings(heading));

/// Changed lines up to which all of them are shown.
pub(super) const MOST_LINES: usize = 12;
/// How many of more are shown.
pub(super) const FEW_LINES: usize = 8;
/// Changed lines of a description from which on two are shown.
const MOST_OF_SAFE: usize = 8;

fn render(report: &Report) -> String {
    let mut out = String::new();
    for section in sections(report) {
        let title = std::iter::once(section.title).chain(section.details);
        let _ = writeln!(out, "{}", title.collect::<Vec<_>>().join(" · "));
        for line in section.lines {
            let one = line.first;
            let sign = signed(sign(one.change), report.colour);
            let impact = match one.impact {
                Impact::Safe => String::new(),
                impact => format!("{}: ", coloured(impact.id(), impact, report.colour)),
            };
            let _ = writeln!(out, "  {sign} {impact}{}", line.text);
            let changed = if report.values {
                Cow::Borrowed(line.changed)
            } else if is_description(one.change.kind) && is_of_several(&line.changes) {
                Cow::Owned(differences(line.changed))
            } else {
                Cow::Owned(in_one_line(line.changed))
            };
            let (most, few) = match (one.impact, changed.len()) {
                _ if report.values => (usize::MAX, usize::MAX),
                // Of a text that is written anew, the start says enough.
                (Impact::Safe, MOST_OF_SAFE..) => (2, 2),
                _ => (MOST_LINES, FEW_LINES),
            };
            let (lines, more) = excerpt(&changed, most, few);
            for line in lines {
                let (head, tail) = line.split_at_checked(1).unwrap_or(("", line));
                let head = head
                    .chars()
                    .next()
                    .map_or_else(String::new, |c| signed(c, report.colour));
                let _ = writeln!(out, "      {head}{}", indented(tail));
            }
            if more > 0 {
                let _ = writeln!(out, "      … {more} more lines{VALUES_HINT}");
            }
        }
        out.push('\n');
    }
    let _ = writeln!(out, "{}", summary(report));
    out
}

/// Whether changes are of several requests or folders, which have nothing else in common.
fn is_of_several(changes: &[&RatedChange]) -> bool {
    let [first, rest @ ..] = changes else {
        return false;
    };
    let path = |one: &RatedChange| one.change.location.path();
    rest.iter().any(|one| path(one) != path(first))
}

fn coloured(text: &str, impact: Impact, colour: bool) -> String {
    let code = if impact == Impact::Breaking {
        "1;31"
    } else {
        "33"
    };
    if colour {
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    } else {
        text.to_owned()
    }
}

fn signed(sign: char, colour: bool) -> String {
    let code = match sign {
        '+' => 32,
        '-' => 31,
        _ => 33,
    };
    if colour {
        format!("\u{1b}[{code}m{sign}\u{1b}[0m")
    } else {
        sign.to_string()
    }
}
