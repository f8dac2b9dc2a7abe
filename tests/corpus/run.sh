#!/usr/bin/env bash
# Validates every file of a folder of real collections, and holds the official schema's verdict
# against ajv's. Not part of the tests: the folder is given.
# Usage: tests/corpus/run.sh PATH_TO_BINARY FOLDER
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
cache=${SQLACC_E2E_CACHE:-$HOME/.cache/sqlacc-postman-e2e}
if [ ! -d "$cache/node_modules/ajv" ]; then
    echo "run tests/e2e/run.sh once: it installs ajv" >&2
    exit 2
fi
cp "$here/corpus.mjs" "$cache/"
node "$cache/corpus.mjs" "$(realpath "$1")" "$(realpath "$2")" "$here/../../schemas"
