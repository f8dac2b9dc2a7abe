// Newman runs the collection of examples/parcels.rs, another API with temporary keys, against a stub
// of that API: every test of every request passes, and every request is signed with the token.

import assert from 'node:assert/strict';
import test from 'node:test';
import newman from 'newman';

import { generated } from './collection.mjs';
import { serve } from './runner.mjs';

const TOKEN = 'token-of-temporary-keys';
const KEYS = { senders: 'handle', parcels: 'parcel_id', events: 'event_no' };

/** The service: records by resource, ids of its own for parcels, PATCH for those only. */
function service() {
    const bookshop = { handle: 'bookshop', name: 'The Corner Bookshop', country: 'IE' };
    const event = { event_no: 41, parcel_id: 'p', at: '2026-03-02T08:30:00.000Z' };
    const stored = {
        senders: new Map([['bookshop', bookshop]]),
        parcels: new Map(),
        events: new Map([['41', event]]),
    };
    const say = (status, value) => ({ status, body: JSON.stringify(value) });
    return ({ method, url, headers, body }) => {
        const isSigned = headers.authorization?.startsWith('AWS4-HMAC-SHA256 ');
        if (!isSigned || headers['x-amz-security-token'] !== TOKEN) {
            return say(403, { message: 'The security token included in the request is expired' });
        }
        const [, , name, id] = url.split('?')[0].split('/').map(decodeURIComponent);
        const records = stored[name];
        if (method === 'POST') {
            const record = { parcel_id: 'parcel-1', ...JSON.parse(body) };
            records.set(record[KEYS[name]], record);
            return say(201, record);
        }
        if (id === undefined) return say(200, { items: [...records.values()], next_page_token: null });
        const record = records.get(id);
        if (record === undefined) return say(404, { message: 'No such record' });
        if (method === 'DELETE') {
            records.delete(id);
            return { status: 204, body: '' };
        }
        const changes = { senders: 'PUT', parcels: 'PATCH' };
        if (method === changes[name]) return say(200, Object.assign(record, JSON.parse(body)));
        return method === 'GET' ? say(200, record) : say(405, { message: 'No such method' });
    };
}

test('the collection of another API passes its own tests', async () => {
    const { host, received, close } = await serve(service());
    const values = { host, access_key: 'A', secret_key: 'S', session_token: TOKEN };
    const summary = await new Promise((resolve, reject) => {
        const envVar = Object.entries(values).map(([key, value]) => ({ key, value }));
        const done = (error, result) => (error ? reject(error) : resolve(result));
        newman.run({ collection: generated('parcels.json'), envVar, reporters: [] }, done);
    });
    close();
    assert.deepEqual(summary.run.failures.map(({ error }) => error.message), []);
    assert.equal(received.length, 12);
    assert.equal(summary.run.stats.assertions.total, 25);
});
