//! The engine's idea of an HTTP API: resources with fields, detail rows, keys and operations.
//!
//! Nothing here knows a particular API. A [`Catalogue`] is plain data that its author writes once;
//! requests, bodies, examples, JSON Schemas and documentation all come from it.

mod build;
mod check;
mod conventions;
mod dump;
mod field;
mod find;
mod formula;
mod key;
mod number;
mod operation;
mod record_json;
mod records;
mod resource;
mod rules;
mod schema;
mod stock;
mod udf;
mod unknown_name;

#[cfg(test)]
pub(crate) mod tiny;

pub use build::{Build, BuildError, Mark};
pub use check::{CatalogueError, Defect};
pub use conventions::{Answers, Applies, Conventions, ErrorCase, Paging, PdfRequest, Rename};
pub(crate) use dump::{dump_catalogue, dump_resource};
pub use field::{Field, FieldType, Presence};
pub use formula::{Formula, Operand};
pub use key::{Key, KeyKind};
pub use operation::{Method, Operation};
pub use record_json::RecordJson;
pub use records::{RecordError, Records};
pub use resource::{Detail, Resource, ResourceEntry, ResourceKind, Sdk};
pub use rules::{
    Balance, Counterpart, Derivation, FieldOwner, Floor, Link, LinkedRow, Numbering, Posting,
    Rules, Single, Tally,
};
pub use schema::record_schema;
pub use stock::{
    Batches, Direction, Document, Items, Movement, Parameters, Stock, StockColumn, StockReport,
    StockRows,
};
pub use udf::{Udf, UdfError};
pub use unknown_name::UnknownName;
pub(crate) use unknown_name::nearest;

/// An API: how it is reached and signed, and its resources in the order of its documentation.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// The API's name, as the generated collection shows it.
    pub title: &'static str,
    /// Where the service is and what its signatures name.
    pub service: Service,
    /// The groups that resources belong to, in the order in which they are shown.
    pub modules: &'static [Module],
    /// All resources; each belongs to one of `modules`.
    pub resources: Vec<Resource>,
    /// The known builds of the service, oldest first; empty where it has none.
    pub builds: &'static [Build],
    /// The build that is described; `None` for the newest. [`Catalogue::of_build`] sets it.
    pub build: Option<Build>,
    /// What the service does with records besides storing them.
    pub rules: Rules,
    /// How documents move stock, and the reports on it.
    pub stock: Stock,
    /// The resource and the field with the company's name, which heads documents.
    pub company: Option<(&'static str, &'static str)>,
    /// How the service speaks.
    pub conventions: Conventions,
    /// The front page of the collection: a minijinja template over the catalogue's facts.
    pub front_page: &'static str,
    /// This API's own pages and scripts, each with the name of the built-in template that it
    /// replaces, such as `request/list.md`; see `templates/` of this crate.
    pub templates: &'static [(&'static str, &'static str)],
}

/// A group of resources, as in the service's own menus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Module {
    /// Its name, unique in the catalogue and different from every resource's path and title.
    pub title: &'static str,
    /// One sentence that says what it contains.
    pub summary: &'static str,
}

/// How the service is reached, and the defaults that its signatures need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Service {
    /// Scheme and host without a trailing slash, such as `https://api.example.com`.
    pub host: &'static str,
    /// The region of the credential scope.
    pub region: &'static str,
    /// The service name of the credential scope.
    pub name: &'static str,
    /// The `User-Agent` that the service requires, if any.
    pub user_agent: Option<&'static str>,
    /// Descriptions of the variables that hold the keys.
    pub credentials: Credentials,
    /// The path of the resource whose list is the suggested first request.
    pub first_request: &'static str,
}

/// Descriptions of the variables that hold the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Credentials {
    /// Of `access_key`.
    pub access_key: &'static str,
    /// Of `secret_key`.
    pub secret_key: &'static str,
    /// Of `session_token`.
    pub session_token: &'static str,
}

impl Credentials {
    /// Those of AWS: permanent keys, or temporary ones with a token.
    pub const AWS: Self = Self {
        access_key: "Your access key.",
        secret_key: "Your secret key.",
        session_token: "The session token of temporary keys; empty for permanent ones.",
    };
}

impl Catalogue {
    /// The field in which records of `resource` count their changes, so that another user's change
    /// is not overwritten.
    pub fn counter(&self, resource: &Resource) -> Option<&'static str> {
        let name = self.rules.change_counter;
        resource.field(name).map(|_| name)
    }

    /// The field with the number of a record of `resource`.
    pub fn number(&self, resource: &Resource) -> Option<&'static str> {
        let name = self.rules.numbering.field;
        resource.field(name).map(|_| name)
    }

    /// The resources of one module, in catalogue order.
    pub fn resources_of(&self, module: &str) -> impl Iterator<Item = &Resource> {
        self.resources
            .iter()
            .filter(move |resource| resource.module == module)
    }
}
