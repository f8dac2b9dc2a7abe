// Postman's two runtimes behind one function each: sends a case, and says what went wrong.

import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** How long a request may take, in milliseconds; nothing here is slow. */
const TIMEOUT = 1500;

/** The runtimes as they are installed in `folder`, and their versions. */
export function load(folder) {
    const require = createRequire(path.join(folder, 'package.json'));
    const newman = require('newman');
    const runtime = require('postman-runtime');
    const sdk = require('postman-collection');
    const SecureFS = require('newman/lib/run/secure-fs');
    const jar = require('postman-request').jar;

    const inNewman = createRequire(require.resolve('newman'));
    // Most of a run's time is the making of a sandbox for scripts, and hardly a case has one.
    let hasScripts = true;
    for (const from of [require, inNewman]) {
        const sandbox = createRequire(from.resolve('postman-runtime'))('postman-sandbox');
        const { createContext } = sandbox;
        sandbox.createContext = (options, callback) => (hasScripts
            ? createContext.call(sandbox, options, callback)
            : callback(null, Object.assign(new EventEmitter(), { dispose() {} })));
    }

    const version = (from, name) => {
        // The file that `name` starts with, and upwards to its package.json.
        let place = path.dirname(from.resolve(name));
        while (path.basename(place) !== name) {
            place = path.dirname(place);
        }
        return JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8')).version;
    };
    const versions = {
        newman: {
            newman: version(require, 'newman'),
            'postman-runtime': version(inNewman, 'postman-runtime'),
            'postman-collection': version(inNewman, 'postman-collection'),
        },
        runtime: {
            'postman-runtime': version(require, 'postman-runtime'),
            'postman-collection': version(require, 'postman-collection'),
        },
    };

    /** Resolves to the first error that the run tells of. */
    const sendByNewman = ({ collection, environment, globals }, workingDir) => new Promise((resolve) => {
        let first;
        const note = (error) => { first ??= error ?? undefined; };
        const options = { collection, environment, globals, workingDir, reporters: [], timeoutRequest: TIMEOUT };
        newman.run(options, (error) => { note(error); resolve(first); })
            .on('request', note)
            .on('exception', (_, { error }) => note(error));
    });

    /** The same with the newest runtime, set up as Newman sets up its own. */
    const sendByRuntime = ({ collection, environment, globals }, workingDir) => new Promise((resolve) => {
        let first;
        const note = (error) => { first ??= error ?? undefined; };
        const scope = (values) => new sdk.VariableScope(values ?? {});
        new runtime.Runner().run(new sdk.Collection(collection), {
            environment: scope(environment),
            globals: scope(globals),
            fileResolver: new SecureFS(workingDir, true),
            timeout: { global: 0, request: TIMEOUT, script: 0 },
            requester: { useWhatWGUrlParser: true, cookieJar: jar() },
        }, (error, run) => {
            if (error) {
                resolve(error);
                return;
            }
            run.start({
                request: note,
                exception: (_, error) => note(error),
                done: (error) => { note(error); resolve(first); },
            });
        });
    });

    const send = (sendBy) => (input, workingDir) => {
        hasScripts = JSON.stringify(input.collection).includes('"event":');
        return sendBy(input, workingDir);
    };
    return { versions, send: { newman: send(sendByNewman), runtime: send(sendByRuntime) } };
}
