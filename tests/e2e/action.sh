#!/usr/bin/env bash
# The scripts of action.yml, with what GitHub gives them, in a repository as others have it. Not run
# here: GitHub's own upload of SARIF.
# Usage: tests/e2e/action.sh PATH_TO_BINARY
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
binary=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export RUNNER_TEMP=$work/temp GITHUB_ACTION_PATH=$root GITHUB_PATH=$work/path GITHUB_OUTPUT=$work/output
export GITHUB_STEP_SUMMARY=$work/summary GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.com GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.com
mkdir "$work/temp"

has() {
    grep --quiet --fixed-strings -- "$2" "$1" || { echo "\`$2\` is not in $1:" >&2; cat "$1" >&2; exit 1; }
}

# A release is installed if its checksum fits, and not if it does not.
archive=sqlacc-postman-x86_64-unknown-linux-musl
if [ "$(uname -s)-$(uname -m)" = Linux-x86_64 ]; then
    mkdir -p "$work/releases/v9.9.9" "$work/pack/$archive"
    cp "$binary" "$work/pack/$archive/sqlacc-postman"
    tar --create --gzip --directory "$work/pack" --file "$work/releases/v9.9.9/$archive.tar.gz" "$archive"
    (cd "$work/releases/v9.9.9" && sha256sum "$archive.tar.gz" >SHA256SUMS)
    export SQLACC_RELEASES=file://$work/releases VERSION=v9.9.9
    "$root/.github/action/install" >"$work/install"
    has "$work/install" "installed v9.9.9"
    bin=$(cat "$GITHUB_PATH")
    echo tampered >>"$work/releases/v9.9.9/$archive.tar.gz"
    if RUNNER_TEMP=$work/other "$root/.github/action/install" >"$work/install" 2>&1; then
        echo "a file that its checksum does not fit was installed" >&2
        exit 1
    fi
    has "$work/install" "nothing was installed"
else
    bin=$work/bin
    mkdir "$bin"
    ln -s "$binary" "$bin/sqlacc-postman"
fi
export PATH=$bin:$PATH

git init --quiet "$work/shop"
cd "$work/shop"
mkdir "my api"
cp "$root/examples/orders/orders-2.postman_collection.json" "my api/orders.postman_collection.json"
git add .
git commit --quiet --message first
cp "$root/examples/orders/orders.postman_collection.json" "my api/orders.postman_collection.json"

run() {
    rm -f "$GITHUB_OUTPUT" "$GITHUB_STEP_SUMMARY"
    SQLACC_COMMAND=$1 SQLACC_FILES=. SQLACC_BASE=HEAD SQLACC_ARGUMENTS=${2-} "$root/.github/action/run" >"$work/annotations"
}
run validate
has "$GITHUB_OUTPUT" exit-code=1
has "$GITHUB_OUTPUT" sarif=
has "$work/annotations" '::error file=my api/orders.postman_collection.json,line='
has "$GITHUB_STEP_SUMMARY" path-variable-undefined
run validate '--ignore path-variable-undefined,body-json-invalid --profile import'
has "$GITHUB_OUTPUT" exit-code=0
run diff
has "$GITHUB_OUTPUT" exit-code=1
has "$GITHUB_STEP_SUMMARY" 'query parameter added'
report=$(sed -n 's/^report=//p' "$GITHUB_OUTPUT")
node --eval 'JSON.parse(require("fs").readFileSync(process.argv[1]))' "$report"
run diff '--fail-on breaking --contract fork'
has "$GITHUB_OUTPUT" exit-code=0

# The comment of a pull request is written once, and replaced after that.
cat >"$bin/gh" <<'GH'
#!/usr/bin/env bash
echo "$@" >>"$GH_LOG"
case "$*" in *--paginate*) cat "$GH_EARLIER" ;; esac
GH
chmod +x "$bin/gh"
export GH_LOG=$work/gh GH_EARLIER=$work/earlier GITHUB_REPOSITORY=shop/api PULL_REQUEST=7 SQLACC_COMMAND=diff
SUMMARY=$(sed -n 's/^summary=//p' "$GITHUB_OUTPUT")
export SUMMARY
: >"$GH_EARLIER"
"$root/.github/action/comment"
has "$GH_LOG" '--method POST repos/shop/api/issues/7/comments'
echo 42 >"$GH_EARLIER"
"$root/.github/action/comment"
has "$GH_LOG" '--method PATCH repos/shop/api/issues/comments/42'
rm "$bin/gh"
echo "the scripts of the action install, run and comment as they should"
