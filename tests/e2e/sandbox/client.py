"""A client of another make: requests signed by botocore, sent by Python's own HTTP client."""

import http.client
import json
import urllib.parse

from botocore.auth import SigV4Auth, SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials


class Client:
    """One connection to a service, with the host and the keys of a Postman environment."""

    def __init__(self, environment, in_query=False):
        with open(environment, encoding="utf-8") as file:
            values = {one["key"]: one["value"] for one in json.load(file)["values"]}
        self.host = urllib.parse.urlsplit(values["host"]).netloc
        keys = Credentials(values["access_key"], values["secret_key"])
        signer = SigV4QueryAuth if in_query else SigV4Auth
        self._signer = signer(keys, values["service"], values["region"])
        self._connection = http.client.HTTPConnection(self.host, timeout=30)

    def close(self):
        self._connection.close()

    def send(self, method, target, body=None):
        """The status and the answer, which is JSON if it can be."""
        data = json.dumps(body) if body is not None else None
        headers = {"Content-Type": "application/json"} if data else {}
        request = AWSRequest(method, f"http://{self.host}{target}", headers=headers, data=data)
        self._signer.add_auth(request)
        prepared = request.prepare()
        url = urllib.parse.urlsplit(prepared.url)
        target = url.path + ("?" + url.query if url.query else "")
        sent = {name: str(value) for name, value in prepared.headers.items()}
        self._connection.request(method, target, prepared.body, sent)
        answer = self._connection.getresponse()
        text = answer.read()
        try:
            return answer.status, json.loads(text)
        except ValueError:
            return answer.status, text

    def ok(self, method, target, body=None):
        """The answer to a request that has to succeed."""
        status, answer = self.send(method, target, body)
        if status != 200:
            raise AssertionError(f"{method} {target}: {status} {answer}")
        return answer
