use std::fmt::Write;

use super::{Report, groups, sentence, sign, summary};

/// GitHub refuses comments of more than 65,536 characters.
const MOST: usize = 60_000;

pub(super) fn render(report: &Report) -> String {
    let mut out = format!("### Changes of the collection\n\n{}\n", summary(report));
    let mut left_out = 0;
    for (place, changes) in groups(report) {
        let worst = changes.first().map_or("", |one| one.impact.id());
        let mut part = format!(
            "\n<details><summary>{} — {} {worst}</summary>\n\n",
            html(&place),
            changes.len()
        );
        for one in &changes {
            let text = html(&sentence(one.change));
            let _ = writeln!(
                part,
                "- `{}` **{}** {text}",
                sign(one.change),
                one.impact.id()
            );
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
            "\n{left_out} more changes are left out: the comment would be too long."
        );
    }
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
