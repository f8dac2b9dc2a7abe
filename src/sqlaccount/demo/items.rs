//! What the company buys and sells, besides the items of the examples.

use serde_json::{Value, json};

use super::members::add;
use super::money::{money, quantity, share};

/// An item.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub(super) code: &'static str,
    pub(super) description: &'static str,
    pub(super) uom: &'static str,
    /// Cost in sen, in the first year.
    cost: i64,
    /// Price in sen, in the first year.
    price: i64,
    pub(super) tax: Option<Tax>,
    /// Its stock group and category.
    group: (&'static str, &'static str),
}

/// A tax with its rate in percent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tax {
    pub(super) code: &'static str,
    pub(super) tariff: &'static str,
    pub(super) percent: i64,
}

const SALES_TAX: Tax = Tax {
    code: "ST",
    tariff: "8544.49",
    percent: 10,
};
const SERVICE_TAX: Tax = Tax {
    code: "SV",
    tariff: "9983.13",
    percent: 8,
};

const fn item(
    code: &'static str,
    description: &'static str,
    uom: &'static str,
    cost: i64,
    price: i64,
) -> Item {
    Item {
        code,
        description,
        uom,
        cost,
        price,
        tax: None,
        group: ("NETWORK", "ROUTER"),
    }
}

const fn cable(item: Item) -> Item {
    Item {
        tax: Some(SALES_TAX),
        group: ("NETWORK", "CABLE"),
        ..item
    }
}

const fn service(item: Item) -> Item {
    Item {
        tax: Some(SERVICE_TAX),
        group: ("DEFAULT", "SERVICE"),
        ..item
    }
}

/// The items; those without stock are last.
pub(super) const ITEMS: [Item; 20] = [
    item(
        "AP-AX18",
        "Access Point AX1800 Ceiling",
        "UNIT",
        21_500,
        32_900,
    ),
    item(
        "AP-AX30",
        "Access Point AX3000 Outdoor",
        "UNIT",
        38_000,
        56_000,
    ),
    item("RT-4G1", "4G LTE Router", "UNIT", 24_750, 37_500),
    item("RT-VPN", "Dual WAN VPN Router", "UNIT", 41_200, 62_000),
    item("SW-008", "8-Port Gigabit Switch", "UNIT", 7_850, 12_500),
    item("SW-016", "16-Port Gigabit Switch", "UNIT", 18_900, 28_500),
    item("SW-P08", "8-Port PoE Switch", "UNIT", 26_400, 39_900),
    item("SFP-1G", "SFP Module 1G Multimode", "UNIT", 4_725, 7_990),
    item("MC-100", "Fibre Media Converter", "UNIT", 6_180, 9_800),
    item(
        "NVR-08",
        "8-Channel Network Video Recorder",
        "UNIT",
        35_600,
        52_000,
    ),
    item("CAM-2MP", "IP Camera 2 MP Dome", "UNIT", 11_350, 17_900),
    item("CAM-4MP", "IP Camera 4 MP Bullet", "UNIT", 15_975, 24_500),
    item("UPS-650", "UPS 650 VA", "UNIT", 13_200, 19_900),
    item("RACK-9U", "Wall Rack 9U", "UNIT", 22_000, 34_500),
    item("PP-24", "Patch Panel 24-Port Cat6", "UNIT", 8_640, 13_900),
    cable(item("CBL-5E", "Cat5e Cable 305m", "BOX", 19_800, 27_500)),
    cable(item(
        "CBL-FO4",
        "Fibre Cable 4-Core 500m",
        "ROLL",
        43_333,
        61_275,
    )),
    cable(item("PC-2M", "Patch Cord Cat6 2m", "PACK", 1_865, 3_155)),
    service(item("SVR-020", "Remote Support", "HOUR", 4_000, 9_500)),
    service(item(
        "SVR-030",
        "Annual Maintenance Visit",
        "VISIT",
        15_000,
        35_000,
    )),
];

/// How many units of each item with stock the company starts with.
pub(super) const OPENING: i64 = 60;

/// The number key of the first item; the others follow.
const FIRST_KEY: i64 = 100_001;

impl Item {
    pub(super) fn has_stock(&self) -> bool {
        self.group.1 != "SERVICE"
    }

    /// Cost in sen in a month: it rises by 3 % in the second year.
    pub(super) fn cost(&self, month: u32) -> i64 {
        self.cost + if month < 12 { 0 } else { share(self.cost, 3) }
    }

    /// Price in sen in a month: it rises by 2 % in the second year.
    pub(super) fn price(&self, month: u32) -> i64 {
        self.price + if month < 12 { 0 } else { share(self.price, 2) }
    }

    /// The account of its sales.
    pub(super) fn sales_account(&self) -> &'static str {
        if self.has_stock() {
            "500-000"
        } else {
            "520-000"
        }
    }

    /// Where it is kept.
    pub(super) fn location(&self) -> &'static str {
        if self.has_stock() { "KL-WH" } else { "----" }
    }
}

/// The record of the item at `index`, of which `balance` are on hand.
pub(super) fn record(index: usize, balance: i64) -> Value {
    let item = &ITEMS[index];
    let (cost, price) = (money(item.cost), money(item.price));
    let (reorder, most) = if item.has_stock() { (20, 400) } else { (0, 0) };
    let tax = item.tax.map_or("", |tax| tax.code);
    let tariff = item.tax.map_or("", |tax| tax.tariff);
    let mut record = json!({
        "dockey": FIRST_KEY + i64::try_from(index).unwrap_or_default(),
        "code": item.code, "description": item.description,
        "description2": "", "description3": null,
        "stockgroup": item.group.0, "stockcontrol": item.has_stock(), "costingmethod": 1,
        "serialnumber": false, "shelf": "", "minqty": quantity(reorder / 2),
        "maxqty": quantity(most), "reorderlevel": quantity(reorder),
        "reorderqty": quantity(reorder * 2), "sltax": tax, "phtax": "", "tariff": tariff,
    });
    let more = json!({
        "irbm_classification": "022", "defuom_st": item.uom, "defuom_sl": item.uom,
        "defuom_ph": item.uom, "isactive": true, "creationdate": "2024-01-01",
        "uom": item.uom, "refcost": cost, "refprice": price, "itemtype": "-", "leadtime": 7,
        "bom_leadtime": 0, "bom_asmcost": "0.00", "balsqty": quantity(balance),
        "balsuomqty": "0.00", "remark1": "", "remark2": "", "lastmodified": 1_704_072_624,
        "sdsuom": [{
            "code": item.code, "uom": item.uom, "rate": "1.00", "refcost": cost,
            "refprice": price, "mincost": "0.00", "maxcost": "0.00", "minprice": "0.00",
            "maxprice": "0.00", "isbase": true,
        }],
        "sdscategory": [{"code": item.code, "category": item.group.1}],
    });
    add(&mut record, more);
    if item.has_stock() {
        record["sdsopeningbalance"] = json!([{
            "dockey": FIRST_KEY + i64::try_from(index).unwrap_or_default(),
            "itemcode": item.code, "location": item.location(), "batch": "", "project": "----",
            "seq": 1000, "qty": quantity(OPENING), "suomqty": "0.00", "cost": cost,
            "utdcost": money(item.cost * OPENING),
        }]);
    }
    record
}
