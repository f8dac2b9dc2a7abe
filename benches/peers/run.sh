#!/usr/bin/env bash
# Times whole processes on synthetic collections, ours beside the peers, in one run.
# Usage: benches/peers/run.sh PATH_TO_BINARY [RUNS]
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
binary=$(realpath "$1")
runs=${2:-5}
work=${SQLACC_PEERS_CACHE:-$HOME/.cache/sqlacc-postman-peers}
schema=$here/../../schemas/postman-collection-v2.1.0.json

mkdir -p "$work"
if ! cmp -s "$here/package-lock.json" "$work/installed-lock.json"; then
    cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$work/"
    (cd "$work" && npm ci --loglevel=error)
    cp "$here/package-lock.json" "$work/installed-lock.json"
fi
cp "$here"/*.mjs "$work/"
native=$work/node_modules/@sourcemeta/jsonschema/build/github-releases/jsonschema-linux-$(uname -m)
chmod +x "$native"

# The best and the median wall time of some runs in milliseconds, and the peak memory in MiB.
measure() {
    local label=$1
    shift
    python3 - "$label" "$runs" "$@" <<'PYTHON'
import os, statistics, subprocess, sys, time
label, runs, command = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
times, peak = [], 0
for _ in range(runs):
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    times.append((time.perf_counter() - started) * 1000)
    peak = max(peak, usage.ru_maxrss / 1024)
code = os.waitstatus_to_exitcode(status)
print(f"| {label} | {min(times):.0f} | {statistics.median(times):.0f} | {peak:.0f} | {code} |")
PYTHON
}

for size in 1 10 100; do
    file=$work/c$size.json
    [ -f "$file" ] || node "$here/make_collection.mjs" "$size" > "$file"
    printf '\n%s MB\n\n| tool | best ms | median ms | peak MiB | exit |\n| --- | --- | --- | --- | --- |\n' "$size"
    measure "ours, schema only" "$binary" validate "$file" --select schema-conformance
    measure "ours, profile run" "$binary" validate "$file"
    measure "ours, profile publish" "$binary" validate "$file" --profile publish
    measure "ajv 8, compiled" node "$work/ajv.mjs" "$schema" "$file"
    measure "sourcemeta --fast" "$native" validate --fast "$schema" "$file"
    measure "postman-collection, load only" node "$work/sdk.mjs" "$file"
done
printf '\nstart-up: '
measure "--version" "$binary" --version
