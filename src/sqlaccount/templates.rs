//! Pages and scripts about what only this service does.

macro_rules! own {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../templates/sqlaccount/", $name)))),*]
    };
}

/// Each replaces the built-in template of its name.
pub(super) const TEMPLATES: &[(&str, &str)] = own![
    "request/create.md",
    "request/delete.md",
    "request/details.md",
    "request/list.md",
    "request/pdf.md",
    "request/report.md",
    "request/report_pdf.md",
    "request/update.md",
    "script/user_agent.js",
];
