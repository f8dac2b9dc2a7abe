// Loads one collection with Postman's own SDK, which validates nothing.
// Usage: node sdk.mjs FILE
import { readFileSync } from 'node:fs';
import sdk from 'postman-collection';

new sdk.Collection(JSON.parse(readFileSync(process.argv[2], 'utf8')));
