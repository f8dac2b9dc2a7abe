// Writes a pair of synthetic collections: the base with ids on everything, and a revision with a
// few edits, or with the same edits, every id new and all folders and requests in another order.
// Usage: node make_pair.mjs COLLECTION.json BASE.json EDITED.json CHURNED.json
// Prints how many edits were made.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const [source, ...targets] = process.argv.slice(2);
let seed = 7;
const number = (end) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 8) % end;
};

// Ids as Postman writes them: on folders, requests, scripts and examples.
function numbered(collection, salt) {
    let count = 0;
    const id = () => {
        const hex = createHash('md5').update(`${salt} ${count += 1}`).digest('hex');
        return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    };
    const walk = (items) => items.map((item) => {
        const { event, request, response, item: inner, ...rest } = item;
        const made = { ...rest, id: id() };
        if (inner) made.item = walk(inner);
        if (event) made.event = event.map((one) => ({ ...one, script: { ...one.script, id: id() } }));
        if (request) made.request = request;
        if (response) made.response = response.map((one) => ({ ...one, id: id() }));
        return made;
    });
    return { ...collection, info: { ...collection.info, _postman_id: id() }, item: walk(collection.item) };
}

function shuffled(list) {
    const copy = [...list];
    for (let index = copy.length - 1; index > 0; index -= 1) {
        const other = number(index + 1);
        [copy[index], copy[other]] = [copy[other], copy[index]];
    }
    return copy;
}

// One edit in each of 39 requests, of 13 sorts: three of each, however large the collection is.
const EDITS = [
    (one) => { one.request.method = 'PUT'; },
    (one) => { one.name += ' v2'; },
    (one) => { one.request.description += ' Really.'; },
    (one) => { one.request.url.query.push({ key: 'added', value: '1', disabled: true }); },
    (one) => { one.request.url.query.pop(); },
    (one) => { one.request.url.query[0].value += '0'; },
    (one) => { one.request.header.push({ key: 'X-Trace', value: '1' }); },
    (one) => { one.request.body.raw = one.request.body.raw.replace('"code"', '"added": 1,\n  "code"'); },
    (one) => { one.request.body.raw = one.request.body.raw.replace('"code": "', '"code": "X'); },
    (one) => { one.event[0].script.exec[1] = '    pm.response.to.have.status(201);'; },
    (one) => { one.response[0].body = one.response[0].body.replace('"code"', '"added": 1,\n  "code"'); },
    (one, siblings) => { siblings.splice(siblings.indexOf(one), 1); },
    (one, siblings) => {
        const made = structuredClone(one);
        made.id = `new-${one.id}`;
        made.name = `New ${one.name}`;
        made.request.url.path = ['new', ...one.request.url.path];
        made.request.url.raw = `{{host}}/${made.request.url.path.join('/')}`;
        siblings.push(made);
    },
];

function edited(collection) {
    const copy = structuredClone(collection);
    const folders = copy.item;
    let count = 0;
    for (let index = 0; index < 3 * EDITS.length; index += 1) {
        const siblings = folders[Math.floor((index / (3 * EDITS.length)) * folders.length)].item;
        EDITS[index % EDITS.length](siblings[index % siblings.length], siblings);
        count += 1;
    }
    return [copy, count];
}

const base = numbered(JSON.parse(readFileSync(source, 'utf8')), 'old');
const [revision, count] = edited(base);
const folders = shuffled(revision.item).map((folder) => ({ ...folder, item: shuffled(folder.item) }));
const churned = numbered({ ...revision, item: folders }, 'new');
[base, revision, churned].forEach((collection, index) => {
    writeFileSync(targets[index], `${JSON.stringify(collection, null, 2)}\n`);
});
console.log(count);
