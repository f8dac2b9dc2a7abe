//! Keys on the command line, and where their secrets are not.

use std::fs;
use std::path::Path;

use sqlacc_postman::sigv4::Credentials;

use super::server::{DATA, Server, command, run};

fn key(folder: &Path, args: &[&str]) -> (i32, String, String) {
    let output = run(folder, &[&["key", "--data", DATA], args].concat());
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

/// Both keys, as `generate` shows them.
fn pair(shown: &str) -> (String, String) {
    let words: Vec<&str> = shown.split_whitespace().collect();
    (words[2].to_owned(), words[5].to_owned())
}

#[test]
fn a_key_lives_from_generate_to_revoke() {
    let server = Server::start(&[]);
    let folder = server.folder.path();
    let status = |access: &str, secret: &str| {
        let call = server.call("GET", "/agent");
        let call = call.signed(&Credentials::new(access, secret));
        call.send(&server.host).status
    };
    let (code, shown, stderr) = key(folder, &["generate", "sales"]);
    assert_eq!(code, 0, "{stderr}");
    let (access, secret) = pair(&shown);
    assert!(access.ends_with(".sql.my/SALES") && !stderr.contains(&secret));
    assert_eq!(status(&access, &secret), 200);
    let (code, _, stderr) = key(folder, &["generate", "SALES"]);
    assert!(
        code == 2 && stderr.contains("already has a key"),
        "{stderr}"
    );
    let (_, shown, _) = key(folder, &["generate", "SALES", "--regenerate"]);
    let (second_access, second_secret) = pair(&shown);
    assert_eq!(status(&access, &secret), 401);
    assert_eq!(status(&second_access, &second_secret), 200);
    let (code, listed, _) = key(folder, &["list"]);
    assert_eq!(code, 0);
    assert!(!listed.contains(&second_secret) && !listed.contains(&secret));
    let state = |access: &str| {
        let line = listed.lines().find(|line| line.starts_with(access));
        line.unwrap().rsplit("  ").next().unwrap().to_owned()
    };
    assert_eq!(state(&second_access), "active");
    assert!(state(&access).starts_with("revoked 2"));
    assert_eq!(key(folder, &["revoke", &second_access]).0, 0);
    assert_eq!(status(&second_access, &second_secret), 401);
    let (code, _, stderr) = key(folder, &["revoke", &second_access]);
    assert!(
        code == 2 && stderr.contains("unknown or revoked key"),
        "{stderr}"
    );
    server.assert_well();
}

#[test]
fn secrets_are_in_no_file_and_no_log() {
    let server = Server::start(&["--log-level", "debug"]);
    let folder = server.folder.clone();
    let (_, shown, _) = key(folder.path(), &["generate", "SALES"]);
    let (access, secret) = pair(&shown);
    let good = Credentials::new(access.as_str(), secret.as_str());
    let call = server.call("GET", "/agent").signed(&good);
    let signature = call.headers.last().unwrap().1.clone();
    let signature = signature.rsplit('=').next().unwrap().to_owned();
    assert_eq!(call.send(&server.host).status, 200);
    let location = sqlacc_postman::sigv4::SignatureLocation::Query { expires: Some(60) };
    let presigned = server.call("GET", "/agent").signed_at(&good, 0, location);
    let in_query = presigned.target.rsplit('=').next().unwrap().to_owned();
    assert_eq!(presigned.send(&server.host).status, 200);
    let wrong = Credentials::new(access.as_str(), server.secret_key.as_str());
    let refused = server.call("GET", "/agent").signed(&wrong);
    assert_eq!(refused.send(&server.host).status, 401);
    let own = server.secret_key.clone();
    server.signal("TERM");
    let (_, log) = server.wait();
    assert!(log.lines().count() >= 3, "{log}");
    let raw = |text: &str| -> Vec<u8> {
        let pairs = text.as_bytes().chunks(2);
        let pairs = pairs.map(|pair| std::str::from_utf8(pair).unwrap());
        pairs
            .map(|pair| u8::from_str_radix(pair, 16).unwrap())
            .collect()
    };
    for text in [&secret, &own, &signature, &in_query] {
        assert!(!log.contains(text.as_str()), "the log has it");
    }
    let mut read = 0;
    for entry in fs::read_dir(folder.path()).unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        let has = |needle: &[u8]| bytes.windows(needle.len()).any(|part| part == needle);
        let is_environment = path.ends_with("environment.json");
        assert!(!has(secret.as_bytes()) && !has(&raw(&secret)), "{path:?}");
        assert_eq!(has(own.as_bytes()), is_environment, "{path:?}");
        read += 1;
    }
    assert!(read >= 3, "data, key file and environment");
}

