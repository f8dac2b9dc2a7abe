//! A finding with the lines it is about, as rustc shows them.

use annotate_snippets::{Annotation, AnnotationKind, Element, Level, Origin, Renderer, Snippet};

use super::secret::HiddenRanges;
use super::visible::{short, visible};
use super::window::{Highlight, Window, windows};
use super::{Options, path};
use crate::diagnostic::{Applicability, Diagnostic, FileReport, Location, Severity};

/// Longer messages are cut: a name in them may be as long as the file.
pub(super) const MESSAGE_LIMIT: usize = 1000;

/// The finding, without a line break at the end.
pub(super) fn frame(
    diagnostic: &Diagnostic,
    file: &FileReport,
    hidden: &HiddenRanges,
    options: &Options,
) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let start = diagnostic.location.start;
    let origin = Origin::path(path::display(&file.path))
        .line(start.line)
        .char_column(start.column);
    let mut elements = vec![Element::from(origin)];
    let shows_source = !file.text.is_empty();
    if shows_source {
        let cut = windows(
            &file.text,
            marks(diagnostic),
            room(diagnostic, options),
            hidden,
        );
        elements.extend(cut.into_iter().map(|window| snippet(window, diagnostic)));
    }
    let note = |level: Level<'static>, text: String| Element::from(level.message(text));
    if !shows_source {
        let locations = diagnostic.labels.iter().map(|label| {
            let what = short(&label.message, MESSAGE_LIMIT);
            note(Level::NOTE, format!("{what}: {}", label.location.start))
        });
        elements.extend(locations);
    }
    if let Some(names) = path::names(&diagnostic.location) {
        elements.push(note(Level::NOTE.with_name("in"), names));
    }
    if let Some(help) = &diagnostic.help {
        elements.push(note(Level::HELP, short(help, MESSAGE_LIMIT)));
    }
    if let Some(fix) = &diagnostic.fix {
        let how = match fix.applicability {
            Applicability::Safe => "--fix",
            Applicability::Unsafe => "--unsafe-fixes",
        };
        let what = short(&fix.message, MESSAGE_LIMIT);
        elements.push(note(
            Level::HELP.with_name("fix"),
            format!("{what} ({how})"),
        ));
    }
    let title = level
        .primary_title(short(&diagnostic.message, MESSAGE_LIMIT))
        .id(diagnostic.rule);
    let renderer = if options.colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    // The lines are cut already, around what matters: it must not cut them again.
    let renderer = renderer.term_width(usize::MAX / 4);
    without_origins(&renderer.render(&[title.elements(elements)]))
}

/// The frame without the lines `:::`, which are drawn before source that has no name of its own:
/// the first line of source is already under the name, and others are lines further down.
///
/// The source cannot be given a name, because a column would be counted in the line as it was cut.
fn without_origins(frame: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    let mut shown = false;
    for line in frame.lines() {
        if without_styles(line).trim() != ":::" {
            lines.push(line);
        } else if shown {
            // In the place of the bar above it.
            lines.pop();
            lines.push("...");
        } else {
            shown = true;
        }
    }
    lines.join("\n")
}

fn without_styles(line: &str) -> String {
    let mut parts = line.split("\u{1b}[");
    let mut bare = parts.next().unwrap_or_default().to_owned();
    bare.extend(
        parts
            .filter_map(|part| part.split_once('m'))
            .map(|(_, text)| text),
    );
    bare
}

/// The columns that are left for the source beside the line numbers.
fn room(diagnostic: &Diagnostic, options: &Options) -> usize {
    let locations = diagnostic
        .labels
        .iter()
        .map(|label| label.location.end.line);
    let last = locations
        .max()
        .unwrap_or(0)
        .max(diagnostic.location.end.line);
    let margin = last.to_string().len() + " | ".len();
    options.width.saturating_sub(margin)
}

/// The place of the finding, then those of its labels.
fn marks(diagnostic: &Diagnostic) -> Vec<Highlight> {
    let labels = diagnostic.labels.iter().map(|label| &label.location);
    let mark = |(number, location): (usize, &Location)| Highlight {
        span: location.span.clone(),
        lines: location.start.line..location.end.line.max(location.start.line),
        number,
    };
    let locations = std::iter::once(&diagnostic.location).chain(labels);
    locations.enumerate().map(mark).collect()
}

fn snippet(window: Window, diagnostic: &Diagnostic) -> Element<'static> {
    let annotations: Vec<Annotation<'static>> = window
        .marks
        .iter()
        .map(|mark| {
            let span = window.displayed(&mark.span);
            let label = mark.number.checked_sub(1);
            match label.and_then(|number| diagnostic.labels.get(number)) {
                None => AnnotationKind::Primary.span(span),
                Some(label) => AnnotationKind::Context
                    .span(span)
                    .label(visible(&label.message)),
            }
        })
        .collect();
    let snippet = Snippet::source(window.source)
        .line_start(window.first_line)
        .fold(false)
        .annotations(annotations);
    Element::from(snippet)
}
