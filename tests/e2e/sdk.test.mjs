// What Postman's own object model makes of the generated files.

import assert from 'node:assert/strict';
import test from 'node:test';
import sdk from 'postman-collection';

import { NAMES, VARIABLE, entries, generated, requests, scripts, variables } from './collection.mjs';

const ATTRIBUTES = ['accessKey', 'addAuthDataToQuery', 'region', 'secretKey', 'service', 'sessionToken'];

/** Variables named anywhere in a value, however deep. */
function used(value) {
    return [...JSON.stringify(value ?? null).matchAll(VARIABLE)].map((match) => match[1]);
}

/** The URL of the SDK as text, path variables left as `:name`, the way that `raw` writes them. */
function text(url) {
    return new sdk.Url({ ...url, variable: [] }).toString();
}

/** The request itself, and those that its saved examples show. */
function ownAndExamples(item) {
    const shown = (item.response ?? []).map((example) => example.originalRequest);
    return [item.request, ...shown].filter(Boolean);
}

for (const name of NAMES) {
    const raw = generated(`${name}.json`);
    const all = [...entries(raw.item)];
    const leaves = requests(raw);
    const collection = new sdk.Collection(raw);
    const items = [];
    collection.forEachItem((item) => items.push(item));

    test(`${name}: every folder and request is loaded`, () => {
        let folders = 0;
        collection.forEachItemGroup(() => (folders += 1));
        assert.ok(folders > 0 && items.length > 0);
        assert.equal(folders, all.length - leaves.length);
        assert.deepEqual(items.map((item) => item.name), leaves.map(({ item }) => item.name));
        // Without ids of its own, the SDK gives random ones, and no two exports are the same.
        assert.equal(new Set(all.map(({ item }) => item.id)).size, all.length);
        assert.deepEqual(items.map((item) => item.id), leaves.map(({ item }) => item.id));
    });

    test(`${name}: every request is signed with awsv4, in full`, () => {
        items.forEach((item, index) => {
            const auth = item.getAuth();
            assert.equal(auth?.type, 'awsv4', leaves[index].place);
            const given = auth.parameters().toObject();
            assert.deepEqual(Object.keys(given).sort(), ATTRIBUTES, leaves[index].place);
            // Any text is true to Postman, "false" too, and so is false when its type says string.
            const hasBody = ['POST', 'PUT'].includes(item.request.method);
            const inQuery = name === 'query' && !hasBody;
            assert.equal(given.addAuthDataToQuery, inQuery, leaves[index].place);
        });
    });

    test(`${name}: the parts of every URL make its raw text`, () => {
        for (const { item, place } of leaves) {
            for (const { url } of ownAndExamples(item)) {
                assert.equal(text(url), url.raw, place);
            }
        }
    });

    test(`${name}: every path variable is in the path, and the other way round`, () => {
        for (const { item, place } of leaves) {
            const { path = [], variable = [] } = item.request.url;
            const named = path.filter((segment) => segment.startsWith(':')).map((s) => s.slice(1));
            assert.deepEqual(variable.map(({ key }) => key), named, place);
            // Postman leaves `:name` in the path when the value is no text, or empty.
            assert.ok(variable.every(({ value }) => typeof value === 'string' && value !== ''), place);
        }
    });

    test(`${name}: every variable is defined`, () => {
        const defined = variables(raw.variable);
        for (const missing of used(raw.auth).filter((key) => !(key in defined))) {
            assert.fail(`collection auth uses {{${missing}}}`);
        }
        for (const { item, place } of leaves) {
            const { url, header, body, auth } = item.request;
            for (const key of used([url, header, body, auth])) {
                assert.ok(key in defined, `${place} uses {{${key}}}`);
            }
        }
        for (const { place, source } of scripts(raw)) {
            const named = source.matchAll(/\bpm\.(?:v|collectionV)ariables\.[gs]et\("([^"]*)"/g);
            for (const [, key] of named) {
                assert.ok(key in defined, `${place} uses the variable ${key}`);
            }
        }
        for (const { key } of generated(`${name}.environment.json`).values) {
            assert.ok(key in defined, `the environment sets ${key}`);
        }
    });

    test(`${name}: every JSON body parses`, () => {
        // An unquoted variable stands for a number or a boolean.
        const parse = (body) => JSON.parse(body.replace(/"(?:[^"\\]|\\.)*"|\{\{[^{}]*\}\}/g, (token) =>
            token.startsWith('"') ? token : '0'));
        const isJson = (body) => body?.mode === 'raw' && body.options?.raw?.language === 'json';
        let bodies = 0;
        for (const { item, place } of leaves) {
            for (const { body } of ownAndExamples(item)) {
                if (isJson(body)) {
                    assert.doesNotThrow(() => parse(body.raw), place);
                    bodies += 1;
                }
            }
            for (const example of item.response ?? []) {
                if (example._postman_previewlanguage === 'json') {
                    assert.doesNotThrow(() => JSON.parse(example.body), `${place}: ${example.name}`);
                }
            }
        }
        assert.ok(bodies > 0);
    });
}

test('flat: the same requests as grouped', () => {
    const sent = (name) => requests(generated(`${name}.json`)).map(({ item }) => JSON.stringify(item.request));
    assert.deepEqual(sent('flat').sort(), sent('header').sort());
});
