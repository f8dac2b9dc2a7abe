//! What a service does with a record besides storing it, as data.

use super::Formula;

/// The rules of a service. They apply to every resource that has the fields they name.
#[derive(Clone, Copy, Debug)]
pub struct Rules {
    /// The field that counts changes: a PUT has to raise it.
    pub change_counter: &'static str,
    /// The field that holds Unix seconds of the last change; as a filter it means "since".
    pub last_change: &'static str,
    /// The flag of a void document, which links nothing and is not entered anywhere.
    pub void: &'static str,
    /// The field with the state of a document, its code when void, and that when not.
    pub void_state: Option<(&'static str, &'static str, &'static str)>,
    /// The field by whose text other records refer to a record; unique in its resource.
    pub code: &'static str,
    /// How documents are numbered.
    pub numbering: Numbering,
    /// Fields that are computed when they are not sent, in the order of computation.
    pub derivations: &'static [Derivation],
    /// Sums that must be equal.
    pub balances: &'static [Balance],
    /// Amounts that cannot be negative.
    pub floors: &'static [Floor],
    /// Detail arrays of which exactly one row has a flag.
    pub singles: &'static [Single],
    /// Fields that are kept up to date as sums over other records.
    pub tallies: &'static [Tally],
    /// Rows that change the document that they name.
    pub links: &'static [Link],
    /// Documents that are also entered as other documents.
    pub postings: &'static [Posting],
}

/// How documents are numbered.
#[derive(Clone, Copy, Debug)]
pub struct Numbering {
    /// The field that holds the number, unique in its resource unless `within` says otherwise.
    pub field: &'static str,
    /// The field within whose values the numbers of some resources are unique, and their paths: a
    /// supplier's numbers are its own.
    pub within: (&'static str, &'static [&'static str]),
    /// How many digits follow the prefix at least.
    pub digits: usize,
    /// The prefixes, and the paths of the resources that share the numbers behind each.
    pub sets: &'static [(&'static str, &'static [&'static str])],
}

/// A field that is computed when it is not sent, and again when its inputs have changed.
#[derive(Clone, Copy, Debug)]
pub struct Derivation {
    /// The field.
    pub field: &'static str,
    /// Whether it is a field of records or of rows.
    pub owner: FieldOwner,
    /// The paths of the resources, or the names of the detail arrays, that it applies to; all that have
    /// the fields when empty.
    pub only: &'static [&'static str],
    /// What it is.
    pub formula: Formula,
    /// Whether it is computed even if it is sent, because other records count on it.
    pub fixed: bool,
}

/// What a field belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldOwner {
    /// In the record itself.
    Record,
    /// In the rows of its detail arrays.
    Row,
}

/// Two sums that must be equal.
#[derive(Clone, Copy, Debug)]
pub struct Balance {
    /// The path of the resource.
    pub resource: &'static str,
    /// The detail array.
    pub detail: &'static str,
    /// The column of the first sum.
    pub debit: &'static str,
    /// What it must be equal to.
    pub credit: Counterpart,
}

