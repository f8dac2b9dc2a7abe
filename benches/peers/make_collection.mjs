// Writes a synthetic collection of about SIZE MB: folders of 50 requests with filters, bodies,
// examples and tests, no two alike. The same size gives the same bytes.
// Usage: node make_collection.mjs SIZE_MB > collection.json
const bytes = Number(process.argv[2]) * 1e6;
let seed = 1;
const number = (end) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 8) % end;
};
const words = 'invoice order customer agent stock item payment credit note ledger tax project'.split(' ');
const word = () => words[number(words.length)];

function request(id) {
    const path = [word(), String(id)];
    const query = Array.from({ length: 3 + number(12) }, (_, index) => ({
        key: `${word()}${index}`, value: `${word()} ${number(1000)}`, disabled: true,
        description: `Filter by ${word()} and ${word()}.`,
    }));
    const body = { code: `300-${id}`, rows: Array.from({ length: number(20) }, (_, row) => ({
        seq: row * 1000, itemcode: `${word()}-${number(999)}`, qty: `${number(99)}.00`, description: word(),
    })) };
    const url = { raw: `{{host}}/${path.join('/')}`, host: ['{{host}}'], path, query };
    const original = { method: 'POST', header: [], url: { raw: url.raw, host: url.host, path } };
    return {
        name: `${word()} ${word()} ${id}`,
        event: [{ listen: 'test', script: { type: 'text/javascript', exec: [
            'pm.test("status is 200", () => {', '    pm.response.to.have.status(200);', '});',
        ] } }],
        request: { method: 'POST', header: [], url, description: `Does ${word()} to ${word()}.`,
            body: { mode: 'raw', raw: JSON.stringify(body, null, 2), options: { raw: { language: 'json' } } } },
        response: [{ name: 'OK', originalRequest: original, status: 'OK', code: 200, cookie: [],
            header: [{ key: 'Content-Type', value: 'application/json' }], body: JSON.stringify(body, null, 2) }],
    };
}

const head = {
    name: 'Synthetic', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
};
const write = (text) => process.stdout.write(text);
write(`{\n  "info": ${JSON.stringify(head)},\n  "item": [`);
let written = 0;
for (let folder = 0, id = 0; written < bytes; folder += 1) {
    const item = Array.from({ length: 50 }, () => request(id += 1));
    const text = JSON.stringify({ name: `Folder ${folder}`, item }, null, 2);
    write(`${folder ? ',' : ''}\n${text}`);
    written += text.length;
}
write('\n  ],\n  "variable": [{ "key": "host", "value": "https://api.example.com" }]\n}\n');
