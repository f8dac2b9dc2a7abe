// What the runtimes write to the network, caught before it leaves the process: every connection they
// open ends at a loopback server that keeps the raw bytes, whatever host and port it was meant for.
// So a case may name any host, and an `https:` request arrives in clear.

import { createRequire } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

const ANSWER = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}';

/** Where each connection was meant to go, by the port that the client's side of it has. */
const destinations = new Map();

function isComplete(bytes) {
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0) {
        return false;
    }
    const head = bytes.toString('latin1', 0, end);
    if (/^transfer-encoding: *chunked/im.test(head)) {
        return bytes.toString('latin1').endsWith('0\r\n\r\n');
    }
    const [, length = 0] = /^content-length: *(\d+)/im.exec(head) ?? [];
    return bytes.length >= end + 4 + Number(length);
}

/** Opens the server and turns all connections of this process to it. What arrives goes to `keep`. */
export async function capture(keep) {
    const server = net.createServer((socket) => {
        let bytes = Buffer.alloc(0);
        const take = () => {
            if (bytes.length > 0) {
                keep({ destination: destinations.get(socket.remotePort), bytes });
            }
            bytes = Buffer.alloc(0);
        };
        socket.on('data', (chunk) => {
            bytes = Buffer.concat([bytes, chunk]);
            if (isComplete(bytes)) {
                take();
                socket.end(ANSWER);
            }
        });
        socket.on('error', () => {});
        // A body that is shorter than it says is kept when the client gives up.
        socket.on('close', take);
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address();

    const connect = net.Socket.prototype.connect;
    net.Socket.prototype.connect = function (...words) {
        const options = Array.isArray(words[0]) ? words[0][0] : words[0];
        if (typeof options !== 'object') {
            // Postman asks so whether `localhost` is `::1`, and sends nothing.
            return connect.call(this, port, '127.0.0.1');
        }
        const destination = options.path
            ? { socket: options.path }
            : { host: options.host ?? 'localhost', port: options.port, isTls: options.isTls === true };
        this.prependOnceListener('connect', () => destinations.set(this.localPort, destination));
        // Node refuses a port that is none before it connects.
        const isPort = Number(options.port ?? 0) === (Number(options.port ?? 0) & 0xffff);
        return connect.call(this, { host: '127.0.0.1', port: isPort ? port : options.port });
    };

    const plainTls = (...words) => {
        const options = words.find((word) => typeof word === 'object');
        const socket = net.connect({ ...options, isTls: true });
        Object.assign(socket, { authorized: true, encrypted: true, getPeerCertificate: () => ({}) });
        socket.once('connect', () => socket.emit('secureConnect'));
        return socket;
    };
    tls.connect = plainTls;
    createRequire(import.meta.url)('tls').connect = plainTls;

    return { close: () => server.close() };
}
