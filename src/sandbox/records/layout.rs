use std::collections::HashMap;

use crate::catalogue::{Detail, Field, FieldType, Resource};

/// The fields of a record or of a row, by name, and its arrays.
#[derive(Debug)]
pub(crate) struct RecordLayout {
    pub(crate) fields: Vec<Field>,
    by_name: HashMap<String, usize>,
    pub(crate) arrays: Vec<Array>,
}

/// An array of rows.
#[derive(Debug)]
pub(crate) struct Array {
    pub(crate) name: &'static str,
    pub(crate) key: Option<&'static str>,
    pub(crate) layout: RecordLayout,
}

impl RecordLayout {
    pub(crate) fn of(resource: &Resource) -> Self {
        let fields = resource.fields().cloned().collect();
        Self::new(fields, resource.details, resource)
    }

    fn new(fields: Vec<Field>, details: &'static [Detail], resource: &Resource) -> Self {
        let array = |detail: &'static Detail| Array {
            name: detail.name,
            key: detail.key,
            layout: {
                let fields = resource.row_fields(detail).cloned().collect();
                Self::new(fields, detail.details, resource)
            },
        };
        let names = fields.iter().map(|field| field.name.to_string());
        Self {
            by_name: names
                .enumerate()
                .map(|(index, name)| (name, index))
                .collect(),
            fields,
            arrays: details.iter().map(array).collect(),
        }
    }

    /// The field of that name.
    pub(crate) fn field(&self, name: &str) -> Option<&Field> {
        self.by_name
            .get(name)
            .and_then(|index| self.fields.get(*index))
    }

    /// The array of that name.
    pub(crate) fn array(&self, name: &str) -> Option<&Array> {
        self.arrays.iter().find(|array| array.name == name)
    }
}

impl Array {
    /// The column that numbers its rows: its key, when the service assigns it.
    pub(crate) fn numbered_by(&self) -> Option<&'static str> {
        let is_number = |key: &&str| {
            let field = self.layout.field(key);
            field.is_some_and(|field| field.kind == FieldType::Integer)
        };
        self.key.filter(is_number)
    }
}
