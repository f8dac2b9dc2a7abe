use crate::catalogue::{Direction, Movement};

/// Rows of a document of sales or purchase.
const fn rows(resource: &'static str, direction: Direction) -> Movement {
    Movement {
        resource,
        detail: Some("sdsdocdetail"),
        direction,
        item: "itemcode",
        location: "location",
        quantity: "sqty",
        cost: None,
        unless: None,
        serials: Some(("sdsserialnumber", "serialnumber")),
    }
}

/// The same, of goods that come in at a price.
const fn bought(resource: &'static str) -> Movement {
    Movement {
        cost: Some("localamount"),
        ..rows(resource, Direction::In)
    }
}

/// The same, of a document that may have been transferred from one that moved the goods.
const fn except(kinds: &'static [&'static str], movement: Movement) -> Movement {
    Movement {
        unless: Some(("fromdoctype", kinds)),
        ..movement
    }
}

/// Rows of a document of stock, which say what they cost.
const fn costed(resource: &'static str, direction: Direction) -> Movement {
    Movement {
        cost: Some("amount"),
        ..rows(resource, direction)
    }
}

/// The product of a document of production.
const fn product(resource: &'static str, direction: Direction) -> Movement {
    Movement {
        detail: None,
        cost: Some("docamt"),
        serials: Some(("sdsserialnomaster", "serialnumber")),
        ..rows(resource, direction)
    }
}

const DELIVERED: &[&str] = &["DO", "ED"];
const RECEIVED: &[&str] = &["GR", "EG"];

pub(super) const MOVEMENTS: &[Movement] = &[
    Movement {
        detail: Some("sdsopeningbalance"),
        quantity: "qty",
        cost: Some("utdcost"),
        serials: None,
        ..rows("stockitem", Direction::Opening)
    },
    bought("goodsreceived"),
    bought("extragoodsreceived"),
    except(RECEIVED, bought("purchaseinvoice")),
    except(RECEIVED, bought("cashpurchase")),
    rows("purchasereturned", Direction::Out),
    rows("deliveryorder", Direction::Out),
    rows("extradeliveryorder", Direction::Out),
    except(DELIVERED, rows("salesinvoice", Direction::Out)),
    except(DELIVERED, rows("cashsales", Direction::Out)),
    rows("salescreditnote", Direction::In),
    costed("stockreceived", Direction::In),
    rows("stockissue", Direction::Out),
    costed("stockadjustment", Direction::In),
    Movement {
        location: "fromlocation",
        ..rows("stocktransfer", Direction::Departure)
    },
    Movement {
        location: "tolocation",
        ..costed("stocktransfer", Direction::Arrival)
    },
    product("assembly", Direction::In),
    rows("assembly", Direction::Out),
    product("disassembly", Direction::Out),
    costed("disassembly", Direction::In),
];
