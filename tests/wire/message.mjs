// A request's raw bytes as the record has them.

/** Headers that the client adds of itself, with the values it gives them; left out of the record. */
const CLIENTS_OWN = new Map([
    ['User-Agent', /^PostmanRuntime\/[\d.]+$/],
    ['Accept', /^\*\/\*$/],
    ['Cache-Control', /^no-cache$/],
    ['Postman-Token', /^[\da-f-]{36}$/],
    ['Host', undefined],
    ['Accept-Encoding', /^gzip, deflate, br$/],
    ['Connection', /^(keep-alive|close)$/],
]);

/** What is random on the wire, whoever sends it. */
const RANDOM = [
    [/-{26}\d{24}/g, 'BOUNDARY'],
    [/[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}/g, 'GUID'],
];

function authority({ socket, host, port, isTls }) {
    if (socket !== undefined) {
        return { to: `unix:${socket}`, names: [] };
    }
    const name = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
    return { to: `${isTls ? 'https' : 'http'}://${name}:${port}`, names: [`${name}:${port}`, name] };
}

/** What is no UTF-8 is Latin-1. */
function decoded(bytes) {
    const text = bytes.toString('utf8');
    return text.includes('\ufffd') ? bytes.toString('latin1') : text;
}

function unchunked(bytes) {
    const chunks = [];
    for (let at = 0; ;) {
        const end = bytes.indexOf('\r\n', at);
        const length = parseInt(bytes.toString('latin1', at, end), 16);
        if (!(length > 0)) {
            return Buffer.concat(chunks);
        }
        chunks.push(bytes.subarray(end + 2, end + 2 + length));
        at = end + 2 + length + 2;
    }
}

/** `{to, method, target, headers, absent, body | base64}` of one request. */
export function message({ destination, bytes }, mask = {}) {
    const end = bytes.indexOf('\r\n\r\n');
    const [first, ...lines] = decoded(bytes.subarray(0, end)).split('\r\n');
    const [, method, target] = /^(.*?) (.*) HTTP\/1\.1$/.exec(first) ?? [null, '', first];
    const { to, names } = authority(destination);
    const all = lines.map((line) => /^(.*?): ?(.*)$/s.exec(line)?.slice(1) ?? [line, '']);

    const isChunked = all.some(([name, value]) => /^transfer-encoding$/i.test(name) && value === 'chunked');
    const rest = bytes.subarray(end + 4);
    const body = isChunked ? unchunked(rest) : rest;

    const isClients = ([name, value]) => {
        if (name === 'Host') {
            return names.includes(value);
        }
        return name === 'Content-Length' ? value === String(body.length) : CLIENTS_OWN.get(name)?.test(value);
    };
    const present = new Set(all.map(([name]) => name.toLowerCase()));
    const absent = [...CLIENTS_OWN.keys()].filter((name) => !present.has(name.toLowerCase()));
    const headers = all.filter((header) => !isClients(header));

    const text = body.toString('utf8');
    const isText = Buffer.from(text, 'utf8').equals(body);
    const found = {
        to,
        method,
        target,
        ...(headers.length > 0 && { headers }),
        ...(absent.length > 0 && { absent }),
        ...(body.length > 0 && (isText ? { body: text } : { base64: body.toString('base64') })),
    };
    const masks = Object.entries(mask).map(([pattern, by]) => [new RegExp(pattern, 'g'), by]);
    return masked(found, [...RANDOM, ...masks]);
}

/** `value` with every text in it masked. */
export function masked(value, masks) {
    if (typeof value === 'string') {
        return masks.reduce((text, [pattern, by]) => text.replace(pattern, by), value);
    }
    if (Array.isArray(value)) {
        return value.map((inner) => masked(inner, masks));
    }
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, masked(inner, masks)]));
}
