// Compares every version pair of a folder of folders with `base.json` and `revision.json`, in both
// orders and in every format, and shows what a reader gets. Not part of the tests: the folder is given.
// Usage: node tests/corpus/pairs.mjs PATH_TO_BINARY FOLDER [PATH_TO_BINARY_BEFORE]
// `diff` exits 0 when nothing breaks and 1 when something does; whatever else it exits with, it could
// not do its work or has panicked, and that fails here. So do changes from a version to itself, changes
// that depend on the order of members or on ids, and a way back that breaks the mirror of a change.
// With another binary, the lines of both: a median for pairs of many changes is at the end.
// Exit 0 when all is well, 1 when something failed, 2 when there is nothing to compare.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [binary, folder, before] = process.argv.slice(2);
const FORMATS = ['human', 'short', 'markdown', 'html', 'junit', 'changelog', 'github'];
/** Changes from which on a pair counts for the median of lines. */
const MANY = 20;
const failures = [];

function run(program, args) {
    const started = process.hrtime.bigint();
    const result = spawnSync(program, args, { encoding: 'utf8', timeout: 60_000, maxBuffer: 1 << 29 });
    return { ...result, ms: Number(process.hrtime.bigint() - started) / 1e6 };
}

function diff(base, revision, format) {
    const { status, signal, stdout, stderr, ms } = run(binary, ['diff', base, revision, '--format', format]);
    if (status === 0 || status === 1) return { text: stdout, ms };
    failures.push(`${format} of ${base} and ${revision}: exit ${status ?? signal}: ${stderr.trim()}`);
    return { text: format === 'json' ? '{"summary": {}, "changes": []}' : '', ms };
}

function changes(base, revision) {
    const { text, ms } = diff(base, revision, 'json');
    const { summary, changes } = JSON.parse(text);
    return { summary, changes, ms };
}

/** Lines of the text for people that say something. */
function lines(text) {
    return text.split('\n').filter((line) => line.trim() !== '').length;
}

/** The same collection with the members of its objects the other way round and other ids. */
function shuffled(value) {
    if (Array.isArray(value)) return value.map(shuffled);
    if (value === null || typeof value !== 'object') return value;
    const members = Object.entries(value).reverse();
    return Object.fromEntries(members.map(([key, member]) => {
        const isId = (key === 'id' || key === '_postman_id') && typeof member === 'string' && 'name' in value;
        return [key, isId ? `other-${member}` : shuffled(member)];
    }));
}

/** Facts without what depends on the places of members in the file. */
function facts(all) {
    const fact = (one) => JSON.stringify([one.kind, one.folder, one.request, one.example, one.at, one.before, one.after, one.lines]);
    return all.map(fact).sort();
}

/** Values of both sides by kind, as far as the kind is the same in both directions. */
function mirrored(all, isBack) {
    // Whether a version should have been raised depends on the direction.
    const facts = all.filter((one) => one.kind !== 'version-not-bumped');
    const both = facts.filter((one) => one.before !== null && one.after !== null);
    const fact = (one) => JSON.stringify([one.kind, one.at, ...(isBack ? [one.after, one.before] : [one.before, one.after])]);
    return both.map(fact).sort();
}

/** How many of a list are not in another. */
function missing(list, other) {
    const counts = new Map();
    for (const one of other) counts.set(one, (counts.get(one) ?? 0) + 1);
    return list.filter((one) => {
        const count = counts.get(one) ?? 0;
        counts.set(one, count - 1);
        return count <= 0;
    }).length;
}

function median(list) {
    const sorted = [...list].sort((one, other) => one - other);
    const middle = sorted.length >> 1;
    return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

if (folder === undefined) {
    console.error('usage: node pairs.mjs PATH_TO_BINARY FOLDER [PATH_TO_BINARY_BEFORE]');
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
const work = mkdtempSync(join(tmpdir(), 'pairs-'));
const totals = { pairs: 0, self: 0, shuffles: 0, mirrors: 0 };
const many = [];
console.log('| pair | KiB | breaking / risky / safe | distinct | lines before | lines | mirrored | ms |');
console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
for (const name of names) {
    const sides = ['base.json', 'revision.json'].map((side) => join(folder, name, side));
    const [base, revision] = sides;
    for (const format of FORMATS) diff(revision, base, format);
    const human = lines(diff(base, revision, 'human').text);
    for (const format of FORMATS.filter((format) => format !== 'human')) diff(base, revision, format);
    const [there, back] = [changes(base, revision), changes(revision, base)];
    for (const side of sides) {
        if (changes(side, side).changes.length !== 0) {
            totals.self += 1;
            failures.push(`${side} differs from itself`);
        }
        const copy = join(work, 'copy.json');
        writeFileSync(copy, JSON.stringify(shuffled(JSON.parse(readFileSync(side, 'utf8').replace(/^\uFEFF/, '')))));
        const other = side === base ? changes(copy, revision) : changes(base, copy);
        const [plain, turned] = [facts(there.changes), facts(other.changes)];
        const count = missing(plain, turned) + missing(turned, plain);
        if (count !== 0) {
            totals.shuffles += 1;
            failures.push(`${side} in another order gives ${count} other changes`);
        }
    }
    const [forth, mirror] = [mirrored(there.changes, false), mirrored(back.changes, true)];
    const odd = missing(forth, mirror) + missing(mirror, forth);
    if (odd !== 0) {
        totals.mirrors += 1;
        failures.push(`${name}: ${odd} changes have no mirror`);
    }
    const { breaking, risky, safe } = there.summary;
    const old = before === undefined ? undefined : lines(run(before, ['diff', base, revision]).stdout);
    const distinct = new Set(there.changes.map((one) => JSON.stringify([one.kind, one.at, one.before, one.after, one.lines]))).size;
    if (there.changes.length >= MANY) many.push({ human, old });
    totals.pairs += 1;
    const size = sides.map((side) => (statSync(side).size / 1024).toFixed(0)).join(' → ');
    const impacts = `${breaking} / ${risky} / ${safe}`;
    console.log(`| ${name} | ${size} | ${impacts} | ${distinct} | ${old ?? ''} | ${human} | ${odd === 0 ? 'all' : `not ${odd}`} | ${there.ms.toFixed(0)} |`);
}
rmSync(work, { recursive: true });
console.log(`\n${totals.pairs} pairs; not empty with themselves ${totals.self}, other when shuffled ${totals.shuffles}, without mirror ${totals.mirrors}`);
if (many.length > 0) {
    const now = median(many.map((one) => one.human));
    const then = before === undefined ? '' : `, ${median(many.map((one) => one.old))} lines before, ratio ${median(many.map((one) => one.human / one.old)).toFixed(2)}`;
    console.log(`median of ${many.length} pairs with ${MANY} changes or more: ${now} lines${then}`);
}
console.log(`${failures.length} failures`);
for (const one of failures) console.log(one);
process.exitCode = failures.length > 0 ? 1 : 0;
