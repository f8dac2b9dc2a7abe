// Newman runs the whole collection against the sandbox: every request and every assertion is green,
// whatever the collection's form and wherever the records are.

import assert from 'node:assert/strict';
import test from 'node:test';

import { generated, requests } from './collection.mjs';
import { run } from './runner.mjs';
import { sandbox } from './sandbox.mjs';

/** Only there when PostgreSQL could be installed. */
const POSTGRES = process.env.SQLACC_E2E_POSTGRES;

async function tell(t, name, ...options) {
    const collection = generated(`${name}.json`);
    const places = new Map(requests(collection).map(({ item, place }) => [item.id, place]));
    const started = Date.now();
    const { failures, stats } = await run(collection, await sandbox(t, ...options));
    const told = failures.map(
        ({ source, error }) => `${places.get(source?.id)}: ${error.test ?? error.name}: ${error.message}`,
    );
    const { requests: sent, assertions } = stats;
    const seconds = (Date.now() - started) / 1000;
    t.diagnostic(`${sent.total} requests, ${assertions.total} assertions, ${told.length} failures, ${seconds} s`);
    assert.equal(told.length, 0, `${told.length} failures:\n${told.slice(0, 40).join('\n')}`);
    assert.equal(sent.total, places.size);
    assert.equal(sent.failed, 0);
    assert.ok(assertions.total >= places.size, 'every request has a test');
}

for (const name of ['header', 'query', 'flat']) {
    test(`${name}: the whole collection is green on SQLite`, (t) => tell(t, name));
}

test('the whole collection is green in memory', (t) => tell(t, 'header', '--data', 'memory'));

for (const name of ['header', 'query', 'flat']) {
    const skip = POSTGRES ? false : 'there is no PostgreSQL';
    test(`${name}: the whole collection is green on PostgreSQL`, { skip }, (t) =>
        tell(t, name, '--data', `${POSTGRES}/${name}`),
    );
}
