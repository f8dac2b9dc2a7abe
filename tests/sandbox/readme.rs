//! The README's calls, as they are written, in order, against a sandbox with its company.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::server::{Server, run};

/// The commands of the README's section `title`.
fn commands(title: &str) -> Vec<String> {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(readme).unwrap();
    let section = readme.split("\n## ").find(|part| part.starts_with(title));
    let block = section.unwrap().split("```sh\n").nth(1).unwrap();
    let block = block.split("```").next().unwrap();
    block.lines().map(str::to_owned).collect()
}

/// What `command` prints, run by a shell that finds the binary.
fn shell(server: &Server, command: &str) -> String {
    let binary = Path::new(env!("CARGO_BIN_EXE_sqlacc-postman"));
    let path = format!(
        "{}:{}",
        binary.parent().unwrap().display(),
        std::env::var("PATH").unwrap()
    );
    let output = Command::new("bash")
        .args(["-euc", command])
        .current_dir(server.folder.path())
        .env("PATH", path)
        .output()
        .unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command}\n{stderr}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn the_calls_of_the_readme_are_answered() {
    let server = Server::start(&["--seed-size", "24"]);
    fs::copy(
        server.path("environment.json"),
        server.path("sqlaccount.postman_environment.json"),
    )
    .unwrap();
    assert!(run(server.folder.path(), &["generate"]).status.success());
    let calls = commands("Sign and call");
    assert!(calls.iter().filter(|call| call.contains(" send ")).count() >= 4);
    for call in calls {
        let printed = shell(&server, &call);
        assert!(!printed.contains("\"data\": []"), "{call} finds nothing");
    }
    assert!(
        fs::read(server.path("invoice.pdf"))
            .unwrap()
            .starts_with(b"%PDF-")
    );

    // What the service's documentation calls.
    let agent = shell(
        &server,
        "sqlacc-postman send agent get ---- -e environment.json",
    );
    assert!(agent.contains("DEFAULT AGENT"), "{agent}");
    let invoice = server.get("/purchaseinvoice/*?docno=PI-00001&code=400-A0001");
    assert!(
        invoice.body.contains("\"docno\":\"PI-00001\""),
        "{invoice:?}"
    );
}
