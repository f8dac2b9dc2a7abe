//! What a service does with a record besides storing it, as data.

/// The rules of a service. They apply to every resource that has the fields they name.
#[derive(Clone, Copy, Debug)]
pub struct Rules {
    /// The field that counts changes: a PUT has to raise it.
    pub change_counter: &'static str,
    /// The field that holds Unix seconds of the last change; as a filter it means "since".
    pub last_change: &'static str,
    /// The flag of a void document, which links nothing and is not entered anywhere.
    pub void: &'static str,
    /// The field by whose text other records refer to a record; unique in its resource.
    pub code: &'static str,
    /// How documents are numbered.
    pub numbering: Numbering,
    /// Fields that are computed when they are not sent, in the order of computation.
    pub derivations: &'static [Derivation],
    /// Sums that must be equal.
    pub balances: &'static [Balance],
    /// Rows that change the document that they name.
    pub links: &'static [Link],
    /// Documents that are also entered as other documents.
    pub postings: &'static [Posting],
}

/// How documents are numbered.
#[derive(Clone, Copy, Debug)]
pub struct Numbering {
    /// The field that holds the number, unique in its resource.
    pub field: &'static str,
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
}

/// What a field belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldOwner {
    /// In the record itself.
    Record,
    /// In the rows of its detail arrays.
    Row,
}

/// An operand of a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operand {
    /// The field of that name, beside the computed one.
    Own(&'static str),
    /// The field of the record to which the row belongs.
    Record(&'static str),
}

/// How a field is computed. Amounts are exact, and rounded to the field's scale at the end, half
/// away from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formula {
    /// Always this.
    Constant(&'static str),
    /// The same as another field.
    Same(Operand),
    /// The product of both.
    Product(Operand, Operand),
    /// The sum of both.
    Sum(Operand, Operand),
    /// The difference of both.
    Difference(Operand, Operand),
    /// The first if the second is set, else nothing.
    Where(Operand, Operand),
    /// Quantity times price, less a discount such as `5%+2%` or `10.00`, and less the tax when it is
    /// included in the price.
    Net {
        /// Quantity.
        quantity: Operand,
        /// Price of one.
        price: Operand,
        /// Discount, as text.
        discount: Operand,
        /// Rate of the tax as text, such as `8%`.
        rate: Operand,
        /// Whether the price includes the tax.
        inclusive: Operand,
    },
    /// Tax on a net amount.
    Tax {
        /// The net amount.
        net: Operand,
        /// Rate as text, such as `8%`.
        rate: Operand,
    },
    /// The sum of a column of the record's rows.
    Total {
        /// The detail array.
        detail: &'static str,
        /// The column.
        column: &'static str,
    },
    /// A field minus the sum of a column of the record's rows.
    Remainder {
        /// The field.
        of: &'static str,
        /// The detail array.
        detail: &'static str,
        /// The column.
        column: &'static str,
    },
    /// A column of the record's row in which a flag is true.
    OfRow {
        /// The detail array.
        detail: &'static str,
        /// The flag.
        flag: &'static str,
        /// The column.
        column: &'static str,
    },
    /// A field of the record that another field refers to.
    Looked {
        /// The field that refers to it.
        by: Operand,
        /// The field of that record.
        field: &'static str,
    },
    /// A column of a row of the record that another field refers to: of the first row in which
    /// `having` holds, else of the first.
    LookedRow {
        /// The field that refers to it.
        by: Operand,
        /// The detail array of that record.
        detail: &'static str,
        /// A column and the text in it.
        having: (&'static str, &'static str),
        /// The column that is taken.
        column: &'static str,
    },
    /// A date plus some days, which are a field of the record that another field refers to.
    DaysAfter {
        /// The date.
        date: Operand,
        /// The field that refers to the record.
        by: Operand,
        /// That record's field with the days.
        days: &'static str,
    },
    /// A percentage that is a field of the record that another field refers to, as text: `8%`.
    Rate {
        /// The field that refers to the record.
        by: Operand,
        /// That record's field with the percentage.
        field: &'static str,
    },
    /// Two texts, joined.
    Joined(Operand, Operand),
    /// The row's position: 1000, 2000, 3000.
    Position,
    /// The day of the request.
    Today,
    /// The next number of a counter with the field's name.
    Next,
    /// Incremented at every save.
    Raised,
}

/// Two columns whose sums over the rows must be equal.
#[derive(Clone, Copy, Debug)]
pub struct Balance {
    /// The path of the resource.
    pub resource: &'static str,
    /// The detail array.
    pub detail: &'static str,
    /// The first column.
    pub debit: &'static str,
    /// The second column.
    pub credit: &'static str,
}

/// Rows that name a document, or a row of one, and use up an amount of it: a knock-off, a transfer.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// The detail arrays whose rows they are.
    pub detail: &'static str,
    /// The column that says of which kind the named document is. A kind that is not among the
    /// targets links nothing.
    pub kind: &'static str,
    /// The kinds, and the paths of the resources that have the documents.
    pub targets: &'static [(&'static str, &'static str)],
    /// The column that names the document, and the document's own field with that value.
    pub document: (&'static str, &'static str),
    /// A field that must be equal in the two documents, such as the party.
    pub same: Option<&'static str>,
    /// Where a row of it is named: the column, the document's detail array and that array's key.
    pub row: Option<(&'static str, &'static str, &'static str)>,
    /// The column with the amount that is used up.
    pub amount: &'static str,
    /// The field of the document, or the column of its row, that grows by the amount.
    pub grows: &'static str,
    /// The fields of the document that say what is left of it: the first one present shrinks by the
    /// amount, but not below zero.
    pub left: &'static [&'static str],
    /// The columns that show what was left before and after.
    pub remaining: Option<(&'static str, &'static str)>,
    /// Columns that are filled from the document, as column and field.
    pub filled: &'static [(&'static str, &'static str)],
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
        code: "",
        numbering: Numbering {
            field: "",
            digits: 0,
            sets: &[],
        },
        derivations: &[],
        balances: &[],
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
}

impl Formula {
    /// The fields that it is computed from: those beside it and those of its record. Rows that it sums are
    /// not included.
    pub fn operands(&self) -> Vec<Operand> {
        match *self {
            Self::Same(one)
            | Self::Looked { by: one, .. }
            | Self::LookedRow { by: one, .. }
            | Self::Rate { by: one, .. } => vec![one],
            Self::Tax { net, rate } => vec![net, rate],
            Self::Product(one, other)
            | Self::Sum(one, other)
            | Self::Difference(one, other)
            | Self::Joined(one, other)
            | Self::Where(one, other) => vec![one, other],
            Self::Net {
                quantity,
                price,
                discount,
                rate,
                inclusive,
            } => vec![quantity, price, discount, rate, inclusive],
            Self::DaysAfter { date, by, .. } => vec![date, by],
            Self::Remainder { of, .. } => vec![Operand::Own(of)],
            _ => Vec::new(),
        }
    }

    /// The detail array and the column that it reads of the record's rows.
    pub fn column(&self) -> Option<(&'static str, &'static str)> {
        match *self {
            Self::Total { detail, column }
            | Self::Remainder { detail, column, .. }
            | Self::OfRow { detail, column, .. } => Some((detail, column)),
            _ => None,
        }
    }
}
