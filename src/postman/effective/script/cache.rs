use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use super::{ScriptFacts, read};

/// Reads scripts, each text once: most requests of a collection have the same few.
#[derive(Default)]
pub(crate) struct ScriptCache(Mutex<HashMap<String, Arc<ScriptFacts>>>);

impl ScriptCache {
    /// What is in a script.
    pub(crate) fn read(&self, source: &str) -> Arc<ScriptFacts> {
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get(source) {
            return Arc::clone(known);
        }
        let facts = Arc::new(read(source));
        lock().insert(source.to_owned(), Arc::clone(&facts));
        facts
    }
}

impl fmt::Debug for ScriptCache {
    /// Leaves the scripts out: they can be long and can contain secrets.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ScriptCache")
    }
}
