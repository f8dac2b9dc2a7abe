"""Requests a second that the sandbox answers, beside the same handler without verification and a
handler that does nothing.

Usage: python load.py BINARY BARE [--records N] [--seconds S]

BINARY is `sqlacc-postman`, BARE the bench `bare`. Needs wrk, and botocore as tests/e2e/sandbox has
it. All on this machine, so the load generator takes its share of the processors.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../tests/e2e/sandbox"))

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials


def signed_headers(environment, method, target, body):
    with open(environment, encoding="utf-8") as file:
        values = {one["key"]: one["value"] for one in json.load(file)["values"]}
    headers = {"Content-Type": "application/json"} if body else {}
    request = AWSRequest(method, values["host"] + target, headers=headers, data=body)
    keys = Credentials(values["access_key"], values["secret_key"])
    SigV4Auth(keys, values["service"], values["region"]).add_auth(request)
    return values["host"], dict(request.prepare().headers)


def wrk(folder, host, method, target, body, headers, seconds, connections=16):
    """Requests a second, 99th percentile in ms, answers that were no success."""
    script = os.path.join(folder, "load.lua")
    with open(script, "w", encoding="utf-8") as file:
        file.write(f"wrk.method = {json.dumps(method)}\n")
        if body:
            file.write(f"wrk.body = {json.dumps(body)}\n")
        for name, value in headers.items():
            if name.lower() != "content-length":
                file.write(f"wrk.headers[{json.dumps(name)}] = {json.dumps(str(value))}\n")
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-s", script]
    result = subprocess.run(command + [host + target], check=True, capture_output=True, text=True)
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", result.stdout)[1])
    slowest = re.search(r"99%\s+([\d.]+)(us|ms|s)", result.stdout)
    scale = {"us": 0.001, "ms": 1, "s": 1000}[slowest[2]]
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", result.stdout)
    return rate, float(slowest[1]) * scale, int(failed[1]) if failed else 0


def memory(process):
    """Peak and present memory of a process, MiB."""
    with open(f"/proc/{process.pid}/status", encoding="utf-8") as file:
        lines = dict(line.split(":", 1) for line in file)
    return [int(lines[name].split()[0]) // 1024 for name in ("VmHWM", "VmRSS")]


def wait_for(path, process):
    while not os.path.exists(path) or not os.path.getsize(path):
        if process.poll() is not None:
            raise SystemExit("the sandbox did not start")
        time.sleep(0.05)
    time.sleep(0.2)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("bare")
    parser.add_argument("--records", default="1000")
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--data", help="a data file to keep, or to use again")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = given.data or os.path.join(folder, "company.db")
        environment = os.path.join(folder, "environment.json")
        command = [given.binary, "sandbox", "--listen", "127.0.0.1:0", "--console", "off"]
        command += ["--log-level", "error"]
        command += ["--data", data, "--write-environment", environment]
        command += ["--seed", "demo", "--seed-size", given.records]
        start = time.monotonic()
        with open(os.path.join(folder, "log"), "w", encoding="utf-8") as log:
            service = subprocess.Popen(command, stdout=log, stderr=log)
        wait_for(environment, service)
        print(f"up after {time.monotonic() - start:.1f} s, memory {memory(service)} MiB")
        change = json.dumps({"description": "Lim Wei Jian"})
        cases = [
            ("GET by key", "GET", "/customer/300-A0001", None),
            ("list of 50", "GET", "/salesinvoice?offset=0", None),
            ("filter, indexed", "GET", "/salesinvoice?code=300-A0001", None),
            ("filter by number", "GET", "/salesinvoice?docno=IV-00001", None),
            ("PUT", "PUT", "/agent/LIM", change),
        ]
        rates = {}
        signed = {}
        for name, method, target, body in cases:
            host, headers = signed_headers(environment, method, target, body)
            signed[name] = headers
            rates[name] = wrk(folder, host, method, target, body, headers, given.seconds)
        print(f"after the load, memory {memory(service)} MiB")
        service.terminate()
        service.wait()

        address = os.path.join(folder, "address")
        command = [given.bare, data, address]
        bare = subprocess.Popen(command, env=dict(os.environ, SQLACC_BARE="1"))
        wait_for(address, bare)
        with open(address, encoding="utf-8") as file:
            host = file.read().strip()
        unverified = {}
        for name, method, target, body in cases:
            # The same bytes, so that only what is done with them differs.
            headers = signed[name]
            unverified[name] = wrk(folder, host, method, target, body, headers, given.seconds)
        nothing = wrk(folder, host, "GET", "/nothing", None, {}, given.seconds)
        bare.terminate()
        bare.wait()

    print("| request | a second | p99 ms | without verification | share | not 2xx |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, (rate, slowest, failed) in rates.items():
        other = unverified[name][0]
        print(f"| {name} | {rate:,.0f} | {slowest:.2f} | {other:,.0f} | {rate / other:.2f} | {failed} |")
    print(f"a handler that does nothing: {nothing[0]:,.0f} a second")


if __name__ == "__main__":
    main()
