use std::ops::Deref;

use super::{Build, Field, Key, Method, Operation, Udf};

/// What a resource is in the service, which decides what its requests look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResourceKind {
    /// A master record: customer, item, account.
    Master,
    /// A document: invoice, payment, journal.
    Document,
    /// A computed report: parameters in, rows out.
    Report,
    /// Facts about the service or the company.
    System,
}

impl ResourceKind {
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

impl Detail {
    /// An empty detail array, from which an author states the differences.
    pub const BASE: Self = Self {
        name: "",
        title: "",
        key: None,
        fields: &[],
        details: &[],
        sdk_mandatory: &[],
    };
}

/// What the vendor's SDK documents about the same record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sdk {
    /// Its name there, empty where it is not known.
    pub object: &'static str,
    /// Master fields that it documents as mandatory.
    pub mandatory: &'static [&'static str],
}

/// One resource of the API, as the author of its catalogue writes it: the differences from
/// [`ResourceEntry::BASE`], or from the author's own base.
#[derive(Clone, Copy, Debug)]
pub struct ResourceEntry {
    /// Its path without a slash at either end, such as `invoice` or `v1/parcels`.
    pub path: &'static str,
    /// Its name, singular.
    pub title: &'static str,
    /// Its name, plural.
    pub plural: &'static str,
    /// The module it belongs to.
    pub module: &'static str,
    /// What it is.
    pub kind: ResourceKind,
    /// The key of its records; `None` where they cannot be read by key.
    pub key: Option<Key>,
    /// The HTTP methods it answers.
    pub methods: &'static [Method],
    /// Whether `/<resource>/*` returns whole records, by one of the indexed filters.
    pub reads_by_filter: bool,
    /// The master fields, in the service's order, as groups that resources share.
    pub fields: &'static [&'static [Field]],
    /// The parameters of a report, in the service's order.
    pub parameters: &'static [Field],
    /// The detail arrays.
    pub details: &'static [Detail],
    /// Master fields without which a create is refused.
    pub required: &'static [&'static str],
    /// What the vendor's SDK documents about it.
    pub sdk: Sdk,
    /// The fields that `/<resource>/*` can be filtered by.
    pub indexed_filters: &'static [&'static str],
    /// The names of built-in report templates, where a record or report is available as PDF; an empty
    /// list where PDF is documented but no template name is.
    pub pdf: Option<&'static [&'static str]>,
    /// Whether the fields of a body are documented.
    pub body_documented: bool,
    /// What a reader must know besides the fields; where sources contradict each other, which one is
    /// followed. Markdown, may be empty.
    pub note: &'static str,
    /// Example records, as the JSON text that [`super::Records`] reads.
    pub examples: &'static str,
}

impl ResourceEntry {
    /// An empty resource that is read with GET.
    pub const BASE: Self = Self {
        path: "",
        title: "",
        plural: "",
        module: "",
        kind: ResourceKind::Master,
        key: None,
        methods: Method::READ,
        reads_by_filter: false,
        fields: &[],
        parameters: &[],
        details: &[],
        required: &[],
        sdk: Sdk {
            object: "",
            mandatory: &[],
        },
        indexed_filters: &[],
        pdf: None,
        body_documented: true,
        note: "",
        examples: "{}",
    };

    /// The name of the field that is the key of its records.
    pub fn key_field(&self) -> Option<&'static str> {
        self.key.map(|key| key.field)
    }

    /// Whether records can be created.
    pub fn creates(&self) -> bool {
        self.methods.contains(&Method::Post)
    }

    /// The detail array of that name, nested ones included.
    pub fn detail(&self, name: &str) -> Option<&'static Detail> {
        let nested = self.details.iter().flat_map(|detail| detail.details);
        self.details
            .iter()
            .chain(nested)
            .find(|detail| detail.name == name)
    }

    /// The method that changes a record: PUT or PATCH.
    fn update_method(&self) -> Option<Method> {
        let mut methods = self.methods.iter().copied();
        methods.find(|method| [Method::Put, Method::Patch].contains(method))
    }

    /// The method of `operation`.
    pub fn method(&self, operation: Operation) -> Method {
        match operation {
            Operation::Create => Method::Post,
            Operation::List | Operation::Get | Operation::Details | Operation::Pdf => Method::Get,
            Operation::Update => self.update_method().unwrap_or(Method::Put),
            Operation::Delete => Method::Delete,
        }
    }

    /// What can be done with it: first what is there, which changes nothing, then the life of a record.
    pub fn operations(&self) -> Vec<Operation> {
        let keyed = self.key.is_some();
        let has = |method| self.methods.contains(&method);
        let mut operations = Vec::with_capacity(7);
        operations.push(Operation::List);
        operations.extend(self.creates().then_some(Operation::Create));
        operations.extend(keyed.then_some(Operation::Get));
        operations.extend((keyed && self.reads_by_filter).then_some(Operation::Details));
        operations.extend(self.pdf.map(|_| Operation::Pdf));
        operations.extend(self.update_method().map(|_| Operation::Update));
        operations.extend(has(Method::Delete).then_some(Operation::Delete));
        operations
    }
}

/// A resource of a catalogue: its author's entry, to which this dereferences, and
/// what one company added.
#[derive(Clone, Debug)]
pub struct Resource {
    entry: ResourceEntry,
    /// Fields that one company has added to this resource.
    pub udf: Vec<Udf>,
    /// The build that it is described for; `None` for the newest.
    pub build: Option<Build>,
}

impl From<ResourceEntry> for Resource {
    fn from(entry: ResourceEntry) -> Self {
        Self {
            entry,
            udf: Vec::new(),
            build: None,
        }
    }
}

impl Deref for Resource {
    type Target = ResourceEntry;

    fn deref(&self) -> &ResourceEntry {
        &self.entry
    }
}

impl Resource {
    /// The resources of a catalogue, in its order.
    pub fn all(entries: &[ResourceEntry]) -> Vec<Self> {
        entries.iter().copied().map(Self::from).collect()
    }

    /// The master fields in order, the company's own last.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        let own = self.udf.iter().filter(|udf| udf.detail.is_none());
        let builtin = self.entry.fields.iter().copied().flatten();
        let builtin = builtin.filter(|field| field.is_of(self.build.as_ref()));
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
        let builtin = builtin.filter(|field| field.is_of(self.build.as_ref()));
        builtin.chain(own.map(|udf| &udf.field))
    }

    /// The fields of records and of their rows in every build.
    pub(super) fn every_field(&self) -> impl Iterator<Item = &'static Field> {
        let nested = self.entry.details.iter().flat_map(|detail| detail.details);
        let details = self.entry.details.iter().chain(nested);
        let rows = details.flat_map(|detail| detail.fields.iter().copied().flatten());
        self.entry.fields.iter().copied().flatten().chain(rows)
    }

    /// The master field of that name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields().find(|field| field.name == name)
    }
}
