//! Where the keys come from, and the sentences of bad arguments.

use std::fs;

use super::{AT, curl, explained};
use crate::loopback::binary::{bare, outcome};
use crate::loopback::{ACCESS, SECRET};

#[test]
fn bad_arguments_get_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("empty.txt", "");
    write("body.bin", "a\0b");
    write(
        "env.json",
        "{\"values\":[{\"key\":\"secret_key\",\"value\":\"your_secret_key\"}]}",
    );
    write(
        "broken.json",
        &format!("{{\"values\":[{{\"key\":\"secret_key\",\"value\":\"{SECRET}\",}}]}}"),
    );
    let mut said = String::new();
    for args in [
        &["curl", "GET", "/agent"][..],
        &["curl", "GET", "/agent", "--access-key", ACCESS],
        &[
            "curl",
            "GET",
            "/agent",
            "--access-key",
            ACCESS,
            "-e",
            "env.json",
        ],
        &[
            "curl",
            "GET",
            "/agent",
            "--access-key",
            ACCESS,
            "-e",
            "broken.json",
        ],
        &[
            "curl",
            "GET",
            "/agent",
            "--access-key",
            ACCESS,
            "--secret-key-file",
            "missing",
        ],
        &["curl", "GET", "agnet"],
        &["curl", "GET", "https://api.sql.my/agent"],
        &["curl", "G T", "/agent"],
        &["curl", "GET", "/agent", "--query", "offset"],
        &["curl", "GET", "/agent#x"],
        &["curl", "GET", "/agent", "--at", "now"],
        &["curl", "GET", "/agent", "--host", "api.sql.my"],
        &["curl", "GET", "/agent", "--secret-key", "x"],
        &["sign", "explain", "empty.txt"],
        &["sign", "explain", "missing.txt"],
        &["sign"],
    ] {
        let (code, stdout, stderr) = outcome(&mut bare(folder.path(), args));
        assert_eq!((code, stdout.as_str()), (2, ""), "{args:?}: {stderr}");
        assert_eq!(stderr.lines().count(), 1, "{args:?}: {stderr}");
        said.push_str(&format!("{}\n    {stderr}", args.join(" ")));
    }
    for request in [
        "GET",
        "GET /agent HTTP/1.1\nHost",
        "GET /agent HTTP/1.1\nHost: a\n\n",
        "GET /agent HTTP/1.1\nHost: a\nAuthorization: Bearer x\nX-Amz-Date: y",
        "curl 'https://api.sql.my/agent",
        "curl --header",
        "curl --aws-sigv4 aws:amz:r:s https://api.sql.my/agent",
        "curl -F a=b https://api.sql.my/agent",
    ] {
        let (code, text) = explained(request);
        assert_eq!((code, text.lines().count()), (2, 1), "{request}: {text}");
        said.push_str(&format!("{}\n    {text}", request.escape_debug()));
    }
    insta::assert_snapshot!(said);
}

#[cfg(unix)]
#[test]
fn a_secret_s_file_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("secret");
    fs::write(&path, format!("{SECRET}\n")).unwrap();
    let args = [
        "curl",
        "GET",
        "/agent",
        "--at",
        AT,
        "--access-key",
        ACCESS,
        "--secret-key-file",
        "secret",
    ];
    for (mode, code) in [(0o644, 2), (0o640, 2), (0o604, 2), (0o600, 0), (0o400, 0)] {
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        let (got, stdout, stderr) = outcome(&mut bare(folder.path(), &args));
        assert_eq!(got, code, "{mode:o}: {stderr}");
        match code {
            0 => assert_eq!(stdout, curl(&["GET", "/agent"], "")),
            _ => {
                assert!(stderr.contains("readable by other users") && stderr.contains("chmod 600"));
            }
        }
    }
}

#[test]
fn an_environment_gives_keys_and_scope() {
    let folder = tempfile::tempdir().unwrap();
    let values = [
        ("access_key", ACCESS),
        ("secret_key", SECRET),
        ("host", "https://example.sql.my"),
        ("region", "ap-southeast-1"),
        ("service", "execute-api"),
        ("session_token", ""),
    ];
    let values =
        values.map(|(key, value)| serde_json::json!({"key": key, "value": value, "enabled": true}));
    let environment = serde_json::json!({"name": "e", "values": values}).to_string();
    fs::write(folder.path().join("e.json"), environment).unwrap();
    let args = ["curl", "GET", "/agent", "--at", AT, "-e", "e.json"];
    let (code, stdout, stderr) = outcome(&mut bare(folder.path(), &args));
    assert_eq!(code, 0, "{stderr}");
    let scope = [
        "--host",
        "https://example.sql.my",
        "--region",
        "ap-southeast-1",
        "--service",
        "execute-api",
    ];
    let mut args = vec!["GET", "/agent"];
    args.extend(scope);
    assert_eq!(stdout, curl(&args, ""));
}
