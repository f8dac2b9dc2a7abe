//! Other secrets: none, a placeholder, or the right one in another form.

use zeroize::Zeroizing;

use crate::sigv4::cause::Cause;
use crate::sigv4::credentials::Credentials;
use crate::sigv4::encoding::{decode, encode};
use crate::sigv4::signature_inputs::Hypothesis;

/// Guesses at the secret.
pub(super) fn secrets(credentials: &Credentials) -> Vec<Hypothesis> {
    let own = credentials.secret();
    let forms = placeholders(credentials.access_key())
        .into_iter()
        .chain(written(own));
    forms
        .filter(|(_, secret)| secret != own.as_bytes())
        .map(|(how, secret)| {
            let secret = Zeroizing::new(secret);
            Hypothesis::new(Cause::Secret(how), move |inputs| {
                inputs.key.secret.clone_from(&secret);
            })
        })
        .collect()
}

fn placeholders(access_key: &str) -> Vec<(&'static str, Vec<u8>)> {
    let forms = [
        ("empty", ""),
        ("the word `undefined`: the signer had none", "undefined"),
        ("the word `null`: the signer had none", "null"),
        ("the word `None`: the signer had none", "None"),
        ("the word `nil`: the signer had none", "nil"),
        ("the placeholder `your_secret_key`", "your_secret_key"),
        ("the placeholder `YOUR_SECRET_KEY`", "YOUR_SECRET_KEY"),
        ("the unresolved variable `{{secret_key}}`", "{{secret_key}}"),
        ("the unresolved variable `{{secretKey}}`", "{{secretKey}}"),
        ("the access key", access_key),
    ];
    forms
        .map(|(how, text)| (how, text.as_bytes().to_vec()))
        .to_vec()
}

fn written(own: &str) -> Vec<(&'static str, Vec<u8>)> {
    let bare = own.trim();
    let ends = |cut: usize| {
        let mut places = bare.char_indices().map(|(at, _)| at).rev();
        places
            .nth(cut - 1)
            .and_then(|at| bare.get(..at))
            .unwrap_or_default()
    };
    let first = bare.chars().next().map_or(0, char::len_utf8);
    let hex: Vec<u8> = bare
        .as_bytes()
        .chunks_exact(2)
        .map_while(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
        .collect();
    let mut forms: Vec<(&'static str, Vec<u8>)> = [
        ("followed by a line feed", format!("{bare}\n")),
        ("followed by a line end (CR LF)", format!("{bare}\r\n")),
        ("followed by a space", format!("{bare} ")),
        ("preceded by a space", format!(" {bare}")),
        ("followed by a carriage return", format!("{bare}\r")),
        ("followed by a tab", format!("{bare}\t")),
        ("preceded by a byte order mark", format!("\u{FEFF}{bare}")),
        (
            "followed by an invisible character",
            format!("{bare}\u{200B}"),
        ),
        ("followed by a no-break space", format!("{bare}\u{A0}")),
        ("followed by a zero byte", format!("{bare}\0")),
        ("used without the white space around it", bare.to_owned()),
        ("in upper case", own.to_ascii_uppercase()),
        ("in lower case", own.to_ascii_lowercase()),
        ("in quotes", format!("\"{bare}\"")),
        ("in single quotes", format!("'{bare}'")),
        ("cut short by a character", ends(1).to_owned()),
        ("cut short by two characters", ends(2).to_owned()),
        (
            "without its first character",
            bare.get(first..).unwrap_or_default().to_owned(),
        ),
        ("with its last character twice", {
            format!("{bare}{}", bare.chars().next_back().unwrap_or_default())
        }),
        ("written twice", format!("{bare}{bare}")),
        ("preceded by `AWS4` twice", format!("AWS4{bare}")),
        ("percent-encoded", encode(bare.as_bytes())),
        ("with `+` as a space", bare.replace('+', " ")),
        ("with a space as `+`", bare.replace(' ', "+")),
        ("backwards", bare.chars().rev().collect()),
    ]
    .map(|(how, text)| (how, text.into_bytes()))
    .to_vec();
    forms.push(("percent-decoded", decode(bare)));
    if hex.len() * 2 == bare.len() {
        forms.push(("read as hex digits, into bytes", hex));
    }
    forms
}
