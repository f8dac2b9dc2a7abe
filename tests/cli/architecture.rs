//! ARCHITECTURE.md and CONTRIBUTING.md name the rooms and files that exist.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::layers::ALLOWED;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn page(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap()
}

/// What is between backticks in `text`.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[test]
fn every_path_exists() {
    let pages = page("ARCHITECTURE.md") + &page("CONTRIBUTING.md");
    let folders = ["src/", "tests/", "examples/", "schemas/", ".ci/", ".cargo/"];
    let is_path = |text: &&str| folders.iter().any(|folder| text.starts_with(folder));
    let paths: Vec<&str> = quoted(&pages).filter(is_path).collect();
    assert!(paths.len() > 40, "only {} paths were found", paths.len());
    for path in paths {
        // `your_rule.rs` is for the reader to write; its folder is there.
        let parts = Path::new(path).iter();
        let there: PathBuf = parts
            .take_while(|part| !part.to_string_lossy().contains("your"))
            .collect();
        assert!(root().join(&there).exists(), "`{path}` does not exist");
    }
}

#[test]
fn the_rooms_and_their_imports_are_those_of_the_layers() {
    let page = page("ARCHITECTURE.md");
    let mut rooms = BTreeMap::new();
    for line in page.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').collect();
        let [room, _, imports] = cells[..] else {
            panic!("`{line}` does not have three cells");
        };
        let mut imports: Vec<&str> = quoted(imports).collect();
        imports.sort_unstable();
        rooms.insert(room.trim().trim_matches('`'), imports);
    }
    // The top imports all, so the page does not list them.
    let top = rooms.insert("cli", ALLOWED.iter().map(|(room, _)| *room).collect());
    assert_eq!(top, Some(Vec::new()));
    for (room, allowed) in ALLOWED {
        let mut allowed = allowed.to_vec();
        let mut named = rooms.remove(room).unwrap_or_default();
        named.retain(|one| one != room);
        allowed.sort_unstable();
        named.sort_unstable();
        assert_eq!(named, allowed, "what `{room}` may import");
    }
    assert!(rooms.is_empty(), "{rooms:?} are not in tests/cli/layers.rs");
}
