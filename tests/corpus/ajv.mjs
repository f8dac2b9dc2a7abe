// ajv's verdict of Postman's schema.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A function from a file's text to whether the schema that it names allows it: undefined where it is not
 * a collection of a version that has a schema. Itself undefined where ajv is not installed. */
export async function ajvVerdict(schemas) {
    const Ajv = await import('ajv').then((module) => module.default, () => undefined);
    if (Ajv === undefined) return undefined;
    const validators = Object.fromEntries(['2.0.0', '2.1.0'].map((version) => {
        const schema = JSON.parse(readFileSync(join(schemas, `postman-collection-v${version}.json`), 'utf8'));
        return [version, new Ajv({ strict: false }).compile(schema)];
    }));
    return (text) => {
        let value;
        try {
            value = JSON.parse(text.replace(/^\uFEFF/, ''));
        } catch {
            return undefined;
        }
        const collection = value?.collection?.info ? value.collection : value;
        const version = /v(2\.[01])\./.exec(collection?.info?.schema ?? '')?.[1];
        return version && validators[`${version}.0`](collection);
    };
}
