// What Postman's own SDK reads of the requests of a collection.

const sdk = await import('postman-collection').then((module) => module.default, () => undefined);

/** Methods whose body Postman's runtime does not send, unless a setting says so. */
const WITHOUT_BODY = ['GET', 'COPY', 'HEAD', 'PURGE', 'UNLOCK'];

function sentBody(item) {
    const { request: { body, method } } = item;
    if (body === undefined || body.isEmpty() || body.disabled) return undefined;
    const { disableBodyPruning } = item.getProtocolProfileBehaviorResolved();
    return WITHOUT_BODY.includes(method) && !disableBodyPruning ? undefined : body;
}

function reading(item) {
    const { request } = item;
    const headers = request.headers.filter((header) => !header.disabled, {});
    const auth = item.getAuth();
    const body = sentBody(item);
    return JSON.stringify({
        method: request.method,
        url: request.url.toString(),
        headers: headers.map((header) => [header.key, header.value]),
        body: body && [body.mode, body.toString()],
        auth: auth && [auth.type, auth.parameters().map((one) => [one.key, one.value])],
    });
}

/** A text for every request of the collection `text`; undefined where the SDK cannot read it. The
 * function itself is undefined where the SDK is not installed. */
export const requests = sdk && ((text) => {
    try {
        const value = JSON.parse(text.replace(/^\uFEFF/, ''));
        const collection = new sdk.Collection(value?.collection?.info ? value.collection : value);
        const all = [];
        collection.forEachItem((item) => all.push(reading(item)));
        return all;
    } catch {
        return undefined;
    }
});
