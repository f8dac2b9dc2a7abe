//! `validate`, `explain` and `fmt` as people and CI meet them.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

const SCHEMA: &str = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

/// Exit code, stdout and stderr of the binary in `folder`.
fn run(folder: &Path, args: &[&str]) -> (i32, String, String) {
    let output = Command::cargo_bin("sqlacc-postman")
        .unwrap()
        .current_dir(folder)
        .args(args)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

fn with_files(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn collection(items: &str) -> String {
    format!(
        "{{\n  \"info\": {{ \"name\": \"A\", \"schema\": \"{SCHEMA}\" }},\n  \"item\": [{items}]\n}}\n"
    )
}

/// A collection without an error, and one with an error that can be fixed.
fn good_and_bad() -> (String, String) {
    let event = |listen: &str| {
        format!(
            "\n    {{\n      \"name\": \"R\",\n      \"event\": [{{ \"listen\": \"{listen}\", \"script\": {{ \"exec\": [\"\"] }} }}],\n      \
             \"request\": {{ \"method\": \"GET\", \"url\": \"https://api.example.com/a\" }}\n    }}\n  "
        )
    };
    (collection(&event("test")), collection(&event("tests")))
}

#[test]
fn what_cannot_be_read_is_exit_code_2_and_one_sentence() {
    let folder = with_files(&[
        ("empty/readme.txt", "x"),
        ("other/openapi.json", "{\"openapi\": \"3.1.0\"}"),
    ]);
    let mut said = String::new();
    for args in [
        &["validate"][..],
        &["validate", "missing.json"],
        &["validate", "*.nothing"],
        &["validate", "[a"],
        &["validate", "empty"],
        &["validate", "other"],
        &["validate", "other/openapi.json", "-e", "missing.json"],
        &["validate", "other", "--select", "url-missin"],
        &["validate", "other", "--config", "missing.toml"],
        &[
            "validate",
            "other/openapi.json",
            "--baseline",
            "missing.json",
        ],
        &["validate", "other/openapi.json", "--report", "report.pdf"],
        &["explain", "url-missin"],
        &["fmt", "missing.json"],
    ] {
        let (code, stdout, stderr) = run(folder.path(), args);
        assert_eq!((code, stdout.as_str()), (2, ""), "{args:?}: {stderr}");
        assert_eq!(stderr.lines().count(), 1, "{args:?}: {stderr}");
        said.extend([&args.join(" "), "\n    ", &stderr]);
    }
    insta::assert_snapshot!(said);
}

#[test]
fn what_is_no_collection_is_never_green() {
    for text in [
        "{\"foo\": 1}",
        "[]",
        "null",
        "\"text\"",
        "{",
        "",
        "{\"openapi\": \"3.1.0\"}",
        "{\"id\": \"1\", \"name\": \"a\", \"requests\": [], \"order\": []}",
        "\u{feff}{\"foo\": 1}",
    ] {
        let folder = with_files(&[("a.json", text)]);
        let (code, stdout, stderr) = run(folder.path(), &["validate", "a.json"]);
        assert_eq!(code, 1, "{text:?} is green: {stdout}{stderr}");
        let (code, ..) = run(
            folder.path(),
            &["validate", "a.json", "--profile", "import"],
        );
        assert_eq!(code, 1, "{text:?} is green in profile import");
    }
}

#[test]
fn folders_are_walked_as_git_sees_them_and_other_files_passed_over() {
    let (good, bad) = good_and_bad();
    let folder = with_files(&[
        ("api/good.json", &good),
        ("api/deep/bad.json", &bad),
        ("api/package.json", "{\"name\": \"x\"}"),
        ("api/ignored/bad.json", &bad),
        ("api/.ignore", "ignored\n"),
    ]);
    let (code, stdout, _) = run(folder.path(), &["validate", "api", "--format", "json"]);
    assert_eq!(code, 1);
    let report: Value = serde_json::from_str(&stdout).unwrap();
    let paths: Vec<&str> = report["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["path"].as_str().unwrap())
        .collect();
    assert_eq!(paths, ["api/deep/bad.json", "api/good.json"]);
    let (code, ..) = run(folder.path(), &["validate", "api/*.json"]);
    assert_eq!(code, 0, "only the good one matches");
}

#[test]
fn fixes_are_shown_or_written_and_touch_nothing_else() {
    let (good, bad) = good_and_bad();
    let folder = with_files(&[("a.json", &bad)]);
    let select = ["validate", "a.json", "--select", "event-listen-unknown"];
    let with = |more: &[&'static str]| [&select[..], more].concat();
    assert_eq!(run(folder.path(), &select).0, 1);
    let (code, diff, _) = run(folder.path(), &with(&["--unsafe-fixes", "--diff"]));
    assert_eq!(code, 1);
    assert!(
        diff.contains("-      \"event\": [{ \"listen\": \"tests\""),
        "{diff}"
    );
    assert_eq!(
        fs::read_to_string(folder.path().join("a.json")).unwrap(),
        bad,
        "--diff has written"
    );
    // The script would run then, so that the fix is not safe.
    assert_eq!(run(folder.path(), &with(&["--fix"])).0, 1);
    assert_eq!(run(folder.path(), &with(&["--unsafe-fixes"])).0, 0);
    assert_eq!(
        fs::read_to_string(folder.path().join("a.json")).unwrap(),
        good
    );
    let (code, diff, _) = run(folder.path(), &with(&["--unsafe-fixes", "--diff"]));
    assert_eq!((code, diff.as_str()), (0, ""));
}

#[test]
fn a_baseline_leaves_only_what_is_new() {
    let (_, bad) = good_and_bad();
    let folder = with_files(&[("a.json", &bad)]);
    let base = ["validate", "a.json", "--baseline", "known.json"];
    let (code, _, stderr) = run(folder.path(), &[&base[..], &["--write-baseline"]].concat());
    assert_eq!(code, 0, "{stderr}");
    assert_eq!(run(folder.path(), &base).0, 0);
    // Formatting and order change nothing; a new finding is new.
    assert_eq!(run(folder.path(), &["fmt", "a.json"]).0, 0);
    assert_eq!(run(folder.path(), &base).0, 0);
    let worse = fs::read_to_string(folder.path().join("a.json"))
        .unwrap()
        .replace("\"R\"", "\"S\"");
    fs::write(folder.path().join("a.json"), worse).unwrap();
    assert_eq!(run(folder.path(), &base).0, 1);
}

#[test]
fn the_configuration_is_found_above_and_accepts_with_a_reason() {
    let (_, bad) = good_and_bad();
    let config = |more: &str| {
        format!(
            "[[ignore]]\nrule = \"event-listen-unknown\"\nplace = \"R\"\nreason = \"known\"\n{more}"
        )
    };
    let folder = with_files(&[("api/a.json", &bad), ("sqlacc-postman.toml", &config(""))]);
    let inside = folder.path().join("api");
    let args = ["validate", "a.json", "--select", "event-listen-unknown"];
    assert_eq!(run(&inside, &args).0, 0);
    let write = |text: &str| fs::write(folder.path().join("sqlacc-postman.toml"), text).unwrap();
    write(&config("expires = \"2020-01-01\"\n"));
    let (code, _, stderr) = run(&inside, &args);
    assert!(
        code == 1 && stderr.contains("expired on 2020-01-01"),
        "{stderr}"
    );
    write(&config("file = \"other/*.json\"\n"));
    assert_eq!(run(&inside, &args).0, 1);
    write("[rules]\nevent-listen-unknown = \"warning\"\n");
    assert_eq!(run(&inside, &args).0, 0);
    assert_eq!(
        run(&inside, &[&args[..], &["--fail-on", "warning"]].concat()).0,
        1
    );
    write("profil = \"run\"\n");
    let (code, _, stderr) = run(&inside, &args);
    assert!(
        code == 2 && stderr.contains("did you mean `profile`?"),
        "{stderr}"
    );
}

#[test]
fn the_configuration_is_that_of_the_files_wherever_they_are_read_from() {
    let (_, bad) = good_and_bad();
    let ignore =
        "[[ignore]]\nrule = \"event-listen-unknown\"\nfile = \"api/*.json\"\nreason = \"known\"\n";
    let folder = with_files(&[
        ("project/api/a.json", &bad),
        ("project/other/b.json", &bad),
        ("project/sqlacc-postman.toml", ignore),
        ("elsewhere/readme.txt", "x"),
    ]);
    let code = |from: &str, path: &str| {
        let args = ["validate", path, "--select", "event-listen-unknown"];
        run(&folder.path().join(from), &args).0
    };
    // Patterns start at the configuration, wherever the command is run.
    for (from, path) in [
        ("project", "api/a.json"),
        ("project/api", "a.json"),
        ("project/other", "../api/a.json"),
        ("elsewhere", "../project/api"),
        (".", "project/api/*.json"),
    ] {
        assert_eq!(code(from, path), 0, "{path} from {from}");
    }
    assert_eq!(code("project", "other"), 1);
    assert_eq!(code("project", "."), 1, "one of the two is accepted");
}

#[test]
fn any_number_of_threads_finds_the_same_in_the_same_order() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(run(folder.path(), &["generate", "-o", "a.json"]).0, 0);
    let path = folder.path().join("a.json");
    let text = fs::read_to_string(&path).unwrap();
    let broken = text
        .replace("\"listen\": \"test\"", "\"listen\": \"tests\"")
        .replace("{{host}}", "{{hots}}");
    fs::write(&path, broken).unwrap();
    let report = |jobs: &str| {
        let args = ["validate", "a.json", "--format", "json", "--jobs", jobs];
        let (code, stdout, _) = run(folder.path(), &args);
        assert_eq!(code, 1);
        stdout
    };
    let one = report("1");
    assert!(one.matches("\"fingerprint\"").count() > 500);
    for jobs in ["2", "5"] {
        assert!(report(jobs) == one, "{jobs} threads find something else");
    }
    assert_eq!(
        run(folder.path(), &["validate", "a.json", "--jobs", "0"]).0,
        2
    );
}

#[test]
fn several_reports_are_written_in_one_run() {
    let (_, bad) = good_and_bad();
    let folder = with_files(&[("a.json", &bad)]);
    let mut args = vec!["validate", "a.json", "--quiet"];
    for output in [
        "r.json",
        "r.sarif",
        "r.xml",
        "r.md",
        "gitlab=g.json",
        "github=h.txt",
    ] {
        args.extend(["--report", output]);
    }
    assert_eq!(run(folder.path(), &args).0, 1);
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    for name in ["r.json", "r.sarif", "g.json"] {
        let value: Value = serde_json::from_str(&read(name)).unwrap();
        assert!(value.to_string().contains("event-listen-unknown"), "{name}");
    }
    for name in ["r.xml", "r.md", "h.txt"] {
        assert!(read(name).contains("event-listen-unknown"), "{name}");
    }
}

#[test]
fn what_generate_writes_has_no_finding_at_all() {
    let folder = tempfile::tempdir().unwrap();
    for options in [&[][..], &["--layout", "flat"], &["--auth-in", "query"]] {
        let args = [&["generate", "--write-environment", "e.json"][..], options].concat();
        assert_eq!(run(folder.path(), &args).0, 0);
        let args = [
            "validate",
            "--profile",
            "publish",
            "--fail-on",
            "info",
            "--catalogue",
            "-e",
            "e.json",
        ];
        let (code, stdout, stderr) = run(folder.path(), &args);
        assert_eq!(code, 0, "{options:?}: {stdout}{stderr}");
    }
    assert_eq!(
        run(
            folder.path(),
            &["fmt", "--check", "postman_collection.json"]
        )
        .0,
        0
    );
}

#[test]
fn the_version_of_the_schema_can_be_said() {
    let text = collection(
        "{ \"name\": \"R\", \"request\": { \"url\": \"https://a.example\", \"auth\": { \"type\": \"basic\", \"basic\": [] } } }",
    );
    let folder = with_files(&[("a.json", &text)]);
    let args = ["validate", "a.json", "--select", "schema-conformance"];
    assert_eq!(run(folder.path(), &args).0, 0);
    // In v2.0 the attributes of an auth are no list.
    assert_eq!(
        run(
            folder.path(),
            &[&args[..], &["--schema-version", "2.0"]].concat()
        )
        .0,
        1
    );
}

#[test]
// The list has the rules about scripts.
#[cfg(feature = "javascript")]
fn explain_lists_the_rules_and_prints_their_pages() {
    let folder = tempfile::tempdir().unwrap();
    let (code, list, _) = run(folder.path(), &["explain"]);
    assert_eq!(code, 0);
    insta::assert_snapshot!("explain", list);
    let (code, page, _) = run(folder.path(), &["explain", "event-listen-unknown"]);
    assert_eq!(code, 0);
    insta::assert_snapshot!("explain_page", page);
}

#[test]
fn fmt_is_idempotent_and_check_tells() {
    let (good, _) = good_and_bad();
    let twice = "{\"info\": {}, \"item\": [], \"item\": []}";
    let folder = with_files(&[("a.json", &good), ("twice.json", twice)]);
    assert_eq!(run(folder.path(), &["fmt", "--check", "a.json"]).0, 1);
    assert_eq!(run(folder.path(), &["fmt", "a.json"]).0, 0);
    assert_eq!(run(folder.path(), &["fmt", "--check", "a.json"]).0, 0);
    let (code, _, stderr) = run(folder.path(), &["fmt", "twice.json"]);
    assert!(
        code == 2 && stderr.contains("1:26: duplicate key `item`"),
        "{stderr}"
    );
}

/// Files of other formats, and what each is.
const FOREIGN: &[(&str, &str)] = &[
    (
        "{\"client\": \"Thunder Client\", \"folders\": [], \"requests\": []}",
        "a Thunder Client export",
    ),
    ("_type: export\n__export_format: 4\n", "an Insomnia export"),
    (
        "[{\"v\": 1, \"folders\": [], \"requests\": []}]",
        "a Hoppscotch export",
    ),
    ("meta {\n  name: List\n}\n", "a Bruno file"),
    ("{\"openapi\": \"3.1.0\"}", "an OpenAPI document"),
    ("openapi: 3.1.0\npaths: {}\n", "an OpenAPI document"),
    ("{\"log\": {\"entries\": []}}", "a HAR file"),
    (
        "{\"version\": 1, \"collections\": [], \"globals\": []}",
        "a Postman data dump",
    ),
    (
        "{\"name\": \"a\", \"requests\": [], \"order\": []}",
        "a Postman collection in format v1",
    ),
    (
        "$kind: collection\nname: a\n",
        "a YAML file of Postman's folder format (v3)",
    ),
    (
        "version https://git-lfs.github.com/spec/v1\n",
        "a Git LFS pointer",
    ),
    (
        "{\n<<<<<<< a\n=======\n>>>>>>> b\n}",
        "merge conflict markers",
    ),
    ("<html></html>", "an HTML page"),
    (
        "{\"info\": {}, \"item\": []}\n{\"info\": {}, \"item\": []}\n",
        "several JSON texts",
    ),
    (
        "{\"error\": {\"name\": \"notFound\"}}",
        "a server's error message",
    ),
];

#[test]
fn every_command_says_the_same_of_a_file_that_is_not_a_collection() {
    for (text, what) in FOREIGN {
        let folder = with_files(&[("a.json", text)]);
        let (code, stdout, _) = run(folder.path(), &["validate", "a.json", "--format", "json"]);
        assert_eq!(code, 1, "{text}");
        let report: Value = serde_json::from_str(&stdout).unwrap();
        let finding = &report["files"][0]["findings"][0];
        let (message, help) = (&finding["message"], &finding["help"]);
        let sentence = format!("{}; {}", message.as_str().unwrap(), help.as_str().unwrap());
        assert!(sentence.contains(what), "{sentence}");
        for args in [
            &["diff", "a.json", "a.json"][..],
            &["fmt", "a.json"],
            &["fmt", "--check", "a.json"],
            &["send", "--collection", "a.json", "--request", "a"],
        ] {
            let (code, _, stderr) = run(folder.path(), args);
            assert_eq!(code, 2, "{args:?}: {stderr}");
            assert!(stderr.contains(&sentence), "{args:?}: {stderr}");
        }
        let kept = fs::read_to_string(folder.path().join("a.json")).unwrap();
        assert_eq!(kept, *text);
    }
}

#[test]
fn a_file_that_promises_a_collection_and_is_none_is_an_error_in_a_walk() {
    let (good, _) = good_and_bad();
    for text in [
        "{}",
        "{\"error\": {\"name\": \"AuthenticationError\"}}",
        "<html></html>",
        "version https://git-lfs.github.com/spec/v1\n",
        "{\n<<<<<<< a\n=======\n>>>>>>> b\n}",
        "{}\n{}\n",
    ] {
        let folder = with_files(&[
            ("api/good.json", &good),
            ("api/Live.postman_collection.v2.json", text),
        ]);
        for given in ["api", "api/*.json", "./api/*.json", "./"] {
            let (code, stdout, _) = run(folder.path(), &["validate", given]);
            assert_eq!(code, 1, "{given}: {text}");
            assert!(
                stdout.contains("Live.postman_collection"),
                "{given}: {text}"
            );
        }
        let (code, _, stderr) = run(folder.path(), &["fmt", "--check", "api"]);
        assert_eq!(code, 2, "{text}: {stderr}");
    }
}

#[test]
fn what_a_walk_skips_is_listed() {
    let (good, _) = good_and_bad();
    let environment =
        "{\"name\": \"e\", \"values\": [], \"_postman_variable_scope\": \"environment\"}";
    let folder = with_files(&[
        ("api/good.json", &good),
        ("api/openapi.json", "{\"openapi\": \"3.1.0\"}"),
        ("api/broken.json", "{"),
        ("api/package.json", "{\"name\": \"x\"}"),
        ("api/environment.json", environment),
        ("api/.hidden/good.json", &good),
        ("api/.git/good.json", &good),
    ]);
    let (code, stdout, stderr) = run(
        folder.path(),
        &["validate", "api", "--format", "json", "--verbose"],
    );
    assert_eq!(code, 0, "{stdout}");
    let report: Value = serde_json::from_str(&stdout).unwrap();
    let paths = |member: &str| -> Vec<String> {
        let all = report[member].as_array().unwrap().iter();
        all.map(|one| one["path"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        paths("files"),
        [
            "api/.hidden/good.json",
            "api/environment.json",
            "api/good.json"
        ]
    );
    assert_eq!(
        paths("skipped"),
        ["api/broken.json", "api/openapi.json", "api/package.json"]
    );
    assert!(
        stderr.contains("skipped `api/openapi.json`: an OpenAPI document"),
        "{stderr}"
    );
}

#[test]
fn a_file_is_checked_once_whatever_its_names() {
    let (_, bad) = good_and_bad();
    let files = [("api/bad.json", bad.as_str()), ("api/other.txt", "")];
    let folder = with_files(&files);
    let path = folder.path();
    for given in [
        &["api/bad.json", "./api/bad.json", "api/../api/bad.json"][..],
        &["api", "api/bad.json", "api/*.json"],
    ] {
        let args = [&["validate", "--format", "json"], given].concat();
        let (_, out, _) = run(path, &args);
        let report: Value = serde_json::from_str(&out).unwrap();
        assert_eq!(report["files"].as_array().unwrap().len(), 1, "{given:?}");
    }
}

#[test]
fn what_only_people_s_formats_obey_is_refused_for_others() {
    let (_, bad) = good_and_bad();
    let folder = with_files(&[("bad.json", bad.as_str())]);
    let path = folder.path();
    for option in ["--stats", "--max-findings=1"] {
        let (code, out, err) = run(path, &["validate", option, "--format", "json", "bad.json"]);
        assert_eq!((code, out.as_str()), (2, ""));
        assert!(err.contains("human and markdown"), "{err}");
        let (code, ..) = run(path, &["validate", option, "bad.json"]);
        assert_eq!(code, 1);
    }
}

#[test]
fn an_entry_for_files_that_were_not_checked_is_not_called_stale() {
    let (good, _) = good_and_bad();
    let ignore = "[[ignore]]\nrule = \"event-listen-unknown\"\nfile = \"other/*.json\"\nreason = \"known\"\n";
    let folder = with_files(&[
        ("good.json", good.as_str()),
        ("other/good.json", good.as_str()),
        ("sqlacc-postman.toml", ignore),
    ]);
    let path = folder.path();
    let (_, _, err) = run(path, &["validate", "good.json"]);
    assert!(!err.contains("no longer matches"), "{err}");
    let (_, _, err) = run(path, &["validate", "."]);
    assert!(err.contains("no longer matches anything (known)"), "{err}");
}

#[test]
fn urls_are_named_and_their_keys_are_not_shown() {
    let folder = with_files(&[]);
    let url = "https://api.example.com/collections/1?apikey=Zk3v9Qp7";
    for args in [
        &["validate", url][..],
        &["fmt", url],
        &["diff", url, url],
        &["send", "--collection", url, "--request", "a"],
    ] {
        let (code, _, stderr) = run(folder.path(), args);
        assert_eq!(code, 2, "{args:?}");
        assert_eq!(
            stderr.trim(),
            "error: URLs cannot be read; download the file, and name the copy",
            "{args:?}"
        );
    }
}

#[cfg(unix)]
#[test]
fn names_that_are_not_unicode_are_read() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let (good, _) = good_and_bad();
    let folder = with_files(&[]);
    let name = OsStr::from_bytes(b"caf\xe9.json");
    fs::write(folder.path().join(name), good).unwrap();
    for command in ["validate", "fmt"] {
        let mut binary = Command::cargo_bin("sqlacc-postman").unwrap();
        let run = binary.current_dir(folder.path()).arg(command).arg(name);
        run.assert().code(0);
    }
}

#[test]
fn fmt_takes_folders_and_patterns_and_goes_on_after_a_bad_file() {
    let files = [
        ("a.json", "{\"info\":{\"name\":\"a\"},\"item\":[]}"),
        ("b.json", "{"),
        ("c.json", "{\"info\":{\"name\":\"c\"},\"item\":[]}"),
        ("package.json", "{\"name\":\"x\"}"),
    ];
    let folder = with_files(&files);
    let (code, _, stderr) = run(
        folder.path(),
        &["fmt", "--check", "a.json", "b.json", "gone.json", "c.json"],
    );
    assert_eq!(code, 2, "{stderr}");
    for said in [
        "`a.json` is not formatted",
        "`b.json`",
        "`gone.json`",
        "`c.json` is not formatted",
    ] {
        assert!(stderr.contains(said), "{said}: {stderr}");
    }
    for given in [".", "*.json"] {
        let folder = with_files(&files);
        let (code, _, stderr) = run(folder.path(), &["fmt", given]);
        assert_eq!(code, 0, "{given}: {stderr}");
        assert!(
            stderr.contains("a.json`\n") && stderr.contains("c.json`\n"),
            "{stderr}"
        );
        let (code, ..) = run(folder.path(), &["fmt", "--check", given]);
        assert_eq!(code, 0, "{given}");
        for (name, text) in [files[1], files[3]] {
            assert_eq!(fs::read_to_string(folder.path().join(name)).unwrap(), text);
        }
    }
}
