use crate::catalogue;

/// The name of `known` that `name` is most likely a misspelling of, when one is near.
pub(crate) fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    catalogue::nearest(name, known, 0.85)
}
