//! Both lists of formats: what they call a format is plain, and the documentation names it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use sqlacc_postman::report::{self, Format};

/// The formats in the table of the page of `task`, without what is said of them in brackets.
fn in_documentation(task: &str) -> Vec<String> {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pages/tasks");
    let page = fs::read_to_string(pages.join(format!("{task}.md"))).unwrap();
    let row = page
        .lines()
        .find_map(|line| line.strip_prefix("| `--format` | "));
    let names = row.unwrap().trim_end_matches([' ', '|']).split(", ");
    let name = |text: &str| text.split(' ').next().unwrap().to_owned();
    names.map(name).collect()
}

fn check<R: Copy>(formats: &[Format<R>], task: &str) {
    let names: Vec<&str> = formats.iter().map(|one| one.name).collect();
    assert_eq!(in_documentation(task), names, "the table of {task}");
    let unique: BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(unique.len(), names.len(), "{names:?}");
    let extensions: Vec<&str> = formats.iter().filter_map(|one| one.extension).collect();
    let unique: BTreeSet<&str> = extensions.iter().copied().collect();
    assert_eq!(unique.len(), extensions.len(), "{extensions:?}");
    for one in formats {
        assert!(
            one.name.chars().all(|c| c.is_ascii_lowercase()),
            "{}",
            one.name
        );
        assert!(one.about.starts_with(char::is_uppercase), "{}", one.name);
        assert!(!one.about.ends_with('.'), "{}", one.name);
    }
}

#[test]
fn the_formats_of_findings_are_plain() {
    check(report::FORMATS, "validate");
}

#[test]
fn the_formats_of_changes_are_plain() {
    check(report::diff::FORMATS, "diff");
}
