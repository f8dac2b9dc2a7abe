//! Rows in columns: widths that fit the page, headings again on every page.

use super::page_writer::{BLACK, GREY, LEFT, PALE, PageWriter, RIGHT, Style};
use super::text::{Font, encode, width, wrap};

const SIZE: f32 = 7.5;
const LINE: f32 = 9.5;
const GAP: f32 = 7.0;
/// The maximum width of a text column if others need the room.
const NARROWEST: f32 = 78.0;
/// The maximum width of a column.
const WIDEST: f32 = 190.0;

const HEADING: Style = Style {
    font: Font::Bold,
    size: SIZE,
    shade: BLACK,
};
const CELL: Style = Style {
    font: Font::Regular,
    size: SIZE,
    shade: BLACK,
};
const REST: Style = Style {
    font: Font::Regular,
    size: 6.5,
    shade: GREY,
};

/// One column of a table.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) heading: String,
    /// Whether its cells are numbers, which are right-aligned and never broken.
    pub(super) numeric: bool,
    /// Whether it may be dropped when there are too many columns; its cells are then printed in small
    /// type under their row.
    pub(super) optional: bool,
    /// A cell for each row; empty where there is nothing to show.
    pub(super) cells: Vec<String>,
}

/// A column with the widths that it needs.
struct MeasuredColumn<'a> {
    column: &'a Column,
    /// The width without any line break.
    natural: f32,
    /// The minimum width.
    least: f32,
}

/// A column at its place on the page.
struct PlacedColumn<'a> {
    column: &'a Column,
    left: f32,
    width: f32,
}

/// Draws `columns` with their headings; `under` is printed small under each row.
pub(super) fn draw(pages: &mut PageWriter, columns: &[Column], under: &[String]) {
    let rows = columns.iter().map(|column| column.cells.len()).max();
    let (kept, moved) = choose(columns);
    let placed = place(&kept);
    heading(pages, &placed);
    for row in 0..rows.unwrap_or_default() {
        let small = small_print(&moved, row, under.get(row).map_or("", String::as_str));
        let cells: Vec<Vec<Vec<u8>>> = placed.iter().map(|one| lines(one, row)).collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or(1);
        for line in 0..height {
            if pages.down(LINE) {
                heading(pages, &placed);
                pages.down(LINE);
            }
            for (one, cell) in placed.iter().zip(&cells) {
                let text = cell.get(line).map_or(&[][..], Vec::as_slice);
                write(pages, one, CELL, text);
            }
        }
        for text in small {
            if pages.down(LINE - 1.5) {
                heading(pages, &placed);
                pages.down(LINE);
            }
            pages.left(LEFT, REST, &text);
        }
        pages.rule(LEFT, RIGHT, 2.8, PALE);
        pages.space(2.5);
    }
}

/// The columns that fit beside each other, and those that do not.
fn choose(columns: &[Column]) -> (Vec<MeasuredColumn<'_>>, Vec<&Column>) {
    let mut kept: Vec<MeasuredColumn> = columns.iter().map(measure).collect();
    let mut moved = Vec::new();
    while kept.len() > 1 && total(kept.iter().map(|one| one.least)) > RIGHT - LEFT {
        let optional = kept.iter().rposition(|one| one.column.optional);
        let gone = kept.remove(optional.unwrap_or(kept.len() - 1));
        moved.insert(0, gone.column);
    }
    (kept, moved)
}

fn total(widths: impl Iterator<Item = f32>) -> f32 {
    widths.map(|width| width + GAP).sum::<f32>() - GAP
}

fn measure(column: &Column) -> MeasuredColumn<'_> {
    let heading = width(Font::Bold, &encode(&column.heading), SIZE);
    let cells = column.cells.iter();
    let cells = cells.map(|cell| width(Font::Regular, &encode(cell), SIZE));
    let natural = cells.fold(heading, f32::max).min(WIDEST);
    let least = if column.numeric {
        natural
    } else {
        natural.min(heading.max(NARROWEST))
    };
    MeasuredColumn {
        column,
        natural,
        least,
    }
}

/// Gives each column its width: what is left over goes to those that would otherwise be broken,
/// and then to the widest column of text.
fn place<'a>(columns: &[MeasuredColumn<'a>]) -> Vec<PlacedColumn<'a>> {
    let mut widths: Vec<f32> = columns.iter().map(|one| one.least).collect();
    let mut left_over = (RIGHT - LEFT - total(widths.iter().copied())).max(0.0);
    for (one, width) in columns.iter().zip(&mut widths) {
        let more = (one.natural - *width).min(left_over);
        *width += more;
        left_over -= more;
    }
    let texts = columns.iter().zip(&mut widths);
    let texts = texts.filter(|(one, _)| !one.column.numeric);
    if let Some((_, width)) = texts.max_by(|a, b| a.1.total_cmp(b.1)) {
        *width += left_over;
    }
    let mut left = LEFT;
    let mut placed = Vec::new();
    for (one, width) in columns.iter().zip(widths) {
        placed.push(PlacedColumn {
            column: one.column,
            left,
            width,
        });
        left += width + GAP;
    }
    placed
}

fn heading(pages: &mut PageWriter, placed: &[PlacedColumn]) {
    // A heading is never alone at the foot of a page.
    if !pages.fits(LINE * 3.0) {
        pages.turn();
    }
    pages.down(LINE + 2.0);
    for one in placed {
        write(pages, one, HEADING, &encode(&one.column.heading));
    }
    pages.rule(LEFT, RIGHT, 3.0, BLACK);
    pages.space(3.5);
}

fn write(pages: &mut PageWriter, placed: &PlacedColumn, style: Style, text: &[u8]) {
    if placed.column.numeric {
        pages.right(placed.left + placed.width, style, text);
    } else {
        pages.left(placed.left, style, text);
    }
}

fn lines(placed: &PlacedColumn, row: usize) -> Vec<Vec<u8>> {
    let cell = placed.column.cells.get(row).map_or("", String::as_str);
    // A little more than the width, for the rounding of sums.
    wrap(CELL.font, cell, CELL.size, placed.width + 0.01)
}

/// What is printed in small type under row `row`: `name value` of the columns that had no room, and
/// then `under`.
fn small_print(moved: &[&Column], row: usize, under: &str) -> Vec<Vec<u8>> {
    let cell = |column: &&Column| {
        let cell = column.cells.get(row)?;
        (!cell.is_empty()).then(|| format!("{} {cell}", column.heading))
    };
    let mut parts: Vec<String> = moved.iter().filter_map(cell).collect();
    parts.extend((!under.is_empty()).then(|| under.to_owned()));
    if parts.is_empty() {
        return Vec::new();
    }
    wrap(REST.font, &parts.join(" \u{b7} "), REST.size, RIGHT - LEFT)
}
