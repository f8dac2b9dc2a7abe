// The official schema, by a validator that is not the crate's own.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import Ajv from 'ajv';

import { NAMES, generated, requests } from './collection.mjs';

const schema = JSON.parse(readFileSync(process.env.SQLACC_E2E_SCHEMA, 'utf8'));
// Not strict: the schema describes `id` and `$schema` in places where ajv expects none.
const validate = new Ajv({ strict: false }).compile(schema);

for (const name of NAMES) {
    test(`${name}: valid by the official schema`, () => {
        assert.ok(validate(generated(`${name}.json`)), JSON.stringify(validate.errors?.slice(0, 5)));
    });
}

test('a null header value is rejected, so the verdict means something', () => {
    const collection = generated('header.json');
    const entry = requests(collection).find(({ item }) => item.request.header?.length > 0);
    entry.item.request.header[0].value = null;
    assert.equal(validate(collection), false);
});
