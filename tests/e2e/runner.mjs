// Newman over a whole collection, against a server of our own.

import http from 'node:http';
import newman from 'newman';

import { generated } from './collection.mjs';

export const ACCESS_KEY = '0123456789abcdef0123456789abcdef.sql.my/TESTER';
export const SECRET_KEY = '0123456789abcdef'.repeat(4);

/** A server on a free port that keeps what it received and answers `{status, type, body}`. */
export async function serve(answer) {
    const received = [];
    const server = http.createServer((incoming, response) => {
        const chunks = [];
        incoming.on('data', (chunk) => chunks.push(chunk));
        incoming.on('end', () => {
            const { method, url, headers, rawHeaders } = incoming;
            const body = Buffer.concat(chunks).toString('utf8');
            const request = { method, url, headers, rawHeaders, body };
            received.push(request);
            const { status = 200, type = 'application/json', body: text } = answer(request);
            response.writeHead(status, { 'content-type': type }).end(text);
        });
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const close = () => {
        server.close();
        server.closeAllConnections();
    };
    return { host: `http://127.0.0.1:${server.address().port}`, received, close };
}

/** The generated environment with keys and host filled in, as a user would. */
export function environment(name, host) {
    const filled = { host, access_key: ACCESS_KEY, secret_key: SECRET_KEY };
    const file = generated(`${name}.environment.json`);
    for (const entry of file.values) {
        entry.value = filled[entry.key] ?? entry.value;
    }
    return file;
}

/** Runs the collection; resolves to Newman's `run`, whatever the scripts thought of the answers. */
export function run(collection, environment, more = {}) {
    const options = { collection, environment, reporters: [], ...more };
    return new Promise((resolve, reject) => {
        newman.run(options, (error, summary) => (error ? reject(error) : resolve(summary.run)));
    });
}
