// A sandbox of the binary that is tested.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

const BINARY = process.env.SQLACC_E2E_BINARY;

/** A fresh sandbox in a folder of its own: its environment, and where its console is. */
export async function start(t, ...options) {
    const folder = mkdtempSync(path.join(tmpdir(), 'sqlacc-sandbox-'));
    const file = path.join(folder, 'environment.json');
    const given = ['sandbox', '--listen', '127.0.0.1:0', '--log-level', 'error', '--write-environment', file];
    const child = spawn(BINARY, [...given, ...options], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    t.after(async () => {
        child.kill('SIGTERM');
        const [code] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode];
        rmSync(folder, { recursive: true });
        assert.equal(code, 0, 'it did not stop in good order');
    });
    const [line] = await once(createInterface(child.stdout), 'line');
    assert.match(line, /^listening on http:\/\/127\.0\.0\.1:/);
    const [, console] = line.match(/console on (\S+),/) ?? [];
    return { folder, file, console, environment: JSON.parse(readFileSync(file, 'utf8')) };
}

/** The environment of a fresh sandbox. */
export async function sandbox(t, ...options) {
    return (await start(t, ...options)).environment;
}
