//! The constructs, the places where each can occur, and what each rule reports there.

/// Something that owns members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Collection,
    Info,
    Folder,
    /// A request's entry, beside `request`.
    Item,
    Request,
    /// A saved example.
    Example,
    /// The request that an example keeps.
    Original,
}

impl Place {
    pub(crate) fn pointer(self) -> &'static str {
        match self {
            Self::Collection => "",
            Self::Info => "/info",
            Self::Folder => "/item/0",
            Self::Item => "/item/0/item/0",
            Self::Request => "/item/0/item/0/request",
            Self::Example => "/item/0/item/0/response/0",
            Self::Original => "/item/0/item/0/response/0/originalRequest",
        }
    }
}

use Place::{Collection, Example, Folder, Info, Item, Original, Request};

/// A member that rules are about, with every place where it can occur.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Member {
    Auth,
    Event,
    Variable,
    Settings,
    Description,
    Url,
    Header,
    Body,
    Method,
    Name,
}

impl Member {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Auth => "auth",
            Self::Event => "event",
            Self::Variable => "variable",
            Self::Settings => "protocolProfileBehavior",
            Self::Description => "description",
            Self::Url => "url",
            Self::Header => "header",
            Self::Body => "body",
            Self::Method => "method",
            Self::Name => "name",
        }
    }

    pub(crate) fn places(self) -> &'static [Place] {
        match self {
            Self::Auth => &[Collection, Folder, Request, Original],
            Self::Event | Self::Variable => &[Collection, Folder, Item],
            Self::Settings => &[Collection, Folder, Item, Request],
            Self::Description => &[Info, Folder, Request],
            Self::Url | Self::Header | Self::Body | Self::Method => &[Request, Original],
            Self::Name => &[Info, Folder, Item, Example],
        }
    }
}

/// A rule, what it is about, and where it says nothing on purpose.
pub(crate) struct Row {
    pub(crate) rule: &'static str,
    pub(crate) member: Member,
    /// The construct, as JSON.
    pub(crate) value: &'static str,
    pub(crate) but: &'static [(Place, &'static str)],
}

const NOT_SENT: &[(Place, &str)] = &[(Original, "what an example keeps is not sent")];

const fn row(
    rule: &'static str,
    member: Member,
    value: &'static str,
    but: &'static [(Place, &'static str)],
) -> Row {
    Row {
        rule,
        member,
        value,
        but,
    }
}

