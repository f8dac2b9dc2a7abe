"""The signer and the verifier against botocore, over real connections on this machine.

botocore signs and our verifier judges; our client and curl send and a verifier made of botocore
judges. Usage: check.py BINARY
"""

import http.client
import http.server
import os
import pty
import random
import subprocess
import sys
import tempfile
import termios
import threading
import time
import unittest
from urllib.parse import parse_qsl, quote, urlsplit

from botocore.auth import SigV4Auth, SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

ACCESS = "0123456789abcdef0123456789abcdef.sql.my/TESTER"
SECRET = "0123456789abcdef" * 4
REGION, SERVICE = "ap-southeast-5", "sqlaccount"
BINARY = os.path.abspath(sys.argv.pop(1))
KEYS = {"SQLACC_ACCESS_KEY": ACCESS, "SQLACC_SECRET_KEY": SECRET}
ANSWER = b'{"pagination":{"offset":0},"data":[{"dockey":7,"updatecount":1,"agent":"A"}]}'


class Received:
    def __init__(self, line, headers, body):
        self.line, self.headers, self.body = line, headers, body
        self.method, self.target, _ = line.split(" ")

    def raw(self):
        head = "".join(f"{name}: {value}\r\n" for name, value in self.headers)
        return f"{self.line}\r\n{head}\r\n".encode() + self.body

    def values(self, name):
        return [value for other, value in self.headers if other.lower() == name]


