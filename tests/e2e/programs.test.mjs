// The programs that `curl --language` writes: each sends what was asked for, whatever is in it, rightly
// signed and with no secret in its text; and the sandbox accepts it. A language is left out where it is
// not installed, unless SQLACC_E2E_LANGUAGES names it.

import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';

import { ACCESS_KEY, SECRET_KEY, serve } from './runner.mjs';
import { sandbox } from './sandbox.mjs';
import { parameters, verify } from './verify.mjs';

const BINARY = process.env.SQLACC_E2E_BINARY;
const REQUIRED = (process.env.SQLACC_E2E_LANGUAGES ?? '').split(' ').filter(Boolean);

/** How a program is run; what has to be compiled runs less often. */
const LANGUAGES = {
    python: { file: 'call.py', run: ['python3', 'call.py'], cases: 24 },
    node: { file: 'call.js', run: ['node', 'call.js'], cases: 24 },
    php: { file: 'call.php', run: ['php', 'call.php'], cases: 24 },
    csharp: { file: 'call.cs', compile: ['mcs', 'call.cs'], run: ['mono', 'call.exe'], cases: 8 },
    pascal: { file: 'call.pas', compile: ['fpc', '-v0', 'call.pas'], run: ['./call'], cases: 8 },
};

/** `{code, stdout, stderr}` of a command, whatever it says. */
function execute([command, ...args], { input = '', ...options } = {}) {
    return new Promise((resolve) => {
        const child = execFile(command, args, options, (error, stdout, stderr) => {
            resolve({ code: error ? error.code : 0, stdout, stderr });
        });
        child.stdin.on('error', () => {}).end(input);
    });
}

const isInstalled = ({ compile, run }) =>
    [compile, run].every((command) => !command || command[0] === './call' || spawnSync('which', [command[0]]).status === 0);

/** The next of a row of numbers below `below` that looks random and is always the same. */
function numbers() {
    let state = 12345;
    return (below) => {
        state = (Math.imul(state, 1103515245) + 12345) >>> 0;
        return (state >>> 8) % below;
    };
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'];
const PIECES = [
    '"', "'", '\\', '`', '$HOME', '${x}', '{$x}', '{{host}}', '{% raw %}', '{# c #}', '%', '%41', '%s', '%%', '#{x}', '<?php', '?>',
    '*/', '//', '</script>', 'é', '漢字', '😀', '\u200f', '\u202e', '\u2028', ' ', '  ', '+', '&', '=', ';', '~', '!()*', ',', 'a', 'Z9', "''", '"""',
    '(*', '*)', '}', '{', '@', '|', '^', '[]',
];
/** Only in bodies. */
const BREAKS = ['\n', '\r\n', '\r', '\t', '\0', '\x1b', '\u0085', '\n\n', '\\n', "'\n'", '#10', "#$0A"];

function hostile(count, isLeftOut) {
    const next = numbers();
    const inTargets = PIECES.filter((piece) => !isLeftOut(piece));
    const text = (pieces, most) => Array.from({ length: next(most) }, () => pieces[next(pieces.length)]).join('');
    return Array.from({ length: count }, (_, index) => {
        const method = METHODS[index % METHODS.length];
        const isBodiless = ['GET', 'HEAD', 'OPTIONS'].includes(method);
        // As a value, a text has no `%` that would be taken for an escape.
        const segments = Array.from({ length: 1 + next(3) }, () => encodeURIComponent(text(inTargets, 5)) || 'x');
        return {
            method,
            path: `/${segments.join('/')}${next(4) === 0 ? '/*' : ''}${next(4) === 0 ? '/' : ''}`,
            query: Array.from({ length: next(4) }, () => [text(inTargets, 4).replaceAll('=', '') || 'k', text(inTargets, 5)]),
            type: next(3) === 0 ? '' : `application/x; a="${text(PIECES.filter((piece) => piece < '\x7f'), 4).trim()}"`,
            body: isBodiless ? '' : text([...PIECES, ...BREAKS], 30),
        };
    });
}

const PLAIN = { method: 'GET', path: '/purchaseinvoice/*', query: [['docno', 'PI-00001'], ['a-b', '2'], ['a', '1']], type: '', body: '' };
const PDF = { ...PLAIN, path: '/salesinvoice/10', query: [], type: 'application/pdf;template=Sales Invoice 8 (SST 1)' };
const UNICODE_HEADER = { ...PLAIN, type: 'application/pdf;template=Zürich 漢字' };

/** Writes the program and runs it. */
async function call(folder, name, { method, path: target, query, type, body }, host, keys) {
    const language = LANGUAGES[name];
    mkdirSync(folder, { recursive: true });
    const args = ['curl', method, target, '--host', host, '--language', name];
    if (query.length > 0) {
        args.push('--query', ...query.map((pair) => pair.join('=')));
    }
    args.push(...(type ? [`--content-type=${type}`] : []), ...(body ? ['--body', '-'] : []));
    const { code, stdout, stderr } = await execute([BINARY, ...args], { input: body, env: { ...process.env, SQLACC_SECRET_KEY: keys.secret } });
    assert.equal(code, 0, stderr);
    assert.ok(!stdout.includes(keys.secret), 'the secret is in the program');
    writeFileSync(path.join(folder, language.file), stdout);
    if (language.compile) {
        const compiled = await execute(language.compile, { cwd: folder });
        assert.equal(compiled.code, 0, compiled.stdout + compiled.stderr + stdout);
    }
    const env = { ...process.env, SQLACC_ACCESS_KEY: keys.access, SQLACC_SECRET_KEY: keys.secret };
    return execute(language.run, { cwd: folder, env });
}

/** Headers come as Latin-1; what was sent is UTF-8. */
function decoded(request) {
    const text = (value) => Buffer.from(value, 'latin1').toString('utf8');
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, text(value)]));
    return { ...request, headers, rawHeaders: request.rawHeaders.map(text) };
}

