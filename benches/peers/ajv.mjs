// Validates collections against Postman's schema with ajv, compiled, all errors.
// Usage: node ajv.mjs SCHEMA FILE...
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';

const read = (path) => JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
const [schema, ...files] = process.argv.slice(2);
const validate = new Ajv({ allErrors: true, strict: false }).compile(read(schema));
for (const file of files) {
    try {
        if (!validate(read(file))) process.exitCode = 1;
    } catch {
        process.exitCode = 1;
    }
}
