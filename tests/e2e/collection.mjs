// The generated files, read as plain JSON: what they say, before any client has a hand in it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const NAMES = ['header', 'query', 'flat'];

export function generated(file) {
    return JSON.parse(readFileSync(join(process.env.SQLACC_E2E_GENERATED, file), 'utf8'));
}

/** Every folder and request with its place: `Sales › Sales Invoice › Create`. */
export function* entries(items, parents = []) {
    for (const item of items) {
        const path = [...parents, item.name];
        yield { item, place: path.join(' › '), isFolder: 'item' in item };
        if ('item' in item) {
            yield* entries(item.item, path);
        }
    }
}

export function requests(collection) {
    return [...entries(collection.item)].filter((entry) => !entry.isFolder);
}

/** Every script with its place: the collection's, the folders', the requests'. */
export function scripts(collection) {
    const owners = [{ item: collection, place: 'collection' }, ...entries(collection.item)];
    return owners.flatMap(({ item, place }) =>
        (item.event ?? []).map(({ listen, script }) => ({
            place: `${place} (${listen})`,
            source: [script.exec].flat().join('\n'),
        })),
    );
}

/** `{{name}}` as Postman reads it: not trimmed, no braces inside. */
export const VARIABLE = /\{\{([^{}]*)\}\}/g;

export function substitute(text, values) {
    return text.replace(VARIABLE, (token, name) => (name in values ? String(values[name]) : token));
}

export function variables(list) {
    return Object.fromEntries(list.map(({ key, value }) => [key, value]));
}
