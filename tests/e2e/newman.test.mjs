// Newman sends the whole collection to a server that knows nothing: is every request what the
// collection says, completely resolved, and rightly signed?

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import test from 'node:test';
import vm from 'node:vm';

import { NAMES, generated, requests, scripts, substitute, variables } from './collection.mjs';
import { ACCESS_KEY, SECRET_KEY, environment, run, serve } from './runner.mjs';
import { parameters, signature, verify } from './verify.mjs';

// It holds no record, so a script has nothing to store, and all variables keep their first values.
const ANSWER = '{"pagination":{"offset":0},"data":[]}';

/** What the request should be on the wire: decoded, as the ways to encode are the client's own. */
function expected(request, values) {
    const fill = (text) => substitute(text, values);
    const { path, query = [], variable = [] } = request.url;
    const segments = path.map((segment) => {
        const named = variable.find(({ key }) => segment === `:${key}`);
        return fill(named ? named.value : segment);
    });
    const enabled = query.filter(({ disabled }) => !disabled);
    return {
        method: request.method,
        path: `/${segments.join('/')}`,
        query: enabled.map(({ key, value }) => [key, decodeURIComponent(fill(value))]),
        body: fill(request.body?.raw ?? ''),
    };
}

function onTheWire({ method, url, body }) {
    const query = parameters(url).filter(([name]) => !name.startsWith('X-Amz-'));
    return { method, path: decodeURIComponent(url.split('?')[0]), query, body };
}

function checkArrivals(all, received, values) {
    assert.equal(received.length, all.length);
    all.forEach(({ item, place }, index) => {
        assert.deepEqual(onTheWire(received[index]), expected(item.request, values), place);
    });
}

function checkSignature(request, place, inQuery) {
    const hasBody = ['POST', 'PUT'].includes(request.method);
    const { authorization } = request.headers;
    if (inQuery && !hasBody) {
        const names = parameters(request.url).map(([name]) => name);
        for (const name of ['X-Amz-Algorithm', 'X-Amz-Credential', 'X-Amz-Signature']) {
            assert.ok(names.includes(name), `${place}: no ${name}`);
        }
        assert.equal(authorization, undefined, place);
    } else {
        assert.ok(authorization, `${place}: no Authorization header`);
        assert.ok(!request.url.includes('X-Amz-'), place);
    }
    const { credential, date } = signature(request) ?? assert.fail(`${place}: ${authorization}`);
    const scope = `${date.slice(0, 8)}/ap-southeast-5/sqlaccount/aws4_request`;
    assert.equal(credential, `${ACCESS_KEY}/${scope}`, place);
    const fault = verify(request, SECRET_KEY);
    assert.equal(fault, null, `${place}: ${fault}`);
}

/** What `sign explain` makes of a request as it arrived: null when it accepts it. */
function explained({ method, url, rawHeaders, body }, secret = SECRET_KEY) {
    const lines = [`${method} ${url} HTTP/1.1`];
    for (let i = 0; i < rawHeaders.length; i += 2) {
        lines.push(`${rawHeaders[i]}: ${rawHeaders[i + 1]}`);
    }
    const env = { ...process.env, SQLACC_ACCESS_KEY: ACCESS_KEY, SQLACC_SECRET_KEY: secret };
    const input = `${lines.join('\r\n')}\r\n\r\n${body}`;
    const run = spawnSync(process.env.SQLACC_E2E_BINARY, ['sign', 'explain'], { input, env, encoding: 'utf8' });
    return run.status === 0 ? null : `${run.status}: ${run.stdout}${run.stderr}`;
}

for (const name of NAMES) {
    test(`${name}: every script compiles`, () => {
        for (const { place, source } of scripts(generated(`${name}.json`))) {
            assert.doesNotThrow(() => new vm.Script(`(async () => {\n${source}\n})`), place);
        }
    });
}

for (const name of ['header', 'query']) {
    test(`${name}: newman sends the whole collection`, async (t) => {
        const collection = generated(`${name}.json`);
        const all = requests(collection);
        const server = await serve(() => ({ body: ANSWER }));
        t.after(server.close);
        const { host, received } = server;
        const settings = environment(name, host);
        const values = { ...variables(collection.variable), ...variables(settings.values) };
        const result = await run(collection, settings);

        await t.test('every request arrives, in order and as it is written', () => {
            checkArrivals(all, received, values);
        });

        await t.test('every signature is in its place and verifies', () => {
            all.forEach(({ place }, index) => checkSignature(received[index], place, name === 'query'));
        });

        await t.test('our verifier accepts every request, and none with another secret', () => {
            all.forEach(({ place }, index) => assert.equal(explained(received[index]), null, place));
            assert.match(explained(received[0], 'another'), /^1: The signature does not match/);
        });

        await t.test('nothing is left unresolved', () => {
            all.forEach(({ place }, index) => {
                const { url, rawHeaders, body } = received[index];
                const sent = [decodeURIComponent(url), ...rawHeaders, body].join('\n');
                assert.doesNotMatch(sent, /\{\{|\}\}|\bundefined\b/, place);
            });
        });

        await t.test('headers are what the front end and the service look for', () => {
            const isPdf = (item) => /\bPDF\b/.test(item.name);
            assert.ok(all.some(({ item }) => isPdf(item)));
            all.forEach(({ item, place }, index) => {
                const { headers, body } = received[index];
                assert.match(headers['user-agent'], /^Mozilla\/5\.0/, place);
                for (const { key, value } of item.request.header ?? []) {
                    assert.equal(headers[key.toLowerCase()], substitute(value, values), place);
                }
                if (isPdf(item)) {
                    assert.match(headers['content-type'], /^application\/pdf;template=./, place);
                }
                if (body !== '') {
                    assert.equal(headers['content-type'], 'application/json', place);
                }
            });
        });

        await t.test('no script is broken', () => {
            // The answers are dummies, so assertions may fail and records may be missing; a name
            // that does not exist is wrong whatever the answer.
            const wrong = result.failures
                .filter(({ error }) => ['ReferenceError', 'SyntaxError'].includes(error.name))
                .map(({ source, error }) => `${source?.name}: ${error.name}: ${error.message}`);
            assert.deepEqual(wrong, []);
        });
    });
}

for (const name of ['header', 'query']) {
    test(`${name}: every filter that can be ticked is sent and signed as written`, async (t) => {
        const collection = generated(`${name}.json`);
        const ticked = requests(collection).filter(({ item }) => item.request.url.query?.length > 0);
        for (const { item } of ticked) {
            item.request.url.query.forEach((parameter) => delete parameter.disabled);
            delete item.event;
        }
        collection.item = ticked.map(({ item }) => item);
        const server = await serve(() => ({ body: ANSWER }));
        t.after(server.close);
        const settings = environment(name, server.host);
        await run(collection, settings);
        const values = { ...variables(collection.variable), ...variables(settings.values) };
        checkArrivals(ticked, server.received, values);
        ticked.forEach(({ place }, index) => checkSignature(server.received[index], place, name === 'query'));
    });
}
