//! Files that are mistaken for collections: what they are, and what to do about it.

mod json;
mod text;

pub(super) use json::{is_error, recognise};

use std::fmt;

/// A format that is not supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ForeignFormat {
    /// Postman's first collection format, which Postman no longer imports.
    CollectionV1,
    /// A file of Postman's folder format, YAML.
    CollectionV3,
    /// Everything in a Postman account, in one file.
    PostmanDump,
    /// The Postman API's list of collections.
    PostmanList,
    /// A report of Newman or the Postman app about a run.
    TestRun,
    /// Thunder Client.
    ThunderClient,
    /// Insomnia, JSON or YAML.
    Insomnia,
    /// Hoppscotch.
    Hoppscotch,
    /// Bruno, JSON or its own language.
    Bruno,
    /// Bruno's `OpenCollection`, JSON or YAML.
    OpenCollection,
    /// `OpenAPI` 3, JSON or YAML.
    OpenApi,
    /// Swagger 2, JSON or YAML.
    Swagger,
    /// `AsyncAPI`, JSON or YAML.
    AsyncApi,
    /// RAML.
    Raml,
    /// Traffic that a browser has recorded.
    Har,
    /// A command line of cURL.
    Curl,
    /// What Git LFS keeps in the repository instead of the file.
    GitLfsPointer,
    /// Two versions of a file that Git could not merge.
    MergeConflict,
    /// A page for browsers.
    Html,
    /// Another XML document.
    Xml,
    /// One JSON text per line.
    Ndjson,
    /// A server's refusal.
    ErrorResponse,
    /// ZIP or gzip.
    Archive,
}

impl ForeignFormat {
    /// What a file of this format is, with its article.
    pub(crate) fn what(self) -> &'static str {
        match self {
            Self::CollectionV1 => "a Postman collection in format v1",
            Self::CollectionV3 => "a YAML file of Postman's folder format (v3)",
            Self::PostmanDump => "a Postman data dump",
            Self::PostmanList => "the Postman API's list of collections",
            Self::TestRun => "the report of a test run",
            Self::ThunderClient => "a Thunder Client export",
            Self::Insomnia => "an Insomnia export",
            Self::Hoppscotch => "a Hoppscotch export",
            Self::Bruno => "a Bruno file",
            Self::OpenCollection => "an OpenCollection file",
            Self::OpenApi => "an OpenAPI document",
            Self::Swagger => "a Swagger document",
            Self::AsyncApi => "an AsyncAPI document",
            Self::Raml => "a RAML document",
            Self::Har => "a HAR file",
            Self::Curl => "a cURL command",
            Self::GitLfsPointer => "a Git LFS pointer",
            Self::MergeConflict => "a file with merge conflict markers",
            Self::Html => "an HTML page",
            Self::Xml => "an XML document",
            Self::Ndjson => "a file with several JSON texts (NDJSON)",
            Self::ErrorResponse => "a server's error message",
            Self::Archive => "a compressed archive",
        }
    }

    /// What to do with such a file to get a collection.
    pub(crate) fn help(self) -> &'static str {
        match self {
            Self::CollectionV1 | Self::CollectionV3 => {
                "export the collection from Postman as Collection v2.1"
            }
            Self::PostmanDump => {
                "import it into Postman and export each collection as Collection v2.1"
            }
            Self::PostmanList => "download each collection by its `uid`",
            Self::TestRun => "name the collection that was run",
            Self::Bruno | Self::OpenCollection => {
                "export it from Bruno with Share › Postman Collection"
            }
            Self::ThunderClient
            | Self::Insomnia
            | Self::Hoppscotch
            | Self::OpenApi
            | Self::Swagger
            | Self::AsyncApi
            | Self::Raml
            | Self::Har
            | Self::Curl => "import it into Postman and export it as Collection v2.1",
            Self::GitLfsPointer => "get the file itself with `git lfs pull`",
            Self::MergeConflict => "resolve the conflict and remove the markers",
            Self::Html | Self::ErrorResponse => {
                "the download failed: check its URL and its key and download the file again"
            }
            Self::Xml => "export a collection from Postman as Collection v2.1",
            Self::Ndjson => "write each collection to a file of its own",
            Self::Archive => "unpack it and name the files in it",
        }
    }
}

/// The sentence for such a file in every command; [`ForeignFormat::help`] follows it.
impl fmt::Display for ForeignFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MergeConflict => f.write_str("the file has merge conflict markers"),
            Self::CollectionV1 => write!(
                f,
                "this is {}, which Postman no longer imports",
                self.what()
            ),
            Self::CollectionV3 => write!(
                f,
                "this is {}, not a collection in one JSON file",
                self.what()
            ),
            _ => write!(f, "this is {}, not a Postman collection", self.what()),
        }
    }
}
