// Compares two files with one library and prints how many changes it reports.
// Usage: node peer.mjs LIBRARY BASE REVISION
import { readFileSync } from 'node:fs';

const [library, ...files] = process.argv.slice(2);
const [base, revision] = files.map((path) => JSON.parse(readFileSync(path, 'utf8')));

// The entries of a jsondiffpatch delta: each array in it is one.
function entries(delta) {
    if (Array.isArray(delta)) return 1;
    if (typeof delta !== 'object' || delta === null) return 0;
    return Object.values(delta).reduce((sum, one) => sum + entries(one), 0);
}

// The leaves of json-diff-ts's tree of changes.
function leaves(changes) {
    return changes.reduce((sum, one) => sum + (one.changes ? leaves(one.changes) : 1), 0);
}

const libraries = {
    async jsondiffpatch() {
        const { create } = await import('jsondiffpatch');
        const objectHash = (one) => one.name ?? one.id ?? one.key;
        return entries(create({ objectHash, textDiff: { minLength: Infinity } }).diff(base, revision));
    },
    async 'fast-json-patch'() {
        const { default: patch } = await import('fast-json-patch');
        return patch.compare(base, revision).length;
    },
    async 'json-diff-ts'() {
        const { diff } = await import('json-diff-ts');
        return leaves(diff(base, revision, { embeddedObjKeys: { item: 'name' } }));
    },
    async 'json-diff'() {
        const { default: jsonDiff } = await import('json-diff');
        const text = jsonDiff.diffString(base, revision, { color: false });
        return text.split('\n').filter((line) => /^[+-]/.test(line)).length;
    },
};
console.log(await libraries[library]());
