// Loads collections with Postman's own SDK, which validates nothing.
// Usage: node sdk.mjs FILE...
import { readFileSync } from 'node:fs';
import sdk from 'postman-collection';

for (const file of process.argv.slice(2)) {
    try {
        new sdk.Collection(JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')));
    } catch {
        process.exitCode = 1;
    }
}
