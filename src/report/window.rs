//! The few lines of a text that a code frame shows, cut to a width around what it points at.

use std::ops::Range;

use super::secret::HiddenRanges;
use super::visible;

/// A span of more lines than this is shown by its first line only.
const MAX_LINES: usize = 6;
/// So is one of more bytes than this, and marks farther apart get windows of their own.
const REACH: usize = 8 * 1024;
/// What a hidden value looks like; always the same, because its length is a hint too.
const DOTS: &str = "•••";

/// Bytes of the text that a frame points at.
#[derive(Clone, Debug)]
pub(super) struct Highlight {
    pub(super) span: Range<usize>,
    /// The lines of its start and its end.
    pub(super) lines: Range<usize>,
    /// Its number among the marks of the frame.
    pub(super) number: usize,
}

/// Lines that follow each other, as they are shown.
#[derive(Debug)]
pub(super) struct Window {
    /// The number of the first line.
    pub(super) first_line: usize,
    /// The lines, each cut to the width.
    pub(super) source: String,
    /// The marks in it.
    pub(super) marks: Vec<Highlight>,
    /// For every character that is shown, its offset in the text and in `source`.
    map: Vec<(usize, usize)>,
}

impl Window {
    /// Where a span of the text is in `source`.
    pub(super) fn displayed(&self, span: &Range<usize>) -> Range<usize> {
        let shown = |offset: usize| {
            let at = self.map.partition_point(|(original, _)| *original < offset);
            self.map
                .get(at)
                .map_or(self.source.len(), |(_, shown)| *shown)
        };
        let start = shown(span.start);
        start..shown(span.end).max(start)
    }
}

/// The windows that show `marks`, which need not be in order, as they follow each other.
pub(super) fn windows(
    text: &str,
    marks: Vec<Highlight>,
    width: usize,
    hidden: &HiddenRanges,
) -> Vec<Window> {
    let mut marks: Vec<Highlight> = marks.into_iter().map(|mark| clipped(text, mark)).collect();
    marks.sort_by_key(|mark| (mark.lines.start, mark.span.start));
    let mut groups: Vec<Vec<Highlight>> = Vec::new();
    for mark in marks {
        let near = groups.last_mut().filter(|group| {
            let last_line = group.iter().map(|one| one.lines.end).max().unwrap_or(0);
            let last_byte = group.iter().map(|one| one.span.end).max().unwrap_or(0);
            let is_close = mark.span.start.saturating_sub(last_byte) < REACH;
            mark.lines.start <= last_line || (mark.lines.start == last_line + 1 && is_close)
        });
        match near {
            Some(group) => group.push(mark),
            None => groups.push(vec![mark]),
        }
    }
    groups
        .into_iter()
        .map(|marks| LineTrimmer::new(text, width, hidden).window(marks))
        .collect()
}

/// The mark on character boundaries inside the text; of a long one, its first line.
fn clipped(text: &str, mut mark: Highlight) -> Highlight {
    let start = text.floor_char_boundary(mark.span.start);
    let mut end = text.ceil_char_boundary(mark.span.end).max(start);
    let many = mark.lines.end - mark.lines.start >= MAX_LINES || end - start > REACH;
    if mark.lines.end > mark.lines.start && many {
        end = line_end(text, start).0.min(end);
        mark.lines.end = mark.lines.start;
    }
    mark.span = start..end;
    mark
}

/// Where the line that `from` is on ends, and whether that was found near by.
fn line_end(text: &str, from: usize) -> (usize, bool) {
    let to = text.ceil_char_boundary(from.saturating_add(REACH));
    let tail = text.get(from..to).unwrap_or_default();
    match tail.find(['\n', '\r']) {
        Some(length) => (from + length, true),
        None => (to, to == text.len()),
    }
}

/// Where the line that `from` is on starts, and whether that was found near by.
fn line_start(text: &str, from: usize) -> (usize, bool) {
    let to = text.floor_char_boundary(from.saturating_sub(REACH));
    let head = text.get(to..from).unwrap_or_default();
    match head.rfind(['\n', '\r']) {
        Some(length) => (to + length + 1, true),
        None => (to, to == 0),
    }
}

struct LineTrimmer<'t> {
    text: &'t str,
    width: usize,
    hidden: &'t HiddenRanges<'t>,
    source: String,
    map: Vec<(usize, usize)>,
}

impl<'t> LineTrimmer<'t> {
    fn new(text: &'t str, width: usize, hidden: &'t HiddenRanges) -> Self {
        Self {
            text,
            width: width.max(20),
            hidden,
            source: String::new(),
            map: Vec::new(),
        }
    }

