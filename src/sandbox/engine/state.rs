use std::collections::HashMap;
use std::sync::Arc;

use super::ErrorShape;
use crate::catalogue::{Catalogue, Resource};
use crate::sandbox::database::Database;
use crate::sandbox::records::Plan;

/// How the engine decides what is not documented.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EngineOptions {
    /// Whether only what the vendor documents is accepted: known fields and filters, on `/*` indexed
    /// ones. Otherwise the rest is noted in the answer.
    pub strict: bool,
    /// Whether a PUT may send the stored `updatecount`, or none, instead of that plus one. The
    /// vendor's documents and its samples contradict each other; without this, of two that change
    /// the same record at once exactly one wins.
    pub lenient_updatecount: bool,
    /// The format of errors.
    pub error_shape: ErrorShape,
}

/// What every request is answered from.
#[derive(Debug)]
pub(super) struct State {
    pub(super) catalogue: Arc<Catalogue>,
    pub(super) plans: HashMap<&'static str, Plan>,
    /// The resources by their path.
    pub(super) resources: HashMap<&'static str, usize>,
    pub(super) database: Database,
    pub(super) options: EngineOptions,
}

/// The maximum number of segments in the path of a resource.
const MOST_PARTS: usize = 8;

impl State {
    /// The resource whose path `segments` begin with, whatever the case; of several the longest.
    pub(super) fn asked(&self, segments: &[String]) -> Option<&Resource> {
        let mut path = String::new();
        let mut found = None;
        for (depth, segment) in segments.iter().take(MOST_PARTS).enumerate() {
            if depth > 0 {
                path.push('/');
            }
            path.push_str(&segment.to_lowercase());
            found = self.resource(&path).or(found);
        }
        found
    }

    /// The resource at that path.
    pub(super) fn resource(&self, path: &str) -> Option<&Resource> {
        self.resources
            .get(path)
            .and_then(|index| self.catalogue.resources.get(*index))
    }
}
