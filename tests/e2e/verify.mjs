// AWS Signature Version 4 from the verifier's side, written from the specification alone: it shares
// no code with the crate or with Postman, and sees only what came over the wire.

import { createHash, createHmac } from 'node:crypto';

const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
const hmac = (key, text) => createHmac('sha256', key).update(text, 'utf8').digest();

/** Percent-encodes all but the unreserved characters; encodeURIComponent leaves five more alone. */
function encode(text) {
    const hex = (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`;
    return encodeURIComponent(text).replace(/[!'()*]/g, hex);
}

/** The path as sent, without dot segments and doubled slashes, every segment encoded once more. */
function canonicalPath(path) {
    const segments = [];
    for (const segment of path.split('/')) {
        if (segment === '..') {
            segments.pop();
        } else if (segment !== '' && segment !== '.') {
            segments.push(encode(segment));
        }
    }
    const end = segments.length > 0 && path.endsWith('/') ? '/' : '';
    return `/${segments.join('/')}${end}`;
}

/** Name and value of every query parameter, decoded. A `+` is a plus: AWS knows no form encoding. */
export function parameters(url) {
    const query = url.split('?').slice(1).join('?');
    return query
        .split('&')
        .filter((pair) => pair !== '')
        .map((pair) => {
            const [name, ...value] = pair.split('=');
            return [decodeURIComponent(name), decodeURIComponent(value.join('='))];
        });
}

function canonicalQuery(url) {
    const order = (a, b) => (a < b ? -1 : Number(a > b));
    return parameters(url)
        .filter(([name]) => name !== 'X-Amz-Signature')
        .map(([name, value]) => [encode(name), encode(value)])
        .sort((a, b) => order(a[0], b[0]) || order(a[1], b[1]))
        .map((pair) => pair.join('='))
        .join('&');
}

function headerValue(request, name) {
    const values = [];
    for (let i = 0; i < request.rawHeaders.length; i += 2) {
        if (request.rawHeaders[i].toLowerCase() === name) {
            values.push(request.rawHeaders[i + 1].trim().replace(/[ \t]+/g, ' '));
        }
    }
    return values.join(',');
}

/** What the request says of its signature, from its header or its query; null without one. */
export function signature(request) {
    const header = request.headers.authorization;
    if (header !== undefined) {
        const parts = /^AWS4-HMAC-SHA256 Credential=([^\s,]+), ?SignedHeaders=([^\s,]+), ?Signature=([0-9a-f]{64})$/;
        const [, credential, signedHeaders, given] = header.match(parts) ?? [];
        return given && { credential, signedHeaders, given, date: request.headers['x-amz-date'] };
    }
    const query = Object.fromEntries(parameters(request.url));
    if (query['X-Amz-Algorithm'] !== 'AWS4-HMAC-SHA256') {
        return null;
    }
    return {
        credential: query['X-Amz-Credential'],
        signedHeaders: query['X-Amz-SignedHeaders'],
        given: query['X-Amz-Signature'],
        date: query['X-Amz-Date'],
    };
}

/** Null if the signature is right, else what is wrong with it. */
export function verify(request, secret) {
    const signed = signature(request);
    if (!signed) {
        return 'no signature, or one of another form';
    }
    const bodyHash = sha256(request.body);
    const declared = request.headers['x-amz-content-sha256'];
    if (declared !== undefined && declared !== bodyHash) {
        return `x-amz-content-sha256 is ${declared}, the body's hash is ${bodyHash}`;
    }
    // The access key may hold slashes, so the scope is counted from the right.
    const scope = signed.credential.split('/').slice(-4);
    if (scope[0] !== signed.date.slice(0, 8)) {
        return `the scope's date ${scope[0]} is not the day of ${signed.date}`;
    }
    const names = signed.signedHeaders.split(';');
    const canonical = [
        request.method,
        canonicalPath(request.url.split('?')[0]),
        canonicalQuery(request.url),
        ...names.map((name) => `${name}:${headerValue(request, name)}`),
        '',
        signed.signedHeaders,
        bodyHash,
    ].join('\n');
    const toSign = ['AWS4-HMAC-SHA256', signed.date, scope.join('/'), sha256(canonical)].join('\n');
    const key = scope.reduce(hmac, `AWS4${secret}`);
    return hmac(key, toSign).toString('hex') === signed.given ? null : `canonical request:\n${canonical}`;
}
