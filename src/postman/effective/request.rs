//! A request as Postman sends it.

use super::{
    Ancestors, Content, Header, Mode, NormalisedRequest, RequestUrl, Settings, content_type,
    headers, method, raw_type, sent_body,
};
use crate::postman::view::{Auth, Body, Request};

/// What Postman sends, before variables are replaced.
#[derive(Clone, Debug, Default)]
pub struct EffectiveRequest<'d> {
    /// The method, in upper case.
    pub method: String,
    /// The address.
    pub url: RequestUrl<'d>,
    /// The headers, disabled ones included.
    pub headers: Vec<Header<'d>>,
    /// The body that is sent.
    pub body: Option<Content<'d>>,
    /// The media type that Postman adds to a raw body or a GraphQL query without a Content-Type header.
    pub added_type: Option<&'static str>,
    /// The auth, its own or inherited.
    pub auth: Option<Auth<'d>>,
    /// The protocol settings after inheritance.
    pub settings: Settings<'d>,
}

impl<'d> EffectiveRequest<'d> {
    /// The request of an item; `None` for an item without one.
    pub fn of(item: &Ancestors<'_, 'd>) -> Option<Self> {
        let request = item.item.request()?;
        Some(Self::new(&request, item.settings(), item.auth()))
    }

    /// `request` with the settings and the auth that apply to it.
    pub fn new(request: &Request<'d>, settings: Settings<'d>, auth: Option<Auth<'d>>) -> Self {
        let body = sent_body(request, &settings);
        let url = request.url();
        let headers = headers(request);
        Self {
            method: method(request),
            url: url.map(|url| RequestUrl::of(&url)).unwrap_or_default(),
            added_type: body.and_then(|body| added_type(request, body)),
            body: body.and_then(|body| Content::of(&headers, body)),
            headers,
            auth,
            settings,
        }
    }

    /// What is sent, in a form that two requests share exactly when they send the same, however they
    /// are written.
    pub fn normalised(&self) -> NormalisedRequest {
        NormalisedRequest::of(self)
    }
}

/// The media type that Postman adds to a body of `request` without a type of its own.
fn added_type(request: &Request, body: Body) -> Option<&'static str> {
    if content_type(request).is_some() {
        return None;
    }
    match Mode::of(body)? {
        Mode::Raw => Some(raw_type(&body.language().unwrap_or_default())),
        Mode::Graphql => Some("application/json"),
        Mode::Urlencoded | Mode::FormData | Mode::File => None,
    }
}
