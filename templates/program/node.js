#!/usr/bin/env node
// Signs a request with AWS Signature Version 4 and sends it. Needs nothing but Node.js.

const { createHash, createHmac } = require('node:crypto');
const http = require('node:http');
const https = require('node:https');

const METHOD = {{ method }};
const ORIGIN = new URL({{ origin }});
// Percent-encoded once.
const PATH = {{ path }};
// Not encoded.
const QUERY = [
{%- for key, value in query %}
  [{{ key }}, {{ value }}],
{%- endfor %}
];
const CONTENT_TYPE = {{ content_type }};
const BODY = Buffer.from(
    {{ body }},
);
const REGION = {{ region }};
const SERVICE = {{ service }};

function variable(name) {
  if (!process.env[name]) {
    console.error(`set the environment variable ${name}`);
    process.exit(1);
  }
  return process.env[name];
}

const hex = (character) => '%' + character.charCodeAt(0).toString(16).toUpperCase();
const encode = (text) => encodeURIComponent(text).replace(/[!'()*]/g, hex);
const sha256 = (data) => createHash('sha256').update(data).digest('hex');
const hmac = (key, text) => createHmac('sha256', key).update(text).digest();
const compare = (a, b) => (a < b ? -1 : Number(a > b));

/** The value of `Authorization`; all of `headers` are signed, and nothing may change them afterwards. */
function authorization(headers, time, accessKey, secretKey) {
  // A path is encoded once more to be signed.
  const segments = PATH.split('/').filter((segment) => segment !== '').map(encode);
  const end = segments.length > 0 && PATH.endsWith('/') ? '/' : '';
  const pairs = QUERY.map((pair) => pair.map(encode));
  pairs.sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]));
  const values = Object.entries(headers).map(([name, value]) => {
    return [name.toLowerCase(), value.replace(/^[ \t]+|[ \t]+$/g, '').replace(/[ \t]+/g, ' ')];
  });
  values.sort((a, b) => compare(a[0], b[0]));
  const signed = values.map(([name]) => name).join(';');
  const canonicalRequest = [
    METHOD,
    '/' + segments.join('/') + end,
    pairs.map((pair) => pair.join('=')).join('&'),
    ...values.map((pair) => pair.join(':')),
    '',
    signed,
    sha256(BODY),
  ].join('\n');
  const scope = [time.slice(0, 8), REGION, SERVICE, 'aws4_request'];
  const stringToSign = ['AWS4-HMAC-SHA256', time, scope.join('/'), sha256(canonicalRequest)].join('\n');
  const key = scope.reduce(hmac, 'AWS4' + secretKey);
  const credential = [accessKey, ...scope].join('/');
  const signature = hmac(key, stringToSign).toString('hex');
  return `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${signed}, Signature=${signature}`;
}

const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
const headers = { Host: ORIGIN.host, 'X-Amz-Date': time };
if (CONTENT_TYPE) {
  headers['Content-Type'] = CONTENT_TYPE;
}
const keys = [variable({{ access_key_variable }}), variable({{ secret_key_variable }})];
headers.Authorization = authorization(headers, time, ...keys);
for (const name of Object.keys(headers)) {
  // Node.js sends headers as Latin-1; as such their bytes are those of UTF-8.
  headers[name] = Buffer.from(headers[name]).toString('latin1');
}
if (BODY.length > 0) {
  headers['Content-Length'] = BODY.length;
}

const query = QUERY.map((pair) => pair.map(encode).join('=')).join('&');
const path = PATH + (query ? '?' + query : '');
const client = ORIGIN.protocol === 'https:' ? https : http;
const request = client.request(ORIGIN, { method: METHOD, path, headers }, (response) => {
  console.error(response.statusCode, response.statusMessage);
  process.exitCode = response.statusCode < 400 ? 0 : 1;
  response.pipe(process.stdout);
});
request.on('error', (error) => {
  console.error(error.message);
  process.exitCode = 1;
});
request.end(BODY);
