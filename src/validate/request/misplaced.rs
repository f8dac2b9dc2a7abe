//! Parts of a URL with content that belongs in another part.

use std::borrow::Cow;

use crate::json::{Kind, Value};
use crate::postman::effective::RequestUrl;
use crate::postman::effective::url::mask_variables;
use crate::postman::view::Url;

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
