// Runs `validate` once.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';

/** The findings, and the lines for people; `crashed` says why there are none. A file that cannot be read
 * as a collection at all has no findings. */
export function run(binary, args, report) {
    rmSync(report, { force: true });
    const { status, signal, stdout, stderr } = spawnSync(binary, ['validate', ...args, '--report', report], {
        encoding: 'utf8', timeout: 60_000, maxBuffer: 1 << 29,
    });
    if (signal || status === null || status > 2 || stderr.includes('panicked')) {
        return { crashed: `${signal ?? status} ${stderr}` };
    }
    const findings = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).files[0].findings : [];
    return { findings, lines: stdout.split('\n').length - 1 };
}
