use serde::Serialize;
use serde::ser::{SerializeMap, SerializeSeq, Serializer};
use serde_json::Value;

use super::{Detail, Field, FieldType, Resource};

/// A record as JSON, with its members in the resource's order.
#[derive(Clone, Copy, Debug)]
pub struct RecordJson<'a> {
    resource: &'a Resource,
    detail: Option<&'static Detail>,
    record: &'a Value,
    members: MemberSelection,
}

/// Which members are included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MemberSelection {
    /// The members that are present.
    Given,
    /// Every field of whole records; what was never set has its default.
    Whole,
    /// Every field of lists; what was never set has its default.
    Listed,
}

impl<'a> RecordJson<'a> {
    fn new(resource: &'a Resource, record: &'a Value, members: MemberSelection) -> Self {
        Self {
            resource,
            detail: None,
            record,
            members,
        }
    }

    /// Only the members that are present: a body.
    pub fn given(resource: &'a Resource, record: &'a Value) -> Self {
        Self::new(resource, record, MemberSelection::Given)
    }

    /// The whole record with its detail arrays, as a GET by key returns it.
    pub fn whole(resource: &'a Resource, record: &'a Value) -> Self {
        Self::new(resource, record, MemberSelection::Whole)
    }

    /// The record as a row of a list.
    pub fn listed(resource: &'a Resource, record: &'a Value) -> Self {
        Self::new(resource, record, MemberSelection::Listed)
    }

    fn shows(&self, field: &Field, is_set: bool) -> bool {
        match self.members {
            MemberSelection::Given => is_set,
            MemberSelection::Whole => is_set || field.is_in_records(),
            MemberSelection::Listed => field.is_listed(),
        }
    }

    fn field<M: SerializeMap>(&self, map: &mut M, field: &Field) -> Result<(), M::Error> {
        let name = field.name.as_ref();
        let value = self.record.get(name);
        match value {
            _ if !self.shows(field, value.is_some()) => Ok(()),
            Some(value) => map.serialize_entry(name, value),
            None => map.serialize_entry(name, &UnsetValue(field)),
        }
    }
}

impl Serialize for RecordJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let details = match self.detail {
            None => {
                for field in self.resource.fields() {
                    self.field(&mut map, field)?;
                }
                self.resource.details
            }
            Some(detail) => {
                for field in self.resource.row_fields(detail) {
                    self.field(&mut map, field)?;
                }
                detail.details
            }
        };
        for detail in details {
            let rows = self.record.get(detail.name).and_then(Value::as_array);
            let shown = match self.members {
                MemberSelection::Given => rows.is_some(),
                MemberSelection::Whole => true,
                MemberSelection::Listed => false,
            };
            if shown {
                let rows = rows.map_or(&[][..], Vec::as_slice);
                map.serialize_entry(detail.name, &Rows(*self, detail, rows))?;
            }
        }
        map.end()
    }
}

/// The rows of a detail array of the record shown.
struct Rows<'a>(RecordJson<'a>, &'static Detail, &'a [Value]);

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(parent, detail, rows) = self;
        let mut list = serializer.serialize_seq(Some(rows.len()))?;
        for record in *rows {
            list.serialize_element(&RecordJson {
                detail: Some(detail),
                record,
                ..*parent
            })?;
        }
        list.end()
    }
}

/// What the service returns for a field that was never set.
struct UnsetValue<'a>(&'a Field);

impl Serialize for UnsetValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self.0.kind, self.0.default) {
            (FieldType::Text(_) | FieldType::Decimal(_), Some(text)) => {
                serializer.serialize_str(&self.0.written(text))
            }
            (FieldType::Decimal(_), None) => serializer.serialize_str(&self.0.written("0.00")),
            _ => self.0.unset_value().serialize(serializer),
        }
    }
}
