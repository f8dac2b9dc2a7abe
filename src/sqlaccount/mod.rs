//! SQL Account's API as a [`Catalogue`]: data only.
//!
//! Sources, in the order in which they are believed where they contradict each other: the vendor's
//! documents and the collection that its program writes (January 2026), what was seen against the
//! live service, what third-party clients do, inference.

mod builds;
mod conventions;
#[cfg(feature = "sandbox")]
pub mod demo;
mod dictionary;
mod groups;
mod resources;
mod rules;
mod stock;
mod templates;

use crate::catalogue::{Catalogue, Credentials, Module, Service};

/// The modules, in the order of the program's menus.
const MODULES: &[Module] = &[
    Module {
        title: "Maintenance",
        summary: "Codes that the whole program uses: agents, areas, currencies, taxes, terms.",
    },
    Module {
        title: "Customers",
        summary: "Customers and their ledger: invoices, payments, credit notes, contras.",
    },
    Module {
        title: "Suppliers",
        summary: "Suppliers and their ledger: invoices, payments, credit notes, contras.",
    },
    Module {
        title: "Stock",
        summary: "Stock items, their groups and locations, and the documents that move stock.",
    },
    Module {
        title: "Sales",
        summary: "From quotation and order to delivery, invoice, cash sales and credit note.",
    },
    Module {
        title: "Purchase",
        summary: "From request and order to goods received, invoice, cash purchase and return.",
    },
    Module {
        title: "Production",
        summary: "Assembling items, taking them apart, and job orders.",
    },
    Module {
        title: "GL",
        summary: "The chart of accounts, journals, vouchers and bank adjustments.",
    },
    Module {
        title: "Fixed Assets",
        summary: "Assets, their groups and their disposal.",
    },
    Module {
        title: "Stock Reports",
        summary: "Reports that the service computes from the stock documents.",
    },
    Module {
        title: "System",
        summary: "The program's version and the company's profile.",
    },
];

/// The 81 resources of SQL Account's API Service, as its newest known build has them.
pub fn catalogue() -> Catalogue {
    let catalogue = Catalogue {
        title: "SQL Account API",
        service: Service {
            host: "https://api.sql.my",
            // The vendor's collection and its Copy button agree on this pair; its Python and Node
            // samples have `ap-southeast-1` and `execute-api`. Both are known to be accepted.
            region: "ap-southeast-5",
            name: "sqlaccount",
            user_agent: Some(
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 \
                 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36",
            ),
            credentials: Credentials {
                access_key: "Your access key, slash included.",
                secret_key: "Your secret key.",
                session_token: "Not used; leave it empty.",
            },
            first_request: "agent",
        },
        modules: MODULES,
        resources: resources::all(),
        builds: builds::BUILDS,
        build: None,
        rules: rules::RULES,
        stock: stock::STOCK,
        company: Some(("profile", "companyname")),
        conventions: conventions::CONVENTIONS,
        front_page: include_str!("../../templates/sqlaccount/front_page.md"),
        templates: templates::TEMPLATES,
    };
    match builds::BUILDS.last() {
        Some(newest) => catalogue.of_build(newest.clone()),
        None => catalogue,
    }
}
