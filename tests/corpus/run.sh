#!/usr/bin/env bash
# Validates every file of a folder of real collections, compares the official schema's verdict with
# ajv's, and checks that fixes keep their law on every file. Not part of the tests: the folder is given.
# Usage: tests/corpus/run.sh PATH_TO_BINARY FOLDER
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
cache=${SQLACC_E2E_CACHE:-$HOME/.cache/sqlacc-postman-e2e}
if [ ! -d "$cache/node_modules/ajv" ]; then
    echo "run tests/e2e/run.sh once: it installs ajv" >&2
    exit 2
fi
folder=$(realpath "$2")
cp "$here/corpus.mjs" "$cache/"
node "$cache/corpus.mjs" "$(realpath "$1")" "$folder" "$here/../../schemas"
cd "$here/../.."
SQLACC_FIX_LAW_FOLDER=$folder cargo test --locked --test validate folder -- --ignored
