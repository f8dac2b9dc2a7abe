use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::catalogue::Resource;
use crate::sqlaccount::resources;

/// Which members the records of each resource have. Documents are written from what all of a side
/// have in common; each resource takes what it has fields for.
pub(super) struct MembersByPath(BTreeMap<&'static str, MemberNames>);

struct MemberNames {
    fields: BTreeSet<String>,
    details: BTreeMap<&'static str, BTreeSet<String>>,
}

impl MembersByPath {
    pub(super) fn new() -> Self {
        let all = resources::all();
        Self(
            all.iter()
                .map(|one| (one.path, MemberNames::of(one)))
                .collect(),
        )
    }

    /// `record` without what the resource at `path` has no field for.
    pub(super) fn fit(&self, path: &str, mut record: Value) -> Value {
        let (Some(known), Some(members)) = (self.0.get(path), record.as_object_mut()) else {
            return record;
        };
        members.retain(|name, rows| match known.details.get(name.as_str()) {
            None => known.fields.contains(name),
            Some(columns) => {
                let rows = rows.as_array_mut().into_iter().flatten();
                for row in rows.filter_map(Value::as_object_mut) {
                    row.retain(|column, _| columns.contains(column));
                }
                true
            }
        });
        record
    }
}

impl MemberNames {
    fn of(resource: &Resource) -> Self {
        let details = resource.details.iter().map(|detail| {
            let columns = resource.row_fields(detail);
            (
                detail.name,
                columns.map(|field| field.name.to_string()).collect(),
            )
        });
        Self {
            fields: resource
                .fields()
                .map(|field| field.name.to_string())
                .collect(),
            details: details.collect(),
        }
    }
}
