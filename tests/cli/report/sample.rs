//! One run with everything that has ever broken a report.

use sqlacc_postman::diagnostic::{
    Applicability, Diagnostic, Edit, FileReport, Fix, Label, Location, RuleInfo, Run, Severity,
    Skipped,
};
use sqlacc_postman::json::LineIndex;

const PAGE: &str =
    " Keys are unique.\n\n ## What it does\n\n Finds keys that are there\n twice.\n\n ## Example\n";

/// Each rule of the sample with its severity.
const RULES: &[(&str, Severity)] = &[
    ("json-syntax", Severity::Error),
    ("json-duplicate-key", Severity::Error),
    ("json-bom-or-encoding", Severity::Warning),
    ("item-name-missing", Severity::Warning),
    ("doc-request-description", Severity::Info),
    ("secret-detected", Severity::Error),
];

/// A file's text and what is found in it.
pub(crate) struct Sample {
    path: &'static str,
    text: String,
    diagnostics: Vec<Diagnostic>,
}

impl Sample {
    pub(crate) fn new(path: &'static str, text: impl Into<String>) -> Self {
        Self {
            path,
            text: text.into(),
            diagnostics: Vec::new(),
        }
    }

    fn location(&self, needle: &str, names: &[&str]) -> Location {
        let start = self.text.find(needle).unwrap();
        self.span(start..start + needle.len(), names)
    }

    fn span(&self, span: std::ops::Range<usize>, names: &[&str]) -> Location {
        let lines = LineIndex::new(self.text.as_bytes());
        Location {
            pointer: "/item/0".to_owned(),
            start: lines.position(span.start),
            end: lines.position(span.end),
            span,
            names: names.iter().map(|name| (*name).to_owned()).collect(),
        }
    }

    /// Adds a finding of `rule` at `location`.
    fn at(mut self, rule: &str, message: &str, location: Location) -> Self {
        let (rule, severity) = *RULES.iter().find(|(id, _)| *id == rule).unwrap();
        self.diagnostics.push(Diagnostic {
            rule,
            severity,
            message: message.to_owned(),
            location,
            labels: Vec::new(),
            help: None,
            fix: None,
            fingerprint: format!("{:012x}", self.diagnostics.len() + 1),
        });
        self
    }

    /// How many findings it has.
    pub(crate) fn count(&self) -> usize {
        self.diagnostics.len()
    }

    /// Adds a finding at the first `needle`.
    pub(crate) fn find(self, rule: &str, message: &str, needle: &str, names: &[&str]) -> Self {
        let location = self.location(needle, names);
        self.at(rule, message, location)
    }

    fn last(&mut self) -> &mut Diagnostic {
        self.diagnostics.last_mut().unwrap()
    }

    fn label(mut self, message: &str, needle: &str) -> Self {
        let location = self.location(needle, &[]);
        let message = message.to_owned();
        self.last().labels.push(Label { message, location });
        self
    }

    fn help(mut self, help: &str) -> Self {
        self.last().help = Some(help.to_owned());
        self
    }

    fn fix(mut self, applicability: Applicability, message: &str, old: &str, new: &str) -> Self {
        let span = self.location(old, &[]).span;
        self.last().fix = Some(Fix {
            applicability,
            message: message.to_owned(),
            edits: vec![Edit {
                span,
                text: new.to_owned(),
            }],
            has_secret: old.contains("AKIA"),
            is_last: false,
        });
        self
    }

    pub(crate) fn report(self) -> FileReport {
        let secrets = self.text.match_indices("AKIAIOSFODNN7EXAMPLE");
        FileReport {
            path: self.path.to_owned(),
            hidden: secrets.map(|(at, key)| at..at + key.len()).collect(),
            text: self.text,
            diagnostics: self.diagnostics,
            comparison: None,
        }
    }
}

/// CR LF, tabs, letters of two and four bytes, labels near and far, spans over lines.
fn sales() -> Sample {
    let text = "{\r\n\t\"info\": {\"name\": \"Vertrieb für 日本 👍\", \"name\": \"Sales\"},\r\n\
        \t\"item\": [\r\n\t\t{\r\n\t\t\t\"name\": \"\",\r\n\t\t\t\"request\": {\r\n\
        \t\t\t\t\"method\": \"GET\",\r\n\t\t\t\t\"header\": [],\r\n\t\t\t\t\"url\": \"{{host}}\"\r\n\
        \t\t\t}\r\n\t\t}\r\n\t],\r\n\t\"variable\": [],\r\n\t\"item\": []\r\n}\r\n";
    Sample::new("./collections/sales orders.json", text)
        .find(
            "json-duplicate-key",
            "The key `name` is there twice",
            "\"Sales\"",
            &[],
        )
        .label("first defined here", "\"Vertrieb für 日本 👍\"")
        .help("keep the one you mean")
        .find(
            "item-name-missing",
            "The request has an empty name",
            "\"name\": \"\"",
            &["Sales", "Sales Invoice", "Create"],
        )
        .help("give it a name")
        .fix(
            Applicability::Unsafe,
            "name it after its URL",
            "\"\"",
            "\"{{host}}\"",
        )
        .find(
            "doc-request-description",
            "The request has no description",
            "\"method\": \"GET\",\r\n\t\t\t\t\"header\": []",
            &["Sales", ""],
        )
        .find(
            "doc-request-description",
            "The folder has no description",
            "[\r\n\t\t{\r\n\t\t\t\"name\": \"\",\r\n\t\t\t\"request\": {\r\n\t\t\t\t\"method\": \"GET\",\r\n\t\t\t\t\"header\": []",
            &[],
        )
        .find(
            "item-name-missing",
            "The request is more than a frame shows",
            "{\r\n\t\t\t\"name\": \"\",\r\n\t\t\t\"request\": {\r\n\t\t\t\t\"method\": \"GET\",\r\n\t\t\t\t\"header\": [],\r\n\t\t\t\t\"url\": \"{{host}}\"\r\n\t\t\t}\r\n\t\t}",
            &[],
        )
        .label("on the next line", "\"name\": \"\"")
        .label("two lines further", "\"GET\"")
        .find(
            "json-duplicate-key",
            "The key `item` is there twice",
            "\"item\": []",
            &[],
        )
        .label("first defined here", "\"item\"")
        .fix(
            Applicability::Safe,
            "remove the empty one",
            ",\r\n\t\"item\": []",
            "",
        )
}

