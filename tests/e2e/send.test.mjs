// `send --collection` beside Newman: the same collection, request by request, as it arrives.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';

import { requests } from './collection.mjs';
import { ACCESS_KEY, SECRET_KEY, run, serve } from './runner.mjs';
import { parameters, verify } from './verify.mjs';

const BINARY = process.env.SQLACC_E2E_BINARY;

/** What Newman sends half resolved and `send` refuses, what is never twice the same, and a renamed
 * file, of which Newman sends nothing but the name. */
const LEFT_OUT = [
    'OAuth', 'Hawk', 'Unknown variable', 'Unknown mode', 'Unknown dynamic variable', 'Made up',
    'File that is not there', 'File of somebody else', 'Renamed file',
];

/** What a request says: decoded, as the ways to encode are the client's own, and without boundary. */
function said({ method, url, headers, body }) {
    const [, boundary] = (headers['content-type'] ?? '').match(/boundary=(.*)$/) ?? [];
    const plain = (text) => (boundary ? text.replaceAll(boundary, 'BOUNDARY').replaceAll(/-+BOUNDARY/g, '--BOUNDARY') : text);
    const { authorization = '' } = headers;
    return {
        method,
        path: decodeURIComponent(url.split('?')[0]),
        query: parameters(url).filter(([name]) => !name.startsWith('X-Amz-')),
        isSigned: authorization.startsWith('AWS4') || url.includes('X-Amz-Signature'),
        authorization: authorization.startsWith('AWS4') ? undefined : headers.authorization,
        type: plain(headers['content-type'] ?? ''),
        own: Object.entries(headers).filter(([name]) => ['x-a', 'x-b', 'x-key'].includes(name)),
        body: plain(body),
    };
}

test('send sends what Newman sends', async (t) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'send-'));
    t.after(() => fs.rmSync(folder, { recursive: true }));
    const server = await serve(() => ({ body: '{}' }));
    t.after(server.close);
    const values = { host: server.host, user: 'ali', access_key: ACCESS_KEY, secret_key: SECRET_KEY };
    const environment = { name: 'e', values: Object.entries(values).map(([key, value]) => ({ key, value, enabled: true })) };
    fs.mkdirSync(path.join(folder, 'b'));
    fs.writeFileSync(path.join(folder, 'ali.csv'), 'code\nA\n');
    fs.writeFileSync(path.join(folder, 'b', 'c.bin'), 'binary');
    fs.writeFileSync(path.join(folder, 'b', 'd.json'), '{}');
    fs.writeFileSync(path.join(folder, 'e.json'), JSON.stringify(environment));
    fs.copyFileSync(process.env.SQLACC_E2E_COLLECTION, path.join(folder, 'c.json'));
    const collection = JSON.parse(fs.readFileSync(path.join(folder, 'c.json')));
    for (const top of collection.item) {
        top.item = top.item.filter(({ name }) => !LEFT_OUT.includes(name));
    }
    const all = requests(collection);

    await run(collection, environment, { workingDir: folder });
    const theirs = server.received.splice(0);
    assert.equal(theirs.length, all.length);
    for (const { place } of all) {
        const words = ['send', '--collection', 'c.json', '-e', 'e.json', '--request', place];
        await promisify(execFile)(BINARY, words, { cwd: folder });
    }
    const ours = server.received;
    assert.equal(ours.length, all.length);
    all.forEach(({ place }, index) => {
        assert.deepEqual(said(ours[index]), said(theirs[index]), place);
        if (said(ours[index]).isSigned) {
            assert.equal(verify(ours[index], SECRET_KEY), null, place);
        }
    });
});
