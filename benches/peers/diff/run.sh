#!/usr/bin/env bash
# Times comparisons of synthetic pairs, ours beside the peers, in one run, and counts what each
# reports: 39 edits were made, and in the second pair of a size every id is new and all folders and
# requests stand in another order.
# Usage: benches/peers/diff/run.sh PATH_TO_BINARY [RUNS] [SIZES_IN_MB] [LIMIT_IN_SECONDS]
# A tool that takes longer than the limit is stopped, and its row says so.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
binary=$(realpath "$1")
runs=${2:-3}
sizes=${3:-1 10 100}
limit=${4:-60}
work=${SQLACC_PEERS_CACHE:-$HOME/.cache/sqlacc-postman-peers}/diff

mkdir -p "$work"
if ! cmp -s "$here/package-lock.json" "$work/installed-lock.json"; then
    cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$work/"
    (cd "$work" && npm ci --loglevel=error)
    cp "$here/package-lock.json" "$work/installed-lock.json"
fi
if [ ! -d "$work/python" ]; then
    python3 -m venv "$work/python"
    "$work/python/bin/pip" install --quiet deepdiff==9.1.0
fi
cp "$here"/*.mjs "$here"/*.py "$work/"

# The best and the median wall time of some runs in milliseconds, the peak memory in MiB, and the
# number in the last line that is printed.
measure() {
    local label=$1
    shift
    python3 - "$label" "$runs" "$limit" "$@" <<'PYTHON'
import os, re, statistics, subprocess, sys, tempfile, time
label, runs, limit, command = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4:]
times, peak, told = [], 0, "-"
for _ in range(runs):
    with tempfile.TemporaryFile("w+") as out:
        started = time.perf_counter()
        process = subprocess.Popen(["timeout", limit, *command], stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        times.append((time.perf_counter() - started) * 1000)
        peak = max(peak, usage.ru_maxrss / 1024)
        out.seek(0)
        lines = out.read().splitlines()
    if os.waitstatus_to_exitcode(status) == 124:
        told = "stopped"
        break
    if command[0] == "diff":
        told = sum(line[:1] in "+-" and line[:3] not in ("+++", "---") for line in lines)
    elif lines:
        told = (re.findall(r"\d+", lines[-1]) or ["-"])[0]
print(f"| {label} | {min(times):.0f} | {statistics.median(times):.0f} | {peak:.0f} | {told} |", flush=True)
PYTHON
}

for size in $sizes; do
    base=$work/base$size.json
    if [ ! -f "$work/churned$size.json" ]; then
        node "$here/../make_collection.mjs" "$size" > "$work/plain.json"
        node --max-old-space-size=8192 "$work/make_pair.mjs" "$work/plain.json" \
            "$base" "$work/edited$size.json" "$work/churned$size.json" > /dev/null
        rm "$work/plain.json"
    fi
    for pair in edited churned; do
        revision=$work/$pair$size.json
        printf '\n%s MB, %s\n\n| tool | best ms | median ms | peak MiB | reported |\n' "$size" "$pair"
        printf '| --- | --- | --- | --- | --- |\n'
        measure "ours" "$binary" diff "$base" "$revision"
        for peer in jsondiffpatch fast-json-patch json-diff-ts; do
            measure "$peer" node --max-old-space-size=8192 "$work/peer.mjs" "$peer" "$base" "$revision"
        done
        if [ "$size" = 1 ]; then
            measure "json-diff" node "$work/peer.mjs" json-diff "$base" "$revision"
            measure "deepdiff" "$work/python/bin/python" "$work/peer.py" "$base" "$revision"
        fi
        measure "diff -u" diff -u "$base" "$revision"
    done
done
