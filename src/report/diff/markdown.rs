use std::fmt::Write;
use std::iter;

use super::excerpt::excerpt;
use super::sections::{Section, sections};
use super::{DiffFormat, Report, indented, is_of_environment, one_line, sign, summary};
use crate::diff::Impact;
use crate::report::format::Joined;

/// GitHub refuses comments of more than 65,536 characters.
const MOST: usize = 60_000;
/// Of one script more lines are not shown.
const MOST_LINES: usize = 40;

pub(super) const FORMAT: DiffFormat =
    DiffFormat::new("markdown", "For a comment on a pull request", render)
        .extension("md")
        .joined(Joined::Headings(|path| {
            format!("## `{}`\n\n", one_line(path))
        }));

fn render(report: &Report) -> String {
    let what = match report.changes.first() {
        Some(one) if one.change.location.is_of_globals => "globals",
        Some(one) if is_of_environment(one.change) => "environment",
        _ => "collection",
    };
    let mut out = format!("### Changes in the {what}\n\n{}\n", summary(report));
    let parts: Vec<Part> = sections(report).into_iter().map(Part::of).collect();
    // What is worse takes the room first, wherever it is.
    let mut room = MOST.saturating_sub(out.len());
    let mut shown: Vec<Vec<bool>> = parts
        .iter()
        .map(|part| vec![false; part.lines.len()])
        .collect();
    let mut left_out = Vec::new();
    for impact in [Impact::Breaking, Impact::Risky, Impact::Safe] {
        let mut count = 0;
        for (part, shown) in parts.iter().zip(&mut shown) {
            let mut has_title = shown.contains(&true);
            for (line, shown) in part
                .lines
                .iter()
                .zip(shown)
                .filter(|(line, _)| line.impact == impact)
            {
                let title = if has_title {
                    0
                } else {
                    part.title.len() + TAGS.len()
                };
                if line.text.len() + title > room {
                    count += line.count;
                } else {
                    room -= line.text.len() + title;
                    (has_title, *shown) = (true, true);
                }
            }
        }
        if count > 0 {
            left_out.push(format!("{count} {}", impact.id()));
        }
    }
    for (part, shown) in parts
        .iter()
        .zip(shown)
        .filter(|(_, shown)| shown.contains(&true))
    {
        let lines = part.lines.iter().zip(shown).filter(|(_, shown)| *shown);
        let lines: String = lines.map(|(line, _)| line.text.as_str()).collect();
        out.push_str(
            &TAGS
                .replacen("{}", &part.title, 1)
                .replacen("{}", &lines, 1),
        );
    }
    if !left_out.is_empty() {
        let _ = writeln!(
            out,
            "\nNot shown, because the comment would be too long: {}.",
            left_out.join(", ")
        );
    }
    out
}

/// Around a title and its lines.
const TAGS: &str = "\n<details><summary>{}</summary>\n\n{}\n</details>\n";

/// A section as it is written.
struct Part {
    title: String,
    lines: Vec<PartLine>,
}

struct PartLine {
    impact: Impact,
    /// How many changes it is about.
    count: usize,
    text: String,
}

impl Part {
    fn of(section: Section) -> Self {
        let worst = section
            .lines
            .first()
            .map_or("", |line| line.first.impact.id());
        let changes: usize = section.lines.iter().map(|line| line.changes.len()).sum();
        let count = match changes {
            1 => format!("1 change, {worst}"),
            all => format!("{all} changes, {worst} at worst"),
        };
        let place = iter::once(section.title).chain(section.details);
        let place: Vec<String> = place.map(|text| escaped(&text)).collect();
        let lines = section.lines.into_iter().map(|line| {
            let one = line.first;
            let (sign, impact) = (sign(one.change), one.impact.id());
            let text = format!("- `{sign}` **{impact}** {}\n", escaped(&line.text));
            PartLine {
                impact: one.impact,
                count: line.changes.len(),
                text: text + &block(line.changed),
            }
        });
        Self {
            title: format!("{} — {count}", place.join(" · ")),
            lines: lines.collect(),
        }
    }
}

/// Changed lines as a code block in the list, the first of many.
fn block(lines: &[String]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let runs = lines
        .iter()
        .flat_map(|line| line.split(|c| c != '`').map(str::len));
    // A fence has to be longer than what could close it.
    let fence = "`".repeat(runs.max().unwrap_or(0).max(2) + 1);
    let mut out = format!("\n  {fence}diff\n");
    let (shown, more) = excerpt(lines, MOST_LINES, MOST_LINES);
    for line in shown {
        let _ = writeln!(out, "  {}", indented(line));
    }
    if more > 0 {
        let _ = writeln!(out, "  … {more} more lines");
    }
    let _ = writeln!(out, "  {fence}\n");
    out
}

/// A text that is neither tags nor Markdown.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '*' | '_' | '`' | '[' | ']' | '\\' | '|' | '~' => {
                out.push('\\');
                out.push(c);
            }
            // A mention would call people.
            '@' => out.push_str("&#64;"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{MOST_LINES, block};

    #[test]
    fn no_line_closes_the_block_and_no_script_fills_the_comment() {
        let lines = vec!["+ const a = ````b````;".to_owned(); MOST_LINES + 2];
        let text = block(&lines);
        assert!(text.starts_with("\n  `````diff\n  + const a = ````b````;\n"));
        assert!(text.ends_with("\n  … 2 more lines\n  `````\n\n"));
        assert_eq!(block(&[]), "");
    }
}
