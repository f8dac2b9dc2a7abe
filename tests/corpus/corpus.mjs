// One line a file: what it is, ajv's verdict, ours, findings by severity. Ends with the counts.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';

const [binary, folder, schemas] = process.argv.slice(2);
const validators = Object.fromEntries(['2.0.0', '2.1.0'].map((version) => {
    const schema = JSON.parse(readFileSync(join(schemas, `postman-collection-v${version}.json`), 'utf8'));
    return [version, new Ajv({ strict: false }).compile(schema)];
}));

function ajvVerdict(text) {
    let value;
    try {
        value = JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch {
        return 'no JSON';
    }
    const collection = value?.collection?.info ? value.collection : value;
    const version = /v(2\.[01])\./.exec(collection?.info?.schema ?? '')?.[1];
    if (version === undefined) return 'no v2';
    return validators[`${version}.0`](collection) ? 'valid' : 'invalid';
}

function run(...args) {
    const started = process.hrtime.bigint();
    const { status, signal, stdout, stderr } = spawnSync(binary, ['validate', ...args, '--format', 'json'], {
        encoding: 'utf8', timeout: 20_000, maxBuffer: 1 << 29,
    });
    if (signal || status === null || status > 2 || stderr.includes('panicked')) {
        return { crashed: `${signal ?? status} ${stderr}` };
    }
    const findings = status === 2 ? [] : JSON.parse(stdout).files[0].findings;
    return { status, findings, ms: Number(process.hrtime.bigint() - started) / 1e6 };
}

const counts = { files: 0, agree: 0, differ: 0, crashed: 0 };
for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    const theirs = ajvVerdict(readFileSync(path, 'utf8'));
    const official = run(path, '--select', 'schema-conformance', '--schema', 'official');
    const all = run(path, '--profile', 'publish');
    counts.files += 1;
    if (official.crashed || all.crashed) {
        counts.crashed += 1;
        console.log(`${name} CRASHED ${official.crashed ?? all.crashed}`);
        continue;
    }
    const ours = official.findings.length === 0 ? 'valid' : 'invalid';
    const comparable = theirs === 'valid' || theirs === 'invalid';
    if (comparable) counts[ours === theirs ? 'agree' : 'differ'] += 1;
    const by = (severity) => all.findings.filter((one) => one.severity === severity).length;
    const mark = comparable && ours !== theirs ? ' DIFFERS' : '';
    console.log(`${name} ajv: ${theirs}, ours: ${ours}${mark}; ${by('error')} errors, ${by('warning')} warnings, `
        + `${by('info')} infos, ${all.ms.toFixed(0)} ms`);
}
console.log(JSON.stringify(counts));
process.exitCode = counts.crashed + counts.differ > 0 ? 1 : 0;
