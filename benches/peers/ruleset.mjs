// What Postman's own ruleset for spectral asks of a collection, fifteen rules, written anew: theirs is
// not published as a package. Each rule looks at the requests or folders by itself, as theirs do.
const items = '$..item[*]';
const isRequest = (item) => item.request !== undefined;
const requestOf = (item) => (typeof item.request === 'object' && item.request) || {};
const urlOf = (item) => (typeof requestOf(item).url === 'object' && requestOf(item).url) || {};
const responses = (item) => (Array.isArray(item.response) ? item.response : []);
const isText = (value) => Boolean(value?.content ?? value);
const needed = (codes) => (item) => responses(item).some(({ code }) => codes.includes(code));

const rule = (given, message, holds) => ({
    given,
    message,
    severity: 'warn',
    then: { function: (value) => (holds(value) ? undefined : [{ message }]) },
});
const request = (message, holds) => rule(items, message, (item) => !isRequest(item) || holds(item));

export default {
    rules: {
        'collection-description': rule('$.info', 'the collection has no description', (info) => isText(info.description)),
        'folder-description': rule(items, 'the folder has no description', (item) => isRequest(item) || isText(item.description)),
        'request-description': request('the request has no description', (item) => isText(requestOf(item).description)),
        'query-description': request('a query parameter has no description', (item) => (urlOf(item).query ?? []).every((one) => isText(one.description))),
        'path-description': request('a path variable has no description', (item) => (urlOf(item).variable ?? []).every((one) => isText(one.description))),
        'url-present': request('the request has no URL', (item) => typeof item.request === 'string' || requestOf(item).url !== undefined),
        'success-example': request('no example of success', (item) => responses(item).some(({ code }) => code >= 200 && code < 400)),
        'example-code': request('an example has no code', (item) => responses(item).every(({ code }) => code !== undefined)),
        'delete-code': request('DELETE answers 200 or 204', (item) => requestOf(item).method !== 'DELETE' || needed([200, 204])(item)),
        'not-found-example': request('no example of 404', (item) => (urlOf(item).variable ?? []).length === 0 || needed([404])(item)),
        'unauthorised-example': request('no example of 401', (item) => !requestOf(item).auth || needed([401])(item)),
        'patch-body': request('PATCH has a body', (item) => requestOf(item).method !== 'PATCH' || Boolean(requestOf(item).body)),
        'no-http': request('no plain http', (item) => !/^http:/.test(urlOf(item).raw ?? item.request?.url ?? '')),
        'json-example': request('an example is no JSON', (item) => responses(item).every(({ body, _postman_previewlanguage: language }) => {
            try {
                return language !== 'json' || !body || Boolean(JSON.parse(body)) || true;
            } catch {
                return false;
            }
        })),
        'no-copy': rule(items, 'the name ends in " Copy"', (item) => !/ Copy$/.test(item.name ?? '')),
    },
};
