#!/usr/bin/env bash
# A client of another make against the sandbox: the vendor's FAQ step by step, in memory, in a file
# and in the database `faq` of the server SQLACC_E2E_POSTGRES, and kill -9 in the middle of many
# writes. Needs botocore where Python finds it.
# Usage: tests/e2e/sandbox/run.sh PATH_TO_BINARY
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
binary=$(realpath "$1")
work=$(mktemp -d)
service=
finish() {
    if [ -n "$service" ]; then kill "$service" 2>/dev/null || true; fi
    rm -rf "$work"
}
trap finish EXIT
export NO_PROXY=127.0.0.1 no_proxy=127.0.0.1 PYTHONDONTWRITEBYTECODE=1

faq() {
    local environment=$work/environment.json
    rm -f "$environment"
    "$binary" sandbox --listen 127.0.0.1:0 --console off --log-level error \
        --master-key-file "$work/key" --write-environment "$environment" --data "$1" >/dev/null &
    service=$!
    for _ in $(seq 600); do
        if [ -s "$environment" ]; then break; fi
        kill -0 "$service"
        sleep 0.1
    done
    SQLACC_ENVIRONMENT=$environment python3 "$here/faq.py"
    kill "$service" && wait "$service"
    service=
}
faq memory
faq "$work/faq.db"
if [ -n "${SQLACC_E2E_POSTGRES-}" ]; then faq "$SQLACC_E2E_POSTGRES/faq"; fi
python3 "$here/crash.py" "$binary" "$work/crash"
