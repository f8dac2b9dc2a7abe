//! What people meet on the command line: exit codes, sentences, files.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

/// The binary, in `folder`.
fn sqlacc(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::cargo_bin("sqlacc-postman").unwrap();
    command.current_dir(folder).args(args);
    command
}

/// Exit code and stderr of a command line.
fn run_in(folder: &Path, args: &[&str]) -> (i32, String) {
    let output = sqlacc(folder, args).output().unwrap();
    let text = String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), text)
}

#[test]
fn bad_arguments_get_one_sentence_and_exit_code_2() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("folder")).unwrap();
    fs::write(folder.path().join("broken.json"), "{\"item\": [,]}").unwrap();
    fs::write(folder.path().join("other.json"), "{\"openapi\": \"3.1.0\"}").unwrap();
    let mut said = String::new();
    for args in [
        &["generate", "--only", "salesinvoices"][..],
        &["generate", "--only", "zzz"],
        &["generate", "--udf", "salesinvoice.udf_a"],
        &["generate", "--udf", "salesinvoice.udf_a=varchar"],
        &["generate", "--udf", "salesinvoise.udf_a=text"],
        &["generate", "--udf", "salesinvoice.sdsdocdetails.udf_a=text"],
        &["generate", "--udf", "salesinvoice.code=text"],
        &["generate", "--host", "api.sql.my"],
        &["generate", "--host", "https://user:word@api.sql.my"],
        &["generate", "--host", "https://:443"],
        &["generate", "--host", "https://api.sql.my:99999"],
        &["generate", "--region", ""],
        &["generate", "--service", "{{service}}"],
        &["generate", "--udf", "version.udf_a=text"],
        &["generate", "--udf", "salesinvoice..udf_a=text"],
        &["generate", "--udf", "agent.udf_a=text(0)"],
        &["generate", "--only", "a\nb"],
        &["generate", "--layuot", "flat"],
        &["generate", "--layout", "tree"],
        &["schema"],
        &[],
        &["generate", "-o", ""],
        &[
            "generate",
            "-o",
            "same.json",
            "--write-environment",
            "./same.json",
        ],
        &["generate", "-o", "-", "--write-environment", "-"],
        &[
            "generate",
            "-o",
            "half.json",
            "--write-environment",
            "missing/e.json",
        ],
        &["generate", "-o", "missing/c.json"],
        &["generate", "-o", "folder"],
        &["generate", "--ids-from", "missing.json"],
        &["generate", "--ids-from", "broken.json"],
        &["generate", "--ids-from", "other.json"],
        &["generate", "--check", "-o", "missing.json"],
        &["catalogue", "salesinvoise"],
        &["schema", "item"],
    ] {
        let (code, text) = run_in(folder.path(), args);
        assert_eq!(code, 2, "{args:?}: {text}");
        assert_eq!(text.lines().count(), 1, "{args:?}: {text}");
        let line = args.join(" ").escape_debug().to_string();
        said.extend([&line, "\n    ", &text]);
    }
    insta::assert_snapshot!(said);
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        3,
        "something was left behind"
    );
}

#[test]
fn help_and_version_are_no_errors() {
    let folder = tempfile::tempdir().unwrap();
    for args in [&["--help"][..], &["generate", "--help"], &["--version"]] {
        let output = sqlacc(folder.path(), args).output().unwrap();
        assert!(
            output.status.success() && !output.stdout.is_empty(),
            "{args:?}"
        );
    }
}

#[test]
fn the_help_has_what_the_features_have() {
    let folder = tempfile::tempdir().unwrap();
    let help = |args: &[&str]| {
        let output = sqlacc(folder.path(), args).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let commands = help(&["--help"]);
    for command in ["sandbox", "key", "backup", "restore"] {
        let first = |line: &str| line.split_whitespace().next() == Some(command);
        let listed = commands.lines().any(first);
        assert_eq!(listed, cfg!(feature = "sandbox"), "{command}");
    }
    let data = help(&["sandbox", "--help"]);
    assert_eq!(data.contains("postgres://"), cfg!(feature = "postgres"));
}

#[test]
#[cfg(all(feature = "sandbox", not(feature = "postgres")))]
fn a_build_without_postgres_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let (code, text) = run_in(
        folder.path(),
        &["key", "list", "--data", "postgres://127.0.0.1:1/company"],
    );
    assert_eq!(code, 2);
    assert!(text.contains("the feature `postgres`"), "{text}");
    assert_eq!(text.lines().count(), 1, "{text}");
}

