//! How many changes of each impact there are in each folder, and where the first of them is.

use std::collections::HashMap;

use serde::Serialize;

use super::{IMPACTS, Ids};
use crate::diff::Change;
use crate::report::diff::one_line;
use crate::report::diff::sections::Section;

/// A folder, or all of them.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    name: String,
    /// One for each impact, the worst first.
    cells: [Cell; IMPACTS.len()],
}

#[derive(Debug, Default, Serialize)]
struct Cell {
    count: usize,
    /// The id of the first section with such a change.
    first: String,
}

/// A row for all changes, and where there are several folders one for each, in their order.
pub(super) fn rows(sections: &[Section], ids: Ids) -> Vec<Row> {
    let mut all = Row::new("All".to_owned());
    let mut folders: Vec<Row> = Vec::new();
    let mut numbers: HashMap<String, usize> = HashMap::new();
    for (index, section) in sections.iter().enumerate() {
        let changes = section.lines.iter().flat_map(|line| &line.changes);
        for one in changes {
            let name = folder(one.change);
            let number = *numbers.entry(name.clone()).or_insert(folders.len());
            if number == folders.len() {
                folders.push(Row::new(name));
            }
            for row in folders.get_mut(number).into_iter().chain([&mut all]) {
                let cell = IMPACTS.iter().zip(&mut row.cells);
                let cell = cell.filter(|(impact, _)| **impact == one.impact);
                for (_, cell) in cell {
                    if cell.count == 0 {
                        cell.first = ids.section(index);
                    }
                    cell.count += 1;
                }
            }
        }
    }
    if folders.len() < 2 {
        folders.clear();
    }
    [all].into_iter().chain(folders).collect()
}

impl Row {
    fn new(name: String) -> Self {
        Self {
            name,
            cells: Default::default(),
        }
    }
}

/// The outermost folder of a change.
fn folder(change: &Change) -> String {
    let location = &change.location;
    match (location.folder.first(), &location.request) {
        (Some(name), _) => one_line(name),
        (None, Some(_)) => "(top level)".to_owned(),
        (None, None) => super::super::location(change),
    }
}
