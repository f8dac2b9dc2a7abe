//! The head of a document: company, title, and facts in two columns.

use super::page_writer::{BLACK, GREY, LEFT, PALE, PageWriter, RIGHT, Style};
use super::text::{Font, encode, width, wrap};

const LINE: f32 = 11.0;
const LABEL: Style = Style {
    font: Font::Regular,
    size: 7.5,
    shade: GREY,
};
const VALUE: Style = Style {
    font: Font::Regular,
    size: 8.5,
    shade: BLACK,
};
const SECTION: Style = Style {
    font: Font::Bold,
    size: 10.0,
    shade: BLACK,
};
/// Where values start, counted from their label.
const INDENT: f32 = 92.0;
const COLUMN: f32 = (RIGHT - LEFT) / 2.0;

/// Company at the left, the document's title at the right, the template's name under it.
pub(super) fn draw_title(pages: &mut PageWriter, company: &str, title: &str, template: &str) {
    let big = |font, size| Style {
        font,
        size,
        shade: BLACK,
    };
    let (company_style, title_style) = (big(Font::Bold, 12.0), big(Font::Bold, 17.0));
    let title = encode(title);
    let title_width = width(title_style.font, &title, title_style.size);
    let room = RIGHT - LEFT - title_width - 20.0;
    pages.down(14.0);
    pages.right(RIGHT, title_style, &title);
    for line in wrap(
        company_style.font,
        company,
        company_style.size,
        room.max(60.0),
    ) {
        pages.left(LEFT, company_style, &line);
        pages.down(14.0);
    }
    pages.right(RIGHT, LABEL, &encode(template));
    pages.rule(LEFT, RIGHT, 6.0, BLACK);
    pages.down(10.0);
}

/// Facts as name and value, the first half at the left, the second at the right.
pub(super) fn draw_facts(pages: &mut PageWriter, facts: &[(String, String)]) {
    let half = facts.len().div_ceil(2);
    let (left, right) = facts.split_at(half);
    for at in 0..half {
        let pair = [(LEFT, left.get(at)), (LEFT + COLUMN, right.get(at))];
        let columns: Vec<_> = pair
            .into_iter()
            .filter_map(|(x, fact)| fact.map(|(name, value)| (x, name, broken(value))))
            .collect();
        let height = columns.iter().map(|(_, _, lines)| lines.len()).max();
        for line in 0..height.unwrap_or_default() {
            pages.down(LINE);
            for (x, name, lines) in &columns {
                if line == 0 {
                    pages.left(*x, LABEL, &encode(name));
                }
                let text = lines.get(line).map_or(&[][..], Vec::as_slice);
                pages.left(x + INDENT, VALUE, text);
            }
        }
    }
    if half > 0 {
        pages.space(6.0);
    }
}

fn broken(value: &str) -> Vec<Vec<u8>> {
    wrap(VALUE.font, value, VALUE.size, COLUMN - INDENT - 10.0)
}

/// The heading of a table.
pub(super) fn draw_section(pages: &mut PageWriter, title: &str) {
    if !pages.fits(60.0) {
        pages.turn();
    }
    pages.down(18.0);
    pages.left(LEFT, SECTION, &encode(title));
}

/// Amounts at the right edge, with a line above them.
pub(super) fn draw_totals(pages: &mut PageWriter, totals: &[(String, String)]) {
    let bold = Style {
        font: Font::Bold,
        ..VALUE
    };
    for (at, (name, amount)) in totals.iter().enumerate() {
        pages.down(if at == 0 { LINE + 6.0 } else { LINE });
        if at == 0 {
            pages.rule(RIGHT - 200.0, RIGHT, -LINE, PALE);
        }
        pages.right(RIGHT - 90.0, LABEL, &encode(name));
        pages.right(RIGHT, bold, &encode(amount));
    }
}
