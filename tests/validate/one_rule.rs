//! One rule by itself.

use std::sync::Arc;

use sqlacc_postman::sqlaccount;
use sqlacc_postman::validate::{Group, Rule, Settings};

/// Settings with which no rule but `rule` is on.
pub(crate) fn only(rule: &Rule) -> Settings {
    Settings {
        select: vec![rule.id.to_owned()],
        // Rules of this group compare with a catalogue, and are silent without one.
        catalogue: (rule.group == Group::Catalogue).then(|| Arc::new(sqlaccount::catalogue())),
        ..Settings::default()
    }
}
