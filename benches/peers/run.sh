#!/usr/bin/env bash
# Times whole processes, ours beside the peers, in one run: on synthetic collections of 1, 10 and 100 MB
# and, where one is given, on a folder of real collections. Needs Node.js and Python with venv.
# Usage: benches/peers/run.sh PATH_TO_BINARY [RUNS] [FOLDER]
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
binary=$(realpath "$1")
runs=${2:-5}
folder=${3:-}
work=${SQLACC_PEERS_CACHE:-$HOME/.cache/sqlacc-postman-peers}
schema=$here/../../schemas/postman-collection-v2.1.0.json

mkdir -p "$work"
if ! cmp -s "$here/package-lock.json" "$work/installed-lock.json"; then
    cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$work/"
    (cd "$work" && npm ci --loglevel=error)
    cp "$here/package-lock.json" "$work/installed-lock.json"
fi
if ! cmp -s "$here/requirements.txt" "$work/installed-requirements.txt"; then
    python3 -m venv "$work/venv"
    "$work/venv/bin/pip" install --quiet --requirement "$here/requirements.txt"
    cp "$here/requirements.txt" "$work/installed-requirements.txt"
fi
cp "$here"/*.mjs "$work/"
native=$work/node_modules/@sourcemeta/jsonschema/build/github-releases/jsonschema-linux-$(uname -m)
chmod +x "$native"
python=$work/venv/bin/python

# The best and the median wall time of some runs in milliseconds, the processor time of the best of them,
# and the peak memory in MiB. What takes longer than ten seconds is run once.
measure() {
    local label=$1
    shift
    python3 - "$label" "$runs" "$@" <<'PYTHON'
import os, statistics, subprocess, sys, time
label, runs, command = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
times, cpu, peak = [], [], 0
for _ in range(runs):
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    times.append((time.perf_counter() - started) * 1000)
    cpu.append((usage.ru_utime + usage.ru_stime) * 1000)
    peak = max(peak, usage.ru_maxrss / 1024)
    if times[-1] > 10_000:
        break
code = os.waitstatus_to_exitcode(status)
print(f"| {label} | {min(times):.0f} | {statistics.median(times):.0f} | {min(cpu):.0f} | {peak:.0f} | {code} |", flush=True)
PYTHON
}

heading() {
    printf '\n%s\n\n| tool | best ms | median ms | CPU ms | peak MiB | exit |\n| --- | --- | --- | --- | --- | --- |\n' "$1"
}

for size in 1 10 100; do
    file=$work/c$size.json
    [ -f "$file" ] || node "$here/make_collection.mjs" "$size" > "$file"
    heading "$size MB"
    measure "ours, schema only" "$binary" validate "$file" --select schema-conformance
    measure "ours, profile run" "$binary" validate "$file"
    measure "ours, profile publish" "$binary" validate "$file" --profile publish
    measure "sourcemeta --fast" "$native" validate --fast "$schema" "$file"
    measure "ajv 8, compiled" node "$work/ajv.mjs" "$schema" "$file"
    measure "jsonschema-rs from Python" "$python" "$here/schema_check.py" "$schema" "$file"
    measure "postman-collection, load only" node "$work/sdk.mjs" "$file"
    # At 100 MB these take a minute or run out of memory.
    if [ "$size" -lt 100 ]; then
        measure "check-jsonschema" "$work/venv/bin/check-jsonschema" --schemafile "$schema" "$file"
        measure "spectral, fifteen rules" "$work/node_modules/.bin/spectral" lint --ruleset "$work/ruleset.mjs" "$file"
    fi
done

if [ -n "$folder" ]; then
    rm -rf "$work/corpus"
    "$python" "$here/copy_readable.py" "$folder" "$work/corpus"
    heading "$(find "$work/corpus" -name '*.json' | wc -l) real files, $(du -sm "$work/corpus" | cut -f1) MB"
    # Before those that do not walk folders the files are listed.
    measure "ours, schema only" "$binary" validate "$work/corpus" --select schema-conformance
    measure "ours, profile run" "$binary" validate "$work/corpus"
    measure "sourcemeta --fast" "$native" validate --fast --continue "$schema" "$work"/corpus/*.json
    measure "ajv 8, compiled" node "$work/ajv.mjs" "$schema" "$work"/corpus/*.json
    measure "jsonschema-rs from Python" "$python" "$here/schema_check.py" "$schema" "$work"/corpus/*.json
    measure "check-jsonschema" "$work/venv/bin/check-jsonschema" --schemafile "$schema" "$work"/corpus/*.json
    measure "postman-collection, load only" node "$work/sdk.mjs" "$work"/corpus/*.json
fi

heading "start-up"
measure "ours, --version" "$binary" --version
measure "sourcemeta, version" "$native" version