#[cfg(unix)]
#[test]
fn the_master_key_is_kept_apart_and_guarded() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("{DATA}.key"));
    assert_eq!(key(folder.path(), &["generate", "SALES"]).0, 0);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    let (code, _, stderr) = key(folder.path(), &["list"]);
    assert!(
        code == 2 && stderr.contains("readable by other users"),
        "{stderr}"
    );
    // Another key: said at the start, not to every client.
    let other = "ab".repeat(32);
    let mut list = command(folder.path());
    list.env("SQLACC_MASTER_KEY", &other);
    let output = list.args(["key", "--data", DATA, "list"]).output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr.contains("another master key") && !stderr.contains(&other));
}

#[test]
fn an_environment_can_be_written_instead_of_showing_keys() {
    let folder = tempfile::tempdir().unwrap();
    let args = ["generate", "SALES", "--write-environment", "sales.json"];
    let (code, shown, stderr) = key(folder.path(), &args);
    assert_eq!((code, shown.as_str()), (0, ""), "{stderr}");
    let text = fs::read_to_string(folder.path().join("sales.json")).unwrap();
    assert!(text.contains(".sql.my/SALES") && text.contains("http://127.0.0.1:8080"));
    // What nobody has seen does not stay in the way.
    let args = [
        "generate",
        "OTHER",
        "--write-environment",
        "missing/other.json",
    ];
    assert_eq!(key(folder.path(), &args).0, 2);
    assert_eq!(key(folder.path(), &["generate", "OTHER"]).0, 0);
}

#[test]
fn bad_arguments_get_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let mut said = String::new();
    for args in [
        &["key", "list"][..],
        &["key", "revoke", "x"],
        &["key", "generate", "a/b"],
        &["key", "generate", ""],
        &["key", "generate", "SALES", "--data", "memory"],
        &["key", "generate", "SALES", "--data", "missing/s.db"],
        &["key", "generate", "SALES", "--host", "here"],
        &["key"],
    ] {
        let output = run(folder.path(), args);
        let text = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{args:?}: {text}");
        assert_eq!(text.lines().count(), 1, "{args:?}: {text}");
        said.extend([&args.join(" "), "\n    ", &text]);
    }
    insta::assert_snapshot!(said);
}

#[test]
fn a_lost_master_key_is_said_and_can_be_got_over() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let key_file = at(&format!("{DATA}.key"));
    let (code, _, stderr) = key(folder.path(), &["reset"]);
    assert!(code == 2 && stderr.contains("not found"), "{stderr}");
    key(folder.path(), &["generate", "SALES"]);
    key(folder.path(), &["generate", "STORE"]);
    let (code, _, stderr) = key(folder.path(), &["reset"]);
    assert!(code == 2 && stderr.contains("nothing is lost"), "{stderr}");

    // Gone: no command hides that with a new key.
    let sandbox = [
        "sandbox",
        "--listen",
        "127.0.0.1:0",
        "--console",
        "off",
        "--data",
        DATA,
    ];
    std::fs::remove_file(&key_file).unwrap();
    let commands = [
        &["list"][..],
        &["generate", "SALES", "--regenerate"],
        &["revoke", "x/SALES"],
    ];
    for command in commands {
        let (code, _, stderr) = key(folder.path(), command);
        assert!(
            code == 2 && stderr.contains("is missing, and 2 of"),
            "{stderr}"
        );
    }
    let output = command(folder.path()).args(sandbox).output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(
        stderr.contains("run `sqlacc-postman key reset`"),
        "{stderr}"
    );
    assert!(!key_file.exists());
    let (code, _, stderr) = key(folder.path(), &["reset"]);
    assert_eq!(code, 0, "{stderr}");
    assert!(
        stderr.contains("/SALES\n") && stderr.contains("lost 2 keys;"),
        "{stderr}"
    );
    assert_eq!(key(folder.path(), &["generate", "SALES"]).0, 0);

    // Another one in its place is kept.
    std::fs::write(&key_file, "ab".repeat(32)).unwrap();
    let (code, _, stderr) = key(folder.path(), &["list"]);
    assert!(
        code == 2 && stderr.contains("another master key"),
        "{stderr}"
    );
    let (code, _, stderr) = key(folder.path(), &["reset"]);
    assert_eq!(code, 0, "{stderr}");
    let old = at(&format!("{DATA}.key.old"));
    assert_eq!(std::fs::read_to_string(old).unwrap(), "ab".repeat(32));
    assert!(!stderr.contains("abab"), "{stderr}");
    assert_eq!(key(folder.path(), &["generate", "SALES"]).0, 0);
}
