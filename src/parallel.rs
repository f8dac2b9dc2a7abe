//! The same work on many items, on several threads.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// As many threads as there are cores for us.
pub(crate) fn cores() -> NonZero<usize> {
    thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN)
}

/// What `make` gives for each of `items`, in their order; at most `threads` of them are done at a
/// time, and those in front are begun first.
pub(crate) fn in_parallel<T: Sync, R: Send>(
    threads: NonZero<usize>,
    items: &[T],
    make: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(index) else {
                return done;
            };
            done.push((index, make(item)));
        }
    };
    let mut numbered = thread::scope(|scope| {
        let others = (1..threads.get().min(items.len())).map(|_| scope.spawn(work));
        let others: Vec<_> = others.collect();
        let mut done = work();
        for other in others {
            let theirs = other.join();
            done.extend(theirs.unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        done
    });
    numbered.sort_by_key(|(index, _)| *index);
    numbered.into_iter().map(|(_, result)| result).collect()
}

/// What both give, done at the same time.
pub(crate) fn both<A: Send, B>(
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B,
) -> (A, B) {
    thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        let one = one.join();
        (
            one.unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            other,
        )
    })
}

#[cfg(test)]
mod tests {
    use std::num::NonZero;

    use super::in_parallel;

    #[test]
    fn results_are_in_the_order_of_the_items() {
        for threads in [1, 2, 5] {
            let threads = NonZero::new(threads).unwrap();
            for count in [0, 1, 2, 3, 100] {
                let items: Vec<usize> = (0..count).collect();
                assert_eq!(
                    in_parallel(threads, &items, |item| item * 2),
                    items.iter().map(|i| i * 2).collect::<Vec<_>>()
                );
            }
        }
    }
}
