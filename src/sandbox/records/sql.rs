//! The statements on a resource's table.

use crate::catalogue::{Field, FieldType, Resource, Rules};
use crate::sandbox::database::Connection;

/// The statements on one resource's table.
#[derive(Debug)]
pub(crate) struct Sql {
    /// Its name.
    pub(crate) table: String,
    /// The column by whose text other records refer to its records.
    pub(crate) code: String,
    /// The listed fields, each a column `f_…` to filter by.
    columns: Vec<(String, FieldType)>,
    /// Those of the columns that have an index.
    indexed: Vec<String>,
    /// Parameters: id, key, the columns, shared, listed, rest.
    pub(crate) insert: String,
    /// Parameters: the columns, shared, listed, rest, id.
    pub(crate) update: String,
    /// Parameter: id.
    pub(crate) delete: String,
}

impl Sql {
    pub(crate) fn of(resource: &Resource, rules: &Rules) -> Self {
        let table = format!("r_{}", resource.path.replace('/', "_"));
        let column = |field: &Field| (format!("f_{}", field.name), field.kind);
        let columns: Vec<_> = resource.listed_fields().map(column).collect();
        // A number or a code is looked up at every create, and for every reference to the record.
        let sought = [rules.numbering.field, rules.code];
        let listed = |name: &&&str| resource.field(name).is_some_and(Field::is_listed);
        let indexed = resource
            .indexed_filters
            .iter()
            .chain(&sought)
            .filter(listed);
        let mut indexed: Vec<String> = indexed.map(|name| format!("f_{name}")).collect();
        indexed.sort();
        indexed.dedup();
        let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
        let all: Vec<&str> = ["id", "key"]
            .into_iter()
            .chain(names.iter().copied())
            .chain(["shared", "listed", "rest"])
            .collect();
        let marks: Vec<String> = (1..=all.len()).map(|index| format!("?{index}")).collect();
        let set: Vec<String> = all
            .iter()
            .skip(2)
            .zip(&marks)
            .map(|(name, mark)| format!("{name} = {mark}"))
            .collect();
        Self {
            code: format!("f_{}", rules.code),
            insert: format!(
                "INSERT INTO {table} ({}) VALUES ({})",
                all.join(", "),
                marks.join(", ")
            ),
            update: format!(
                "UPDATE {table} SET {} WHERE id = ?{}",
                set.join(", "),
                set.len() + 1
            ),
            delete: format!("DELETE FROM {table} WHERE id = ?1"),
            indexed,
            columns,
            table,
        }
    }

    /// The statements that make the table and its indexes.
    pub(crate) fn layout(&self, connection: &dyn Connection) -> Vec<String> {
        let text = connection.text_type();
        let table = &self.table;
        // In SQLite only this type makes the id the row's own number.
        let id = if connection.has_row_numbers() {
            "id INTEGER PRIMARY KEY"
        } else {
            "id BIGINT PRIMARY KEY"
        };
        let column = |(name, kind): &(String, FieldType)| match kind {
            FieldType::Integer | FieldType::Boolean | FieldType::Decimal(_) => {
                format!("{name} BIGINT")
            }
            _ => format!("{name} {text}"),
        };
        let columns: Vec<String> = self.columns.iter().map(column).collect();
        // The texts come last, so that a search over the columns need not read them.
        let mut statements = vec![format!(
            "CREATE TABLE {table} ({id}, key {text} NOT NULL UNIQUE, {}, \
             shared TEXT NOT NULL, listed TEXT NOT NULL, rest TEXT NOT NULL)",
            columns.join(", ")
        )];
        let index =
            |column: &String| format!("CREATE INDEX {table}_{column} ON {table} ({column}, id)");
        statements.extend(self.indexed.iter().map(index));
        if connection.has_row_numbers() {
            // The rows themselves are in this order, but counting them there means reading them.
            statements.push(format!("CREATE INDEX {table}_id ON {table} (id)"));
        }
        statements
    }
}
