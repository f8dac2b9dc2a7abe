"""Copies the JSON files of a folder that every validator can read, without byte order marks.

Usage: python copy_readable.py FROM TO
"""

import json
import pathlib
import sys

source, target = map(pathlib.Path, sys.argv[1:])
target.mkdir(parents=True, exist_ok=True)
for path in sorted(source.glob("*.json")):
    try:
        text = path.read_text(encoding="utf-8-sig")
        json.loads(text)
    except ValueError:
        continue
    (target / path.name).write_text(text, encoding="utf-8")
