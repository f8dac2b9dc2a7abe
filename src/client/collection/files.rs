//! Files that a body names.

use std::path::Path;

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::CollectionError;

/// Where the content of files comes from.
pub struct Files<'f> {
    /// The bytes of the file at a path, or why they cannot be read.
    pub read: &'f dyn Fn(&str) -> Result<Vec<u8>, String>,
}

impl Files<'_> {
    pub(super) fn read(&self, path: &str) -> Result<Vec<u8>, CollectionError> {
        (self.read)(path).map_err(|reason| CollectionError::File {
            path: path.to_owned(),
            reason,
        })
    }
}

/// Decodes base64. As in Postman, characters outside its alphabet are skipped,
/// and so is everything after a `=`.
pub(super) fn base64_content(text: &str) -> Vec<u8> {
    let text = text.split('=').next().unwrap_or_default();
    let standard = text.chars().filter_map(|c| match c {
        '-' => Some('+'),
        '_' => Some('/'),
        _ => (c.is_ascii_alphanumeric() || c == '+' || c == '/').then_some(c),
    });
    let mut digits: String = standard.collect();
    if digits.len() % 4 == 1 {
        digits.pop();
    }
    let config = GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent);
    let engine = GeneralPurpose::new(&STANDARD, config);
    engine.decode(digits).unwrap_or_default()
}

/// The media type for a file name's extension.
pub(super) fn media_type(file_name: &str) -> Option<&'static str> {
    let extension = Path::new(file_name).extension()?.to_str()?;
    Some(match extension.to_lowercase().as_str() {
        "bin" | "dat" | "exe" => "application/octet-stream",
        "bmp" => "image/bmp",
        "css" => "text/css",
        "csv" => "text/csv",
        "doc" => "application/msword",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "gif" => "image/gif",
        "gz" => "application/gzip",
        "htm" | "html" => "text/html",
        "jpeg" | "jpg" => "image/jpeg",
        "js" => "application/javascript",
        "json" => "application/json",
        "md" => "text/markdown",
        "mp3" => "audio/mpeg",
        "mp4" => "video/mp4",
        "pdf" => "application/pdf",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "tif" | "tiff" => "image/tiff",
        "log" | "text" | "txt" => "text/plain",
        "tsv" => "text/tab-separated-values",
        "webp" => "image/webp",
        "xls" => "application/vnd.ms-excel",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xml" => "application/xml",
        "yaml" | "yml" => "text/yaml",
        "zip" => "application/zip",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::base64_content;

    #[test]
    fn base64_is_read_as_node_reads_it() {
        for (text, bytes) in [
            ("aGk=", b"hi".as_slice()),
            ("aGk", b"hi"),
            ("aG k\n", b"hi"),
            ("_-8=", b"\xff\xef"),
            ("aGk=aGk=", b"hi"),
            ("a", b""),
            ("", b""),
        ] {
            assert_eq!(base64_content(text), bytes, "{text}");
        }
    }
}
