//! How a field is computed, as data.

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
    /// A column of a row of the record that another field refers to: of the row in which a column is
    /// the same as an operand. If the operand is set and there is no such row, the record is
    /// refused.
    MatchedRow {
        /// The field that refers to it.
        by: Operand,
        /// The detail array of that record.
        detail: &'static str,
        /// The column, and the operand that is sought in it.
        matching: (&'static str, Operand),
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
            Self::MatchedRow { by, matching, .. } => vec![by, matching.1],
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
