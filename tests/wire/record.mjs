// The wire table: what Postman's own runtimes put on the wire for the requests of `cases.json`.
//
//     node tests/wire/record.mjs            writes `recorded.json`
//     node tests/wire/record.mjs --check    records anew, and fails at the first case that differs
//     node tests/wire/record.mjs --only=url shows the cases whose name holds `url`, writes nothing
//
// The packages are those of `tests/e2e/package-lock.json`, looked for in the folder SQLACC_E2E_CACHE
// that `tests/e2e/run.sh` installs them in: Newman 6.2.2 (with postman-runtime 7.39.1 and
// postman-collection 4.4.0 of its own), and postman-runtime 7.56.1 with postman-collection 5.3.1.
// After a change of version or case, record anew and read the difference.
//
// A case is `{name, request | item | collection}`: a request of the one item of a collection, that
// item, or members of the whole collection. Every collection has the variable `host`, `a.test`.
//   note          what the case shows, where the name does not say it
//   variable      more variables of the collection
//   environment, globals   lists of variables
//   files         texts of files in the folder that the run works in, by name
//   mask          patterns of what is random in this case, and what is written for it
//
// A record is `{both}` when the runtimes agree, else `{newman, runtime}`, each a request, a list of
// them if more than one arrived, or `{error}` if none did:
//   to            scheme, host and port that the connection was opened to; no connection leaves the
//                 process, and TLS is left out (`net.mjs`)
//   target        as in the request line
//   headers       in order, in the case they were sent in, without those the client adds of itself
//                 (`message.mjs`); content that only restates the body's length is left out as well
//   absent        headers that the client usually adds of itself and did not
//   body, base64  as text, or where that is no UTF-8 in base64; chunks are joined
// The clock stands still, so signatures are exact; a boundary is BOUNDARY, a random UUID is GUID.
// What the record teaches is in `README.md`.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { masked, message } from './message.mjs';
import { capture } from './net.mjs';
import { load } from './runtimes.mjs';

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);
/** In milliseconds; a case that takes longer has failed in a way that its runtime does not tell. */
const LONGEST = 4000;

const here = path.dirname(new URL(import.meta.url).pathname);
const recording = path.join(here, 'recorded.json');
const command = process.argv[2] ?? '';
if (process.argv.length > 3 || !/^(|--check|--only=.*)$/.test(command)) {
    console.error('usage: node tests/wire/record.mjs [--check | --only=PART_OF_A_NAME]');
    process.exit(2);
}

const packages = process.env.SQLACC_E2E_CACHE ?? path.join(os.homedir(), '.cache/sqlacc-postman-e2e');
if (!existsSync(path.join(packages, 'node_modules', 'newman'))) {
    console.error(`no packages in ${packages}: tests/e2e/run.sh installs them there; SQLACC_E2E_CACHE names another folder`);
    process.exit(2);
}

const cases = JSON.parse(readFileSync(path.join(here, 'cases.json'), 'utf8'));
const names = new Set(cases.map(({ name }) => name));
if (names.size !== cases.length) {
    throw new Error('two cases have one name');
}

/** The collection of a case, and the scopes around it: fresh objects, as the runtimes change them. */
function input(one) {
    const { request, item = { name: 'r', request }, collection, variable = [], environment, globals } = one;
    return structuredClone({
        collection: {
            info: { name: 'c', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
            item: [item],
            variable: [{ key: 'host', value: 'a.test' }, ...variable],
            ...collection,
        },
        environment: environment && { name: 'e', values: environment },
        globals: globals && { name: 'g', values: globals },
    });
}

/** What one runtime sends for a case. */
async function outcome(send, one, arrived) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'wire-'));
    for (const [name, content] of Object.entries(one.files ?? {})) {
        mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
        writeFileSync(path.join(folder, name), content);
    }
    let stop;
    const late = new Promise((resolve) => { stop = setTimeout(resolve, LONGEST, new Error('no end')); });
    const thrown = new Promise((resolve) => { process.once('uncaughtException', resolve); });
    arrived.length = 0;
    let error;
    try {
        error = await Promise.race([send(input(one), folder), late, thrown]);
    } catch (reason) {
        error = reason;
    }
    clearTimeout(stop);
    process.removeAllListeners('uncaughtException');
    rmSync(folder, { recursive: true });
    const requests = arrived.map((bytes) => message(bytes, one.mask));
    if (requests.length > 0) {
        return requests.length === 1 ? requests[0] : requests;
    }
    return masked({ error: error?.message ?? 'nothing is sent' }, [[new RegExp(folder, 'g'), 'FOLDER']]);
}

async function record(wanted) {
    // A proxy is none of a case's business.
    for (const name of ['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy']) {
        delete process.env[name];
        delete process.env[name.toUpperCase()];
    }
    const { versions, send } = load(packages);
    const arrived = [];
    const server = await capture((request) => arrived.push(request));
    const SystemDate = Date;
    globalThis.Date = class extends SystemDate {
        constructor(...words) {
            super(...(words.length > 0 ? words : [NOW]));
        }

        static now() {
            return NOW;
        }
    };
    const records = { versions };
    for (const one of wanted) {
        const newman = await outcome(send.newman, one, arrived);
        const runtime = await outcome(send.runtime, one, arrived);
        const isSame = JSON.stringify(newman) === JSON.stringify(runtime);
        records[one.name] = isSame ? { both: newman } : { newman, runtime };
    }
    server.close();
    return records;
}

/** One line a case. */
function written(records) {
    const lines = Object.entries(records).map((entry) => entry.map((part) => JSON.stringify(part)).join(': '));
    return `{\n${lines.join(',\n')}\n}\n`;
}

const part = command.startsWith('--only=') ? command.slice('--only='.length) : '';
const text = written(await record(cases.filter(({ name }) => name.includes(part))));
if (command === '--check') {
    const old = JSON.parse(readFileSync(recording, 'utf8'));
    const now = JSON.parse(text);
    const keys = [...Object.keys(now), ...Object.keys(old)];
    const differs = keys.find((name) => JSON.stringify(old[name]) !== JSON.stringify(now[name]));
    if (differs !== undefined) {
        console.error(`${differs}: recorded\n${JSON.stringify(old[differs])}\nsent now\n${JSON.stringify(now[differs])}`);
        console.error('If the change is meant: node tests/wire/record.mjs');
        process.exit(1);
    }
    console.log(`${cases.length} cases are sent as recorded`);
} else if (command === '') {
    writeFileSync(recording, text);
} else {
    process.stdout.write(text);
}
process.exit(0);
