use crate::catalogue::StockColumn::{
    Age, Batch, Blank, Cost, Date, Description, Expires, In, Item, LeadTime, Location, Made, Name,
    Number, Out, Quantity, ReorderLevel, ReorderQuantity, Serial, Shelf, Unit, Units, Value,
};
use crate::catalogue::{StockColumn, StockReport, StockRows};

const fn report(
    resource: &'static str,
    rows: StockRows,
    columns: &'static [(&'static str, StockColumn)],
) -> StockReport {
    StockReport {
        resource,
        rows,
        columns,
    }
}

pub(super) const REPORTS: &[StockReport] = &[
    report(
        "stockaging",
        StockRows::Items,
        &[
            ("itemcode", Item),
            ("description", Name),
            ("uom", Unit),
            ("balance", Quantity),
            ("qty1", Age(0)),
            ("qty2", Age(1)),
            ("qty3", Age(2)),
            ("cost", Value),
        ],
    ),
    report(
        "stockanalysis",
        StockRows::Items,
        &[
            ("itemcode", Item),
            ("balance", Quantity),
            ("balancecost", Value),
            ("uom", Units("uom", "refcost")),
        ],
    ),
    report(
        "stockbalanceinquiry",
        StockRows::Batches,
        &[
            ("itemcode", Item),
            ("location", Location),
            ("batch", Batch),
            ("uom", Unit),
            ("qty", Quantity),
        ],
    ),
    report(
        "stockbatchexpiry",
        StockRows::Expiry,
        &[
            ("batch", Batch),
            ("itemcode", Item),
            ("location", Location),
            ("mfgdate", Made),
            ("expdate", Expires),
            ("uom", Unit),
            ("qty", Quantity),
        ],
    ),
    report(
        "stockcard",
        StockRows::Card,
        &[
            ("itemcode", Item),
            ("location", Location),
            ("docdate", Date),
            ("docno", Number),
            ("description", Description),
            ("qtyin", In),
            ("qtyout", Out),
            ("balance", Quantity),
            ("cost", Cost),
        ],
    ),
    report(
        "stockcardqty",
        StockRows::Card,
        &[
            ("itemcode", Item),
            ("location", Location),
            ("docdate", Date),
            ("docno", Number),
            ("description", Description),
            ("qtyin", In),
            ("qtyout", Out),
            ("balance", Quantity),
        ],
    ),
    report(
        "stockmonthendbalance",
        StockRows::Places,
        &[
            ("itemcode", Item),
            ("description", Name),
            ("location", Location),
            ("uom", Unit),
            ("qty", Quantity),
            ("unitcost", Cost),
            ("amount", Value),
        ],
    ),
    report(
        "stockphysicalworksheet",
        StockRows::Batches,
        &[
            ("itemcode", Item),
            ("description", Name),
            ("location", Location),
            ("batch", Batch),
            ("shelf", Shelf),
            ("uom", Unit),
            ("bookqty", Quantity),
            ("physicalqty", Blank),
        ],
    ),
    report(
        "stockreorderadvice",
        StockRows::Reorder,
        &[
            ("itemcode", Item),
            ("description", Name),
            ("uom", Unit),
            ("balance", Quantity),
            ("reorderlevel", ReorderLevel),
            ("reorderqty", ReorderQuantity),
            ("leadtime", LeadTime),
        ],
    ),
    report(
        "stockserialnumberconflict",
        StockRows::Conflicts,
        &[
            ("itemcode", Item),
            ("serialnumber", Serial),
            ("location", Location),
            ("docno", Number),
            ("docdate", Date),
            ("description", Description),
            ("qty", Quantity),
        ],
    ),
    report(
        "stockserialnumberoutstanding",
        StockRows::Serials,
        &[
            ("itemcode", Item),
            ("serialnumber", Serial),
            ("location", Location),
            ("docno", Number),
            ("docdate", Date),
        ],
    ),
];
