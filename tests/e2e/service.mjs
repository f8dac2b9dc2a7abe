// A stand-in for the service, in memory: just enough of its behaviour that a request that is wrong
// is refused. What a record of each resource looks like is learnt from the collection's examples.

import { requests } from './collection.mjs';
import { parameters } from './verify.mjs';

const PAGE_SIZE = 50;
const ROW_KEY = 'dtlkey';

class Refusal extends Error {
    constructor(status, message) {
        super(message);
        this.status = status;
    }
}

const text = (value) => String(value ?? '');
const isTrue = (value) => value !== undefined && value !== null && value !== '';

/** Path, key field and example record of every resource. */
function resources(collection) {
    const found = new Map();
    for (const { item } of requests(collection)) {
        const { path, variable = [] } = item.request.url;
        const resource = found.get(path[0]) ?? { path: path[0], isWritable: false, records: [] };
        found.set(path[0], resource);
        resource.isWritable ||= item.request.method === 'POST';
        if (path[1]?.startsWith(':')) {
            resource.key = variable[0].key;
            const ok = item.response?.find((example) => example.code === 200 && example.body?.startsWith('{'));
            resource.example ??= ok && JSON.parse(ok.body).data?.[0];
        }
    }
    for (const resource of found.values()) {
        // What nobody can create is there from the start.
        if (resource.example && !resource.isWritable) {
            resource.records.push(resource.example);
        }
    }
    return found;
}

export class Service {
    #assigned = 1000;

    constructor(collection) {
        this.resources = resources(collection);
    }

    /** The answer to a request of which the signature has been checked. */
    answer(request) {
        try {
            const body = this.#route(request);
            return body === PDF ? { type: 'application/pdf', body } : { body: JSON.stringify(body) };
        } catch (error) {
            const status = error.status ?? 500;
            return { status, body: JSON.stringify({ error: { code: status, message: error.message } }) };
        }
    }

    #route({ method, url, headers, body }) {
        const [name, key] = decodeURIComponent(url.split('?')[0]).slice(1).split('/');
        const resource = this.resources.get(name) ?? refuse(404, `no resource ${name}`);
        const query = parameters(url).filter(([field]) => !field.startsWith('X-Amz-'));
        const isPdf = /^application\/pdf;template=./.test(headers['content-type'] ?? '');
        switch (method) {
            case 'GET':
                if (resource.key === undefined) {
                    return isPdf ? PDF : { main: [] };
                }
                if (!key || key === '*') {
                    return this.#list(resource, query, key === '*');
                }
                return isPdf ? find(resource, key) && PDF : page([find(resource, key)]);
            case 'POST':
                return this.#create(resource, parse(resource, body));
            case 'PUT':
                return this.#update(resource, find(resource, key), parse(resource, body));
            case 'DELETE':
                resource.records.splice(resource.records.indexOf(find(resource, key)), 1);
                return 'OK';
            default:
                return refuse(405, method);
        }
    }

    #list(resource, query, isWhole) {
        const filters = query.filter(([field]) => field !== 'offset');
        const offset = Number(new Map(query).get('offset') ?? 0);
        const matches = resource.records.filter((record) =>
            filters.every(([field, value]) => text(record[field.toLowerCase()]) === value),
        );
        const rows = matches.slice(offset, offset + PAGE_SIZE);
        return page(isWhole ? rows : rows.map(masterOnly), offset);
    }

    #create(resource, body) {
        if (Object.keys(body).length === 0) {
            refuse(500, 'an empty body crashes the service');
        }
        const record = {};
        for (const [field, shown] of Object.entries(resource.example)) {
            record[field] = body[field] ?? (Array.isArray(shown) ? [] : null);
        }
        if (resource.key !== 'code') {
            record[resource.key] = this.#next();
        }
        if ('docno' in record && !isTrue(record.docno)) {
            record.docno = `NO-${this.#next()}`;
        }
        if ('updatecount' in record) {
            record.updatecount = 0;
        }
        const taken = resource.records.some((other) => other[resource.key] === record[resource.key]);
        if (taken || !isTrue(record[resource.key])) {
            refuse(500, `${resource.key} is missing or taken`);
        }
        this.#replaceRows(record, body, {}, resource.example);
        resource.records.push(record);
        return record;
    }

    #update(resource, record, body) {
        if ('updatecount' in record && body.updatecount !== record.updatecount + 1) {
            refuse(500, `Record has been changed by another user: ${body.updatecount}`);
        }
        const stored = { ...record };
        Object.assign(record, body);
        this.#replaceRows(record, body, stored, resource.example);
        return record;
    }

    /** An array that is sent is the new one; a row with a known key keeps what it does not send. */
    #replaceRows(record, body, stored, example) {
        for (const [field, rows] of Object.entries(body).filter(([, value]) => Array.isArray(value))) {
            const hasKey = example[field].some((row) => ROW_KEY in row);
            record[field] = rows.map((row) => {
                const known = (stored[field] ?? []).find((old) => hasKey && old[ROW_KEY] === row[ROW_KEY]);
                if (hasKey && row[ROW_KEY] > 0 && !known) {
                    // The service would add the row; here it means that a variable is out of date.
                    refuse(500, `${field} has no row ${row[ROW_KEY]}`);
                }
                return known ? { ...known, ...row } : { ...row, ...(hasKey && { [ROW_KEY]: this.#next() }) };
            });
        }
    }

    #next() {
        this.#assigned += 1;
        return this.#assigned;
    }
}

const PDF = '%PDF-1.7\n%%EOF\n';

function refuse(status, message) {
    throw new Refusal(status, message);
}

function find(resource, key) {
    const found = resource.records.find((record) => text(record[resource.key]) === key);
    return found ?? refuse(400, 'No record found');
}

/** The body; it may only name fields that the resource's example has. */
function parse(resource, body) {
    const record = JSON.parse(body);
    const unknown = Object.keys(record).filter((field) => !(field in resource.example));
    return unknown.length === 0 ? record : refuse(500, `unknown fields ${unknown}`);
}

function masterOnly(record) {
    return Object.fromEntries(Object.entries(record).filter(([, value]) => !Array.isArray(value)));
}

function page(data, offset = 0) {
    return { pagination: { offset }, data };
}