#[rustfmt::skip]
pub(crate) const ROWS: &[Row] = &[
    // Auth
    row("auth-type-unknown", Member::Auth, r#"{"type": "bearr"}"#, NOT_SENT),
    row("auth-params-missing", Member::Auth, r#"{"type": "bearer"}"#, NOT_SENT),
    row("auth-credential-missing", Member::Auth, r#"{"type": "bearer", "bearer": []}"#, NOT_SENT),
    row("auth-parameter-unknown", Member::Auth, r#"{"type": "bearer", "bearer": [{"key": "token", "value": "{{host}}"}, {"key": "realm", "value": "a"}]}"#, NOT_SENT),
    row("auth-token-prefix", Member::Auth, r#"{"type": "bearer", "bearer": [{"key": "token", "value": "Bearer {{host}}"}]}"#, NOT_SENT),
    row("auth-null-not-inherit", Member::Auth, "null",
        &[(Collection, "a collection has nothing to inherit"), (Original, "what an example keeps is not sent")]),
    row("awsv4-key-name", Member::Auth, r#"{"type": "awsv4", "awsv4": [{"key": "accesskey", "value": "{{host}}"}]}"#, NOT_SENT),
    row("awsv4-credential-literal", Member::Auth, r#"{"type": "awsv4", "awsv4": [{"key": "accessKey", "value": "AKID"}]}"#, &[]),
    row("awsv4-region-service-missing", Member::Auth, r#"{"type": "awsv4", "awsv4": []}"#, NOT_SENT),
    row("awsv4-empty-key", Member::Auth, r#"{"type": "awsv4", "awsv4": [{"key": "accessKey", "value": ""}]}"#, NOT_SENT),
    row("awsv4-query-flag-text", Member::Auth, r#"{"type": "awsv4", "awsv4": [{"key": "addAuthDataToQuery", "value": "false"}]}"#, NOT_SENT),
    row("format-v2-0-upgrade", Member::Auth, r#"{"type": "bearer", "bearer": {"token": "{{host}}"}}"#, &[]),
    row("variable-undefined", Member::Auth, r#"{"type": "bearer", "bearer": [{"key": "token", "value": "{{nobody}}"}]}"#, NOT_SENT),
    row("variable-whitespace", Member::Auth, r#"{"type": "bearer", "bearer": [{"key": "token", "value": "{{ host }}"}]}"#, NOT_SENT),
    row("variable-vault", Member::Auth, r#"{"type": "bearer", "bearer": [{"key": "token", "value": "{{vault:a}}"}]}"#, NOT_SENT),
    row("variable-case-mismatch", Member::Auth, r#"{"type": "bearer", "bearer": [{"key": "token", "value": "{{Host}}"}]}"#, NOT_SENT),
    row("variable-dynamic-unknown", Member::Auth, r#"{"type": "bearer", "bearer": [{"key": "token", "value": "{{$gid}}"}]}"#, NOT_SENT),
    row("secret-detected", Member::Auth, r#"{"type": "bearer", "bearer": [{"key": "token", "value": "ghp_k3JxPq8LmZt5VwYb2NcRd7GfHs4TuAe9XoQi"}]}"#, &[]),
    // Scripts
    row("event-listen-unknown", Member::Event, r#"[{"listen": "tests", "script": {"exec": ["1"]}}]"#, &[]),
    row("script-syntax", Member::Event, r#"[{"listen": "test", "script": {"exec": ["if ("]}}]"#, &[]),
    row("script-expect-incomplete", Member::Event, r#"[{"listen": "test", "script": {"exec": ["pm.expect(1);"]}}]"#, &[]),
    row("script-variable-literal", Member::Event, r#"[{"listen": "test", "script": {"exec": ["pm.globals.get('{{host}}');"]}}]"#, &[]),
    row("script-deprecated-api", Member::Event, r#"[{"listen": "test", "script": {"exec": ["postman.setEnvironmentVariable('a', 'b')"]}}]"#, &[]),
    row("script-next-request-unknown", Member::Event, r#"[{"listen": "test", "script": {"exec": ["pm.execution.setNextRequest('Nobody')"]}}]"#, &[]),
    row("script-response-unavailable", Member::Event, r#"[{"listen": "prerequest", "script": {"exec": ["pm.response.json()"]}}]"#, &[]),
    row("script-debug-output", Member::Event, r#"[{"listen": "test", "script": {"exec": ["console.log(pm.response.json())"]}}]"#, &[]),
    row("secret-detected", Member::Event, r#"[{"listen": "test", "script": {"exec": ["const a = 'ghp_k3JxPq8LmZt5VwYb2NcRd7GfHs4TuAe9XoQi'"]}}]"#, &[]),
    row("unknown-property", Member::Event, r#"[{"listen": "test", "scripts": {}}]"#, &[]),
    // Variables
    row("variable-duplicate", Member::Variable, r#"[{"key": "host", "value": "a"}, {"key": "host", "value": "b"}]"#, &[]),
    row("variable-type-unknown", Member::Variable, r#"[{"key": "host", "value": "a", "type": "integer"}]"#, &[]),
    row("env-flag-mixup", Member::Variable, r#"[{"key": "host", "value": "a", "enabled": true}]"#, &[]),
    row("variable-name-missing", Member::Variable, r#"[{"id": "host", "value": "a"}]"#, &[]),
    row("variable-folder-scope", Member::Variable, r#"[{"key": "host", "value": "a"}]"#, &[(Collection, "its variables are read")]),
    row("variable-unused", Member::Variable, r#"[{"key": "host", "value": "a"}, {"key": "nobody", "value": "a"}]"#,
        &[(Folder, "Postman reads none there, which variable-folder-scope says"), (Item, "as in a folder")]),
    row("variable-cycle", Member::Variable, r#"[{"key": "host", "value": "{{host}}"}]"#,
        &[(Folder, "Postman reads none there, which variable-folder-scope says"), (Item, "as in a folder")]),
    row("variable-disabled-used", Member::Variable, r#"[{"key": "host", "value": "a", "disabled": true}]"#,
        &[(Folder, "Postman reads none there, which variable-folder-scope says"), (Item, "as in a folder")]),
    row("secret-detected", Member::Variable, r#"[{"key": "host", "value": "ghp_k3JxPq8LmZt5VwYb2NcRd7GfHs4TuAe9XoQi"}]"#, &[]),
    row("variable-secret-value", Member::Variable, r#"[{"key": "host", "value": "northgate77", "type": "secret"}]"#, &[]),
    row("unknown-property", Member::Variable, r#"[{"key": "host", "value": "a", "valu": "b"}]"#, &[]),
    // Settings
    row("ppb-unknown-key", Member::Settings, r#"{"strictSsl": true}"#, &[(Request, "ppb-misplaced says that none is read there")]),
    row("strict-ssl-disabled", Member::Settings, r#"{"strictSSL": false}"#, &[(Request, "ppb-misplaced says that none is read there")]),
    row("ppb-misplaced", Member::Settings, r#"{"strictSSL": true}"#,
        &[(Collection, "the right place"), (Folder, "the right place"), (Item, "the right place")]),
    // Descriptions
    row("doc-broken-internal-link", Member::Description, r#""See [there](\u0023nowhere).""#, &[]),
    row("secret-detected", Member::Description, r#""ghp_k3JxPq8LmZt5VwYb2NcRd7GfHs4TuAe9XoQi""#, &[]),
    row("doc-placeholder-value", Member::Description, r#""TODO: say what it does""#, &[]),
    // Addresses
    row("url-missing", Member::Url, r#""""#, NOT_SENT),
    row("url-unsendable", Member::Url, r#""/agent""#, NOT_SENT),
    row("url-port-twice", Member::Url, r#"{"host": ["a:1"], "port": "1", "path": ["b"]}"#, NOT_SENT),
    row("url-invisible-character", Member::Url, r#""{{host}}/agent\n""#, NOT_SENT),
    row("url-raw-mismatch", Member::Url, r#"{"raw": "a/b", "host": ["a"], "path": ["c"]}"#, NOT_SENT),
    row("url-hardcoded-host", Member::Url, r#""https://api.example.com/b""#, NOT_SENT),
    row("url-insecure-http", Member::Url, r#""http://api.example.com/b""#, NOT_SENT),
    row("url-curly-path-param", Member::Url, r#""{{host}}/{id}""#, NOT_SENT),
    row("path-segment-with-query", Member::Url, r#"{"host": ["{{host}}"], "path": ["b?c=d"]}"#, NOT_SENT),
    row("path-segment-with-slash", Member::Url, r#"{"host": ["{{host}}"], "path": ["b/c"]}"#, NOT_SENT),
    row("path-variable-undefined", Member::Url, r#""{{host}}/:id""#, NOT_SENT),
    row("path-variable-unused", Member::Url, r#"{"host": ["{{host}}"], "path": ["b"], "variable": [{"key": "id", "value": "1"}]}"#, NOT_SENT),
    row("path-variable-empty", Member::Url, r#"{"host": ["{{host}}"], "path": [":id"], "variable": [{"key": "id", "value": ""}]}"#, NOT_SENT),
    row("path-variable-mid-segment", Member::Url, r#""{{host}}/a-:id""#, NOT_SENT),
    row("path-custom-verb-colon", Member::Url, r#""{{host}}/a/:id:cancel""#, NOT_SENT),
    row("double-slash-in-path", Member::Url, r#""{{host}}/a//b""#, NOT_SENT),
    row("query-duplicate-key", Member::Url, r#"{"host": ["{{host}}"], "path": ["b"], "query": [{"key": "a", "value": "1"}, {"key": "a", "value": "1"}]}"#, NOT_SENT),
    row("query-null-or-empty-key", Member::Url, r#"{"host": ["{{host}}"], "path": ["b"], "query": [{"key": "", "value": ""}]}"#, NOT_SENT),
    row("variable-undefined", Member::Url, r#""{{nobody}}/b""#, NOT_SENT),
    row("variable-whitespace", Member::Url, r#""{{ host }}/b""#, NOT_SENT),
    row("variable-vault", Member::Url, r#""https://a.test/{{vault:a}}""#, NOT_SENT),
    row("variable-case-mismatch", Member::Url, r#""{{Host}}/b""#, NOT_SENT),
    row("variable-dynamic-unknown", Member::Url, r#""{{host}}/{{$gid}}""#, NOT_SENT),
    row("secret-detected", Member::Url, r#""{{host}}/b?token=ghp_k3JxPq8LmZt5VwYb2NcRd7GfHs4TuAe9XoQi""#, &[]),
    row("unknown-property", Member::Url, r#"{"host": ["{{host}}"], "path": ["b"], "querys": []}"#, &[]),
    row("awsv4-plus-in-query", Member::Url, r#""{{host}}/b?c=d+e""#, NOT_SENT),
    row("awsv4-pre-encoded-path", Member::Url, r#""{{host}}/%2A""#, NOT_SENT),
    row("doc-param-description", Member::Url, r#"{"host": ["{{host}}"], "path": ["b"], "query": [{"key": "a", "value": "1"}]}"#, NOT_SENT),
    row("doc-placeholder-value", Member::Url, r#""{{host}}/b?c=<string>""#, &[]),
    row("catalogue-endpoint-unknown", Member::Url, r#""{{host}}/agnet""#, &[]),
    row("catalogue-key-wrong", Member::Url, r#""{{host}}/salesinvoice/:docno""#, &[]),
    // Headers
    row("awsv4-manual-header", Member::Header, r#"[{"key": "X-Amz-Date", "value": "1"}]"#, NOT_SENT),
    row("awsv4-repeated-header", Member::Header, r#"[{"key": "A", "value": "b"}, {"key": "a", "value": "c"}]"#, NOT_SENT),
    row("doc-placeholder-value", Member::Header, r#"[{"key": "A", "value": "<string>"}]"#, &[]),
    row("header-duplicate", Member::Header, r#"[{"key": "Accept", "value": "a"}, {"key": "accept", "value": "b"}]"#, NOT_SENT),
    row("header-invalid", Member::Header, r#"[{"key": "X A", "value": "a"}]"#, NOT_SENT),
    row("header-value-blanks", Member::Header, r#"[{"key": "A", "value": "a "}]"#, NOT_SENT),
    row("header-system-managed", Member::Header, r#"[{"key": "Content-Length", "value": "1"}]"#, NOT_SENT),
    row("variable-undefined", Member::Header, r#"[{"key": "A", "value": "{{nobody}}"}]"#, NOT_SENT),
    row("secret-detected", Member::Header, r#"[{"key": "A", "value": "ghp_k3JxPq8LmZt5VwYb2NcRd7GfHs4TuAe9XoQi"}]"#, &[]),
    row("unknown-property", Member::Header, r#"[{"key": "A", "value": "b", "valu": "c"}]"#, &[]),
    // Bodies
    row("body-json-invalid", Member::Body, r#"{"mode": "raw", "raw": "{", "options": {"raw": {"language": "json"}}}"#, NOT_SENT),
    row("body-mode-empty", Member::Body, r#"{"mode": "", "raw": ""}"#, &[]),
    row("body-mode-payload-mismatch", Member::Body, r#"{"mode": "raw", "urlencoded": [{"key": "a", "value": "b"}]}"#, NOT_SENT),
    row("body-sent-as-text", Member::Body, r#"{"mode": "raw", "raw": "{}"}"#, NOT_SENT),
    row("file-src-absolute", Member::Body, r#"{"mode": "file", "file": {"src": "/home/me/a.txt"}}"#, NOT_SENT),
    row("file-src-missing", Member::Body, r#"{"mode": "file", "file": {}}"#, NOT_SENT),
    row("variable-undefined", Member::Body, r#"{"mode": "raw", "raw": "{{nobody}}"}"#, NOT_SENT),
    row("secret-detected", Member::Body, r#"{"mode": "raw", "raw": "ghp_k3JxPq8LmZt5VwYb2NcRd7GfHs4TuAe9XoQi"}"#, &[]),
    row("unknown-property", Member::Body, r#"{"mode": "raw", "raw": "a", "option": {}}"#, &[]),
    row("awsv4-formdata", Member::Body, r#"{"mode": "formdata", "formdata": [{"key": "a", "value": "b"}]}"#, NOT_SENT),
    row("doc-placeholder-value", Member::Body, r#"{"mode": "urlencoded", "urlencoded": [{"key": "a", "value": "<string>"}]}"#, &[]),
    row("catalogue-body-field-unknown", Member::Body, r#"{"mode": "raw", "raw": "{\"nothing\": 1}"}"#, &[]),
    // Methods
    row("catalogue-method-unknown", Member::Method, r#""LINK""#, &[]),
    row("method-nonstandard", Member::Method, r#""gte""#, NOT_SENT),
    // Names and ids
    row("name-ends-in-copy", Member::Name, r#""Something Copy""#, &[(Example, "people name examples as they like")]),
    row("name-not-portable", Member::Name, r#""a:b""#,
        &[(Info, "the file of a collection is named by hand"), (Example, "examples get no files of their own")]),
];

/// Rules that are about the whole document, or about what no table of places can show.
#[rustfmt::skip]
pub(crate) const WHOLE: &[(&str, &str)] = &[
    ("json-syntax", "the document"),
    ("json-duplicate-key", "any object of the document"),
    ("json-bom-or-encoding", "the document"),
    ("schema-conformance", "the document"),
    ("format-version-supported", "the document"),
    ("schema-url-known", "one member of the document"),
    ("schema-url-host", "one member of the document"),
    ("not-formatted", "the document"),
    ("volatile-field", "the members that `fmt --strip-volatile` drops, with a table of its own"),
    ("item-request-or-folder", "an item"),
    ("item-name-missing", "an item"),
    ("empty-folder", "a folder"),
    ("empty-collection", "the collection"),
    ("nesting-too-deep", "a folder"),
    ("duplicate-id", "two of a kind"),
    ("duplicate-request-name", "two requests"),
    ("duplicate-method-path", "two requests"),
    ("content-type-mismatch", "two members of one request"),
    ("auth-manual-header", "an auth and a header"),
    ("get-body-pruned", "two members of one request"),
    ("awsv4-query-body", "an auth and a body"),
    ("auth-missing", "what no auth covers"),
    ("auth-repeated", "all requests"),
    ("env-missing-keys", "environments"),
    ("variable-host-empty", "a variable and the URLs that start with it"),
    ("environment-name-missing", "environments"),
    ("environment-values-invalid", "environments"),
    ("example-missing", "a request without an example"),
    ("example-status-missing", "an example"),
    ("example-no-success", "the examples of a request"),
    ("example-no-401", "the examples of a request"),
    ("example-no-404", "the examples of a request"),
    ("example-json-invalid", "an example"),
    ("example-stale", "an example and its request"),
    ("body-on-patch-missing", "a method and the URL beside it"),
    ("doc-collection-description", "the collection"),
    ("doc-folder-description", "a folder"),
    ("doc-request-description", "a request"),
    ("catalogue-endpoint-missing", "what no request covers"),
    ("catalogue-filter-unknown", "a query and a method"),
];
