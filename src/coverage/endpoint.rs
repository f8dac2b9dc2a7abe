//! The resource of a catalogue that a request is for.

use std::borrow::Cow;

use crate::catalogue::{Catalogue, Method, Operation, Resource};
use crate::postman::effective::{Piece, RequestUrl};
use crate::postman::view::Request;

/// A request of a resource.
#[derive(Clone, Debug)]
pub(crate) struct Endpoint<'d> {
    /// The resource.
    pub(crate) resource: &'d Resource,
    /// The path and query.
    pub(crate) url: RequestUrl<'d>,
    /// The method; `None` where no resource has it, or it is a variable.
    pub(crate) method: Option<Method>,
}

/// What follows the resource in a path.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Target<'e, 'd> {
    /// Nothing: the list, or a report's rows.
    All,
    /// `*`: whole records.
    Star,
    /// One segment: a key.
    Key(&'e Piece<'d>),
    /// More than that.
    Deeper,
}

impl<'d> Endpoint<'d> {
    /// The resource of `catalogue` that `request` is for.
    pub(crate) fn in_catalogue(catalogue: &'d Catalogue, request: &Request<'d>) -> Option<Self> {
        let url = RequestUrl::of(&request.url()?);
        let segments: Vec<&str> = url.segments().iter().map(|one| &*one.text).collect();
        let resource = resource(catalogue, &segments)?;
        let name = method(request);
        let methods = [
            Method::Get,
            Method::Post,
            Method::Put,
            Method::Patch,
            Method::Delete,
        ];
        let method = methods
            .into_iter()
            .find(|method| name.eq_ignore_ascii_case(method.as_str()));
        Some(Self {
            resource,
            url,
            method,
        })
    }

    /// What it does with its resource, if the catalogue has that. A PDF is another answer of the same
    /// call.
    pub(crate) fn operation(&self) -> Option<Operation> {
        let operation = match (self.method?, self.target()) {
            (Method::Get, Target::All) => Operation::List,
            (Method::Get, Target::Star) => Operation::Details,
            (Method::Get, Target::Key(_)) => Operation::Get,
            (Method::Post, Target::All) => Operation::Create,
            (Method::Put | Method::Patch, _) => Operation::Update,
            (Method::Delete, _) => Operation::Delete,
            _ => return None,
        };
        let has_method = self.resource.methods.contains(&self.method?);
        let is_known = has_method && self.resource.operations().contains(&operation);
        is_known.then_some(operation)
    }

    /// What follows the resource.
    pub(crate) fn target(&self) -> Target<'_, 'd> {
        let mut segments = self
            .url
            .segments()
            .iter()
            .skip(self.resource.path.split('/').count());
        let mut rest = segments.by_ref().filter(|segment| !segment.text.is_empty());
        match (rest.next(), rest.next()) {
            (None, _) => Target::All,
            (Some(segment), None) if segment.text == "*" || segment.text == "%2A" => Target::Star,
            (Some(segment), None) => Target::Key(segment),
            _ => Target::Deeper,
        }
    }
}

/// The resource whose path `segments` begin with, whatever the case; of several the longest.
pub(crate) fn resource<'c>(catalogue: &'c Catalogue, segments: &[&str]) -> Option<&'c Resource> {
    let begins = |resource: &&Resource| {
        let mut given = segments.iter();
        let mut path = resource.path.split('/');
        path.all(|part| {
            given
                .next()
                .is_some_and(|one| part.eq_ignore_ascii_case(one))
        })
    };
    let found = catalogue.resources.iter().filter(begins);
    found.max_by_key(|resource| resource.path.len())
}

/// The method of `request` as it is sent.
pub(crate) fn method<'d>(request: &Request<'d>) -> Cow<'d, str> {
    match request.method_text() {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}
