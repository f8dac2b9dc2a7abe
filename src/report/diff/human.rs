use std::fmt::Write;

use super::sections::sections;
use super::{DiffFormat, Report, heading, indented, sign, summary};
use crate::diff::Impact;
use crate::report::format::Joined;

pub(super) const FORMAT: DiffFormat = DiffFormat::new("human", "For people", render)
    .extension("txt")
    .joined(Joined::Headings(heading));

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
            for line in &one.change.lines {
                let (head, tail) = line.split_at_checked(1).unwrap_or(("", line));
                let head = head
                    .chars()
                    .next()
                    .map_or_else(String::new, |c| signed(c, report.colour));
                let _ = writeln!(out, "      {head}{}", indented(tail));
            }
        }
        out.push('\n');
    }
    let _ = writeln!(out, "{}", summary(report));
    out
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
