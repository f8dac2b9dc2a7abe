#!/usr/bin/env bash
# Installs what Debian has of the languages that `curl --language` writes programs in, and runs the test
# of the programs with all of them. Needs root, and what tests/e2e/run.sh has installed.
# Usage: tests/e2e/languages.sh PATH_TO_BINARY
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
binary=$(realpath "$1")
cache=${SQLACC_E2E_CACHE:-$HOME/.cache/sqlacc-postman-e2e}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if ! (command -v php && command -v mcs && command -v mono && command -v fpc) >/dev/null; then
    apt-get update --quiet --quiet
    DEBIAN_FRONTEND=noninteractive apt-get install --quiet --quiet --yes --no-install-recommends \
        php-cli mono-mcs mono-runtime fp-compiler fp-units-base fp-units-fcl fp-units-net
fi
cp "$here"/*.mjs "$work/"
ln -s "$cache/node_modules" "$work/node_modules"
export NO_PROXY=127.0.0.1 no_proxy=127.0.0.1 SQLACC_E2E_BINARY="$binary"
SQLACC_E2E_LANGUAGES="python node php csharp pascal" \
    node --test --test-reporter=spec "$work/programs.test.mjs"
