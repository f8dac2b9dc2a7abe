use std::collections::{BTreeMap, HashSet};
use std::net::Ipv4Addr;

use crate::diagnostic::Edit;
use crate::json::Kind;
use crate::postman::effective::secret::is_in_host;
use crate::postman::effective::{Piece, RequestUrl, Variable};
use crate::postman::view::Url;
use crate::validate::edit::{define_variable, replace, replace_inside, replace_piece};
use crate::validate::request::each_request;
use crate::validate::rule::rule;
use crate::validate::tree::names;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A host is hard-coded.
    ///
    /// ## What it does
    ///
    /// Reports a host without any `{{variable}}`, once for all the requests that name it, at the
    /// first of them. Allowed are `about:blank`, which is not sent anywhere, the own machine
    /// (`localhost`, `127.0.0.1`), and services that are there to try things on, such as Postman's
    /// mock servers and `postman-echo.com`. Examples are not checked.
    ///
    /// ## Why it matters
    ///
    /// A collection is used with several servers: a test server, your own machine, a customer's.
    /// With a variable, this is one line in an environment; without it, an edit of every request.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "raw": "https://api.example.com/agent", "host": ["api", "example", "com"], … }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "raw": "https://{{host}}/agent", "host": ["{{host}}"], … }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe: replaces it with a variable in every request, and defines the variable in the
    /// collection if none has that value. An environment may define the same name for something
    /// else. An address that is a secret as a whole, such as a webhook, is not changed.
    URL_HARDCODED_HOST {
        id: "url-hardcoded-host",
        group: Request,
        severity: Warning,
        profile: Publish,
        fixable: Unsafe,
        check: Collection(check),
    }
}

/// One host in all its requests.
struct HostUse<'d> {
    names: Vec<String>,
    finding: Finding<'d>,
    host: String,
    count: usize,
    /// The host's places, in parts and texts; `None` once one of them cannot be edited.
    places: Option<Vec<(Url<'d>, Piece<'d>)>>,
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let mut order: BTreeMap<String, usize> = BTreeMap::new();
    let mut uses: Vec<HostUse<'d>> = Vec::new();
    each_request(context, &mut |folders, item, request| {
        let Some(url) = request.url() else { return };
        let address = RequestUrl::of(&url);
        // People run a script without a request by it.
        let is_blank = address.origin().starts_with("about:");
        let Some(written) = address.host.filter(|_| !is_blank) else {
            return;
        };
        let host = written.text.trim().to_ascii_lowercase();
        let has_gap = host.split('.').any(str::is_empty);
        if has_gap || host.contains(['{', '}', '<', ':', ' ']) || is_for_tests(&host) {
            return;
        }
        let index = *order.entry(host.clone()).or_insert_with(|| {
            uses.push(HostUse {
                names: names(folders, item),
                finding: Finding::new(written.at, "").span(written.span()),
                host,
                count: 0,
                places: Some(Vec::new()),
            });
            uses.len() - 1
        });
        if let Some(found) = uses.get_mut(index) {
            found.count += 1;
            if let Some(places) = &mut found.places {
                places.push((url, written));
            }
        }
    });
    let mut names = HostVariables::of(context);
    for found in uses {
        let HostUse {
            names: path,
            mut finding,
            host,
            count,
            places,
        } = found;
        let requests = if count == 1 {
            "1 request".to_owned()
        } else {
            format!("{count} requests")
        };
        finding.message = format!("the host `{host}` is hard-coded in {requests}");
        let name = names.for_host(&host);
        let finding = finding.help(format!("use a variable, such as `{{{{{name}}}}}`"));
        let edits = places.and_then(|places| edits(context, &places, &host, &name, &names));
        let finding = match edits {
            Some(edits) => finding.unsafe_fix(format!("replace it with `{{{{{name}}}}}`"), edits),
            None => finding,
        };
        sink.report_in(path, finding);
    }
}

/// Services that are the same for everybody, by the ends of their names.
const FOR_TESTS: &[&str] = &[
    "localhost",
    "mock.pstmn.io",
    "postman-echo.com",
    "httpbin.org",
    "httpbingo.org",
    "jsonplaceholder.typicode.com",
    "reqres.in",
];

/// Whether nobody would put another host there.
fn is_for_tests(host: &str) -> bool {
    let is_one = |name: &&str| {
        let before = host.strip_suffix(*name);
        before.is_some_and(|before| before.is_empty() || before.ends_with('.'))
    };
    let is_own = host.parse::<Ipv4Addr>().is_ok_and(|ip| ip.is_loopback());
    is_own || FOR_TESTS.iter().any(is_one)
}

/// The names of variables: those that are taken, and those whose value is a host.
struct HostVariables {
    by_value: BTreeMap<String, String>,
    taken: HashSet<String>,
    /// The number that the next new name is tried with.
    next: usize,
}

impl HostVariables {
    fn of(context: &Context) -> Self {
        let mut by_value = BTreeMap::new();
        let mut taken = HashSet::new();
        for variable in context.own_variables() {
            let first = by_value.entry(variable.text().into_owned());
            first.or_insert_with(|| variable.name.into_owned());
        }
        // A name that is used and defined nowhere is set by whoever runs the collection.
        let used = context.variables().names.iter();
        taken.extend(used.map(|name| name.text.clone().into_owned()));
        let environments = context.environments.files.iter();
        let defined = environments.flat_map(|(_, environment)| environment.variables());
        for variable in Variable::of_collection(context.collection)
            .into_iter()
            .chain(defined)
        {
            taken.insert(variable.name.into_owned());
        }
        Self {
            by_value,
            taken,
            next: 1,
        }
    }

    /// The variable for `host`: one that has that value, else a new one.
    fn for_host(&mut self, host: &str) -> String {
        if let Some(name) = self.by_value.get(host) {
            return name.clone();
        }
        loop {
            let name = match self.next {
                1 => "host".to_owned(),
                number => format!("host{number}"),
            };
            self.next += 1;
            if self.taken.insert(name.clone()) {
                return name;
            }
        }
    }

    fn is_defined(&self, host: &str) -> bool {
        self.by_value.contains_key(host)
    }
}

fn edits<'d>(
    context: &Context<'d>,
    places: &[(Url<'d>, Piece<'d>)],
    host: &str,
    name: &str,
    names: &HostVariables,
) -> Option<Vec<Edit>> {
    let token = format!("{{{{{name}}}}}");
    let mut edits = Vec::new();
    for (url, written) in places {
        // Nobody would know the secret without its host.
        if is_in_host(&RequestUrl::of(url)) {
            return None;
        }
        edits.push(match (written.at.kind(), &written.part) {
            (Kind::Array, None) => replace(written.at, serde_json::json!([token]).to_string()),
            // The list holds the scheme or the port as well.
            (Kind::Array, Some(part)) => {
                let only = written.at.index(0).filter(|_| written.at.len() == 1)?;
                replace_inside(only, part.clone(), &token)?
            }
            _ => replace_piece(written, &token)?,
        });
        if url.raw.is_some_and(|raw| raw.span() != written.at.span()) {
            let raw = RequestUrl::of_raw(url).host?;
            if !raw.text.eq_ignore_ascii_case(host) {
                return None;
            }
            edits.push(replace_piece(&raw, &token)?);
        }
    }
    if !names.is_defined(host) {
        edits.push(define_variable(context.collection.value, name, host)?);
    }
    Some(edits)
}