class Service:
    """Keeps what arrives, and answers everything with one record."""

    def __enter__(self):
        received = self.received = []

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_any(self):
                body = self.rfile.read(int(self.headers.get("content-length") or 0))
                received.append(Received(self.requestline, list(self.headers.raw_items()), body))
                self.send_response(200)
                self.send_header("Content-Length", str(len(ANSWER)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(ANSWER)

            do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = handle_any

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = "127.0.0.1:%d" % self.server.server_port
        self.host = "http://" + self.address
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


def is_right(request):
    """Whether botocore, signing the same again, comes to the same signature."""
    query = dict(parse_qsl(urlsplit(request.target).query, keep_blank_values=True))
    authorization = request.values("authorization")
    if authorization:
        parts = authorization[0].removeprefix("AWS4-HMAC-SHA256 ").split(",")
        parts = dict(part.strip().split("=", 1) for part in parts)
        date, target = request.values("x-amz-date")[0], request.target
    else:
        names = ("Credential", "SignedHeaders", "Signature", "Date")
        parts = {name: query["X-Amz-" + name] for name in names}
        date = parts["Date"]
        pairs = request.target.split("&")
        target = "&".join(pair for pair in pairs if not pair.startswith("X-Amz-Signature="))
    scope = parts["Credential"].split("/")[-4:]
    if "/".join(parts["Credential"].split("/")[:-4]) != ACCESS or scope[0] != date[:8]:
        return False
    headers = {}
    for name in parts["SignedHeaders"].split(";"):
        headers[name] = ",".join(request.values(name))
    host = headers["host"]
    again = AWSRequest(request.method, f"http://{host}{target}", headers=headers, data=request.body)
    again.context["timestamp"] = date
    signer = SigV4Auth(Credentials(ACCESS, SECRET), scope[2], scope[1])
    canonical = signer.canonical_request(again)
    return signer.signature(signer.string_to_sign(again, canonical), again) == parts["Signature"]


def explained(request, secret=SECRET):
    """The exit code of `sign explain` for a request as it arrived."""
    keys = {**os.environ, **KEYS, "SQLACC_SECRET_KEY": secret}
    raw = request if isinstance(request, bytes) else request.raw()
    run = subprocess.run([BINARY, "sign", "explain"], input=raw, env=keys, capture_output=True)
    return run.returncode, run.stdout.decode() + run.stderr.decode()


def requests():
    """Methods, paths, queries and bodies as people send them, and as they hope nobody does."""
    strictly = lambda text: quote(text, safe="-._~")
    values = ["PI-00001", "a b+c", "*300*", "é中", "2026-01-01~2026-01-31", "", "50%", "a/b:c@d?", "O'Neil & Co="]
    paths = ["/", "/agent", "/agent/", "/salesinvoice/*", "/customer/300-A0001", "/terms/30%20Days",
             "/a//b", "/a/%2F/c", "/%E4%B8%AD", "/x(1)!$'=,;:@~"]
    chance = random.Random(5)
    for path in paths:
        for method in ("GET", "POST", "PUT", "DELETE"):
            pairs = [(chance.choice(["offset", "docno", "code", "é", "a b"]), chance.choice(values))
                     for _ in range(chance.randrange(4))]
            query = "&".join(f"{strictly(key)}={strictly(value)}" for key, value in pairs)
            body = '{"code": "é"}'.encode() if method in ("POST", "PUT") else b""
            yield method, path + ("?" + query if query else ""), body


class Botocore(unittest.TestCase):
    def sign(self, service, signer, method, target, body):
        headers = {"Content-Type": "application/json"} if body else {}
        request = AWSRequest(method, service.host + target, headers=headers, data=body)
        signer(Credentials(ACCESS, SECRET), SERVICE, REGION).add_auth(request)
        prepared = request.prepare()
        connection = http.client.HTTPConnection(service.address)
        url = urlsplit(prepared.url)
        wire = url.path + ("?" + url.query if url.query else "")
        connection.request(method, wire, body or None, dict(prepared.headers.items()))
        connection.getresponse().read()
        connection.close()
        return service.received[-1]

    def test_our_verifier_accepts_what_botocore_sends(self):
        count = 0
        with Service() as service:
            for signer in (SigV4Auth, SigV4QueryAuth):
                for method, target, body in requests():
                    # botocore's presigner moves the body's parameters of a POST into the query.
                    if signer is SigV4QueryAuth and body:
                        continue
                    received = self.sign(service, signer, method, target, body)
                    code, told = explained(received)
                    self.assertEqual(code, 0, f"{signer.__name__} {method} {target}\n{told}")
                    count += 1
        self.assertGreater(count, 50)

    def test_our_verifier_refuses_what_was_changed(self):
        with Service() as service:
            received = self.sign(service, SigV4Auth, "POST", "/agent?offset=0", b'{"code": "A"}')
        raw = received.raw()
        self.assertEqual(explained(raw, "f" * 64)[0], 1)
        for was, now in ((b"POST", b"PUT"), (b"offset=0", b"offset=1"), (b"/agent", b"/agenT"),
                         (b'"A"', b'"B"'), (b"127.0.0.1", b"127.0.0.2")):
            self.assertIn(was, raw)
            self.assertEqual(explained(raw.replace(was, now, 1))[0], 1, now)


class Ours(unittest.TestCase):
    def run_ours(self, service, *words, stdin="", code=0):
        run = subprocess.run([BINARY, *words, "--host", service.host], input=stdin, text=True,
                             env={**os.environ, **KEYS}, capture_output=True, timeout=60)
        self.assertEqual(run.returncode, code, f"{words}: {run.stderr}")
        return run.stdout

    def test_botocore_accepts_what_send_sends(self):
        agent = '{"code": "é", "description": "a b"}'
        with Service() as service:
            for words, stdin in (
                ("test-connection", ""),
                ("test-connection --auth-in query", ""),
                ("send agent list --all", ""),
                ("send agent list --filter description=a+b*~&c=é% --auth-in query", ""),
                ("send terms get 30-Days/ü", ""),
                ("send salesinvoice details --filter docno=IV-1", ""),
                ("send agent create --body -", agent),
                ("send agent update é --body -", agent),
                ("send salesinvoice update 7 --patch -", '{"agent": "B"}'),
                ("send agent delete A", ""),
            ):
                self.run_ours(service, *words.split(), stdin=stdin)
            for request in service.received:
                self.assertTrue(is_right(request), request.line)
            self.assertGreaterEqual(len(service.received), 13)
            # The judge can say no.
            forged = service.received[0]
            forged.target += "&x=1" if "?" in forged.target else "?x=1"
            self.assertFalse(is_right(forged))

    def test_botocore_accepts_what_curl_sends(self):
        env = {**os.environ, **KEYS}
        with Service() as service, tempfile.NamedTemporaryFile("w", suffix=".json") as body:
            body.write('{"code": "A"}')
            body.flush()
            for words in (
                ["GET", "/healthcheck"],
                ["GET", "agent", "--query", "offset=0", "description=a b+c"],
                ["GET", "/salesinvoice/*", "--query", "docno=PI-00001", "code=400-A0001"],
                ["POST", "agent", "--body", body.name],
                ["GET", "/customer/300-A0001", "--auth-in", "query"],
                # curl signs these itself; what it would sign wrongly comes signed instead.
                ["GET", "/healthcheck", "--aws-sigv4"],
                ["GET", "agent", "--query", "code=A", "offset=0", "--aws-sigv4"],
                ["DELETE", "/customer/300-A0001", "--aws-sigv4"],
                ["POST", "agent", "--body", body.name, "--aws-sigv4"],
                ["GET", "/salesinvoice/*", "--query", "docno=PI-00001", "--aws-sigv4"],
                ["GET", "agent", "--query", "b=1", "a=2", "--aws-sigv4"],
                ["GET", "/terms/30%20Days", "--aws-sigv4"],
            ):
                line = self.run_ours(service, "curl", *words)
                before = len(service.received)
                script = line.rstrip() + " --silent --show-error --max-time 20"
                subprocess.run(["bash", "-c", script], env=env, check=True, stdout=subprocess.DEVNULL)
                self.assertEqual(len(service.received), before + 1)
                self.assertTrue(is_right(service.received[-1]), f"{words}\n{line}")

    def test_the_secret_can_be_typed_on_a_terminal(self):
        with Service() as service:
            words = [BINARY, "test-connection", "--host", service.host, "--access-key", ACCESS]
            child, terminal = pty.fork()
            if child == 0:
                for name in ("CI", *KEYS):
                    os.environ.pop(name, None)
                os.execv(BINARY, words)
            told = b""
            while b"Secret key" not in told:
                told += os.read(terminal, 1024)
            # The question comes before the terminal stops to show what is typed.
            while termios.tcgetattr(terminal)[3] & termios.ECHO:
                time.sleep(0.01)
            os.write(terminal, SECRET.encode() + b"\n")
            try:
                while part := os.read(terminal, 1024):
                    told += part
            except OSError:
                pass  # The terminal ends with the program.
            _, status = os.waitpid(child, 0)
            self.assertEqual(os.waitstatus_to_exitcode(status), 0, told)
            self.assertNotIn(SECRET.encode(), told)
            self.assertTrue(all(is_right(request) for request in service.received))


if __name__ == "__main__":
    unittest.main(verbosity=2)
