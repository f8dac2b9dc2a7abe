//! Customers and suppliers, besides those of the examples.

use serde_json::{Value, json};

use super::members::add;
use super::money::money;

/// Names that companies are made of, and what they trade in.
const NAMES: [&str; 24] = [
    "Angkasa",
    "Bayu",
    "Cemerlang",
    "Damai",
    "Evergreen",
    "Fajar",
    "Gemilang",
    "Harmoni",
    "Indah",
    "Jati",
    "Kencana",
    "Lestari",
    "Mutiara",
    "Nusantara",
    "Orkid",
    "Perdana",
    "Quantum",
    "Rimba",
    "Sentosa",
    "Tropika",
    "Utara",
    "Vision",
    "Wawasan",
    "Zamrud",
];
const TRADES: [&str; 12] = [
    "Teknologi",
    "Network",
    "Solutions",
    "Elektrik",
    "Computer",
    "Trading",
    "Security",
    "Systems",
    "Komunikasi",
    "Engineering",
    "Digital",
    "Enterprise",
];
/// Places, each with its postcode, its state, and the area and agent that look after it.
const PLACES: [(&str, &str, &str, &str, &str); 6] = [
    ("Petaling Jaya", "46100", "Selangor", "KL", "LIM"),
    ("Shah Alam", "40150", "Selangor", "KL", "LIM"),
    (
        "Kuala Lumpur",
        "50450",
        "Wilayah Persekutuan Kuala Lumpur",
        "KL",
        "LIM",
    ),
    ("Georgetown", "10200", "Pulau Pinang", "PNG", "SITI"),
    ("Butterworth", "12000", "Pulau Pinang", "PNG", "SITI"),
    ("Alor Setar", "05000", "Kedah", "PNG", "SITI"),
];

/// What a party is to the company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Customer,
    Supplier,
}

/// A customer or a supplier, by its number on its side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Party {
    side: Side,
    number: usize,
}

/// How many suppliers there are.
pub(super) const SUPPLIERS: usize = 8;

/// How many customers there are for so many documents.
pub(super) fn customers(documents: u32) -> usize {
    let more = usize::try_from(documents / 500).unwrap_or_default();
    (NAMES.len() + more).min(2_000)
}

impl Party {
    pub(super) fn customer(number: usize) -> Self {
        Self {
            side: Side::Customer,
            number,
        }
    }

    pub(super) fn supplier(number: usize) -> Self {
        Self {
            side: Side::Supplier,
            number,
        }
    }

    /// Which of the names it has: suppliers start at another place than customers.
    fn turn(self) -> usize {
        match self.side {
            Side::Customer => self.number,
            Side::Supplier => self.number * 3 + 1,
        }
    }

    /// Whether it buys or sells.
    pub(super) fn side(self) -> Side {
        self.side
    }

    /// Its number on its side, from 0.
    pub(super) fn number(self) -> usize {
        self.number
    }

    pub(super) fn code(self) -> String {
        let name = NAMES[self.turn() % NAMES.len()];
        let initial = name.chars().next().unwrap_or('A');
        let serial = 101 + self.number / NAMES.len();
        match self.side {
            Side::Customer => format!("300-{initial}{serial:04}"),
            Side::Supplier => format!("400-{initial}{serial:04}"),
        }
    }

    pub(super) fn name(self) -> String {
        let round = self.turn() / NAMES.len();
        let name = NAMES[self.turn() % NAMES.len()];
        let shift = match self.side {
            Side::Customer => 0,
            Side::Supplier => 5,
        };
        let trade = TRADES[(self.turn() + round + shift) % TRADES.len()];
        match round / TRADES.len() {
            0 => format!("{name} {trade} Sdn Bhd"),
            branch => format!("{name} {trade} ({}) Sdn Bhd", branch + 1),
        }
    }

    fn place(
        self,
    ) -> (
        &'static str,
        &'static str,
        &'static str,
        &'static str,
        &'static str,
    ) {
        PLACES[self.number % PLACES.len()]
    }

    pub(super) fn area(self) -> &'static str {
        self.place().3
    }

    pub(super) fn agent(self) -> &'static str {
        self.place().4
    }

    /// Days until its invoices are due, and the code of those terms.
    pub(super) fn terms(self) -> (usize, &'static str) {
        match (self.side, self.number % 4) {
            (Side::Supplier, _) | (Side::Customer, 3) => (60, "60 Days"),
            _ => (30, "30 Days"),
        }
    }

    /// Address and telephone, as documents and branches have them.
    pub(super) fn address(self) -> Value {
        let (city, postcode, state, ..) = self.place();
        let (lot, road) = (self.number % 97 + 2, self.number / 7 % 20 + 1);
        json!({
            "address1": format!("{lot} Jalan Industri {road}"), "address2": "Taman Perindustrian",
            "address3": "", "address4": "", "postcode": postcode, "city": city, "state": state,
            "country": "MY", "phone1": format!("03-55{:02} {:04}", road, 1000 + self.number % 9000),
            "mobile": format!("012-6{:02} {:04}", lot, 1000 + self.number % 9000), "fax1": "",
            "attention": "Bahagian Akaun",
        })
    }

    fn registration(self) -> String {
        let side = usize::from(self.side == Side::Supplier);
        format!(
            "20{:02}010{:05}",
            5 + self.number % 15,
            10_000 * side + self.number
        )
    }

    /// Its tax numbers, as documents have them.
    pub(super) fn tax_numbers(self) -> Value {
        let tin = format!("C2{:010}", self.number + 7_000_000 * (1 + self.turn() % 5));
        json!({ "tin": tin, "idtype": 1, "idno": self.registration(), "sic": "46510" })
    }

    /// Its record, with what it owes or is owed; `dtlkey` is the key of its branch.
    pub(super) fn record(self, outstanding: i64, dtlkey: i64) -> Value {
        let (control, category) = match self.side {
            Side::Customer => ("300-000", "DEALER"),
            Side::Supplier => ("400-000", "VENDOR"),
        };
        let mut branch = json!({
            "dtlkey": dtlkey, "code": self.code(), "branchtype": "B", "branchname": "BILLING",
        });
        add(&mut branch, self.address());
        let mut record = json!({
            "code": self.code(), "controlaccount": control, "companyname": self.name(),
            "companyname2": "", "companycategory": category, "area": self.area(),
            "agent": self.agent(), "biznature": "Network equipment",
            "creditterm": self.terms().1, "creditlimit": "50000.00", "overduelimit": "0.00",
            "statementtype": "O", "currencycode": "----", "outstanding": money(outstanding),
            "allowexceedcreditlimit": true, "addpdctocrlimit": true, "agingon": "I",
        });
        let more = json!({
            "pricetag": "", "creationdate": "2024-01-01", "tax": "", "taxexemptno": "",
            "brn": self.registration(), "brn2": "", "gstno": "", "salestaxno": "",
            "servicetaxno": "", "tourismno": "", "submissiontype": 17,
            "irbm_classification": "", "attachments": null, "remark": "", "note": null,
            "status": "A", "lastmodified": 1_704_072_624,
            "sdsbranch": [branch],
        });
        add(&mut record, more);
        add(&mut record, self.tax_numbers());
        record
    }
}
