//! Postman's official JSON Schemas of the collection format, embedded.
//!
//! The verdict is the official schema's, or that of its corrected copy, which accepts what Postman
//! itself writes. The reasons come from a copy made from it that knows which branch of a choice a
//! value means, so that each error is at the innermost wrong value.

mod corrected;
mod embedded;
mod explaining;
mod lookup;

use std::sync::OnceLock;

use jsonschema::Validator;

use self::lookup::Lookup;
use crate::json::schema::message;
use crate::json::{Document, Tape, Value};
use crate::postman::view::Version;

/// A place where a collection violates the official schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// JSON pointer of the value.
    pub pointer: String,
    /// What is wrong with it.
    pub message: String,
}

/// A violation of a schema.
#[derive(Clone, Debug)]
pub struct Defect<'d> {
    /// The innermost value that is wrong, or that lacks something.
    pub value: Value<'d>,
    /// Its JSON pointer, from the collection on.
    pub pointer: String,
    /// The names of the items around it, outermost first.
    pub names: Vec<String>,
    /// What is wrong, in plain words.
    pub message: String,
    /// The schema's keyword that failed.
    pub keyword: String,
    /// What is most likely meant, if that is clear.
    pub help: Option<String>,
}

/// Which schema a collection is checked against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strictness {
    /// The official schema, to the letter.
    Official,
    /// The official schema, widened by what Postman's own exports contain.
    Corrected,
}

/// A schema's verdict and its explaining copy, compiled.
struct Compiled {
    verdict: Validator<Tape>,
    reasons: Validator<Tape>,
}

/// Where `document` violates the official v2.1.0 schema; empty if it conforms.
///
/// # Errors
/// A sentence, when the embedded schema cannot be compiled; a defect of this crate.
pub fn violations_of_v2_1_0(document: &Document) -> Result<Vec<Violation>, String> {
    let defects = defects(document.root(), Version::V2_1, Strictness::Official)?;
    let violation = |one: Defect| Violation {
        pointer: one.pointer,
        message: one.message,
    };
    Ok(defects.into_iter().map(violation).collect())
}

/// Where `collection`, without its wrapper, violates the schema of `version`; empty if it conforms.
///
/// # Errors
/// A sentence, when the embedded schema cannot be compiled; a defect of this crate.
pub fn defects(
    collection: Value<'_>,
    version: Version,
    strictness: Strictness,
) -> Result<Vec<Defect<'_>>, String> {
    let compiled = compiled(version, strictness)?;
    // The verdict alone is fast; only a broken collection is walked again for the reasons.
    if compiled.verdict.is_valid(collection) {
        return Ok(Vec::new());
    }
    let reasons = defects_by(&compiled.reasons, collection);
    if reasons.is_empty() {
        return Ok(defects_by(&compiled.verdict, collection));
    }
    Ok(reasons)
}

fn defects_by<'d>(validator: &Validator<Tape>, collection: Value<'d>) -> Vec<Defect<'d>> {
    let mut lookup = Lookup::default();
    let defect = |error: jsonschema::ValidationError| {
        let pointer = error.instance_path().to_string();
        let reached = lookup.follow(collection, &pointer);
        Defect {
            value: reached.value,
            message: message::sentence(&error, reached.value, &reached.path, "the collection"),
            keyword: error.kind().keyword().to_owned(),
            help: message::near(&error, reached.value),
            names: reached.names,
            pointer,
        }
    };
    validator.iter_errors(collection).map(defect).collect()
}

fn compiled(version: Version, strictness: Strictness) -> Result<&'static Compiled, String> {
    static COMPILED: [OnceLock<Result<Compiled, String>>; 4] = [const { OnceLock::new() }; 4];
    let [official_2_0, corrected_2_0, official_2_1, corrected_2_1] = &COMPILED;
    let cell = match (version, strictness) {
        (Version::V2_0, Strictness::Official) => official_2_0,
        (Version::V2_0, Strictness::Corrected) => corrected_2_0,
        (Version::V2_1, Strictness::Official) => official_2_1,
        (Version::V2_1, Strictness::Corrected) => corrected_2_1,
    };
    let compiled = cell.get_or_init(|| {
        let official = embedded::official(version)?;
        let schema = match strictness {
            Strictness::Official => official,
            Strictness::Corrected => corrected::corrected(official),
        };
        let compile = |schema: &serde_json::Value| {
            let options = jsonschema::options_for::<Tape>();
            options.build(schema).map_err(|error| error.to_string())
        };
        Ok(Compiled {
            verdict: compile(&schema)?,
            reasons: compile(&explaining::explaining(&schema))?,
        })
    });
    compiled.as_ref().map_err(Clone::clone)
}

#[cfg(test)]
mod tests;
