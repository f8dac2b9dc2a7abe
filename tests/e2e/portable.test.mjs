// `generate --portable` for tools that ignore what Postman inherits and substitutes: the importers of
// Insomnia, postman-to-openapi and Bruno take over every request, its auth and its body.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import test from 'node:test';
import sdk from 'postman-collection';

import { generated, requests } from './collection.mjs';

const require = createRequire(import.meta.url);
const FILE = path.join(process.env.SQLACC_E2E_GENERATED, 'portable.json');
const raw = generated('portable.json');
const leaves = requests(raw);
const bodies = leaves.filter(({ item }) => item.request.body).length;
const isJson = ({ name, key, value }) => (name ?? key).toLowerCase() === 'content-type' && value === 'application/json';

test('the SDK: each request has its own auth', () => {
    const items = [];
    new sdk.Collection(raw).forEachItem((item) => items.push(item));
    assert.equal(items.length, leaves.length);
    for (const { request } of items) {
        assert.equal(request.auth.type, 'awsv4');
    }
});

test("Insomnia's importer keeps every auth and Content-Type", async (t) => {
    const { convert } = require('insomnia-importers');
    const { data } = await convert(JSON.stringify(raw));
    const imported = data.resources.filter(({ _type }) => _type === 'request');
    assert.equal(imported.length, leaves.length);
    assert.ok(imported.every(({ authentication }) => authentication.type === 'iam'));
    assert.equal(imported.filter(({ headers }) => headers.some(isJson)).length, bodies);
    t.diagnostic(`${imported.length} requests, ${bodies} bodies`);
});

test('postman-to-openapi reads every path and body', async (t) => {
    const text = await require('postman-to-openapi')(FILE, null, { defaultTag: 'General' });
    const methods = text.match(/^ {4}(get|post|put|delete):$/gm).length;
    // Requests for one path and method are one operation: Get and PDF, for one.
    const places = leaves.map(({ item: { request } }) => `${request.method} ${request.url.path.join('/')}`);
    assert.equal(methods, new Set(places).size);
    assert.equal(text.match(/^ {6}requestBody:$/gm).length, bodies);
    t.diagnostic(`${methods} operations, ${bodies} bodies`);
});

test("Bruno's converter keeps every auth", async (t) => {
    const { postmanToBruno } = require('@usebruno/converters');
    const { collection, issues } = await postmanToBruno(raw);
    assert.deepEqual(issues, []);
    const all = (items) => items.flatMap((item) => (item.type === 'folder' ? all(item.items) : [item]));
    const converted = all(collection.items);
    assert.equal(converted.length, leaves.length);
    assert.ok(converted.every(({ request }) => request.auth.mode === 'awsv4'));
    t.diagnostic(`${converted.length} requests`);
});
