// Bruno: its converter takes the whole collection, and its command line runs it against the sandbox, every
// request and every test green.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import test from 'node:test';

import { generated, requests } from './collection.mjs';
import { start } from './sandbox.mjs';

const require = createRequire(import.meta.url);
const { postmanToBruno } = require('@usebruno/converters');
const { createCollectionFromBrunoObject } = require('@usebruno/cli/src/utils/collection');

/** Requests and folders of Bruno's model. */
function* bruno(items) {
    for (const item of items) {
        if (item.type === 'folder') {
            yield* bruno(item.items);
        } else {
            yield item;
        }
    }
}

test('Bruno runs the whole collection', async (t) => {
    const raw = generated('header.json');
    const { collection, issues } = await postmanToBruno(raw);
    assert.deepEqual(issues, []);
    const expected = requests(raw).length;
    assert.equal([...bruno(collection.items)].length, expected);

    const { folder, environment } = await start(t, '--data', 'memory', '--console', 'off');
    const cwd = path.join(folder, 'bruno');
    mkdirSync(cwd);
    await createCollectionFromBrunoObject(collection, cwd, { format: 'bru' });
    const variables = environment.values.flatMap(({ key, value }) => ['--env-var', `${key}=${value}`]);
    const report = path.join(folder, 'report.json');
    const bru = require.resolve('@usebruno/cli/bin/bru.js');
    const args = [bru, 'run', '-r', '--sandbox', 'developer', ...variables, '--reporter-json', report];
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
    await once(child, 'exit');

    const [{ results, summary }] = JSON.parse(readFileSync(report, 'utf8'));
    const failed = results.flatMap((result) => {
        const failures = (result.postResponseTestResults ?? []).filter(({ status }) => status !== 'pass');
        const why = [result.error, ...failures.map(({ description, error }) => `${description}: ${error}`)].filter(Boolean);
        return why.map((one) => `${result.test.filename}: ${one}`);
    });
    assert.deepEqual(failed.slice(0, 20), []);
    assert.equal(summary.passedRequests, expected);
    const tests = results.flatMap((result) => result.postResponseTestResults ?? []);
    assert.ok(tests.length >= expected, 'every request has a test');
    t.diagnostic(`${summary.passedRequests} requests, ${tests.length} tests`);
});
