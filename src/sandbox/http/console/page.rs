//! The console's pages, from one template.

use axum::http::StatusCode;
use axum::response::Response;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use serde::Serialize;

use super::super::answer::response;
use super::super::recent::LoggedRequest;

const SOURCES: &[(&str, &str)] = &[
    (
        "console.html",
        include_str!("../../../../templates/sandbox/console.html"),
    ),
    (
        "console.css",
        include_str!("../../../../templates/sandbox/console.css"),
    ),
    (
        "console.js",
        include_str!("../../../../templates/sandbox/console.js"),
    ),
];

pub(super) struct PageTemplate(Environment<'static>);

/// What a page shows; the parts that are present decide which page it is.
#[derive(Default, Serialize)]
pub(super) struct PageContext {
    pub(super) title: &'static str,
    pub(super) version: &'static str,
    /// Scheme and host of the service.
    pub(super) address: String,
    /// The nonce of the page's own style and script.
    pub(super) nonce: String,
    /// The token in the page's forms.
    pub(super) token: String,
    /// What just happened.
    pub(super) notice: Option<String>,
    /// What is wrong.
    pub(super) problem: Option<String>,
    /// Who is logged in; without it there is only the login form.
    pub(super) user: Option<String>,
    /// Keys that are shown only once.
    pub(super) pair: Option<ShownKeys>,
    /// Commands to copy for one key.
    pub(super) commands: Option<Commands>,
    /// All requests that are remembered.
    pub(super) requests_all: Option<Vec<RecentRow>>,
    /// Everything else.
    pub(super) dashboard: Option<Dashboard>,
}

#[derive(Serialize)]
pub(super) struct ShownKeys {
    pub(super) access_key: String,
    pub(super) secret_key: String,
}

#[derive(Serialize)]
pub(super) struct Commands {
    pub(super) access_key: String,
    pub(super) signed: String,
    pub(super) template: String,
    /// Titles and texts.
    pub(super) programs: Vec<(&'static str, String)>,
}

#[derive(Serialize)]
pub(super) struct Dashboard {
    pub(super) users: Vec<UserRow>,
    pub(super) revoked: Vec<RevokedRow>,
    pub(super) modules: Vec<ModuleRows>,
    pub(super) records: i64,
    pub(super) recent: Vec<RecentRow>,
    /// How many requests are remembered besides.
    pub(super) more: usize,
}

#[derive(Serialize)]
pub(super) struct UserRow {
    pub(super) code: String,
    pub(super) has_password: bool,
    pub(super) access_key: Option<String>,
    pub(super) generated: Option<String>,
}

#[derive(Serialize)]
pub(super) struct RevokedRow {
    pub(super) access_key: String,
    pub(super) generated: String,
    pub(super) revoked: String,
}

#[derive(Serialize)]
pub(super) struct ModuleRows {
    pub(super) title: &'static str,
    pub(super) resources: Vec<ResourceRow>,
}

#[derive(Serialize)]
pub(super) struct ResourceRow {
    pub(super) path: &'static str,
    pub(super) title: &'static str,
    /// `None` for computed resources without records.
    pub(super) count: Option<i64>,
}

#[derive(Serialize)]
pub(super) struct RecentRow {
    #[serde(flatten)]
    pub(super) answered: LoggedRequest,
    pub(super) time: String,
    pub(super) ms: String,
}

impl PageTemplate {
    pub(super) fn new() -> Result<Self, minijinja::Error> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        // Style and script hold no values, and the page is HTML whatever is put into it.
        environment.set_auto_escape_callback(|name| match name {
            "console.html" => AutoEscape::Html,
            _ => AutoEscape::None,
        });
        for (name, source) in SOURCES {
            environment.add_template(name, source)?;
        }
        Ok(Self(environment))
    }

    pub(super) fn response(&self, status: StatusCode, page: &PageContext) -> Response {
        let template = self.0.get_template("console.html");
        match template.and_then(|template| template.render(Serde(page))) {
            Ok(text) => response(status, "text/html; charset=utf-8", text),
            Err(error) => {
                tracing::error!(%error, "cannot render the console's page");
                response(
                    StatusCode::INTERNAL_SERVER_ERROR,
                    "text/plain; charset=utf-8",
                    "The page cannot be shown; see the log.\n",
                )
            }
        }
    }
}
