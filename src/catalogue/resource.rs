use super::{Field, Method, Operation, Udf};

/// What a resource is in the service, which decides what its requests look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A master record: customer, item, account.
    Master,
    /// A document: invoice, payment, journal.
    Document,
    /// A computed report: parameters in, rows out.
    Report,
    /// Facts about the service or the company.
    System,
}

impl Kind {
    /// Its name: `master`, `document`, `report`, `system`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Master => "master",
            Self::Document => "document",
            Self::Report => "report",
            Self::System => "system",
        }
    }
}

/// Which field identifies a record in `/<resource>/<key>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A business code that the caller chooses.
    Code,
    /// A document's number key, assigned by the service.
    Dockey,
    /// A row's number key, assigned by the service.
    Autokey,
    /// Records cannot be read by key.
    None,
}

impl Key {
    /// The field's name; `None` for [`Key::None`].
    pub fn field(self) -> Option<&'static str> {
        match self {
            Self::Code => Some("code"),
            Self::Dockey => Some("dockey"),
            Self::Autokey => Some("autokey"),
            Self::None => None,
        }
    }

    /// Whether the caller chooses the key; otherwise the service assigns a number.
    pub fn is_chosen(self) -> bool {
        self == Self::Code
    }
}

/// The HTTP methods of a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Methods {
    /// GET, POST, PUT and DELETE.
    All,
    /// GET only.
    Get,
}

impl Methods {
    /// The methods themselves.
    pub fn all(self) -> &'static [Method] {
        match self {
            Self::All => &[Method::Get, Method::Post, Method::Put, Method::Delete],
            Self::Get => &[Method::Get],
        }
    }
}

/// A detail array of a record: rows in a member of the record's object.
#[derive(Clone, Copy, Debug)]
pub struct Detail {
    /// The JSON key of the array.
    pub name: &'static str,
    /// What its rows are, in the plural.
    pub title: &'static str,
    /// The field that identifies a row; `None` where rows have no identity.
    pub key: Option<&'static str>,
    /// The fields of a row, in order, as groups.
    pub fields: &'static [&'static [Field]],
    /// Arrays inside each row.
    pub details: &'static [Detail],
    /// Fields of a row that the vendor's SDK documents as mandatory.
    pub sdk_mandatory: &'static [&'static str],
}

/// What the vendor's SDK documents about the same record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sdk {
    /// Its name there, empty where it is not known.
    pub object: &'static str,
    /// Master fields that it documents as mandatory.
    pub mandatory: &'static [&'static str],
}

/// One resource of the API.
#[derive(Clone, Debug)]
pub struct Resource {
    /// The path's segment: lower case, singular.
    pub path: &'static str,
    /// Its name, singular.
    pub title: &'static str,
    /// Its name, plural.
    pub plural: &'static str,
    /// The module it belongs to.
    pub module: &'static str,
    /// What it is.
    pub kind: Kind,
    /// The key of its records.
    pub key: Key,
    /// The HTTP methods it answers.
    pub methods: Methods,
    /// The master fields, in the service's order, as groups that resources share.
    pub fields: &'static [&'static [Field]],
    /// The parameters of a report, in the service's order.
    pub parameters: &'static [Field],
    /// The detail arrays.
    pub details: &'static [Detail],
    /// Master fields without which a create is refused.
    pub required: &'static [&'static str],
    /// What the vendor's SDK says of it.
    pub sdk: Sdk,
    /// The fields that `/<resource>/*` can be filtered by.
    pub indexed_filters: &'static [&'static str],
    /// The names of built-in report templates, where a record or report can be had as PDF; an empty
    /// list where PDF is documented and no template's name is.
    pub pdf: Option<&'static [&'static str]>,
    /// Whether it is documented which fields a body may have.
    pub body_documented: bool,
    /// What a reader must know beside the fields; where sources contradict each other, which is
    /// followed. Markdown, may be empty.
    pub note: &'static str,
    /// Example records, as the JSON text that [`super::Records`] reads.
    pub examples: &'static str,
    /// Fields that one company has added to this resource.
    pub udf: Vec<Udf>,
}

impl Resource {
    /// The master fields in order, the company's own last.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        let own = self.udf.iter().filter(|udf| udf.detail.is_none());
        let builtin = self.fields.iter().copied().flatten();
        builtin.chain(own.map(|udf| &udf.field))
    }

    /// The master fields that lists show, which are the filters of a list.
    pub fn listed_fields(&self) -> impl Iterator<Item = &Field> {
        self.fields().filter(|field| field.is_listed())
    }

    /// The fields of a row of `detail`, the company's own last.
    pub fn row_fields(&self, detail: &'static Detail) -> impl Iterator<Item = &Field> {
        let own = self
            .udf
            .iter()
            .filter(move |udf| udf.detail == Some(detail.name));
        let builtin = detail.fields.iter().copied().flatten();
        builtin.chain(own.map(|udf| &udf.field))
    }

    /// The master field of that name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields().find(|field| field.name == name)
    }

    /// The detail array of that name, nested ones included.
    pub fn detail(&self, name: &str) -> Option<&'static Detail> {
        let nested = self.details.iter().flat_map(|detail| detail.details);
        self.details
            .iter()
            .chain(nested)
            .find(|detail| detail.name == name)
    }

    /// Whether records carry a counter that a PUT must raise.
    pub fn has_updatecount(&self) -> bool {
        self.field("updatecount").is_some()
    }

    /// What can be done with it, in the order in which one record's story runs.
    pub fn operations(&self) -> Vec<Operation> {
        let writes = self.methods == Methods::All;
        let keyed = self.key != Key::None;
        let mut operations = Vec::with_capacity(7);
        operations.extend(writes.then_some(Operation::Create));
        operations.push(Operation::List);
        operations.extend(keyed.then_some(Operation::Get));
        operations.extend(keyed.then_some(Operation::Details));
        operations.extend(self.pdf.map(|_| Operation::Pdf));
        operations.extend(writes.then_some(Operation::Update));
        operations.extend(writes.then_some(Operation::Delete));
        operations
    }
}
