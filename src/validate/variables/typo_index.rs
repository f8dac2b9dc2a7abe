use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Names shorter than this are too easily one letter apart.
const SHORTEST: usize = 4;
/// Longer names are compared whole only, so that the index stays small.
const LONGEST: usize = 64;

/// Finds, among many names, the one that a misspelt name may mean.
///
/// Names are entered under their letters without case and separators, and under those with any one
/// letter left out: two names one letter apart meet there, without comparing each with each.
#[derive(Debug, Default)]
pub(super) struct TypoIndex<'a> {
    alike: HashMap<String, &'a str>,
    shortened: HashMap<u64, &'a str>,
}

impl<'a> TypoIndex<'a> {
    pub(super) fn of(names: impl Iterator<Item = &'a str>) -> Self {
        let mut index = Self::default();
        for name in names {
            let normalised = normalised(name);
            for key in keys(&normalised) {
                index.shortened.entry(key).or_insert(name);
            }
            index.alike.entry(normalised).or_insert(name);
        }
        index
    }

    /// The name that `name` may mean.
    pub(super) fn find(&self, name: &str) -> Option<&'a str> {
        let wanted = normalised(name);
        if wanted.is_empty() {
            return None;
        }
        if let Some(found) = self.alike.get(&wanted) {
            return Some(found);
        }
        keys(&wanted).find_map(|key| {
            let found = *self.shortened.get(&key)?;
            is_typo(&wanted, &normalised(found)).then_some(found)
        })
    }
}

/// A name without case and separators.
fn normalised(name: &str) -> String {
    let letters = name.chars().filter(|c| !matches!(c, '_' | '-' | '.' | ' '));
    letters.flat_map(char::to_lowercase).collect()
}

/// What `normalised` and its shortened forms are entered under.
fn keys(normalised: &str) -> impl Iterator<Item = u64> {
    let letters: Vec<char> = normalised.chars().collect();
    let is_fit = (SHORTEST..=LONGEST).contains(&letters.len());
    let forms = if is_fit { letters.len() + 1 } else { 0 };
    (0..forms).map(move |left_out| {
        let mut hasher = DefaultHasher::new();
        for (at, letter) in letters.iter().enumerate() {
            if at != left_out {
                letter.hash(&mut hasher);
            }
        }
        hasher.finish()
    })
}

/// Whether the two are one slip apart; another number, a plural, or a letter put in front, is another
/// name.
fn is_typo(a: &str, b: &str) -> bool {
    let without_digits = |text: &str| text.replace(|c: char| c.is_ascii_digit(), "");
    let is_plural = a.strip_suffix('s') == Some(b) || b.strip_suffix('s') == Some(a);
    let same_start = a.chars().next() == b.chars().next();
    same_start
        && !is_plural
        && without_digits(a) != without_digits(b)
        && strsim::osa_distance(a, b) == 1
}

#[cfg(test)]
mod tests {
    use super::TypoIndex;

    #[test]
    fn a_slip_is_forgiven_and_another_name_is_not() {
        let index = TypoIndex::of(["baseUrl", "access_token", "id", "user1", "order"].into_iter());
        for (wrong, suggestion) in [
            ("BASEURL", Some("baseUrl")),
            ("base_url", Some("baseUrl")),
            ("baseUlr", Some("baseUrl")),
            ("accesToken", Some("access_token")),
            ("accessToke", Some("access_token")),
            ("ID", Some("id")),
            ("if", None),
            ("user2", None),
            ("orders", None),
            ("X-access-token", None),
            ("host", None),
            ("__", None),
        ] {
            assert_eq!(index.find(wrong), suggestion, "{wrong}");
        }
    }
}
