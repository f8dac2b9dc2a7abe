// Newman runs the whole collection against the sandbox: every request and every assertion is green,
// whatever the collection's form and wherever the records are.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import test from 'node:test';

import { generated, requests } from './collection.mjs';
import { run } from './runner.mjs';

const BINARY = process.env.SQLACC_E2E_BINARY;
/** Only there when PostgreSQL could be installed. */
const POSTGRES = process.env.SQLACC_E2E_POSTGRES;

/** A fresh sandbox in a folder of its own, and the environment that it has written. */
async function sandbox(t, ...options) {
    const folder = mkdtempSync(path.join(tmpdir(), 'sqlacc-sandbox-'));
    const file = path.join(folder, 'environment.json');
    const given = ['sandbox', '--listen', '127.0.0.1:0', '--log-level', 'error', '--write-environment', file];
    const child = spawn(BINARY, [...given, ...options], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    t.after(async () => {
        child.kill('SIGTERM');
        const [code] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode];
        rmSync(folder, { recursive: true });
        assert.equal(code, 0, 'it did not stop in good order');
    });
    const [line] = await once(createInterface(child.stdout), 'line');
    assert.match(line, /^listening on http:\/\/127\.0\.0\.1:/);
    return JSON.parse(readFileSync(file, 'utf8'));
}

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
