"""Writes the pages that the command knows best: one per command, one per rule, the kinds of change.

Usage: generate.py BINARY FOLDER
"""

import re
import subprocess
import sys
from pathlib import Path

binary, folder = sys.argv[1], Path(sys.argv[2])


def output(*arguments):
    done = subprocess.run([binary, *arguments], capture_output=True, text=True, check=True)
    return done.stdout


def write(path, text):
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text.rstrip() + "\n")


def subcommands(text):
    """The names that the help of a command lists, with their sentences."""
    part = re.search(r"^Commands:\n(.*?)(?:\n\n|\Z)", text, re.S | re.M)
    joined = re.sub(r"\n {6,}", " ", part[1]) if part else ""
    found = re.findall(r"^  (\S+) +(.*)$", joined, re.M)
    return [(name, sentence) for name, sentence in found if name != "help"]


def command(path):
    text = output(*path, "--help")
    name = " ".join(["sqlacc-postman", *path])
    page = f"# {name}\n\n```text\n{text.rstrip()}\n```\n"
    inner = subcommands(text)
    for one, _ in inner:
        command([*path, one])
    if inner:
        links = [f"- [{name} {one}]({'-'.join([*path, one])}.md): {sentence}" for one, sentence in inner]
        page += "\n" + "\n".join(links) + "\n"
    write(f"commands/{'-'.join(path) or 'index'}.md", page)


def rules():
    lines = ["# Rules", "", "`*`: fixed by `--fix` or `--unsafe-fixes`. `sqlacc-postman explain RULE` shows a page too.", ""]
    for line in output("explain").splitlines():
        rule = re.fullmatch(r"  (\S+) +(error|warning|info) *( \*)? +(.*)", line)
        if rule:
            name, severity, fix, sentence = rule.groups()
            lines.append(f"| [`{name}`]({name}.md) | {severity}{fix or ''} | {sentence} |")
            write(f"rules/{name}.md", output("explain", name))
        elif line and not line.startswith(" "):
            lines += ["", f"## {line}", "", "| Rule | Severity | What it reports |", "| --- | --- | --- |"]
    write("rules/index.md", "\n".join(lines))


def changes():
    lines = [
        "# Kinds of change",
        "",
        "The impact on people who send the requests (`wire`), run the collection (`run`) and forked it (`fork`).",
        "",
        "| Kind | wire | run | fork | What it says |",
        "| --- | --- | --- | --- | --- |",
    ]
    for line in output("diff", "--kinds").splitlines()[1:]:
        kind, wire, run, fork, sentence = line.split(maxsplit=4)
        lines.append(f"| `{kind}` | {wire} | {run} | {fork} | {sentence} |")
    write("reference/changes.md", "\n".join(lines))


command([])
rules()
changes()