    fn window(mut self, marks: Vec<Highlight>) -> Window {
        let first_line = marks.first().map_or(1, |mark| mark.lines.start);
        let last_line = marks.iter().map(|mark| mark.lines.end).max().unwrap_or(1);
        let from = marks.first().map_or(0, |mark| mark.span.start);
        let (mut start, mut is_whole) = line_start(self.text, from);
        for line in first_line..=last_line {
            // The last place that is known to be on this line.
            let known = marks.iter().flat_map(|mark| {
                let starts = (mark.lines.start == line).then_some(mark.span.start);
                let ends = (mark.lines.end == line).then_some(mark.span.end);
                starts.into_iter().chain(ends)
            });
            let known = known.max().unwrap_or(start).max(start);
            let (end, ends) = line_end(self.text, known);
            if line > first_line {
                self.source.push('\n');
            }
            self.line(start..end, is_whole, ends, &marks);
            let rest = self.text.get(end..).unwrap_or_default();
            start = end + if rest.starts_with("\r\n") { 2 } else { 1 };
            is_whole = true;
        }
        Window {
            first_line,
            source: self.source,
            marks,
            map: self.map,
        }
    }

    /// Adds one line: whole if it fits, otherwise what is around the marks.
    fn line(&mut self, line: Range<usize>, starts: bool, ends: bool, marks: &[Highlight]) {
        let parts = if starts && ends && self.fits(&line) {
            vec![line.clone()]
        } else {
            self.parts(&line, marks)
        };
        let mut done = if starts { line.start } else { usize::MAX };
        for part in parts {
            if part.start != done {
                self.source.push('…');
            }
            self.copy(&part);
            done = part.end;
        }
        if !ends || done != line.end {
            self.map.push((done, self.source.len()));
            self.source.push('…');
        }
        self.map.push((line.end, self.source.len()));
    }

    fn fits(&self, line: &Range<usize>) -> bool {
        let text = self.text.get(line.clone()).unwrap_or_default();
        text.chars().nth(self.width).is_none()
    }

    /// The parts of a long line that are shown: each mark with what is around it.
    fn parts(&self, line: &Range<usize>, marks: &[Highlight]) -> Vec<Range<usize>> {
        let here = marks
            .iter()
            .filter(|mark| mark.span.start <= line.end && mark.span.end >= line.start);
        let mut parts: Vec<Range<usize>> = here
            .clone()
            .map(|mark| {
                let around = self.width / 4 / here.clone().count();
                let start = mark.span.start.max(line.start);
                let long = self.forward(start, self.width / 2);
                let end = mark.span.end.min(line.end).min(long);
                let before = self.back(start, around).max(line.start);
                before..self.forward(end, around).min(line.end)
            })
            .collect();
        parts.sort_by_key(|part| part.start);
        parts.dedup_by(|next, last| {
            let touches = next.start <= last.end;
            if touches {
                last.end = last.end.max(next.end);
            }
            touches
        });
        parts
    }

    fn back(&self, from: usize, characters: usize) -> usize {
        let head = self.text.get(..from).unwrap_or_default();
        let mut starts = head.char_indices().rev().map(|(at, _)| at);
        characters
            .checked_sub(1)
            .map_or(from, |last| starts.nth(last).unwrap_or(0))
    }

    fn forward(&self, from: usize, characters: usize) -> usize {
        let tail = self.text.get(from..).unwrap_or_default();
        let end = tail.char_indices().nth(characters);
        end.map_or(self.text.len(), |(length, _)| from + length)
    }

    /// Adds a part as it is shown: nothing hidden by its nature, nothing shown that is secret.
    fn copy(&mut self, part: &Range<usize>) {
        let mut dotted: Option<(&Range<usize>, usize)> = None;
        let text = self.text.get(part.clone()).unwrap_or_default();
        for (at, c) in text.char_indices() {
            let at = part.start + at;
            if let Some(span) = self.hidden.at(at) {
                // What points into a hidden value points at the dots.
                let dots = match dotted {
                    Some((last, dots)) if last == span => dots,
                    _ => self.source.len(),
                };
                if dots == self.source.len() {
                    self.source.push_str(DOTS);
                }
                self.map.push((at, dots));
                dotted = Some((span, dots));
                continue;
            }
            self.map.push((at, self.source.len()));
            match c {
                '\t' => self.source.push_str("    "),
                _ => visible::push(&mut self.source, c),
            }
        }
    }
}
