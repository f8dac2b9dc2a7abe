// Newman runs the whole collection against a stand-in that behaves as the service does: every
// assertion of every script must hold.

import assert from 'node:assert/strict';
import test from 'node:test';

import { generated, requests } from './collection.mjs';
import { SECRET_KEY, environment, run, serve } from './runner.mjs';
import { Service } from './service.mjs';
import { verify } from './verify.mjs';

const UNSIGNED = { status: 401, body: '{"error":{"code":401,"message":"Invalid signature"}}' };

async function tell(t, collection, service) {
    const server = await serve((request) =>
        verify(request, SECRET_KEY) === null ? service.answer(request) : UNSIGNED,
    );
    t.after(server.close);
    const result = await run(collection, environment('header', server.host));
    return { ...result, received: server.received };
}

/** All records of the service, as text. */
function stored(service) {
    return [...service.resources.values()].flatMap(({ path, records }) =>
        records.map((record) => `${path} ${JSON.stringify(record)}`),
    );
}

test('every assertion holds against a service', async (t) => {
    const collection = generated('header.json');
    const service = new Service(collection);
    const before = stored(service);
    const { failures, stats, received } = await tell(t, collection, service);

    const places = new Map(requests(collection).map(({ item, place }) => [item.id, place]));
    const told = failures.map(
        ({ source, error }) => `${places.get(source?.id)}: ${error.test ?? error.name}: ${error.message}`,
    );
    assert.equal(told.length, 0, `${told.length} failures:\n${told.slice(0, 20).join('\n')}`);
    assert.equal(received.length, places.size);
    assert.ok(stats.assertions.total >= places.size, 'every request has a test');
    assert.deepEqual(stored(service), before, 'what Create has made, Delete removes');
    t.diagnostic(`${stats.assertions.total} assertions`);
});

// A code is chosen by the caller, so Create can meet a record of the company's own. When it is
// refused, the requests after it must not go on with that record.
test('a record that is already there is neither changed nor deleted', async (t) => {
    const collection = generated('header.json');
    const service = new Service(collection);
    const resourceOf = (item) => service.resources.get(item.request.url.path[0]);
    const coded = requests(collection).filter(({ item }) => resourceOf(item).key === 'code');
    for (const { item } of coded.filter(({ item }) => item.request.method === 'POST')) {
        const { records, example } = resourceOf(item);
        records.push({ ...example, ...JSON.parse(item.request.body.raw) });
    }
    collection.item = coded.map(({ item }) => item);
    const before = stored(service);
    await tell(t, collection, service);
    const after = new Set(stored(service));
    const harmed = before.filter((record) => !after.has(record));
    assert.deepEqual(harmed.map((record) => record.split(' ')[0]), []);
});
