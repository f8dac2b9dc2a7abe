use super::context::Context;
use super::finding::Sink;
use super::parts::ScriptContext;
use super::parts::{AuthContext, ItemContext, RequestContext};
use super::settings::{Profile, Settings};
use crate::diagnostic::Severity;

/// The part of the format that a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// The document, the tree of items, ids and names.
    Structure,
    /// Requests, URLs, headers and bodies.
    Request,
    /// Variables and where they come from.
    Variables,
    /// Auth, AWS Signature Version 4 above all.
    Auth,
    /// Secrets in plain sight.
    Secrets,
    /// Scripts.
    Scripts,
    /// Saved examples.
    Examples,
    /// Descriptions.
    Docs,
    /// What the API's catalogue says.
    Catalogue,
}

impl Group {
    /// Its name, as `explain` shows it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Structure => "Structure",
            Self::Request => "Request and URL",
            Self::Variables => "Variables",
            Self::Auth => "Auth and SigV4",
            Self::Secrets => "Secrets",
            Self::Scripts => "Scripts",
            Self::Examples => "Examples",
            Self::Docs => "Documentation",
            Self::Catalogue => "Catalogue",
        }
    }
}

/// Whether a rule's findings can be fixed by the tool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fixable {
    /// By `--fix`.
    Safe,
    /// By `--unsafe-fixes`.
    Unsafe,
    /// By hand only.
    No,
}

/// Looks at the whole.
pub(crate) type OnDocument = for<'d> fn(&Context<'d>, &mut Sink<'d>);
/// Looks at a folder or a request.
pub(crate) type OnItem = for<'d> fn(&Context<'d>, &ItemContext<'_, 'd>, &mut Sink<'d>);
/// Looks at a request as it is sent.
pub(crate) type OnRequest = for<'d> fn(&Context<'d>, &RequestContext<'_, 'd>, &mut Sink<'d>);
/// Looks at an auth.
pub(crate) type OnAuth = for<'d> fn(&Context<'d>, &AuthContext<'_, 'd>, &mut Sink<'d>);
/// Looks at a script.
pub(crate) type OnScript = for<'d> fn(&Context<'d>, &ScriptContext<'_, 'd>, &mut Sink<'d>);

/// What a rule looks at.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Check {
    /// The whole document, once; also documents that are not collections.
    Document(OnDocument),
    /// The collection as a whole, once.
    Collection(OnDocument),
    /// Every folder and request.
    Item(OnItem),
    /// Every request, and the original request of every example.
    Request(OnRequest),
    /// Every auth as it is written: the collection's, folders', requests', and those of the
    /// original requests of examples.
    Auth(OnAuth),
    /// Every script: the collection's, folders' and requests'.
    #[cfg_attr(
        not(feature = "javascript"),
        allow(dead_code, reason = "only the rules about scripts read it")
    )]
    Script(OnScript),
    /// Nothing: the reader of the document reports it.
    Reader,
}

/// A rule.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its name, by the defect: lower case, words joined by hyphens.
    pub id: &'static str,
    /// The part of the format that it is about.
    pub group: Group,
    /// How bad a finding is, unless configured otherwise.
    pub severity: Severity,
    /// The first profile in which it is on; a pedantic rule is on only when selected by name.
    pub profile: Profile,
    /// Whether its findings can be fixed by the tool.
    pub fixable: Fixable,
    /// Its page, Markdown: one sentence, then *What it does*, *Why it matters*, *Example*, *Use
    /// instead* and, where there is one, *Fix*.
    pub page: &'static str,
    /// The path of the module that defines it.
    pub module: &'static str,
    /// What it looks at.
    pub(super) check: Check,
}

/// Defines a rule; its documentation comment is its page.
macro_rules! rule {
    (
        $(#[doc = $line:literal])+
        $name:ident {
            id: $id:literal,
            group: $group:ident,
            severity: $severity:ident,
            profile: $profile:ident,
            fixable: $fixable:ident,
            check: $kind:ident $(($check:path))?,
        }
    ) => {
        $(#[doc = $line])+
        pub(crate) const $name: $crate::validate::Rule = $crate::validate::Rule {
            id: $id,
            group: $crate::validate::Group::$group,
            severity: $crate::diagnostic::Severity::$severity,
            profile: $crate::validate::Profile::$profile,
            fixable: $crate::validate::Fixable::$fixable,
            page: concat!($($line, "\n"),+),
            module: module_path!(),
            check: $crate::validate::Check::$kind $(($check))?,
        };
    };
}
pub(crate) use rule;

impl Rule {
    /// Whether it is on.
    pub fn is_on(&self, settings: &Settings) -> bool {
        let named = |names: &[String]| names.iter().any(|name| name == self.id);
        if named(&settings.ignore) {
            return false;
        }
        if settings.select.is_empty() {
            self.profile <= settings.profile && self.profile != Profile::Pedantic
        } else {
            named(&settings.select)
        }
    }

    /// How bad its findings are.
    pub fn severity(&self, settings: &Settings) -> Severity {
        let configured = settings.severities.get(self.id);
        configured.copied().unwrap_or(self.severity)
    }

    /// The first sentence of its page.
    pub fn summary(&self) -> &'static str {
        self.page
            .trim_start()
            .split("\n\n")
            .next()
            .unwrap_or_default()
            .trim()
    }
}
