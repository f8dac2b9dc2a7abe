//! What stands above the rows: whose document it is, which, and its facts in two columns.

use super::sheets::{BLACK, GREY, LEFT, PALE, RIGHT, Sheets, Style};
use super::text::{Face, encode, width, wrap};

const LINE: f32 = 11.0;
const LABEL: Style = Style {
    face: Face::Regular,
    size: 7.5,
    shade: GREY,
};
const VALUE: Style = Style {
    face: Face::Regular,
    size: 8.5,
    shade: BLACK,
};
const SECTION: Style = Style {
    face: Face::Bold,
    size: 10.0,
    shade: BLACK,
};
/// Where values start, counted from their label.
const INDENT: f32 = 92.0;
const COLUMN: f32 = (RIGHT - LEFT) / 2.0;

/// Company at the left, the document's title at the right, the template's name under it.
pub(super) fn draw_title(sheets: &mut Sheets, company: &str, title: &str, template: &str) {
    let big = |face, size| Style {
        face,
        size,
        shade: BLACK,
    };
    let (company_style, title_style) = (big(Face::Bold, 12.0), big(Face::Bold, 17.0));
    let title = encode(title);
    let title_width = width(title_style.face, &title, title_style.size);
    let room = RIGHT - LEFT - title_width - 20.0;
    sheets.down(14.0);
    sheets.right(RIGHT, title_style, &title);
    for line in wrap(
        company_style.face,
        company,
        company_style.size,
        room.max(60.0),
    ) {
        sheets.left(LEFT, company_style, &line);
        sheets.down(14.0);
    }
    sheets.right(RIGHT, LABEL, &encode(template));
    sheets.rule(LEFT, RIGHT, 6.0, BLACK);
    sheets.down(10.0);
}

/// Facts as name and value, the first half at the left, the second at the right.
pub(super) fn draw_facts(sheets: &mut Sheets, facts: &[(String, String)]) {
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
            sheets.down(LINE);
            for (x, name, lines) in &columns {
                if line == 0 {
                    sheets.left(*x, LABEL, &encode(name));
                }
                let text = lines.get(line).map_or(&[][..], Vec::as_slice);
                sheets.left(x + INDENT, VALUE, text);
            }
        }
    }
    if half > 0 {
        sheets.space(6.0);
    }
}

fn broken(value: &str) -> Vec<Vec<u8>> {
    wrap(VALUE.face, value, VALUE.size, COLUMN - INDENT - 10.0)
}

/// The heading of a table.
pub(super) fn draw_section(sheets: &mut Sheets, title: &str) {
    if !sheets.fits(60.0) {
        sheets.turn();
    }
    sheets.down(18.0);
    sheets.left(LEFT, SECTION, &encode(title));
}

/// Amounts at the right edge, with a line above them.
pub(super) fn draw_totals(sheets: &mut Sheets, totals: &[(String, String)]) {
    let bold = Style {
        face: Face::Bold,
        ..VALUE
    };
    for (at, (name, amount)) in totals.iter().enumerate() {
        sheets.down(if at == 0 { LINE + 6.0 } else { LINE });
        if at == 0 {
            sheets.rule(RIGHT - 200.0, RIGHT, -LINE, PALE);
        }
        sheets.right(RIGHT - 90.0, LABEL, &encode(name));
        sheets.right(RIGHT, bold, &encode(amount));
    }
}
