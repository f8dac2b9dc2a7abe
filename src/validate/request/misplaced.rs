//! Parts of a URL with content that belongs in another part.

use std::borrow::Cow;

use crate::json::{Kind, Value};
use crate::postman::effective::RequestUrl;
use crate::postman::effective::url::mask_variables;
use crate::postman::view::{Url, tokens};

/// The texts of a path that hold a query or a fragment, and where that starts in each.
pub(crate) fn queries_in_path<'d>(url: &Url<'d>) -> Vec<(Value<'d>, Cow<'d, str>, usize)> {
    let Some(path) = url.path else {
        return Vec::new();
    };
    let whole = Some(path).filter(|path| path.kind() == Kind::String);
    let elements = path.elements().map(|one| one.get("value").unwrap_or(one));
    let texts = whole.into_iter().chain(elements);
    texts
        .filter_map(|at| {
            let text = at.as_str()?;
            let start = mask_variables(&text).find(['?', '#'])?;
            Some((at, text, start))
        })
        .collect()
}

/// Where a query starts in a segment of a path that has no `?` in front of it: right behind a
/// variable, `{{id}}fields=name`, or with an `&`, `users&page=2`.
pub(crate) fn unmarked_query(segment: &str) -> Option<usize> {
    let is_query = |at: usize| {
        let rest = segment.get(at..).unwrap_or_default();
        let (name, _) = rest.split_once('=').unwrap_or_default();
        let is_fit = |c: char| c.is_ascii_alphanumeric() || "_-.[]$".contains(c);
        name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(is_fit)
    };
    let behind_variables = tokens(segment).map(|token| token.span.end);
    let mut behind_variables = behind_variables.filter(|end| is_query(*end));
    let masked = || mask_variables(segment);
    behind_variables.next().or_else(|| {
        let at = masked().find('&').filter(|at| *at > 0)?;
        is_query(at + 1).then_some(at)
    })
}

/// The port in the host of an address that has another one.
pub(crate) fn port_in_host<'u>(address: &'u RequestUrl) -> Option<&'u str> {
    address.port.as_ref()?;
    let host = address.host_text();
    let colon = mask_variables(host).rfind(':')?;
    let port = host.get(colon + 1..)?;
    let is_number = port.bytes().all(|byte| byte.is_ascii_digit());
    let is_port = is_number || (port.starts_with("{{") && port.ends_with("}}"));
    (is_port && !port.is_empty()).then_some(port)
}

#[cfg(test)]
mod tests {
    use super::unmarked_query;

    #[test]
    fn a_query_without_its_mark_is_found() {
        for (segment, start) in [
            ("{{id}}fields=name", Some(6)),
            ("users&page=2", Some(5)),
            ("{{a}}{{b}}c=d&e=f", Some(10)),
            ("key={{key}}", None),
            ("{{a}}=b", None),
            ("{{a}}-b", None),
            ("a=b,c=d", None),
            ("{{a}}(b=c)", None),
            ("R&D", None),
        ] {
            assert_eq!(unmarked_query(segment), start, "{segment}");
        }
    }
}
