use std::collections::{BTreeSet, HashMap};

use super::model::{Entry, Payload};

/// Below this, in hundredths, two requests are two.
const THRESHOLD: u8 = 60;
/// More columns than these are assigned greedily.
const OPTIMAL: usize = 10;
/// More pairs than these are not compared: the time has to stay near linear.
const MOST: usize = 40_000;

/// How alike two requests are, in hundredths.
pub(super) fn similarity(left: &Entry, right: &Entry) -> u8 {
    let name = overlap(&words(&left.name), &words(&right.name));
    let path = overlap(&segments(left), &segments(right));
    let keys = overlap(&keys(left), &keys(right));
    let method = if left.call.method == right.call.method {
        100
    } else {
        0
    };
    let folder = if left.folder == right.folder { 100 } else { 0 };
    let parts = [
        (name, 35),
        (path, 35),
        (keys, 10),
        (Some(method), 15),
        (Some(folder), 5),
    ];
    // What neither side has says nothing.
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

fn segments(one: &Entry) -> BTreeSet<String> {
    let path = one.call.address.normalised();
    path.split('/')
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

fn keys(one: &Entry) -> BTreeSet<String> {
    let query = one.call.address.query.iter().map(|one| one.key.clone());
    let mut keys: BTreeSet<String> = query.collect();
    match &one.call.body {
        Payload::Raw {
            shape: Some(shape), ..
        } => keys.extend(shape.keys().cloned()),
        Payload::Form { fields, .. } => keys.extend(fields.iter().map(|one| one.key.clone())),
        _ => {}
    }
    keys.remove("");
    keys
}

type Scored<T> = ((T, T), u8);

/// Pairs that together are most alike; ties go by order. Exact for small sides, greedy for
/// larger ones.
pub(super) fn assign<T: Copy>(
    left: &[T],
    right: &[T],
    score: impl Fn(T, T) -> u8,
) -> Vec<Scored<T>> {
    if left.is_empty() || right.is_empty() || left.len().saturating_mul(right.len()) > MOST {
        return Vec::new();
    }
    let table: Vec<Vec<u8>> = left
        .iter()
        .map(|one| right.iter().map(|other| score(*one, *other)).collect())
        .collect();
    let columns = if right.len() <= OPTIMAL {
        best(&table)
    } else {
        greedy(&table)
    };
    let rows = left.iter().zip(&table).zip(columns);
    rows.filter_map(|((one, row), column)| {
        let column = column?;
        Some(((*one, *right.get(column)?), *row.get(column)?))
    })
    .collect()
}

fn greedy(table: &[Vec<u8>]) -> Vec<Option<usize>> {
    let mut cells: Vec<(u8, usize, usize)> = table
        .iter()
        .enumerate()
        .flat_map(|(row, cells)| {
            cells
                .iter()
                .enumerate()
                .map(move |(column, score)| (*score, row, column))
        })
        .filter(|(score, _, _)| *score >= THRESHOLD)
        .collect();
    cells.sort_by_key(|(score, row, column)| (u8::MAX - score, *row, *column));
    let mut taken = BTreeSet::new();
    let mut of_row: Vec<Option<usize>> = vec![None; table.len()];
    for (_, row, column) in cells {
        let Some(slot) = of_row.get_mut(row) else {
            continue;
        };
        if slot.is_none() && taken.insert(column) {
            *slot = Some(column);
        }
    }
    of_row
}

/// The optimum, row by row over the sets of columns that are taken.
fn best(table: &[Vec<u8>]) -> Vec<Option<usize>> {
    // Reached sets of columns, each with its best sum and how it came about.
    let mut states: HashMap<u32, (u32, Vec<Option<usize>>)> = HashMap::from([(0, (0, Vec::new()))]);
    for row in table {
        let mut order: Vec<_> = states.into_iter().collect();
        order.sort_by_key(|(mask, _)| *mask);
        let mut next: HashMap<u32, (u32, Vec<Option<usize>>)> = HashMap::new();
        for (mask, (sum, chosen)) in order {
            let free = row
                .iter()
                .enumerate()
                .filter(|(column, score)| **score >= THRESHOLD && mask & (1 << column) == 0);
            let choices = free.map(|(column, score)| {
                (mask | (1 << column), sum + u32::from(*score), Some(column))
            });
            for (mask, sum, column) in choices.chain([(mask, sum, None)]) {
                if next.get(&mask).is_none_or(|(known, _)| *known < sum) {
                    let mut chosen = chosen.clone();
                    chosen.push(column);
                    next.insert(mask, (sum, chosen));
                }
            }
        }
        states = next;
    }
    let mut order: Vec<_> = states.into_iter().collect();
    order.sort_by_key(|(mask, (sum, _))| (u32::MAX - sum, *mask));
    order
        .into_iter()
        .next()
        .map(|(_, (_, chosen))| chosen)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::best;

    #[test]
    fn the_best_sum_wins_over_the_best_pair() {
        assert_eq!(best(&[vec![90, 80], vec![85, 10]]), [Some(1), Some(0)]);
        assert_eq!(best(&[vec![10]]), [None]);
    }
}
