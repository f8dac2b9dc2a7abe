//! What somebody else's collection may have: files that it names, and values that are the user's own.

use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::bail;

use super::Args;
use crate::cli::output::{eprint, folder_of};
use crate::client::BaseUrl;
use crate::json::Document;
use crate::postman::effective::secret::mask_value;
use crate::postman::effective::url::UrlText;
use crate::postman::effective::{Environment, Scope, Scopes, Variable};

/// The endings of files that hold keys.
const KEY_FILES: &[&str] = &[
    "asc", "env", "gpg", "jks", "kdbx", "key", "keystore", "p12", "pem", "pfx", "ppk",
];

/// The files that a body may name.
pub(super) struct FilePolicy {
    /// The collection's own folder.
    folder: PathBuf,
    /// The user's environments and keys.
    own: Vec<PathBuf>,
    /// What the command names.
    allowed: Vec<PathBuf>,
}

impl FilePolicy {
    pub(super) fn new(args: &Args, collection: &Path) -> anyhow::Result<Self> {
        let absolute = |path: &Path| path.canonicalize();
        let own = args.sending.keys.files().chain(args.globals.as_deref());
        let mut allowed = Vec::new();
        for path in &args.allow_file {
            match absolute(path) {
                Ok(path) => allowed.push(path),
                Err(error) => bail!("--allow-file `{}`: {}", path.display(), error.kind()),
            }
        }
        Ok(Self {
            folder: absolute(folder_of(collection))?,
            own: own.filter_map(|path| absolute(path).ok()).collect(),
            allowed,
        })
    }

    /// The content of a file that a body names. As in Postman, a path is relative to the current folder.
    pub(super) fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        let reason = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound => "not found in the current folder".into(),
            _ => error.to_string(),
        };
        let file = Path::new(path).canonicalize().map_err(reason)?;
        if !file.is_file() {
            return Err("not a regular file".to_owned());
        }
        let is_allowed = self.allowed.iter().any(|allowed| file.starts_with(allowed));
        let refused = |why: &str| Err(format!("{why}; `--allow-file {path}` sends it"));
        if let Some(why) = self.refusal(&file).filter(|_| !is_allowed) {
            return refused(why);
        }
        let bytes = fs::read(&file).map_err(reason)?;
        match held(&bytes).filter(|_| !is_allowed) {
            Some(why) => refused(why),
            None => Ok(bytes),
        }
    }

    /// Why a file is not for somebody else's collection.
    fn refusal(&self, file: &Path) -> Option<&'static str> {
        if self.own.iter().any(|own| own == file) {
            return Some("it has the values of your environment");
        }
        let Ok(inside) = file.strip_prefix(&self.folder) else {
            return Some("outside the folder of the collection");
        };
        let names = inside.components();
        let mut names = names.map(|name| name.as_os_str().to_string_lossy().to_lowercase());
        if names.any(|name| name.starts_with('.')) {
            return Some("a hidden file");
        }
        let name = file.file_name()?.to_string_lossy().to_lowercase();
        let name = name.replace('-', "_");
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        let is_environment = ["postman_environment", "postman_globals"]
            .iter()
            .any(|part| name.contains(part));
        if KEY_FILES.contains(&ending) || name.starts_with("id_") || is_environment {
            return Some("a file that may hold keys");
        }
        None
    }
}

/// What a file holds that it must not give away, whatever it is called.
fn held(bytes: &[u8]) -> Option<&'static str> {
    const PRIVATE_KEY: &[u8] = b"PRIVATE KEY-----";
    if bytes
        .windows(PRIVATE_KEY.len())
        .any(|part| part == PRIVATE_KEY)
    {
        return Some("it holds a private key");
    }
    let document = Document::parse(bytes).ok()?;
    let is_environment = Environment::of(&document).is_ok();
    is_environment.then_some("it is an environment")
}

/// Which of the user's own values a request has.
#[derive(Default)]
pub(super) struct OwnValues {
    /// The name of the first of them.
    first: RefCell<Option<String>>,
    has_secret: Cell<bool>,
}

impl OwnValues {
    /// Takes note of a variable that a request has.
    pub(super) fn observe(&self, scope: Scope, variable: &Variable) {
        if scope == Scope::Collection {
            return;
        }
        let text = variable.text();
        let is_typed = variable.kind.is_some_and(|kind| kind.is_str("secret"));
        if is_typed || mask_value(&variable.name, &text) != text {
            self.has_secret.set(true);
        }
        let mut first = self.first.borrow_mut();
        first.get_or_insert_with(|| variable.name.to_string());
    }

    /// Refuses to send them to a host that only the collection names, and warns where anyone on the way
    /// could read a secret. `own` are the user's own variables; `signs` is whether the user's keys sign.
    pub(super) fn check(
        &self,
        base: &BaseUrl,
        own: &Scopes,
        allowed: &[String],
        signs: bool,
    ) -> anyhow::Result<()> {
        let first = self.first.borrow();
        // A signature is for one host and does not give the secret key away.
        if first.is_none() && (!signs || base.is_loopback()) {
            return Ok(());
        }
        let host = host_of(&base.origin()).unwrap_or_default();
        let values = own.iter().map(|(_, one)| one.text());
        let values = values.map(|text| own.substitute(&text).into_owned());
        let named: HashSet<String> = values
            .chain(allowed.iter().cloned())
            .filter_map(|text| host_of(&text))
            .collect();
        if !named.contains(&host) {
            let what = match first.as_deref() {
                Some(name) => format!("`{name}` of your environment"),
                None => "a request signed with your keys".to_owned(),
            };
            bail!(
                "nothing was sent: only the collection names {host}, which would get {what}; `--allow-host {host}` sends it"
            );
        }
        if self.has_secret.get() && !base.is_secure() && !base.is_loopback() {
            eprint(&format!(
                "warning: a secret goes to {host} over plain HTTP, where anyone on the way can read it"
            ));
        }
        Ok(())
    }
}

/// The host in a URL, or a host with or without a port and a path; in lower case. It is read as the URL is
/// read that is sent.
fn host_of(text: &str) -> Option<String> {
    let text = text.trim();
    let cut = UrlText::new(text);
    // A mail address names no host.
    if cut.protocol.is_none() && cut.user_info.is_some() {
        return None;
    }
    let host = text.get(cut.host)?.trim_matches(['[', ']']);
    let host = host.trim_end_matches('.').to_lowercase();
    (!host.is_empty() && !host.contains(char::is_whitespace)).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::{held, host_of};

    #[test]
    fn a_host_is_read_from_what_people_write() {
        for (text, host) in [
            ("https://API.example.com/v1?a=b", Some("api.example.com")),
            ("api.example.com:8443/v1", Some("api.example.com")),
            ("https://user:word@api.example.com", Some("api.example.com")),
            ("http://[::1]:8080", Some("::1")),
            ("https://api.example.com.", Some("api.example.com")),
            ("https://good.example\\@evil.example/", Some("good.example")),
            ("ali@api.example.com", None),
            ("two words", None),
            ("", None),
        ] {
            assert_eq!(host_of(text).as_deref(), host, "{text}");
        }
    }

    #[test]
    fn keys_and_environments_are_known_by_what_is_in_them() {
        assert!(held(b"-----BEGIN RSA PRIVATE KEY-----\n").is_some());
        assert!(held(br#"{"name": "e", "values": []}"#).is_some());
        assert!(held(b"a,b\n").is_none());
        assert!(held(br#"{"code": "ALI"}"#).is_none());
    }
}
