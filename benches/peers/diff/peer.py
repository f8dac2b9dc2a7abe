"""Compares two files with deepdiff and prints how many changes it reports."""

import json
import sys

from deepdiff import DeepDiff

base, revision = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:3])
print(sum(len(found) for found in DeepDiff(base, revision).values()))
