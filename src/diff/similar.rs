//! How similar two requests are, and which assignment of pairs is the most similar.

use std::collections::{BTreeSet, HashMap};

use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;

use super::json_shape::json_shape;
use super::model::RequestEntry;
use super::path::normalised;
use crate::postman::effective::{Content, EffectiveRequest, QueryParameter, Settings};

/// Sides larger than this are assigned greedily: the optimum takes cubic time.
const OPTIMAL: usize = 100;
/// On larger sides each request is compared with this many that share its rarest words,
/// so that the time stays near linear.
const CANDIDATES: usize = 50;

/// What two requests are compared by.
#[derive(Debug)]
pub(super) struct Features<'m> {
    pub(super) entry: &'m RequestEntry<'m>,
    name: BTreeSet<String>,
    method: String,
    path: Vec<String>,
    segments: BTreeSet<String>,
    keys: BTreeSet<String>,
}

impl<'m> Features<'m> {
    pub(super) fn new(entry: &'m RequestEntry<'m>) -> Self {
        let mut request = entry.request();
        if entry.path.is_empty() {
            // Some vendors leave the request empty and keep everything in its examples.
            let of_example = entry.item.examples().find_map(|example| example.request());
            let read = |it: &_| EffectiveRequest::new(it, Settings::default(), None);
            request = of_example.as_ref().map_or(request, read);
        }
        let path = normalised(&request.url);
        let path: Vec<String> = path.split('/').map(str::to_owned).collect();
        Self {
            entry,
            name: words(&entry.name),
            segments: path
                .iter()
                .filter(|part| !part.is_empty())
                .cloned()
                .collect(),
            path,
            keys: keys(&request),
            method: request.method,
        }
    }

    /// The last literal segment of its path, or nothing.
    pub(super) fn end(&self) -> &str {
        let fixed = self.path.iter().rev().find(|part| *part != "{}");
        fixed.map_or("", String::as_str)
    }
}

/// How similar two requests are, in hundredths.
fn similarity(left: &Features, right: &Features) -> u8 {
    let yes = |is_so: bool| Some(if is_so { 100 } else { 0 });
    let parts = [
        (overlap(&left.name, &right.name), 35),
        (overlap(&left.segments, &right.segments), 35),
        (overlap(&left.keys, &right.keys), 10),
        (yes(left.method == right.method), 15),
        (yes(left.entry.folder == right.entry.folder), 5),
    ];
    // What neither side has does not count.
    let known = parts
        .iter()
        .filter_map(|(score, weight)| score.map(|score| (score, *weight)));
    let (sum, weights) = known.fold((0, 0), |(sum, weights), (score, weight): (u32, u32)| {
        (sum + score * weight, weights + weight)
    });
    u8::try_from(sum / weights.max(1)).unwrap_or(100)
}

fn overlap(left: &BTreeSet<String>, right: &BTreeSet<String>) -> Option<u32> {
    let all = left.len() + right.len();
    let shared = left.intersection(right).count();
    (all > 0).then(|| u32::try_from(200 * shared / all).unwrap_or(100))
}

