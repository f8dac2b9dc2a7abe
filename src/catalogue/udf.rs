use std::borrow::Cow;
use std::str::FromStr;

use super::{Catalogue, Field, FieldType, UnknownName};

/// A field that one company has added to a resource, or to one of its detail arrays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Udf {
    /// The detail array it belongs to; `None` for a master field.
    pub detail: Option<&'static str>,
    /// The field itself.
    pub field: Field,
}

/// What is wrong with `RESOURCE[.DETAIL].FIELD=TYPE`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UdfError {
    /// It does not have that form.
    #[error(
        "`{text}` is not a field; write RESOURCE[.DETAIL].FIELD=TYPE, such as {example}=text(20)"
    )]
    Form {
        /// What was given.
        text: String,
        /// A resource and a field that have it.
        example: String,
    },
    /// Fields cannot have this type.
    #[error(
        "`{0}` is not a type; use text, text(SIZE), integer, decimal, decimal(SCALE), boolean, date, timestamp or blob"
    )]
    Type(String),
    /// The name lacks the prefix of such fields, or has characters that they cannot have.
    #[error(
        "`{name}` is not a valid name for a user-defined field; write `{prefix}` followed by a to z, 0 to 9 or _"
    )]
    Name {
        /// The name that was given.
        name: String,
        /// What such names start with.
        prefix: &'static str,
    },
    /// The service has no such fields.
    #[error("this service has no user-defined fields")]
    None,
    /// The resource or the detail array does not exist.
    #[error(transparent)]
    Unknown(#[from] UnknownName),
    /// The resource has no records, and so no fields.
    #[error("`{0}` has no records, so it cannot have user-defined fields")]
    NoRecords(&'static str),
    /// The resource already has that field.
    #[error("`{place}` already has a field `{name}`")]
    Taken {
        /// Path of the resource, with the detail array where there is one.
        place: String,
        /// The field's name.
        name: String,
    },
}

impl FromStr for FieldType {
    type Err = UdfError;

    fn from_str(text: &str) -> Result<Self, UdfError> {
        let wrong = || UdfError::Type(text.to_owned());
        let (name, argument) = match text.split_once('(') {
            Some((name, rest)) => (name, Some(rest.strip_suffix(')').ok_or_else(wrong)?)),
            None => (text, None),
        };
        match (name, argument) {
            ("text", None) => Ok(Self::Text(None)),
            ("text", Some(size)) if size.trim_start_matches('0') == size => {
                size.parse().map(Some).map(Self::Text).map_err(|_| wrong())
            }
            ("decimal", None) => Ok(Self::Decimal(None)),
            ("decimal", Some(scale)) => scale
                .parse()
                .map(Some)
                .map(Self::Decimal)
                .map_err(|_| wrong()),
            ("integer", None) => Ok(Self::Integer),
            ("boolean", None) => Ok(Self::Boolean),
            ("date", None) => Ok(Self::Date),
            ("timestamp", None) => Ok(Self::Timestamp),
            ("blob", None) => Ok(Self::Blob),
            _ => Err(wrong()),
        }
    }
}

fn field(name: String, kind: FieldType) -> Field {
    let example = match kind {
        FieldType::Text(_) => "A",
        FieldType::Integer => "1",
        FieldType::Decimal(_) => "1.00",
        FieldType::Boolean => "true",
        FieldType::Date => "2026-01-22",
        FieldType::Timestamp => "2026-01-22T09:33:24.108Z",
        FieldType::Blob => "",
    };
    Field {
        name: Cow::Owned(name),
        kind,
        ..Field::text("")
            .about("A field of this company's own.")
            .example(example)
    }
}

impl Catalogue {
    /// Adds the field that `text` declares, as `RESOURCE[.DETAIL].FIELD=TYPE`.
    ///
    /// # Errors
    /// [`UdfError`] when the text is malformed, names no resource or detail array of this
    /// catalogue, or names a field that already exists.
    pub fn add_udf(&mut self, text: &str) -> Result<(), UdfError> {
        let prefix = self.conventions.own_fields.ok_or(UdfError::None)?;
        let path = self.resources.first().map_or("", |resource| resource.path);
        let example = format!("{path}.{prefix}route");
        let form = || UdfError::Form {
            text: text.to_owned(),
            example: example.clone(),
        };
        let (place, kind) = text.split_once('=').ok_or_else(form)?;
        let parts: Vec<&str> = place.split('.').collect();
        let (path, detail, name) = match parts[..] {
            [path, name] => (path, None, name),
            [path, detail, name] => (path, Some(detail), name),
            _ => return Err(form()),
        };
        if path.is_empty() || detail == Some("") || name.is_empty() {
            return Err(form());
        }
        let kind = kind.parse()?;
        let name = name.to_ascii_lowercase();
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if name.len() <= prefix.len() || !name.starts_with(prefix) || !name.chars().all(allowed) {
            return Err(UdfError::Name { name, prefix });
        }
        let wanted = self.resource(path)?.path;
        let mut resources = self.resources.iter_mut();
        let Some(resource) = resources.find(|resource| resource.path == wanted) else {
            return Err(form());
        };
        if resource.fields().next().is_none() {
            return Err(UdfError::NoRecords(wanted));
        }
        let detail = match detail {
            None => None,
            Some(wanted) => Some(resource.detail(wanted).ok_or_else(|| {
                let known = resource.details.iter().map(|detail| detail.name);
                UnknownName::new("detail array", wanted, known)
            })?),
        };
        let taken = match detail {
            None => resource.field(&name).is_some(),
            Some(detail) => resource.row_fields(detail).any(|field| field.name == name),
        };
        if taken {
            let place = place.rsplit_once('.').map_or(place, |(place, _)| place);
            return Err(UdfError::Taken {
                place: place.to_owned(),
                name,
            });
        }
        let detail = detail.map(|detail| detail.name);
        resource.udf.push(Udf {
            detail,
            field: field(name, kind),
        });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::catalogue::tiny;

    #[test]
    fn a_field_is_added_to_the_record_or_to_its_rows() {
        let mut catalogue = tiny::catalogue();
        catalogue.add_udf("note.udf_route=text(20)").unwrap();
        catalogue
            .add_udf("note.sdslines.udf_colour=integer")
            .unwrap();
        let note = catalogue.resource("note").unwrap();
        assert_eq!(
            note.field("udf_route").unwrap().kind.to_string(),
            "text(20)"
        );
        let lines = note.detail("sdslines").unwrap();
        assert_eq!(note.row_fields(lines).last().unwrap().name, "udf_colour");
    }

    #[test]
    fn what_cannot_be_added_is_said() {
        let mut catalogue = tiny::catalogue();
        catalogue.add_udf("note.udf_a=date").unwrap();
        let mut said = String::new();
        for text in [
            "note",
            "note.udf_b",
            "note=text",
            "a.b.c.udf_d=text",
            "note.udf_b=string",
            "note.udf_b=text(x)",
            "note.udf_b=text(9",
            "note.route=text",
            "note.udf_=text",
            "note.udf_é=text",
            "notes.udf_b=text",
            "note.sdsline.udf_b=text",
            "note.udf_a=text",
        ] {
            let error = catalogue.add_udf(text).unwrap_err();
            said.extend([text, "\n    ", &error.to_string(), "\n"]);
        }
        insta::assert_snapshot!(said);
    }
}
