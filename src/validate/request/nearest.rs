use crate::catalogue;

/// The one of `known` that `name` most likely misspells, if one is close.
pub(crate) fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    catalogue::nearest(name, known, 0.85)
}
