#!/usr/bin/env bash
# Starts a PostgreSQL of its own, in a folder of its own, and says its address; `stop` ends it.
# Usage: tests/e2e/postgres.sh start FOLDER DATABASE... | stop FOLDER
# Needs Debian and root: PostgreSQL is installed when it is not there, and refuses to run as root.
set -euo pipefail

folder=$2
tool() {
    local all=(/usr/lib/postgresql/*/bin)
    local program=$1
    shift
    runuser -u postgres -- "${all[-1]}/$program" "$@"
}

case $1 in
start)
    if ! compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; then
        { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends postgresql; } >&2
    fi
    mkdir -p "$folder"
    chown postgres "$folder"
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    cd "$folder"
    tool initdb --pgdata=data --auth=trust --encoding=UTF8 --no-sync >/dev/null
    # As on a server that keeps what it has acknowledged; only where it listens is ours.
    tool pg_ctl --pgdata=data --wait --log=log start \
        --options="-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=''" >/dev/null
    for database in "${@:3}"; do
        tool createdb --host=127.0.0.1 --port="$port" "$database"
    done
    echo "postgres://postgres@127.0.0.1:$port"
    ;;
stop)
    cd "$folder"
    tool pg_ctl --pgdata=data --wait --mode=fast stop >/dev/null
    ;;
esac
