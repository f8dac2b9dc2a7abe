// Validates every JSON file of a folder of real collections, folders in it included, and prints what has
// to be looked at, then figures as Markdown tables. Not part of the tests: the folder is given.
// Usage: node tests/corpus/corpus.mjs PATH_TO_BINARY FOLDER SCHEMAS [PATH_TO_BINARY_BEFORE]
// - crashes, also hangs, of the default profile and of `--fix`;
// - the official schema's verdict beside ajv's (npm, left out where it is not installed);
// - findings by rule, with those of another binary beside them;
// - lines of the human format;
// - what Postman's SDK (npm, the same) reads of every request before and after `--fix`.
// Exit 0 when all is well, 1 when something crashed or differs, 2 when there is nothing to validate.
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ajvVerdict } from './ajv.mjs';
import { requests } from './sdk.mjs';
import { run } from './run.mjs';

const [binary, folder, schemas, before] = process.argv.slice(2);
const verdictOf = await ajvVerdict(schemas);
const work = mkdtempSync(join(tmpdir(), 'sqlacc-corpus-'));
const counts = { files: 0, crashed: 0, agree: 0, differ: 0, fixed: 0, changed: 0, read: 0 };
const rules = new Map();
const lines = { before: [], after: [] };

function problem(name, text) {
    console.log(`${name}: ${text}`);
}

/** Counts findings by rule, and lines for people. */
function measure(program, path, column) {
    const outcome = run(program, [path], join(work, 'report.json'));
    if (outcome.crashed) return outcome;
    for (const one of outcome.findings) {
        const row = rules.get(one.rule) ?? { before: 0, after: 0 };
        row[column] += 1 + (one.also_at?.length ?? 0);
        rules.set(one.rule, row);
    }
    lines[column].push(outcome.lines);
    return outcome;
}

/** The official schema's verdict, beside ajv's. */
function compareVerdicts(name, path) {
    const theirs = verdictOf?.(readFileSync(path, 'utf8'));
    if (theirs === undefined) return;
    const official = ['--select', 'schema-conformance', '--schema', 'official'];
    const outcome = run(binary, [path, ...official], join(work, 'report.json'));
    if (outcome.crashed) {
        problem(name, `crashed: ${outcome.crashed}`);
        counts.crashed += 1;
        return;
    }
    const ours = outcome.findings.length === 0;
    counts[ours === theirs ? 'agree' : 'differ'] += 1;
    if (ours !== theirs) problem(name, `ajv says ${theirs ? 'valid' : 'invalid'}, we do not`);
}

/** Fixes a copy, and compares what the SDK reads of its requests. */
function compareRequests(name, path) {
    const copy = join(work, 'fixed.json');
    copyFileSync(path, copy);
    const outcome = run(binary, [copy, '--fix'], join(work, 'report.json'));
    if (outcome.crashed) {
        problem(name, `--fix crashed: ${outcome.crashed}`);
        counts.crashed += 1;
        return;
    }
    const [old, fixed] = [path, copy].map((file) => readFileSync(file, 'utf8'));
    if (old === fixed) return;
    counts.fixed += 1;
    const [read, reread] = [old, fixed].map((text) => requests?.(text));
    if (read === undefined || reread === undefined) return;
    counts.read += read.length;
    const at = read.findIndex((one, index) => one !== reread[index]);
    if (at < 0 && read.length === reread.length) return;
    counts.changed += 1;
    problem(name, `--fix changes request ${at + 1}:\n  ${read[at]}\n  ${reread[at]}`);
}

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

function table(head, rows) {
    console.log(`\n| ${head.join(' | ')} |\n| ${head.map(() => '---').join(' | ')} |`);
    for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

if (schemas === undefined) {
    console.error('usage: node corpus.mjs PATH_TO_BINARY FOLDER SCHEMAS [PATH_TO_BINARY_BEFORE]');
    process.exit(2);
}
for (const name of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.json')).sort()) {
    const path = join(folder, name);
    counts.files += 1;
    const outcome = measure(binary, path, 'after');
    if (outcome.crashed) {
        problem(name, `crashed: ${outcome.crashed}`);
        counts.crashed += 1;
        continue;
    }
    if (before) measure(before, path, 'before');
    compareVerdicts(name, path);
    compareRequests(name, path);
}
rmSync(work, { recursive: true });
if (counts.files === 0) {
    console.error(`no JSON files in ${folder}`);
    process.exit(2);
}

const columns = before ? ['before', 'after'] : ['after'];
table(['what', 'number'], [
    ['files', counts.files],
    ['crashes', counts.crashed],
    ["verdicts as ajv's", verdictOf ? counts.agree : 'ajv is not installed'],
    ["verdicts unlike ajv's", verdictOf ? counts.differ : ''],
    ['files that `--fix` changed', counts.fixed],
    ['requests in them, read by the SDK', requests ? counts.read : 'postman-collection is not installed'],
    ['files whose requests changed', requests ? counts.changed : ''],
]);
table(['lines for people', 'median', '95th percentile', 'maximum'], columns.map((column) => {
    const sorted = lines[column].sort((a, b) => a - b);
    return [column, quantile(sorted, 0.5), quantile(sorted, 0.95), sorted.at(-1)];
}));
table(['rule', ...columns], [...rules].sort(([, a], [, b]) => b.after - a.after || b.before - a.before)
    .map(([rule, row]) => [rule, ...columns.map((column) => row[column])]));
process.exitCode = counts.crashed + counts.differ + counts.changed > 0 ? 1 : 0;
