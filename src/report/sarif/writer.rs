use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::model::{
    ArtifactChange, ArtifactLocation, Content, Finding, Fix, Location, LogicalLocation, Message,
    PhysicalLocation, Region, Replacement,
};
use super::{PLACES, level, without_links};
use crate::diagnostic::{self, Diagnostic, FileReport, Severity, edits_together};
use crate::json::Position;
use crate::report::groups::{Group, also_at, groups};
use crate::report::locate::positions;
use crate::report::path;
use crate::report::secret::open_fix;

/// Writes the results of one file.
pub(super) struct Writer<'r> {
    file: &'r FileReport,
    artifact: ArtifactLocation<'r>,
    /// The number of each rule.
    rules: &'r HashMap<&'r str, usize>,
    /// Lines and columns of what is edited.
    positions: BTreeMap<usize, Position>,
}

impl<'r> Writer<'r> {
    pub(super) fn new(
        file: &'r FileReport,
        artifact: ArtifactLocation<'r>,
        rules: &'r HashMap<&'r str, usize>,
    ) -> Self {
        let fixes = file.diagnostics.iter().filter_map(open_fix);
        let edits = fixes.flat_map(|fix| &fix.edits);
        let ends = edits.flat_map(|edit| [edit.span.start, edit.span.end]);
        Self {
            file,
            artifact,
            rules,
            positions: positions(&file.text, ends),
        }
    }

    /// Adds every result to `results`, each with how bad it is.
    pub(super) fn write(&self, results: &mut Vec<(Severity, Finding<'r>)>) {
        for group in groups(self.file) {
            let all: Vec<&Diagnostic> = group.all().collect();
            for (number, part) in all.chunks(PLACES).enumerate() {
                let result = self.result(&group, number, part);
                results.extend(result.map(|result| (group.first.severity, result)));
            }
        }
    }

    /// The result of a cause, or the one of that number where it is more than one: that of `part`.
    fn result(
        &self,
        group: &Group<'r>,
        number: usize,
        part: &[&'r Diagnostic],
    ) -> Option<Finding<'r>> {
        let (first, others) = part.split_first()?;
        let labels = first.labels.iter();
        let labels = labels.map(|label| self.location(&label.location, Some(&label.message)));
        let places = others
            .iter()
            .map(|one| self.location(&one.location, Some("also here")));
        let mut related: Vec<Location> = labels.chain(places).collect();
        for (number, location) in related.iter_mut().enumerate() {
            location.id = Some(number + 1);
        }
        let fingerprint = group.fingerprint("");
        let fingerprint = match number {
            0 => fingerprint,
            number => format!("{fingerprint}/{number}"),
        };
        Some(Finding {
            rule_id: first.rule,
            rule_index: self.rules.get(first.rule).copied(),
            level: level(first.severity),
            message: Message {
                text: message(first, others),
            },
            locations: [self.location(&first.location, None)],
            related_locations: related,
            occurrence_count: part.len(),
            partial_fingerprints: BTreeMap::from([("sqlaccPostman/v1", fingerprint)]),
            fixes: self.fixes(part),
        })
    }

    fn location(&self, location: &diagnostic::Location, message: Option<&str>) -> Location<'r> {
        let names = path::names(location).map(|name| LogicalLocation {
            fully_qualified_name: name,
            kind: "object",
        });
        Location {
            id: None,
            physical: PhysicalLocation {
                artifact_location: self.artifact,
                region: region(location.start, location.end, &location.span),
            },
            logical: names.into_iter().collect(),
            message: message.map(|text| Message {
                text: without_links(text),
            }),
        }
    }

    /// The fixes of all places: those that do the same are one.
    fn fixes(&self, part: &[&'r Diagnostic]) -> Vec<Fix<'r>> {
        let mut fixes: Vec<Vec<&'r diagnostic::Fix>> = Vec::new();
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        for fix in part.iter().copied().filter_map(open_fix) {
            let number = *numbers.entry(&fix.message).or_insert(fixes.len());
            match fixes.get_mut(number) {
                Some(same) => same.push(fix),
                None => fixes.push(vec![fix]),
            }
        }
        fixes.iter().filter_map(|same| self.fix(same)).collect()
    }

    fn fix(&self, same: &[&'r diagnostic::Fix]) -> Option<Fix<'r>> {
        let at = |offset: usize| {
            let start = Position { line: 1, column: 1 };
            self.positions.get(&offset).copied().unwrap_or(start)
        };
        let (edits, _) = edits_together(same.iter().copied());
        let replacements = edits.into_iter().map(|edit| Replacement {
            deleted_region: region(at(edit.span.start), at(edit.span.end), &edit.span),
            inserted_content: Content { text: &edit.text },
        });
        Some(Fix {
            description: Message {
                text: without_links(&same.first()?.message),
            },
            artifact_changes: [ArtifactChange {
                artifact_location: self.artifact,
                replacements: replacements.collect(),
            }],
        })
    }
}

/// What a cause is, where else, as links to related locations, and what to do.
fn message(first: &Diagnostic, others: &[&Diagnostic]) -> String {
    let mut text = without_links(&first.message);
    let others = also_at(others, |number, one| {
        let related = first.labels.len() + number + 1;
        format!("[{}]({related})", one.location.start)
    });
    let help = first.help.as_deref().map(without_links);
    for line in others.into_iter().chain(help) {
        text.push('\n');
        text.push_str(&line);
    }
    text
}

fn region(start: Position, end: Position, span: &Range<usize>) -> Region {
    Region {
        start_line: start.line,
        start_column: start.column,
        end_line: end.line,
        end_column: end.column,
        byte_offset: span.start,
        byte_length: span.len(),
    }
}
