#!/usr/bin/env python3
"""Signs a request with AWS Signature Version 4 and sends it. Needs nothing but Python 3."""

import hashlib
import hmac
import http.client
import os
import re
import sys
from datetime import datetime, timezone
from urllib.parse import quote, urlsplit

METHOD = {{ method }}
ORIGIN = {{ origin }}
# Percent-encoded once.
PATH = {{ path }}
# Not encoded.
QUERY = [
{%- for key, value in query %}
    ({{ key }}, {{ value }}),
{%- endfor %}
]
CONTENT_TYPE = {{ content_type }}
BODY = (
    {{ body }}
).encode()
REGION = {{ region }}
SERVICE = {{ service }}


def variable(name):
    value = os.environ.get(name)
    return value if value else sys.exit(f"set the environment variable {name}")


def encode(text):
    return quote(text, safe="-_.~")


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def hmac_sha256(key, text):
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


def authorization(headers, time, access_key, secret_key):
    """The value of `Authorization`; all of `headers` are signed, and nothing may change them afterwards."""
    # A path is encoded once more to be signed.
    segments = [encode(segment) for segment in PATH.split("/") if segment]
    path = "/" + "/".join(segments) + ("/" if segments and PATH.endswith("/") else "")
    pairs = sorted((encode(key), encode(value)) for key, value in QUERY)
    values = {name.lower(): re.sub("[ \t]+", " ", value.strip(" \t")) for name, value in headers.items()}
    signed = ";".join(sorted(values))
    canonical_request = "\n".join([
        METHOD,
        path,
        "&".join(f"{key}={value}" for key, value in pairs),
        *(f"{name}:{values[name]}" for name in sorted(values)),
        "",
        signed,
        sha256(BODY),
    ])
    scope = [time[:8], REGION, SERVICE, "aws4_request"]
    string_to_sign = "\n".join(["AWS4-HMAC-SHA256", time, "/".join(scope), sha256(canonical_request.encode())])
    key = b"AWS4" + secret_key.encode()
    for part in scope:
        key = hmac_sha256(key, part)
    credential = "/".join([access_key, *scope])
    signature = hmac_sha256(key, string_to_sign).hex()
    return f"AWS4-HMAC-SHA256 Credential={credential}, SignedHeaders={signed}, Signature={signature}"


def main():
    origin = urlsplit(ORIGIN)
    time = datetime.now(timezone.utc).strftime("%Y%m%dT%H%M%SZ")
    headers = {"Host": origin.netloc, "X-Amz-Date": time}
    if CONTENT_TYPE:
        headers["Content-Type"] = CONTENT_TYPE
    keys = [variable({{ access_key_variable }}), variable({{ secret_key_variable }})]
    headers["Authorization"] = authorization(headers, time, *keys)
    if BODY:
        headers["Content-Length"] = str(len(BODY))

    query = "&".join(f"{encode(key)}={encode(value)}" for key, value in QUERY)
    secure = origin.scheme == "https"
    connection = (http.client.HTTPSConnection if secure else http.client.HTTPConnection)(origin.netloc, timeout=60)
    connection.putrequest(METHOD, PATH + ("?" + query if query else ""), skip_host=True, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name, value.encode())
    connection.endheaders(BODY or None)
    response = connection.getresponse()
    print(response.status, response.reason, file=sys.stderr)
    sys.stdout.buffer.write(response.read())
    return 0 if response.status < 400 else 1


sys.exit(main())