/// What the sum of a column must be equal to.
#[derive(Clone, Copy, Debug)]
pub enum Counterpart {
    /// The sum of another column.
    Column(&'static str),
    /// A field of the record.
    Field(&'static str),
}

/// An amount that cannot be negative.
#[derive(Clone, Copy, Debug)]
pub struct Floor {
    /// The field.
    pub field: &'static str,
    /// The detail array of which it is a column; `None` for a field of records.
    pub detail: Option<&'static str>,
    /// The paths of the resources that it applies to; all when empty.
    pub only: &'static [&'static str],
    /// The refusal, without the amount.
    pub message: &'static str,
}

/// A detail array of which, if it has rows, exactly one has a flag.
#[derive(Clone, Copy, Debug)]
pub struct Single {
    /// The path of the resource.
    pub resource: &'static str,
    /// The detail array.
    pub detail: &'static str,
    /// The flag.
    pub flag: &'static str,
    /// A number that the flagged row has.
    pub having: (&'static str, i64),
    /// A column with another text in each row.
    pub unique: &'static str,
}

/// A sum over records, kept in a field of the record that they name. Void records do not count.
#[derive(Clone, Copy, Debug)]
pub struct Tally {
    /// The path of the resource that has the sum.
    pub resource: &'static str,
    /// The field with the sum.
    pub field: &'static str,
    /// The field in which the records name it.
    pub by: &'static str,
    /// The paths of the records' resources, and their fields that are added.
    pub adds: &'static [(&'static str, &'static str)],
    /// The same, of those that are subtracted.
    pub subtracts: &'static [(&'static str, &'static str)],
}

/// Rows that name a document, or a row of one, and use up an amount of it: a knock-off, a transfer.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// The detail arrays whose rows they are.
    pub detail: &'static str,
    /// The column that says of which kind the named document is.
    pub kind: &'static str,
    /// The kinds, and the paths of the resources that have the documents.
    pub targets: &'static [(&'static str, &'static str)],
    /// Other ways to write kinds, which are stored as the kind.
    pub aliases: &'static [(&'static str, &'static str)],
    /// The column that names the document, and the document's own field with that value.
    pub document: (&'static str, &'static str),
    /// A field that must be equal in the two documents where it refers to the same resource in
    /// both, such as the party.
    pub same: Option<&'static str>,
    /// Where a row of the document is named, whose amount is used up instead of the document's.
    pub row: Option<LinkedRow>,
    /// The column with the amount that is used up.
    pub amount: &'static str,
    /// The field of the document, or the column of its row, that grows by the amount.
    pub grows: &'static str,
    /// The refusal to change what another document has used up.
    pub locked: &'static str,
    /// The fields of the document that say what is left of it: the first one present shrinks by the
    /// amount, but not below zero.
    pub left: &'static [&'static str],
    /// The columns that show what was left before and after.
    pub remaining: Option<(&'static str, &'static str)>,
    /// Columns that are filled from the document, as column and field.
    pub filled: &'static [(&'static str, &'static str)],
}

/// How a row names a row of another document and uses it up.
#[derive(Clone, Copy, Debug)]
pub struct LinkedRow {
    /// The column that names the other row.
    pub column: &'static str,
    /// The other document's detail array.
    pub detail: &'static str,
    /// That array's key.
    pub key: &'static str,
    /// The column of the other row with the amount that can be used up.
    pub whole: &'static str,
    /// The column of the other row that has the same amount in the unit of what grows.
    pub unit: &'static str,
    /// The columns that are the same in both rows; those that are not sent are filled.
    pub same: &'static [&'static str],
    /// The refusal of a row that uses more than is left.
    pub too_much: &'static str,
}

/// A document that is also entered as another document, with the same number.
#[derive(Clone, Copy, Debug)]
pub struct Posting {
    /// The path of the document's resource.
    pub from: &'static str,
    /// The path of the resource in which it is entered.
    pub to: &'static str,
}

impl Rules {
    /// No rules: records are stored as sent.
    pub const NONE: Self = Self {
        change_counter: "",
        last_change: "",
        void: "",
        void_state: None,
        code: "",
        numbering: Numbering {
            field: "",
            within: ("", &[]),
            digits: 0,
            sets: &[],
        },
        derivations: &[],
        balances: &[],
        floors: &[],
        singles: &[],
        tallies: &[],
        links: &[],
        postings: &[],
    };
}

impl Numbering {
    /// The prefix of the numbers of the resource at `path`.
    pub fn prefix(&self, path: &str) -> Option<&'static str> {
        let set = self.sets.iter().find(|(_, paths)| paths.contains(&path));
        set.map(|(prefix, _)| *prefix)
    }

    /// The field within whose values the numbers of the resource at `path` are unique.
    pub fn unique_within(&self, path: &str) -> Option<&'static str> {
        let (field, paths) = self.within;
        paths.contains(&path).then_some(field)
    }
}
