//! How a service's documents move stock, and which reports it draws from that, as data.

/// Stock: what moves it, and what is reported about it.
#[derive(Clone, Copy, Debug)]
pub struct Stock {
    /// The resource of the items, and its fields.
    pub items: Items,
    /// The resource of the batches, and its fields.
    pub batches: Batches,
    /// Which records move stock.
    pub movements: &'static [Movement],
    /// What is kept of the record that moves stock.
    pub document: Document,
    /// The parameters of the reports, by what they mean.
    pub parameters: Parameters,
    /// The reports.
    pub reports: &'static [StockReport],
}

/// Fields of items.
#[derive(Clone, Copy, Debug)]
pub struct Items {
    /// Path of the resource.
    pub resource: &'static str,
    /// The code by which rows name an item.
    pub code: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// Its base unit.
    pub unit: &'static str,
    /// Whether it is still used.
    pub active: &'static str,
    /// Whether its stock is tracked.
    pub controlled: &'static str,
    /// How much of it there is, which follows every document.
    pub balance: &'static str,
    /// How its stock is valued: `0` at a fixed cost, `1` first in first out, `2` at the average.
    pub costing: &'static str,
    /// The fixed cost of one.
    pub cost: &'static str,
    /// Its group.
    pub group: &'static str,
    /// Its categories: a detail array and the column.
    pub categories: (&'static str, &'static str),
    /// Its units: a detail array, the column of the unit, and that of what one costs.
    pub units: (&'static str, &'static str, &'static str),
    /// Its shelf.
    pub shelf: &'static str,
    /// The quantity at which to reorder.
    pub reorder_level: &'static str,
    /// How much to reorder.
    pub reorder_quantity: &'static str,
    /// Days until it arrives.
    pub lead_time: &'static str,
}

/// Fields of batches.
#[derive(Clone, Copy, Debug)]
pub struct Batches {
    /// Path of the resource.
    pub resource: &'static str,
    /// The code by which rows name a batch.
    pub code: &'static str,
    /// When it was made.
    pub made: &'static str,
    /// When it expires.
    pub expires: &'static str,
}

/// A record, or its rows, that move stock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Movement {
    /// Path of the resource.
    pub resource: &'static str,
    /// The detail array whose rows move stock; `None` for the record itself.
    pub detail: Option<&'static str>,
    /// Which way.
    pub direction: Direction,
    /// The field with the item's code.
    pub item: &'static str,
    /// The field with the location.
    pub location: &'static str,
    /// The field with the quantity in the base unit.
    pub quantity: &'static str,
    /// The field with what all of it cost, where it says that.
    pub cost: Option<&'static str>,
    /// A field, and its values with which the row moves nothing because the document that it
    /// came from has already done so.
    pub unless: Option<(&'static str, &'static [&'static str])>,
    /// The detail array with serial numbers, and the column.
    pub serials: Option<(&'static str, &'static str)>,
}

/// Which way stock moves. A negative quantity moves it the other way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// An opening balance.
    Opening,
    /// In.
    In,
    /// Out.
    Out,
    /// In, from another location.
    Arrival,
    /// Out, to another location.
    Departure,
}

/// Fields of a record that moves stock.
#[derive(Clone, Copy, Debug)]
pub struct Document {
    /// The day.
    pub date: &'static str,
    /// Its number.
    pub number: &'static str,
    /// What it is.
    pub description: &'static str,
    /// Whether it is void.
    pub void: &'static str,
    /// Fields of the record or of its row.
    pub agent: &'static str,
    /// As `agent`.
    pub area: &'static str,
    /// As `agent`.
    pub project: &'static str,
    /// As `agent`.
    pub batch: &'static str,
}

/// Names of parameters. A report uses those that it has.
#[derive(Clone, Copy, Debug)]
pub struct Parameters {
    /// Whether the range of dates is applied.
    pub range: &'static str,
    /// First and last day.
    pub days: (&'static str, &'static str),
    /// Items to include.
    pub items: &'static [&'static str],
    /// Locations to include.
    pub locations: &'static str,
    /// Batches to include.
    pub batches: &'static str,
    /// Agents to include.
    pub agents: &'static str,
    /// Areas to include.
    pub areas: &'static str,
    /// Projects to include.
    pub projects: &'static str,
    /// Groups of items to include.
    pub groups: &'static str,
    /// Categories of items to include.
    pub categories: &'static [&'static str],
    /// Whether active and inactive items are included.
    pub active: (&'static str, &'static str),
    /// Whether items with and without tracked stock are included.
    pub controlled: (&'static str, &'static str),
    /// Whether what has no balance is included.
    pub zero_balance: &'static str,
    /// Whether items without a reorder level are included.
    pub zero_level: &'static str,
    /// First and last day of expiry.
    pub expiry: (&'static str, &'static str),
    /// Whether the range of the days of making is applied.
    pub made_range: &'static str,
    /// First and last day of making.
    pub made: (&'static str, &'static str),
    /// Whether transfers between locations make stock no younger.
    pub ignore_transfers: &'static str,
}

