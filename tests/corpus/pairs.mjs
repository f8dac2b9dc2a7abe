// Compares every version pair of a folder of folders with `base.json` and `revision.json`, in both
// orders and in every format, and each version with itself. Not part of the tests: the folder is given.
// Usage: node tests/corpus/pairs.mjs PATH_TO_BINARY FOLDER
// `diff` exits 0 when nothing breaks and 1 when something does; whatever else it exits with, it could
// not do its work or has panicked, and that fails here. So do changes from a version to itself.
// Exit 0 when all is well, 1 when something failed, 2 when there is nothing to compare.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const [binary, folder] = process.argv.slice(2);
const FORMATS = ['human', 'short', 'json', 'markdown', 'html', 'junit', 'changelog', 'github'];
const failures = [];

function diff(base, revision, format) {
    const started = process.hrtime.bigint();
    const { status, signal, stdout, stderr } = spawnSync(binary, ['diff', base, revision, '--format', format], {
        encoding: 'utf8', timeout: 20_000, maxBuffer: 1 << 29,
    });
    const ms = Number(process.hrtime.bigint() - started) / 1e6;
    if (status !== 0 && status !== 1) {
        failures.push(`${format} of ${base} and ${revision}: exit ${status ?? signal}: ${stderr.trim()}`);
        return { text: 'failed', ms };
    }
    if (format !== 'json') return { ms };
    const { breaking, risky, safe } = JSON.parse(stdout).summary;
    return { all: breaking + risky + safe, text: `${breaking} / ${risky} / ${safe}`, ms };
}

if (folder === undefined) {
    console.error('usage: node pairs.mjs PATH_TO_BINARY FOLDER');
    process.exit(2);
}
const isPair = (name) => ['base.json', 'revision.json'].every(
    (side) => statSync(join(folder, name, side), { throwIfNoEntry: false })?.isFile(),
);
const names = readdirSync(folder).filter(isPair).sort();
if (names.length === 0) {
    console.error(`no pairs in ${folder}: it needs folders with base.json and revision.json`);
    process.exit(2);
}
console.log('| pair | KiB | breaking / risky / safe | ms | in reverse | ms |');
console.log('| --- | --- | --- | --- | --- | --- |');
for (const name of names) {
    const sides = ['base.json', 'revision.json'].map((side) => join(folder, name, side));
    const [base, revision] = sides;
    for (const side of sides) {
        if (diff(side, side, 'json').all !== 0) failures.push(`${side} differs from itself`);
    }
    for (const format of FORMATS) {
        diff(base, revision, format);
        diff(revision, base, format);
    }
    const [there, back] = [diff(base, revision, 'json'), diff(revision, base, 'json')];
    const size = sides.map((side) => (statSync(side).size / 1024).toFixed(0)).join(' → ');
    console.log(`| ${name} | ${size} | ${there.text} | ${there.ms.toFixed(0)} | ${back.text} | ${back.ms.toFixed(0)} |`);
}
console.log(`\n${names.length} pairs, ${failures.length} failures`);
for (const one of failures) console.log(one);
process.exitCode = failures.length > 0 ? 1 : 0;
