// Validates one collection against Postman's schema with ajv, compiled, all errors.
// Usage: node ajv.mjs SCHEMA FILE
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';

const [schema, file] = process.argv.slice(2).map((path) => readFileSync(path, 'utf8'));
const validate = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(schema));
process.exitCode = validate(JSON.parse(file)) ? 0 : 1;