/// A report on stock.
#[derive(Clone, Copy, Debug)]
pub struct StockReport {
    /// Path of the resource.
    pub resource: &'static str,
    /// What its rows are.
    pub rows: StockRows,
    /// Its columns, by name.
    pub columns: &'static [(&'static str, StockColumn)],
}

/// What the rows of a stock report are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StockRows {
    /// One for each item.
    Items,
    /// One for each item at each location.
    Places,
    /// One for each item, location and batch.
    Batches,
    /// One for each item, location and batch that can expire, by the day on which it does.
    Expiry,
    /// One for each item to reorder.
    Reorder,
    /// For each item at each location the balance before the first day, and each movement.
    Card,
    /// One for each serial number that is in stock.
    Serials,
    /// The movements of each serial number that came in twice, or went out without having come in.
    Conflicts,
}

/// What a column of a stock report shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StockColumn {
    /// The item's code.
    Item,
    /// What the item is called.
    Name,
    /// The item's base unit.
    Unit,
    /// The item's units, as rows: the column of the unit, and that of what one costs.
    Units(&'static str, &'static str),
    /// The item's shelf.
    Shelf,
    /// The location.
    Location,
    /// The batch.
    Batch,
    /// The day on which the batch was made.
    Made,
    /// The day on which it expires.
    Expires,
    /// The quantity: the balance, or what moved.
    Quantity,
    /// What came in.
    In,
    /// What went out.
    Out,
    /// What all of it cost.
    Value,
    /// What one of it cost.
    Cost,
    /// Of the quantity, what came in this calendar month (0), in the month before (1) and so on;
    /// the last such column of a report has all that is older too.
    Age(usize),
    /// The day of the document.
    Date,
    /// The document's number.
    Number,
    /// What the document is.
    Description,
    /// The serial number.
    Serial,
    /// The quantity at which to reorder.
    ReorderLevel,
    /// How much to reorder.
    ReorderQuantity,
    /// Days until it arrives.
    LeadTime,
    /// Empty, to be filled in by hand.
    Blank,
}

impl Stock {
    /// No stock at all.
    pub const NONE: Self = Self {
        items: Items {
            resource: "",
            code: "",
            name: "",
            unit: "",
            active: "",
            controlled: "",
            balance: "",
            costing: "",
            cost: "",
            group: "",
            categories: ("", ""),
            units: ("", "", ""),
            shelf: "",
            reorder_level: "",
            reorder_quantity: "",
            lead_time: "",
        },
        batches: Batches {
            resource: "",
            code: "",
            made: "",
            expires: "",
        },
        movements: &[],
        document: Document {
            date: "",
            number: "",
            description: "",
            void: "",
            agent: "",
            area: "",
            project: "",
            batch: "",
        },
        parameters: Parameters {
            range: "",
            days: ("", ""),
            items: &[],
            locations: "",
            batches: "",
            agents: "",
            areas: "",
            projects: "",
            groups: "",
            categories: &[],
            active: ("", ""),
            controlled: ("", ""),
            zero_balance: "",
            zero_level: "",
            expiry: ("", ""),
            made_range: "",
            made: ("", ""),
            ignore_transfers: "",
        },
        reports: &[],
    };

    /// The report at `path`.
    pub fn report(&self, path: &str) -> Option<&'static StockReport> {
        self.reports.iter().find(|report| report.resource == path)
    }
}
