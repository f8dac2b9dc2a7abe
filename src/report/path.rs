//! How a file's name is written, and the path of names inside it.

use super::visible::{short, visible};
use crate::diagnostic::Location;

/// Longer paths of names are cut.
const NAMES_LIMIT: usize = 400;

/// The folders and the request that a place is in, for people; nothing for the collection itself.
pub(super) fn names(location: &Location) -> Option<String> {
    let all = location.names.iter().map(|name| match name.trim() {
        "" => "(no name)",
        name => name,
    });
    let names: Vec<&str> = all.collect();
    (!names.is_empty()).then(|| short(&names.join(" › "), NAMES_LIMIT))
}

/// The name of stdin.
const STDIN: &str = "-";

/// For people.
pub(super) fn display(path: &str) -> String {
    match path {
        STDIN => "<stdin>".to_owned(),
        _ => visible(path),
    }
}

/// As services write it that look for it in the repository: from `folder` on, the working folder,
/// where the file is in it, without `.` and `..` between folders.
pub(super) fn in_repository(path: &str, folder: &str) -> String {
    if path == STDIN {
        return "stdin".to_owned();
    }
    let is_absolute = path.starts_with('/') || has_drive(path);
    let from_root = if is_absolute || folder.is_empty() {
        path.to_owned()
    } else {
        format!("{folder}/{path}")
    };
    let (parts, around) = (normalised(&from_root), normalised(folder));
    let inside = parts.strip_prefix(around.as_slice());
    match inside.filter(|inside| !folder.is_empty() && !inside.is_empty()) {
        Some(inside) => inside.join("/"),
        None if is_absolute => path.to_owned(),
        None => normalised(path).join("/"),
    }
}

/// The parts of a path, without `.`, and without `..` behind the name of a folder.
fn normalised(path: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = Vec::new();
    for (number, part) in path.split('/').enumerate() {
        match part {
            "." => {}
            "" if number > 0 => {}
            ".." if parts.last().is_some_and(|last| !["", ".."].contains(last)) => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts
}

/// Whether a path starts with the letter of a drive.
fn has_drive(path: &str) -> bool {
    path.as_bytes().get(1) == Some(&b':') && path.as_bytes().get(2) == Some(&b'/')
}

/// As a URI, of a path that [`in_repository`] gave: relative where that is.
pub(super) fn uri(path: &str) -> String {
    let mut uri = match () {
        () if path.starts_with("//") => "file:".to_owned(),
        () if path.starts_with('/') => "file://".to_owned(),
        () if has_drive(path) => "file:///".to_owned(),
        () => String::new(),
    };
    for byte in path.bytes() {
        let is_plain = byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
        if is_plain {
            uri.push(char::from(byte));
        } else {
            uri.push('%');
            uri.extend([byte >> 4, byte & 15].map(|digit| {
                let digit = char::from_digit(u32::from(digit), 16).unwrap_or('0');
                digit.to_ascii_uppercase()
            }));
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::{in_repository, uri};

    #[test]
    fn names_become_relative_to_the_working_folder() {
        for (name, folder, expected) in [
            ("./a.json", "", "a.json"),
            ("./api/./v1/../a.json", "/srv/shop", "api/a.json"),
            ("../shop/a.json", "/srv/shop", "a.json"),
            ("../other/a.json", "/srv/shop", "../other/a.json"),
            ("/srv/shop/api/a.json", "/srv/shop", "api/a.json"),
            ("/srv/shopping/a.json", "/srv/shop", "/srv/shopping/a.json"),
            ("C:/shop/a.json", "C:/shop", "a.json"),
            ("D:/a.json", "C:/shop", "D:/a.json"),
            ("//host/share/a.json", "/srv", "//host/share/a.json"),
            ("a.json", "/", "a.json"),
            ("-", "/srv/shop", "stdin"),
        ] {
            assert_eq!(in_repository(name, folder), expected, "{name} in {folder}");
        }
    }

    #[test]
    fn names_become_uris() {
        assert_eq!(uri("sales orders/a:b.json"), "sales%20orders/a%3Ab.json");
        assert_eq!(uri("/srv/é.json"), "file:///srv/%C3%A9.json");
        assert_eq!(uri("C:/a.json"), "file:///C%3A/a.json");
        assert_eq!(uri("//host/share/a.json"), "file://host/share/a.json");
    }
}
