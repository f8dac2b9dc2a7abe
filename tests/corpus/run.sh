#!/usr/bin/env bash
# Validates every file of a folder of real collections: crashes, verdicts beside ajv's, findings by rule,
# lines for people, and whether fixes keep their law on every file. Not part of the tests: the folder is
# given. With another binary, findings and lines of both.
# Usage: tests/corpus/run.sh PATH_TO_BINARY FOLDER [PATH_TO_BINARY_BEFORE]
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
cache=${SQLACC_E2E_CACHE:-$HOME/.cache/sqlacc-postman-e2e}
if [ ! -d "$cache/node_modules/ajv" ]; then
    echo "without ajv and Postman's SDK, which tests/e2e/run.sh installs" >&2
fi
binary=$(realpath "$1")
folder=$(realpath "$2")
before=${3:+$(realpath "$3")}
# Modules are looked for beside the file that imports them, so the script runs from a copy.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here"/*.mjs "$work/"
ln -s "$cache/node_modules" "$work/node_modules"
node "$work/corpus.mjs" "$binary" "$folder" "$here/../../schemas" ${before:+"$before"}
cd "$here/../.."
SQLACC_FIX_LAW_FOLDER=$folder cargo test --locked --test validate folder -- --ignored
