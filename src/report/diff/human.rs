use std::fmt::Write;

use super::folded::VALUES_HINT;
use super::sections::sections;
use super::{DiffFormat, Report, heading, indented, sign, summary};
use crate::diff::Impact;
use crate::report::format::Joined;

pub(super) const FORMAT: DiffFormat = DiffFormat::new("human", "For people", render)
    .extension("txt")
    .joined(Joined::Headings(heading));

/// Changed lines of a text that are shown.
const MOST_LINES: usize = 12;
/// Changed lines of a description or comment from which on two are shown.
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
            let most = match (one.impact, line.changed.len()) {
                _ if report.values => usize::MAX,
                // Of a text that is written anew, the start says enough.
                (Impact::Safe, MOST_OF_SAFE..) => 2,
                _ => MOST_LINES,
            };
            let (lines, more) = excerpt(line.changed, most);
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

/// Changed lines up to `most`, half of them of each side where both have as many, and how many more
/// there are. Blank ones say little.
fn excerpt(lines: &[String], most: usize) -> (Vec<&String>, usize) {
    let is_blank = |line: &String| line.get(1..).is_none_or(|tail| tail.trim().is_empty());
    let lines: Vec<&String> = lines.iter().filter(|line| !is_blank(line)).collect();
    if lines.len() <= most {
        return (lines, 0);
    }
    let all = lines.len();
    let gone = lines.iter().filter(|line| line.starts_with('-')).count();
    let room = |own: usize, other: usize| own.min((most / 2).max(most.saturating_sub(other)));
    let (mut old, mut new) = (room(gone, all - gone), room(all - gone, gone));
    let mut shown = lines;
    shown.retain(|line| {
        let room = if line.starts_with('-') {
            &mut old
        } else {
            &mut new
        };
        let has_room = *room > 0;
        *room = room.saturating_sub(1);
        has_room
    });
    let more = all - shown.len();
    (shown, more)
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
