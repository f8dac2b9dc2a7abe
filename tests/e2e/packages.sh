#!/usr/bin/env bash
# The scripts of packaging/ with a binary that is already built: an archive, the files of a release, and
# the npm packages, installed as others install them.
# Usage: tests/e2e/packages.sh PATH_TO_BINARY
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
SQLACC_BINARY=$(realpath "$1")
export SQLACC_BINARY
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for file in x86_64-unknown-linux-musl.tar.gz x86_64-pc-windows-gnu.zip; do
    for folder in dist again; do
        "$root/packaging/archive" "${file%%.*}" "$work/$folder" >"$work/log"
    done
    cmp "$work/dist/sqlacc-postman-$file" "$work/again/sqlacc-postman-$file"
done
node "$root/packaging/npm/pack.js" "$work/dist" >"$work/log"
"$root/packaging/finish" "$work/dist" >"$work/log"
(cd "$work/dist" && sha256sum --check --quiet SHA256SUMS)
for file in postman_collection.json sqlaccount.postman_environment.json NOTES.md; do
    [ -s "$work/dist/$file" ] || { echo "the release lacks $file" >&2; exit 1; }
done

mkdir "$work/shop"
cd "$work/shop"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund "$work"/dist/sqlacc-postman-linux-x64-*.tgz \
    "$work"/dist/sqlacc-postman-[0-9]*.tgz
npx sqlacc-postman generate 2>/dev/null
npx sqlacc-postman validate
code=0
npx sqlacc-postman validate "no such file" 2>/dev/null || code=$?
[ "$code" = 2 ] || { echo "the launcher ends with $code instead of 2" >&2; exit 1; }
echo "the packages are made alike twice, installed and run"
