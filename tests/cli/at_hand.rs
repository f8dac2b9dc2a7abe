//! What comes with the command: completions, manual pages, its version, a configuration to start from.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

/// Exit code, standard output and standard error.
fn run(folder: &Path, args: &[&str]) -> (i32, String, String) {
    let mut command = Command::cargo_bin("sqlacc-postman").unwrap();
    let output = command.current_dir(folder).args(args).output().unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

/// The commands that the help lists.
fn commands() -> Vec<String> {
    let (_, help, _) = run(Path::new("."), &["--help"]);
    let lines = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let lines = lines.take_while(|line| !line.is_empty());
    let named = lines.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let first = named.map(|line| line.split_whitespace().next().unwrap().to_owned());
    first.filter(|name| name != "help").collect()
}

#[test]
fn every_shell_completes_every_command() {
    let commands = commands();
    assert!(commands.len() > 10, "{commands:?}");
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let (code, script, _) = run(Path::new("."), &["completions", shell]);
        assert_eq!(code, 0, "{shell}");
        for command in &commands {
            assert!(script.contains(command.as_str()), "{shell}: {command}");
        }
        let (_, again, _) = run(Path::new("."), &["completions", shell]);
        assert!(script == again, "{shell}: two runs differ");
    }
}

#[test]
fn every_command_has_a_manual_page() {
    let (code, whole, _) = run(Path::new("."), &["man"]);
    assert_eq!(code, 0);
    assert!(whole.contains(".TH sqlacc-postman 1"), "{whole}");
    for command in commands() {
        let (code, page, _) = run(Path::new("."), &["man", &command]);
        assert_eq!(code, 0, "{command}");
        let name = format!("sqlacc-postman-{command}");
        assert!(page.contains(&format!(".TH {name} 1")), "{page}");
        assert!(page.contains("SYNOPSIS"), "{command}");
        let page_in_whole = name.replace('-', "\\-");
        assert!(
            whole.contains(&page_in_whole),
            "{name} is not in SUBCOMMANDS"
        );
    }
    let (code, _, error) = run(Path::new("."), &["man", "validat"]);
    let expected = "error: unknown command `validat`; did you mean `validate`?\n";
    assert_eq!((code, error.as_str()), (2, expected));
}

#[test]
fn the_version_comes_first_and_the_commit_after_it() {
    let (_, text, _) = run(Path::new("."), &["--version"]);
    let version = concat!("sqlacc-postman ", env!("CARGO_PKG_VERSION"));
    let commit = text.trim_end().strip_prefix(version).unwrap();
    let is_commit = commit.starts_with(" (") && commit.ends_with(')');
    assert!(commit.is_empty() || is_commit, "{text}");
}

#[test]
fn config_init_writes_a_file_that_works_and_never_replaces_one() {
    let folder = tempfile::tempdir().unwrap();
    let (code, stdout, error) = run(folder.path(), &["config", "init"]);
    assert_eq!((code, stdout.as_str()), (0, ""), "{error}");
    let path = folder.path().join("sqlacc-postman.toml");
    let text = fs::read_to_string(&path).unwrap();
    let (_, printed, _) = run(folder.path(), &["config", "init", "-o", "-"]);
    assert_eq!(printed, text);

    fs::write(&path, "profile = \"publish\"\n").unwrap();
    let (code, _, error) = run(folder.path(), &["config", "init"]);
    let expected =
        "error: `sqlacc-postman.toml` already exists; edit it, or name another file with -o\n";
    assert_eq!((code, error.as_str()), (2, expected));
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        "profile = \"publish\"\n"
    );
}

#[cfg(all(feature = "sandbox", feature = "postgres", feature = "javascript"))]
#[test]
fn packages_have_current_completions_and_manual_pages() {
    let mut expected = Vec::new();
    for (shell, file) in [
        ("bash", "sqlacc-postman.bash"),
        ("zsh", "_sqlacc-postman"),
        ("fish", "sqlacc-postman.fish"),
        ("powershell", "_sqlacc-postman.ps1"),
    ] {
        let (_, script, _) = run(Path::new("."), &["completions", shell]);
        expected.push((format!("completions/{file}"), script));
    }
    let (_, page, _) = run(Path::new("."), &["man"]);
    expected.push(("man/sqlacc-postman.1".to_owned(), page));
    for command in commands() {
        let (_, page, _) = run(Path::new("."), &["man", &command]);
        expected.push((format!("man/sqlacc-postman-{command}.1"), page));
    }
    let packaging = Path::new(env!("CARGO_MANIFEST_DIR")).join("packaging");
    if std::env::var_os("UPDATE_PACKAGING").is_some() {
        for folder in ["completions", "man"] {
            let _ = fs::remove_dir_all(packaging.join(folder));
            fs::create_dir_all(packaging.join(folder)).unwrap();
        }
        for (file, text) in &expected {
            fs::write(packaging.join(file), text).unwrap();
        }
    }
    let mut found = Vec::new();
    for folder in ["completions", "man"] {
        for entry in fs::read_dir(packaging.join(folder)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            found.push(format!("{folder}/{name}"));
        }
    }
    found.sort();
    expected.sort();
    let refresh = "refresh it with `UPDATE_PACKAGING=1 cargo test --test cli packages`";
    let names: Vec<&String> = expected.iter().map(|(file, _)| file).collect();
    assert_eq!(found.iter().collect::<Vec<_>>(), names, "{refresh}");
    for (file, text) in &expected {
        let there = fs::read_to_string(packaging.join(file)).unwrap();
        assert!(there == *text, "packaging/{file} is out of date; {refresh}");
    }
}