#[test]
fn generate_writes_the_collection_and_says_what_it_holds() {
    let folder = tempfile::tempdir().unwrap();
    let (code, text) = run_in(
        folder.path(),
        &["generate", "--write-environment", "env.json"],
    );
    assert_eq!(code, 0);
    assert_eq!(
        text,
        "wrote `postman_collection.json` and `env.json`: 92 folders, 467 requests, 1284 examples\n"
    );
    let stdout = sqlacc(folder.path(), &["generate", "-o", "-"])
        .output()
        .unwrap()
        .stdout;
    let file = fs::read(folder.path().join("postman_collection.json")).unwrap();
    assert!(stdout == file, "standard output and the file differ");
    let environment: Value =
        serde_json::from_slice(&fs::read(folder.path().join("env.json")).unwrap()).unwrap();
    assert_eq!(environment["_postman_variable_scope"], "environment");
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        2,
        "something was left behind"
    );
}

#[test]
fn only_takes_modules_paths_and_titles() {
    let folder = tempfile::tempdir().unwrap();
    let args = [
        "generate",
        "-o",
        "-",
        "--only",
        "fixed assets",
        "AGENT",
        "Sales Invoice",
    ];
    let output = sqlacc(folder.path(), &args).output().unwrap();
    let collection: Value = serde_json::from_slice(&output.stdout).unwrap();
    let names = |item: &Value| -> Vec<String> {
        let inner = item["item"].as_array().unwrap().iter();
        inner
            .map(|item| item["name"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(names(&collection), ["Maintenance", "Sales", "Fixed Assets"]);
    assert_eq!(names(&collection["item"][0]), ["Agent"]);
    assert_eq!(names(&collection["item"][1]), ["Sales Invoice"]);
    assert_eq!(names(&collection["item"][2]).len(), 3);
}

#[test]
fn check_writes_nothing_and_names_the_first_difference() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("postman_collection.json");
    let check = &["generate", "--check"];
    assert_eq!(run_in(folder.path(), &["generate"]).0, 0);
    assert_eq!(
        run_in(folder.path(), check),
        (0, "up to date: `postman_collection.json`\n".to_owned())
    );
    let text = fs::read_to_string(&path).unwrap();
    let edited = text.replacen("\"your_secret_key\"", "\"0123456789abcdef\"", 1);
    fs::write(&path, &edited).unwrap();
    let (code, said) = run_in(folder.path(), check);
    assert_eq!(code, 1);
    assert!(
        said.contains("`variable[2].value` has a different value"),
        "{said}"
    );
    assert!(
        !said.contains("0123456789abcdef"),
        "a secret was printed: {said}"
    );
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        edited,
        "--check has written"
    );
    fs::write(
        &path,
        text.replacen("customer?offset=0", "customer?offset=50", 1),
    )
    .unwrap();
    let (code, said) = run_in(folder.path(), check);
    assert_eq!(code, 1);
    assert!(
        said.contains("Customers › Customer › List: `request.url.raw`"),
        "{said}"
    );
}

#[test]
fn ids_of_an_older_file_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.json");
    assert_eq!(
        run_in(
            folder.path(),
            &["generate", "-o", "old.json", "--only", "agent"]
        )
        .0,
        0
    );
    let text = fs::read_to_string(&path).unwrap();
    let collection: Value = serde_json::from_str(&text).unwrap();
    let id = collection["item"][0]["item"][0]["item"][1]["id"]
        .as_str()
        .unwrap();
    let old = text.replace(id, "7c9e6679-7425-40de-944b-e07fc1f90ae7");
    fs::write(&path, &old).unwrap();
    let args = [
        "generate",
        "-o",
        "-",
        "--only",
        "agent",
        "--ids-from",
        "old.json",
    ];
    let output = sqlacc(folder.path(), &args).output().unwrap();
    assert!(
        String::from_utf8(output.stdout).unwrap() == old,
        "the id was not kept"
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_is_written_anew_keeps_its_permissions_and_its_link() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let (target, link) = (
        folder.path().join("target.json"),
        folder.path().join("link.json"),
    );
    fs::write(&target, "old").unwrap();
    fs::set_permissions(&target, fs::Permissions::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink("target.json", &link).unwrap();
    assert_eq!(
        run_in(
            folder.path(),
            &["generate", "-o", "link.json", "--only", "agent"]
        )
        .0,
        0
    );
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(fs::read_to_string(&target).unwrap().starts_with('{'));
    assert_eq!(
        fs::metadata(&target).unwrap().permissions().mode() & 0o777,
        0o640
    );
}

#[cfg(unix)]
#[test]
fn a_pipe_is_written_to_and_a_dangling_link_refused() {
    use std::os::unix::fs::FileTypeExt;
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    assert!(
        std::process::Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    let reader = {
        let pipe = pipe.clone();
        std::thread::spawn(move || fs::read_to_string(pipe).unwrap())
    };
    assert_eq!(
        run_in(
            folder.path(),
            &["generate", "--only", "agent", "-o", "pipe"]
        )
        .0,
        0
    );
    assert!(reader.join().unwrap().ends_with("}\n"));
    assert!(
        fs::metadata(&pipe).unwrap().file_type().is_fifo(),
        "the pipe was replaced"
    );
    std::os::unix::fs::symlink("nowhere.json", folder.path().join("link.json")).unwrap();
    let (code, said) = run_in(folder.path(), &["generate", "-o", "link.json"]);
    assert!(
        code == 2 && said.contains("link to a file that does not exist"),
        "{said}"
    );
}

#[test]
fn the_catalogue_is_listed_for_people_and_programs() {
    let folder = tempfile::tempdir().unwrap();
    let print = |args: &[&str]| {
        let output = sqlacc(folder.path(), args).output().unwrap();
        assert!(output.status.success());
        String::from_utf8(output.stdout).unwrap()
    };
    insta::assert_snapshot!("catalogue", print(&["catalogue"]));
    insta::assert_snapshot!("catalogue_agent", print(&["catalogue", "agent"]));
    insta::assert_snapshot!(
        "catalogue_modules",
        print(&["catalogue", "--format", "markdown"])
    );
    insta::assert_snapshot!(
        "catalogue_currency",
        print(&["catalogue", "Currency", "--format", "markdown"])
    );
    insta::assert_snapshot!(
        "catalogue_tariff",
        print(&["catalogue", "tariff", "--format", "json"])
    );
    insta::assert_snapshot!("schema_currency", print(&["schema", "currency"]));
    let dump: Value = serde_json::from_str(&print(&["catalogue", "--format", "json"])).unwrap();
    assert_eq!(dump["resources"].as_array().unwrap().len(), 81);
}

/// Phrases that read like a translation.
const UNNATURAL: &[&str] = &[
    "is no",
    "are no",
    "is none of",
    "stands",
    "told",
    "held against",
    "hold against",
    "mend",
    "mended",
    "whom",
    "of now",
    "anew",
    "let pass",
    "left alone",
    "looked at",
    "switched on",
    "switched off",
    "has to be",
    "without a word",
    "a folder a",
    "a line a",
    "replace it by",
];

/// The phrases that `text` has, whatever the line breaks and punctuation.
fn unnatural(text: &str) -> Vec<&'static str> {
    let text = text.to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let mut text = format!(" {} ", words.join(" "));
    for natural in [" no longer ", " there is no ", " stands for "] {
        text = text.replace(natural, " ");
    }
    let phrases = UNNATURAL.iter().copied();
    phrases
        .filter(|phrase| text.contains(&format!(" {phrase} ")))
        .collect()
}

#[test]
fn help_rules_templates_and_readme_read_naturally() {
    let folder = tempfile::tempdir().unwrap();
    let mut texts = Vec::new();
    let help = |args: &[&str]| {
        let output = sqlacc(folder.path(), args).arg("--help").output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let main = help(&[]);
    let commands = main.lines().skip_while(|line| *line != "Commands:").skip(1);
    let commands = commands.take_while(|line| !line.is_empty());
    for line in commands.filter(|line| line.starts_with("  ") && !line.starts_with("   ")) {
        let command = line.split_whitespace().next().unwrap();
        texts.push((command.to_owned(), help(&[command])));
    }
    assert!(texts.len() > 10, "{main}");
    texts.push(("sqlacc-postman".to_owned(), main));
    for (_, text) in &texts {
        let longest = text.lines().map(|line| line.chars().count()).max();
        assert!(longest <= Some(80), "wider than 80 columns: {text}");
    }
    for rule in sqlacc_postman::validate::RULES {
        texts.push((rule.id.to_owned(), rule.page.to_owned()));
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for name in [
        "README.md",
        "templates/sandbox/console.html",
        "templates/diff/page.html",
    ] {
        texts.push((
            name.to_owned(),
            fs::read_to_string(root.join(name)).unwrap(),
        ));
    }
    for folder in [
        "templates/request",
        "templates/sqlaccount/request",
        "docs/pages",
        "docs/pages/tasks",
        "docs/pages/recipes",
        "docs/pages/reference",
    ] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let text = fs::read_to_string(&path).unwrap();
                texts.push((path.display().to_string(), text));
            }
        }
    }
    for (name, text) in texts {
        assert_eq!(unnatural(&text), [""; 0], "in {name}: {text}");
    }
}
