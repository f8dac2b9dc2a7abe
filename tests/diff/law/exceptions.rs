//! Where the diff law does not hold on the wire table, and why.

/// Cases, by the start of their names, and why pairs with them are reported otherwise than they are sent.
pub(crate) const CASES_APART: &[(&str, &str)] = &[
    (
        "url: text with a variable for the host",
        "a host that becomes a variable of the same value is another host when the variable is set",
    ),
    (
        "url: text with a byte order mark",
        "the client leaves out what cannot be in a host",
    ),
    (
        "url: host in upper case",
        "the client writes it in lower case",
    ),
    (
        "url: host of three numbers",
        "the client knows the address that is meant",
    ),
    ("url: port 80 with http", "the usual port, written out"),
    (
        "url: protocol in upper case",
        "the client writes it in lower case",
    ),
    ("path: an object", "Postman takes the members for segments"),
    ("path: a number", "Postman takes it for no path"),
    (
        "body: file, not there",
        "whether a file is there, the collection does not say",
    ),
    (
        "body: formdata, file that is",
        "whether a file is there, the collection does not say",
    ),
    (
        "body: formdata, file list with one that is not there",
        "whether a file is there, the collection does not say",
    ),
    (
        "body: formdata, file by a leading ./",
        "another path of the same file",
    ),
    (
        "content type: own but disabled, body raw",
        "its text is what an empty GraphQL query is sent as",
    ),
    (
        "body: urlencoded, object",
        "is sent as one field `undefined`, which is nobody's intent",
    ),
    (
        "body: graphql, variables an object",
        "the layout of JSON does not count",
    ),
    (
        "auth: awsv4, POST graphql with an object",
        "the layout of JSON does not count, though it is signed",
    ),
    (
        "auth: awsv4, POST raw that is an object",
        "the layout of JSON does not count, though it is signed",
    ),
    (
        "body: raw, JSON with comments, no language, own JSON type disabled",
        "a disabled header decides about comments",
    ),
    (
        "auth: awsv4, POST body disabled",
        "the signature is of the body that is not sent",
    ),
    (
        "auth: awsv4, in the query said by",
        "a false that is a text is true to JavaScript, and people mean false",
    ),
    (
        "auth: bearer, token null of type string",
        "null is sent as a word",
    ),
    (
        "auth: oauth2, headerPrefix null",
        "null is the usual prefix, a text without characters is none",
    ),
];

/// Changes of what is sent, by the start of kind and place, that may change nothing for a request.
pub(crate) const KINDS_APART: &[(&str, &str)] = &[
    (
        "protocol-profile-changed",
        "a setting is one of the request, whether it has anything to do or not",
    ),
    (
        "auth-",
        "an auth that lacks what it needs to be sent, or an attribute that it does not use, is there all the same",
    ),
    (
        "header-",
        "the auth, the form or the client set a header of that name again",
    ),
];