/// One line of more than 10,000 characters.
fn minified() -> Sample {
    let entries: Vec<String> = (0..500)
        .map(|number| format!("{{\"name\":\"Größe {number}\"}}"))
        .collect();
    let text = format!("{{\"item\":[{}],\"id\":1}}", entries.join(","));
    assert!(text.len() > 10_000);
    let long = entries.get(300..400).unwrap().join(",");
    Sample::new("minified.json", text)
        .find(
            "json-duplicate-key",
            "The name is there twice",
            "\"Größe 250\"",
            &[],
        )
        .label("first defined here", "\"Größe 7\"")
        .find("item-name-missing", "All of these", &long, &[])
        .find("item-name-missing", "At the end of the line", "1}", &[])
}

/// Names that mean something to terminals, CI servers, Markdown and XML.
fn hostile() -> Sample {
    let text = "{\"name\": \"\u{1b}[31m::error::x\u{9b}2J \u{202e}abc\u{0}\", \"b\": \"| <script> & ]]>\"}";
    Sample::new(
        "we::ird,%0A\n::warning::|<script>&\"\u{1b}[2J\u{fffe}.json",
        text,
    )
    .find(
        "json-duplicate-key",
        "The key `\u{1b}[31m::error::x\r\n::stop-commands::y` | <script>alert(1)</script> & [a](http://b) @octocat #1 is 100% wrong",
        "\u{1b}[31m::error::x\u{9b}2J \u{202e}abc\u{0}",
        &["a|b", "<script>", "x\u{1b}]0;t\u{7}\ny", "`*_~", "]]>"],
    )
    .label("first | <b>\u{9b}", "<script>")
    .help("read\nthis: a, b % c")
}

/// A secret, and another finding on its line.
fn secret() -> Sample {
    let text = "{\n  \"key\": \"AKIAIOSFODNN7EXAMPLE\", \"key\": 1,\n  \"b\": \"AKIAIOSFODNN7EXAMPLE\"\n}\n";
    Sample::new("secret.json", text)
        .find(
            "secret-detected",
            "An access key of AWS is written out",
            "\"AKIAIOSFODNN7EXAMPLE\"",
            &["Sales"],
        )
        .label("the key of it", "\"key\"")
        .fix(
            Applicability::Unsafe,
            "put a variable in its place",
            "\"AKIAIOSFODNN7EXAMPLE\"",
            "\"{{accessKey}}\"",
        )
        .find(
            "json-duplicate-key",
            "The key `key` is there twice",
            "\"key\": 1",
            &[],
        )
        .label("first defined here", "\"key\": \"AKIAIOSFODNN7EXAMPLE\"")
        .fix(
            Applicability::Safe,
            "remove the first",
            "\"key\": \"AKIAIOSFODNN7EXAMPLE\", ",
            "",
        )
        .find("item-name-missing", "Inside of the secret", "EXAMPLE", &[])
}

/// The run.
pub(crate) fn run() -> Run {
    let end = Sample::new("end.json", "{\"a\": [\n");
    let end_of = end.span(8..8, &[]);
    let unended = Sample::new("unended.json", "[1");
    let end_of_unended = unended.span(2..2, &[]);
    let empty = Sample::new("empty.json", "");
    let start = empty.span(0..0, &[]);
    let marked = Sample::new("-", "\u{feff}{}");
    let mark = marked.span(0..3, &[]);
    let samples = [
        sales(),
        Sample::new("clean.json", "{}"),
        empty.at("json-syntax", "The file is empty", start),
        end.at("json-syntax", "The array is not closed", end_of),
        unended.at("json-syntax", "The array is not closed", end_of_unended),
        minified(),
        hostile(),
        secret(),
        marked
            .at(
                "json-bom-or-encoding",
                "The file starts with a byte order mark",
                mark,
            )
            .fix(
                Applicability::Safe,
                "remove the byte order mark",
                "\u{feff}",
                "",
            ),
    ];
    Run {
        files: samples.into_iter().map(Sample::report).collect(),
        rules: rules(),
        skipped: vec![Skipped {
            path: "petstore.json".to_owned(),
            reason: "an OpenAPI document".to_owned(),
        }],
        folder: "/srv/shop".to_owned(),
    }
}

fn rules() -> Vec<RuleInfo> {
    let info = |(id, severity): &(&'static str, Severity)| RuleInfo {
        id,
        summary: "Keys are unique.",
        page: PAGE,
        module: "sqlacc_postman::validate::rules::json_duplicate_key",
        severity: *severity,
        fixable: *id == "json-bom-or-encoding",
    };
    RULES.iter().map(info).collect()
}
