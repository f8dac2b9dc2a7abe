#!/usr/bin/env bash
# Checks the generated collection and the sandbox with Postman's own SDK and runner, Bruno and other tools'
# importers, the console in a browser, signatures with botocore, and reports by other validators.
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
    scratch=$work
fi
# Whatever happens, what was started is stopped.
finish() {
    if [ -n "${sandbox-}" ]; then kill "$sandbox" 2>/dev/null || true; fi
    if [ -n "${SQLACC_E2E_POSTGRES-}" ]; then "$here/postgres.sh" stop "$postgres"; fi
    if [ -n "${postgres-}" ]; then rm -rf "$postgres"; fi
    if [ -n "${scratch-}" ]; then rm -rf "$scratch"; fi
}
trap finish EXIT

# The packages live outside the repository. The copied lock file is written last, so an
# installation that was broken off is done again.
mkdir -p "$cache"
if ! cmp -s "$here/package-lock.json" "$cache/installed-lock.json"; then
    rm -f "$cache/installed-lock.json"
    cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$cache/"
    (cd "$cache" && npm ci --loglevel=error)
    cp "$here/package-lock.json" "$cache/installed-lock.json"
fi

# The console is looked at in a browser; without one that test is left out.
if ! command -v chromium >/dev/null && [ "$(id -u)" = 0 ] && [ -e /etc/debian_version ]; then
    apt-get update --quiet --quiet
    DEBIAN_FRONTEND=noninteractive apt-get install --quiet --quiet --yes --no-install-recommends chromium >/dev/null
fi

# botocore like the packages, every file by its hash.
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
        --write-environment "$work/generated/$name.environment.json" "$@"
}
generate header
generate query --auth-in query
generate flat --layout flat
generate portable --portable
(cd "$here" && cargo run --quiet --locked --example parcels) >"$work/generated/parcels.json"

# What Postman's runtimes send is still what the Rust tests compare with.
SQLACC_E2E_CACHE=$cache node "$here/../wire/record.mjs" --check

# A proxy for the outer network must not see what goes to 127.0.0.1.
export NO_PROXY=127.0.0.1 no_proxy=127.0.0.1
export SQLACC_E2E_BINARY="$binary"
export SQLACC_E2E_GENERATED="$work/generated"
export SQLACC_E2E_COLLECTION="$here/../client/every_kind.json"
export SQLACC_E2E_SCHEMA="$here/../../schemas/postman-collection-v2.1.0.json"
export SQLACC_E2E_JUNIT_XSD="$here/../schemas/junit-10.xsd"
if [ "$(id -u)" = 0 ] && [ -e /etc/debian_version ]; then
    # PostgreSQL runs as another user, who cannot enter the folder of the rest.
    postgres=$(mktemp -d)
    SQLACC_E2E_POSTGRES=$("$here/postgres.sh" start "$postgres" faq header query flat)
    export SQLACC_E2E_POSTGRES
fi
PYTHONPATH=$cache/python python3 "$here/botocore/check.py" "$binary"
PYTHONPATH=$cache/python "$here/sandbox/run.sh" "$binary"

# The README's quick start, as it stands there: the first command goes on, the others follow once it
# listens.
mkdir -p "$work/start/bin"
ln -sfn "$binary" "$work/start/bin/sqlacc-postman"
ln -sfn "$cache/node_modules" "$work/start/node_modules"
sed -n '/^## Sandbox$/,/^## /p' "$here/../../README.md" | sed -n '/^```sh$/,/^```$/p' |
    grep -v '^```' >"$work/start/commands"
(
    cd "$work/start"
    export PATH=$work/start/bin:$PATH
    exec bash -euc "exec $(head -n 1 commands)"
) >"$work/start/said" 2>"$work/start/log" &
sandbox=$!
for _ in $(seq 300); do
    if grep -q listening "$work/start/said"; then break; fi
    kill -0 "$sandbox"
    sleep 0.1
done
(
    cd "$work/start"
    export PATH=$work/start/bin:$PATH
    tail -n +2 commands | bash -euo pipefail >newman.txt || { tail -n 60 newman.txt >&2; exit 1; }
    grep -E 'requests|assertions' newman.txt
)
kill "$sandbox" && wait "$sandbox"
sandbox=

node --test --test-reporter=spec "$work"/tests/*.test.mjs
