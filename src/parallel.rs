//! The same work on many items, on all cores.

use std::num::NonZero;
use std::thread;

/// What `make` gives for each of `items`, in their order.
pub(crate) fn in_parallel<T: Sync, R: Send>(items: &[T], make: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let make = &make;
    let mut numbered: Vec<(usize, R)> = thread::scope(|scope| {
        // Neighbours are alike in size, so every thread takes each n-th item, not a stretch.
        let share = |first: usize| {
            let mine = items.iter().enumerate().skip(first).step_by(threads);
            scope.spawn(move || {
                mine.map(|(index, item)| (index, make(item)))
                    .collect::<Vec<_>>()
            })
        };
        let workers: Vec<_> = (0..threads.min(items.len())).map(share).collect();
        let results = workers.into_iter().map(|worker| {
            worker
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        });
        results.flatten().collect()
    });
    numbered.sort_by_key(|(index, _)| *index);
    numbered.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::in_parallel;

    #[test]
    fn results_are_in_the_order_of_the_items() {
        for count in [0, 1, 2, 3, 100] {
            let items: Vec<usize> = (0..count).collect();
            assert_eq!(
                in_parallel(&items, |item| item * 2),
                items.iter().map(|i| i * 2).collect::<Vec<_>>()
            );
        }
    }
}
