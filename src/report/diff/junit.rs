use std::fmt::Write as _;

use super::{DiffFormat, Report, location, one_line, sentence};
use crate::report::junit::escaped;

pub(super) const FORMAT: DiffFormat =
    DiffFormat::new("junit", "JUnit XML", render).extension("xml");

/// A suite with a case a change: those at the fail level are failures, milder ones are skipped, so
/// that they are seen; one case that passes where nothing has changed.
fn render(report: &Report) -> String {
    let all = report.changes.len();
    let is_failure = |impact| impact >= report.fails_at;
    let failures = report.changes.iter();
    let failures = failures.filter(|one| is_failure(one.impact)).count();
    let skipped = all - failures;
    let names = [report.base, report.revision].map(|name| escaped(&one_line(name)));
    let suite = names.join(" → ");
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = write!(
        xml,
        "<testsuites name=\"{}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">\n  \
         <testsuite name=\"{suite}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"{skipped}\">\n",
        env!("CARGO_PKG_NAME"),
        tests = all.max(1),
    );
    if all == 0 {
        let _ = writeln!(
            xml,
            "    <testcase name=\"no changes\" classname=\"{suite}\"/>"
        );
    }
    for one in report.changes {
        let change = one.change;
        let (class, message) = (escaped(&location(change)), escaped(&sentence(change)));
        let _ = writeln!(
            xml,
            "    <testcase name=\"{} {}\" classname=\"{class}\">",
            change.kind.id(),
            change.fingerprint,
        );
        let impact = one.impact.id();
        let _ = if is_failure(one.impact) {
            let line = one.lines.1.or(one.lines.0);
            let line = line.map_or_else(String::new, |line| format!(" at line {line}"));
            writeln!(
                xml,
                "      <failure type=\"{impact}\" message=\"{message}\">{class}{line}</failure>"
            )
        } else {
            writeln!(xml, "      <skipped message=\"{impact}: {message}\"/>")
        };
        xml.push_str("    </testcase>\n");
    }
    xml.push_str("  </testsuite>\n</testsuites>\n");
    xml
}