fn words(text: &str) -> BTreeSet<String> {
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// The names of query parameters, headers and body fields.
fn keys(request: &EffectiveRequest) -> BTreeSet<String> {
    let query = request.url.query.iter().map(QueryParameter::key_text);
    let headers = request.headers.iter().map(|one| one.key.text.as_ref());
    let mut keys: BTreeSet<String> = query.chain(headers).map(str::to_lowercase).collect();
    match &request.body {
        Some(Content::Raw { text, comments }) => {
            keys.extend(
                json_shape((text, *comments))
                    .unwrap_or_default()
                    .into_keys(),
            );
        }
        Some(Content::Form { fields, .. }) => {
            keys.extend(fields.iter().map(|one| one.key.to_string()));
        }
        _ => {}
    }
    keys.remove("");
    keys
}

type Scored<'m> = ((&'m RequestEntry<'m>, &'m RequestEntry<'m>), u8);

/// The most similar assignment of pairs, of those that are `alike` with their likeness; ties go by
/// order. The optimum for small sides, greedy for larger ones.
pub(super) fn assign<'m>(
    left: &[Features<'m>],
    right: &[Features<'m>],
    alike: impl Fn(u8, &Features, &Features) -> bool,
) -> Vec<Scored<'m>> {
    if left.is_empty() || right.is_empty() {
        return Vec::new();
    }
    let found = if left.len().max(right.len()) <= OPTIMAL {
        optimal(left, right, &alike)
    } else {
        greedy(left, right, &alike)
    };
    let pair = |(score, row, column): (u8, usize, usize)| {
        Some(((left.get(row)?.entry, right.get(column)?.entry), score))
    };
    found.into_iter().filter_map(pair).collect()
}

/// Whether two requests may be a pair, with their likeness.
type Alike<'a> = &'a dyn Fn(u8, &Features, &Features) -> bool;

/// Score, row and column of a pair.
type Cell = (u8, usize, usize);

fn optimal(left: &[Features], right: &[Features], alike: Alike) -> Vec<Cell> {
    let row = |one: &Features| -> Vec<u8> {
        let score = |other: &Features| {
            let score = similarity(one, other);
            if alike(score, one, other) { score } else { 0 }
        };
        right.iter().map(score).collect()
    };
    let table: Vec<Vec<u8>> = left.iter().map(row).collect();
    let columns = best(&table).into_iter().enumerate();
    columns
        .filter_map(|(row, column)| Some((*table.get(row)?.get(column?)?, row, column?)))
        .collect()
}

fn greedy(left: &[Features], right: &[Features], alike: Alike) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    for (row, columns) in candidates(left, right).into_iter().enumerate() {
        for column in columns {
            if let (Some(one), Some(other)) = (left.get(row), right.get(column)) {
                let score = similarity(one, other);
                if score > 0 && alike(score, one, other) {
                    cells.push((score, row, column));
                }
            }
        }
    }
    cells.sort_by_key(|(score, row, column)| (u8::MAX - score, *row, *column));
    let (mut rows, mut columns) = (BTreeSet::new(), BTreeSet::new());
    cells.retain(|(_, row, column)| {
        let is_free = !rows.contains(row) && !columns.contains(column);
        is_free && rows.insert(*row) && columns.insert(*column)
    });
    cells
}

/// The columns that each row is compared with: those that share a word of the name, a
/// segment of the path or a key with it, the rarest first.
fn candidates(left: &[Features], right: &[Features]) -> Vec<BTreeSet<usize>> {
    let mut columns_by_word: HashMap<&str, Vec<usize>> = HashMap::new();
    for (column, one) in right.iter().enumerate() {
        for word in one.name.union(&one.segments).chain(&one.keys) {
            columns_by_word.entry(word).or_default().push(column);
        }
    }
    let of_row = |one: &Features| {
        let words = one.name.union(&one.segments).chain(&one.keys);
        let mut lists: Vec<&Vec<usize>> = words
            .filter_map(|word| columns_by_word.get(word.as_str()))
            .collect();
        lists.sort_by_key(|list| list.len());
        let mut columns = BTreeSet::new();
        for column in lists.into_iter().flatten() {
            if columns.len() == CANDIDATES {
                break;
            }
            columns.insert(*column);
        }
        columns
    };
    left.iter().map(of_row).collect()
}

/// The columns of the rows with the greatest sum; a score of 0 is not a pair.
fn best(table: &[Vec<u8>]) -> Vec<Option<usize>> {
    let width = table.first().map_or(0, Vec::len);
    let side = table.len().max(width);
    let score = |row: usize, column: usize| {
        table
            .get(row)
            .and_then(|cells| cells.get(column))
            .copied()
            .unwrap_or(0)
    };
    // Of equal sums the one that keeps the order wins: it has the smallest distances squared, all
    // of which together are less than one score.
    let unit = i64::try_from(side * side * side + 1).unwrap_or(i64::MAX / 200);
    let weights = Matrix::from_fn(side, side, |(row, column)| {
        let distance = i64::try_from(row.abs_diff(column)).unwrap_or(0);
        i64::from(score(row, column)) * unit - distance * distance
    });
    let (_, columns) = kuhn_munkres(&weights);
    let rows = columns.into_iter().enumerate().take(table.len());
    rows.map(|(row, column)| (score(row, column) > 0).then_some(column))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::best;

    #[test]
    fn the_best_sum_wins_over_the_best_pair() {
        assert_eq!(best(&[vec![90, 80], vec![85, 0]]), [Some(1), Some(0)]);
        assert_eq!(best(&[vec![0]]), [None]);
        assert_eq!(
            best(&[vec![70, 90], vec![0, 80], vec![60, 95]]),
            [Some(0), None, Some(1)]
        );
    }

    #[test]
    fn ties_go_by_order() {
        let table = vec![vec![80; 4]; 3];
        assert_eq!(best(&table), [Some(0), Some(1), Some(2)]);
    }
}