for (const [name, language] of Object.entries(LANGUAGES)) {
    const skip = REQUIRED.includes(name) || isInstalled(language) ? false : 'it is not installed';
    test(`a program in ${name}`, { skip }, async (t) => {
        const folder = mkdtempSync(path.join(tmpdir(), 'sqlacc-programs-'));
        t.after(() => rmSync(folder, { recursive: true }));

        await t.test('sends what was asked for', async (t) => {
            const server = await serve(() => ({ body: '{"ok":"é"}' }));
            t.after(server.close);
            const keys = { access: ACCESS_KEY, secret: SECRET_KEY };
            const ascii = [PLAIN, PDF];
            // What `curl` refuses to write in C#.
            const isLeftOut = (piece) => name === 'csharp' && /[\u200f\u202e]/.test(piece);
            const cases = [...ascii, ...(name === 'csharp' ? [] : [UNICODE_HEADER]), ...hostile(language.cases, isLeftOut)];
            for (const [index, asked] of cases.entries()) {
                const said = await call(path.join(folder, 'loop'), name, asked, server.host, keys);
                const note = `${index}: ${JSON.stringify(asked)}\n${said.stderr}`;
                assert.equal(said.code, 0, note);
                assert.equal(said.stdout, asked.method === 'HEAD' ? '' : '{"ok":"é"}', note);
                const [received, ...more] = server.received.splice(0).map(decoded);
                assert.equal(more.length, 0, note);
                assert.equal(received.method, asked.method, note);
                assert.equal(decodeURIComponent(received.url.split('?')[0]), decodeURIComponent(asked.path), note);
                assert.deepEqual(parameters(received.url), asked.query, note);
                const type = asked.type || (asked.body ? 'application/json' : undefined);
                assert.equal(received.headers['content-type'], type, note);
                assert.equal(received.body, asked.body, note);
                assert.equal(verify(received, SECRET_KEY), null, note);
            }
            t.diagnostic(`${cases.length} requests`);
        });

        await t.test('is accepted by the sandbox', async (t) => {
            const values = (await sandbox(t, '--data', 'memory', '--seed', 'empty', '--strict', '--console', 'off')).values;
            const value = (key) => values.find((entry) => entry.key === key).value;
            const keys = { access: value('access_key'), secret: value('secret_key') };
            const run = (asked, with_ = keys) => call(path.join(folder, 'sandbox'), name, { ...PLAIN, ...asked }, value('host'), with_);
            const body = JSON.stringify({ code: 'NEW', description: `"Söhne's" {{x}} 50%` }, null, 2);
            const created = await run({ method: 'POST', path: '/agent', query: [], body });
            assert.equal(created.code, 0, created.stdout + created.stderr);
            const listed = await run({ path: '/agent/NEW', query: [] });
            assert.equal(listed.code, 0, listed.stdout + listed.stderr);
            assert.equal(JSON.parse(listed.stdout).data[0].description, `"Söhne's" {{x}} 50%`);
            const refused = await run({ path: '/agent', query: [] }, { ...keys, secret: 'another' });
            assert.equal(refused.code, 1);
            assert.match(refused.stderr, /401/);
        });
    });
}
