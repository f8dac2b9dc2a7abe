//! Which documents move stock, and what the stock reports show.
//!
//! That a document transferred from a delivery order or a goods received does not move stock again
//! is how the program works; so is that quotations, orders, job orders and debit notes do not. What
//! the reports answer is not documented but for four columns of one of them; their columns here are
//! our guess.

mod movements;
mod reports;

use crate::catalogue::{Batches, Document, Items, Parameters, Stock};

/// The stock of the service.
pub(super) const STOCK: Stock = Stock {
    items: Items {
        resource: "stockitem",
        code: "code",
        name: "description",
        unit: "uom",
        active: "isactive",
        controlled: "stockcontrol",
        balance: "balsqty",
        costing: "costingmethod",
        cost: "refcost",
        group: "stockgroup",
        categories: ("sdscategory", "category"),
        units: ("sdsuom", "uom", "refcost"),
        shelf: "shelf",
        reorder_level: "reorderlevel",
        reorder_quantity: "reorderqty",
        lead_time: "leadtime",
    },
    batches: Batches {
        resource: "batch",
        code: "code",
        made: "mfgdate",
        expires: "expdate",
    },
    movements: movements::MOVEMENTS,
    document: Document {
        date: "postdate",
        number: "docno",
        description: "description",
        void: "cancelled",
        agent: "agent",
        area: "area",
        project: "project",
        batch: "batch",
    },
    parameters: Parameters {
        range: "selectdate",
        days: ("datefrom", "dateto"),
        items: &["item", "itemcode"],
        locations: "location",
        batches: "batch",
        agents: "agent",
        areas: "area",
        projects: "project",
        groups: "stockgroup",
        categories: &["itemcategory", "category"],
        active: ("printactive", "printinactive"),
        controlled: ("printstockcontrol", "printnonstockcontrol"),
        zero_balance: "includezerobalance",
        zero_level: "includezerolevel",
        expiry: ("datefrom_exp", "dateto_exp"),
        made_range: "selectdate_mfg",
        made: ("datefrom_mfg", "dateto_mfg"),
        ignore_transfers: "excludexfdate",
    },
    reports: reports::REPORTS,
};
