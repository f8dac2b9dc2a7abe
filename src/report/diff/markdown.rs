use std::fmt::Write;

use super::{DiffFormat, Report, groups, indented, sentence, sign, summary};

/// GitHub refuses comments of more than 65,536 characters.
const MOST: usize = 60_000;
/// Of one script more lines are not shown.
const MOST_LINES: usize = 40;

pub(super) const FORMAT: DiffFormat =
    DiffFormat::new("markdown", "For a comment on a pull request", render).extension("md");

fn render(report: &Report) -> String {
    let mut out = format!("### Changes in the collection\n\n{}\n", summary(report));
    let mut left_out = 0;
    for (location, changes) in groups(report) {
        let worst = changes.first().map_or("", |one| one.impact.id());
        let count = match changes.len() {
            1 => format!("1 change, {worst}"),
            all => format!("{all} changes, {worst} at worst"),
        };
        let mut part = format!(
            "\n<details><summary>{} — {count}</summary>\n\n",
            html(&location)
        );
        for one in &changes {
            let text = html(&sentence(one.change));
            let _ = writeln!(
                part,
                "- `{}` **{}** {text}",
                sign(one.change),
                one.impact.id()
            );
            part.push_str(&block(&one.change.lines));
        }
        part.push_str("\n</details>\n");
        if out.len() + part.len() > MOST {
            left_out += changes.len();
        } else {
            out.push_str(&part);
        }
    }
    if left_out > 0 {
        let _ = writeln!(
            out,
            "\n{left_out} more changes are not shown because the comment would be too long."
        );
    }
    out
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
    for line in lines.iter().take(MOST_LINES) {
        let _ = writeln!(out, "  {}", indented(line));
    }
    if lines.len() > MOST_LINES {
        let _ = writeln!(out, "  … {} more lines", lines.len() - MOST_LINES);
    }
    let _ = writeln!(out, "  {fence}\n");
    out
}

/// A text that is neither tags nor Markdown.
fn html(text: &str) -> String {
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
