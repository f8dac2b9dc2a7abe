// The JUnit report, by the schema of Jenkins and a validator that is not ours.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { validateXML } from 'xmllint-wasm';

const schema = [{ fileName: 'junit-10.xsd', contents: readFileSync(process.env.SQLACC_E2E_JUNIT_XSD, 'utf8') }];

/** The report on a file of that text, and the command's exit code. */
function report(text, ...args) {
    const { status, stdout, stderr } = spawnSync(
        process.env.SQLACC_E2E_BINARY,
        ['validate', '-', '--profile', 'publish', '--format', 'junit', ...args],
        { input: text, encoding: 'utf8' },
    );
    assert.equal(stderr, '');
    return { status, xml: stdout };
}

async function errors(xml) {
    const { errors } = await validateXML({ xml: [{ fileName: 'report.xml', contents: xml }], schema });
    return errors.map((error) => error.message);
}

const collection = (name, request) => JSON.stringify({
    info: { name, schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    item: [{ name, request }],
});
const inputs = {
    'a file without a finding': ['{"name": "e", "values": []}', 0, '<testcase name="no findings"'],
    'names that XML has a meaning for': [collection(']]> & <a b="c"> \u0007\u001b[1m \ufffe é', { method: 'get', url: '' }), 1, '<failure '],
    'what is no collection': ['[]', 1, '<failure '],
    'what is no JSON': ['{"a": <', 1, '<failure '],
};
for (const [name, [text, status, part]] of Object.entries(inputs)) {
    test(`JUnit: ${name}`, async () => {
        const found = report(text);
        assert.equal(found.status, status);
        assert.ok(found.xml.includes(part), found.xml);
        assert.deepEqual(await errors(found.xml), []);
    });
}

test('JUnit: a cause with hundreds of places', async () => {
    const generated = readFileSync(`${process.env.SQLACC_E2E_GENERATED}/header.json`, 'utf8');
    const found = report(generated.replaceAll('"listen": "test"', '"listen": "<tests>"'));
    assert.equal(found.status, 1);
    assert.ok(found.xml.match(/^also at /gm).length > 400);
    assert.deepEqual(await errors(found.xml), []);
});

test('the schema refuses a case without a name, so its verdict means something', async () => {
    const { xml } = report('[]');
    assert.notDeepEqual(await errors(xml.replace('<testcase name=', '<testcase called=')), []);
});
