#!/usr/bin/env bash
# The hooks of .pre-commit-hooks.yaml, run by pre-commit in a repository as others have it.
# Usage: tests/e2e/hooks.sh PATH_TO_BINARY, with pre-commit on the path
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "$(realpath "$1")" "$work/bin/sqlacc-postman"
export PATH=$work/bin:$PATH PRE_COMMIT_HOME=$work/cache GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.com GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.com

git init --quiet "$work/hooks"
cp "$root/.pre-commit-hooks.yaml" "$work/hooks/"
git -C "$work/hooks" add .
git -C "$work/hooks" commit --quiet --message hooks
revision=$(git -C "$work/hooks" rev-parse HEAD)

git init --quiet "$work/shop"
cd "$work/shop"
git commit --quiet --allow-empty --message empty
cat >.pre-commit-config.yaml <<CONFIG
repos:
  - repo: $work/hooks
    rev: $revision
    hooks:
      - id: sqlacc-postman-validate-system
      - id: sqlacc-postman-fmt-system
      - id: sqlacc-postman-diff-system
CONFIG
cp "$root/examples/orders/orders-2.postman_collection.json" orders.postman_collection.json
"$work/bin/sqlacc-postman" fmt orders.postman_collection.json
git add .
pre-commit run --all-files
git commit --quiet --message first

fails() {
    if pre-commit run "$1" >"$work/output" 2>&1; then
        echo "the hook $1 passes what it should refuse" >&2
        exit 1
    fi
    grep --quiet --fixed-strings "$2" "$work/output" || { cat "$work/output" >&2; exit 1; }
}
cp "$root/examples/orders/orders.postman_collection.json" orders.postman_collection.json
git add .
fails sqlacc-postman-validate-system 'error[path-variable-undefined]'
fails sqlacc-postman-diff-system 'request renamed'
git checkout --quiet HEAD -- orders.postman_collection.json
tr -d '\n' <orders.postman_collection.json >one-line
mv one-line orders.postman_collection.json
git add .
fails sqlacc-postman-fmt-system "formatted \`orders.postman_collection.json\`"
git diff --quiet HEAD -- orders.postman_collection.json
echo "the hooks of pre-commit pass and refuse as they should"
