"""Kills the sandbox in the middle of many writes, again and again, and looks for what is missing.

Usage: python crash.py BINARY FOLDER [ROUNDS]
"""

import http.client
import json
import os
import signal
import subprocess
import sys
import threading
import time

from client import Client

WRITES = 1000
WRITERS = 16
AMOUNTS = ("12.30", "0.05")


def start(binary, folder):
    """A sandbox on the folder's data, and the path of an environment for it."""
    environment = os.path.join(folder, "environment.json")
    if os.path.exists(environment):
        os.remove(environment)
    command = [binary, "sandbox", "--listen", "127.0.0.1:0", "--console", "off"]
    command += ["--log-level", "error", "--data", os.path.join(folder, "company.db"), "--write-environment", environment]
    with open(os.path.join(folder, "log"), "ab") as log:
        service = subprocess.Popen(command, stdout=log, stderr=log)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and service.poll() is None:
        try:
            with open(environment, encoding="utf-8") as file:
                json.load(file)
            return service, environment
        except (FileNotFoundError, ValueError):
            time.sleep(0.02)
    raise AssertionError("the sandbox did not start")


def journal(name):
    one, other = AMOUNTS
    rows = [
        {"code": "908-000", "dr": one},
        {"code": "908-000", "dr": other},
        {"code": "320-000", "cr": "12.35"},
    ]
    return {"docdate": "2026-01-22", "description": name, "sdsdocdetail": rows}


def write(environment, names, acknowledged, refused):
    """Posts until the service is gone; keeps what was acknowledged."""
    client = Client(environment)
    for name in names:
        try:
            status, answer = client.send("POST", "/journalentry", journal(name))
        except (OSError, http.client.HTTPException):
            return
        if status == 200 and isinstance(answer, dict):
            acknowledged.append((answer["dockey"], name))
        else:
            refused.append((name, status, answer))


def stored(environment):
    """All journals of this test, whole."""
    client = Client(environment)
    found = {}
    offset = 0
    while True:
        page = client.ok("GET", f"/journalentry?description=crash*&offset={offset}")["data"]
        found |= {one["dockey"]: one["description"] for one in page}
        offset += 50
        if len(page) < 50:
            return client, found


def main():
    binary, folder = os.path.abspath(sys.argv[1]), sys.argv[2]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 10
    os.makedirs(folder, exist_ok=True)
    acknowledged, refused = told = [], []
    for turn in range(rounds):
        service, environment = start(binary, folder)
        names = [f"crash {turn} {number}" for number in range(WRITES)]
        before = len(acknowledged)
        threads = [
            threading.Thread(target=write, args=(environment, names[part::WRITERS], *told))
            for part in range(WRITERS)
        ]
        for thread in threads:
            thread.start()
        # Each round breaks off later than the one before, always in the middle.
        wanted = before + WRITES * (turn + 1) // (rounds + 2)
        while len(acknowledged) < wanted and any(thread.is_alive() for thread in threads):
            time.sleep(0.001)
        os.kill(service.pid, signal.SIGKILL)
        service.wait()
        for thread in threads:
            thread.join()
        print(f"round {turn + 1}: killed after {len(acknowledged) - before} acknowledged writes")

    service, environment = start(binary, folder)
    try:
        client, found = stored(environment)
        lost = [name for key, name in acknowledged if found.get(key) != name]
        halves = []
        for key in found:
            record = client.ok("GET", f"/journalentry/{key}")["data"][0]
            amounts = tuple(row["localdr"] for row in record["sdsdocdetail"])
            if len(amounts) != 3 or amounts[:2] != AMOUNTS:
                halves.append(record["docno"])
        names = sorted(found.values())
        twice = len(names) - len(set(names))
        print(f"{len(acknowledged)} acknowledged, {len(found)} stored")
        print(f"{len(lost)} lost, {len(halves)} half, {twice} twice, {len(refused)} refused")
        return 1 if lost or halves or twice or refused else 0
    finally:
        service.send_signal(signal.SIGTERM)
        service.wait()


if __name__ == "__main__":
    sys.exit(main())
