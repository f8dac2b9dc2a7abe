#!/usr/bin/env bash
# Checks the generated collection with Postman's own SDK and runner, signatures with botocore, and
# reports by other validators.
# Usage: tests/e2e/run.sh PATH_TO_BINARY [WORKDIR]
set -euo pipefail

if [ $# -lt 1 ] || [ $# -gt 2 ]; then
    echo "usage: $0 PATH_TO_BINARY [WORKDIR]" >&2
    exit 2
fi
here=$(cd "$(dirname "$0")" && pwd)
binary=$(realpath "$1")
cache=${SQLACC_E2E_CACHE:-$HOME/.cache/sqlacc-postman-e2e}
if [ $# -eq 2 ]; then
    mkdir -p "$2"
    work=$(realpath "$2")
else
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
fi

# The packages live outside the repository. The copied lock file is written last, so an
# installation that was broken off is done again.
mkdir -p "$cache"
if ! cmp -s "$here/package-lock.json" "$cache/installed-lock.json"; then
    rm -f "$cache/installed-lock.json"
    cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$cache/"
    (cd "$cache" && npm ci --loglevel=error)
    cp "$here/package-lock.json" "$cache/installed-lock.json"
fi

# botocore likewise, every file by its hash.
requirements=$here/botocore/requirements.txt
if ! cmp -s "$requirements" "$cache/installed-requirements.txt"; then
    rm -rf "$cache/installed-requirements.txt" "$cache/python"
    python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore \
        --no-deps --require-hashes --target "$cache/python" --requirement "$requirements"
    cp "$requirements" "$cache/installed-requirements.txt"
fi

# Modules are looked for beside the file that imports them, so the tests run from a copy.
rm -rf "$work/tests" "$work/generated"
mkdir -p "$work/tests" "$work/generated"
cp "$here"/*.mjs "$work/tests/"
ln -s "$cache/node_modules" "$work/tests/node_modules"

generate() {
    local name=$1
    shift
    "$binary" generate -o "$work/generated/$name.json" \
        --environment "$work/generated/$name.environment.json" "$@"
}
generate header
generate query --auth-in query
generate flat --layout flat

# A proxy for the outer network must not see what goes to 127.0.0.1.
export NO_PROXY=127.0.0.1 no_proxy=127.0.0.1
export SQLACC_E2E_BINARY="$binary"
export SQLACC_E2E_GENERATED="$work/generated"
export SQLACC_E2E_SCHEMA="$here/../../schemas/postman-collection-v2.1.0.json"
export SQLACC_E2E_JUNIT_XSD="$here/../schemas/junit-10.xsd"
PYTHONPATH=$cache/python python3 "$here/botocore/check.py" "$binary"
node --test --test-reporter=spec "$work"/tests/*.test.mjs
