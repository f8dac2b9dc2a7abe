//! The list.
//!
//! An `id` or `_postman_id` is volatile nowhere: by it Postman, and `setNextRequest`, find an object
//! again.

use super::Volatile::{Account, Change, Export, Received};
use super::{Member, Object, Others};
use crate::postman::view::ItemKind;

/// The wrapper of the Postman API around a collection, an environment or the globals.
pub(super) static WRAPPER: Object = Object {
    what: "an answer of the Postman API",
    members: &[
        Member::postman("collection").holds(&COLLECTION),
        Member::postman("environment").holds(&ENVIRONMENT),
        Member::postman("globals").holds(&GLOBALS),
    ],
    others: Others::Any,
};

const EXPORTED_AT: Member = Member::volatile("_postman_exported_at", Export);
const EXPORTED_USING: Member = Member::volatile("_postman_exported_using", Export);

// The Postman API writes these into whatever an account keeps. `uid` is the owner's number in front
// of the id, so each copy of a collection has others, and the id says the rest.
const UPDATED_AT: Member = Member::volatile("updatedAt", Change);
const CREATED_AT: Member = Member::volatile("createdAt", Account);
const LAST_UPDATED_BY: Member = Member::volatile("lastUpdatedBy", Change);
const UID: Member = Member::volatile("uid", Account);
const PRIVATE_UID: Member = Member::volatile("_uid", Account);

pub(super) static COLLECTION: Object = Object {
    what: "a collection",
    members: &[
        Member::schema("info").holds(&INFO),
        Member::schema("item").holds(&ITEM),
        Member::schema("auth").holds(&AUTH),
        Member::schema("event").holds(&EVENT),
        Member::schema("variable").holds(&VARIABLE),
        Member::schema("protocolProfileBehavior"),
        EXPORTED_AT,
        EXPORTED_USING,
        UPDATED_AT,
        CREATED_AT,
        LAST_UPDATED_BY,
        UID,
        PRIVATE_UID,
    ],
    others: Others::Unknown,
};

pub(super) static INFO: Object = Object {
    what: "`info`",
    members: &[
        Member::schema("_postman_id"),
        Member::schema("name"),
        Member::schema("description"),
        Member::schema("version"),
        Member::schema("schema"),
        // Of which collection it is a fork: that is the same in each export of it.
        Member::postman("fork"),
        EXPORTED_AT,
        EXPORTED_USING,
        Member::volatile("_exporter_id", Account),
        Member::volatile("_collection_link", Account),
        UPDATED_AT,
        CREATED_AT,
        LAST_UPDATED_BY,
        UID,
        PRIVATE_UID,
    ],
    others: Others::Unknown,
};

/// An entry of an `item` list: a folder, or the item of a request.
pub(crate) static ITEM: Object = Object {
    what: "an item",
    members: &[
        Member::schema("id"),
        Member::schema("name"),
        Member::schema("description"),
        Member::schema("variable").holds(&VARIABLE),
        Member::schema("auth").holds(&AUTH).only(ItemKind::Folder),
        Member::schema("event").holds(&EVENT),
        Member::schema("protocolProfileBehavior"),
        Member::schema("request")
            .holds(&REQUEST)
            .only(ItemKind::Request),
        Member::schema("response")
            .holds(&RESPONSE)
            .only(ItemKind::Request),
        Member::schema("item").holds(&ITEM).only(ItemKind::Folder),
        UPDATED_AT,
        CREATED_AT,
        LAST_UPDATED_BY,
        UID,
        PRIVATE_UID,
    ],
    others: Others::Unknown,
};

pub(super) static REQUEST: Object = Object {
    what: "a request",
    members: &[
        Member::schema("auth").holds(&AUTH),
        Member::schema("method"),
        Member::schema("header").holds(&PARAMETER),
        Member::schema("body").holds(&BODY),
        Member::schema("url").holds(&URL),
        Member::schema("description"),
        // Postman's own converter repeats the name here.
        Member::postman("name"),
        Member::schema("proxy"),
        Member::schema("certificate"),
        // Misplaced here, which is another rule's to say.
        Member::postman("protocolProfileBehavior"),
    ],
    others: Others::Unknown,
};

pub(super) static URL: Object = Object {
    what: "a URL",
    members: &[
        Member::schema("raw"),
        Member::schema("protocol"),
        Member::postman("auth"),
        Member::schema("host"),
        Member::schema("port"),
        Member::schema("path"),
        Member::schema("query").holds(&PARAMETER),
        Member::schema("hash"),
        Member::schema("variable").holds(&VARIABLE),
    ],
    others: Others::Unknown,
};

pub(super) static BODY: Object = Object {
    what: "a body",
    members: &[
        Member::schema("mode"),
        Member::schema("raw"),
        Member::schema("urlencoded").holds(&PARAMETER),
        Member::schema("formdata").holds(&PARAMETER),
        Member::schema("file"),
        Member::schema("graphql"),
        Member::schema("options"),
        Member::schema("disabled"),
    ],
    others: Others::Unknown,
};

/// A header, a query parameter or a field of a form; flags of environments are another rule's.
pub(super) static PARAMETER: Object = Object {
    what: "a parameter",
    members: &[
        Member::schema("key"),
        Member::postman("name"),
        Member::schema("value"),
        Member::schema("type"),
        Member::schema("src"),
        Member::schema("disabled"),
        Member::postman("enabled"),
        Member::schema("description"),
        Member::schema("contentType"),
        Member::postman("fileName"),
        Member::postman("equals"),
        Member::postman("system"),
        Member::postman("uuid"),
    ],
    others: Others::Unknown,
};

pub(super) static VARIABLE: Object = Object {
    what: "a variable",
    members: &[
        Member::schema("id"),
        Member::schema("key"),
        Member::schema("name"),
        Member::schema("value"),
        Member::schema("type"),
        Member::schema("disabled"),
        Member::postman("enabled"),
        Member::schema("description"),
        Member::schema("system"),
        Member::postman("secret"),
        Member::postman("source"),
    ],
    others: Others::Unknown,
};

/// Beside its type an auth has members called like types, which are lists of attributes, or objects
/// with any name (v2.0.0).
pub(super) static AUTH: Object = Object {
    what: "an auth",
    members: &[Member::schema("type")],
    others: Others::Each(&ATTRIBUTE),
};

pub(super) static ATTRIBUTE: Object = Object {
    what: "an attribute of an auth",
    members: &[
        Member::schema("key"),
        Member::schema("value"),
        Member::schema("type"),
    ],
    others: Others::Any,
};

pub(super) static EVENT: Object = Object {
    what: "an event",
    members: &[
        Member::schema("id"),
        Member::schema("listen"),
        Member::schema("script").holds(&SCRIPT),
        Member::schema("disabled"),
    ],
    others: Others::Unknown,
};

pub(super) static SCRIPT: Object = Object {
    what: "a script",
    members: &[
        Member::schema("id"),
        Member::schema("type"),
        Member::schema("name"),
        Member::postman("packages"),
        Member::postman("requests"),
        Member::schema("exec"),
        Member::schema("src"),
    ],
    others: Others::Unknown,
};

/// A saved example. Its cookies are those that the server set that one time, and may be a session.
pub(super) static RESPONSE: Object = Object {
    what: "an example",
    members: &[
        Member::schema("id"),
        Member::postman("name"),
        Member::schema("originalRequest").holds(&REQUEST),
        Member::schema("status"),
        Member::schema("code"),
        Member::postman("_postman_previewlanguage"),
        Member::postman("_postman_previewtype"),
        Member::schema("header").holds(&PARAMETER),
        Member::volatile("cookie", Received),
        Member::volatile("responseTime", Received),
        Member::volatile("timings", Received),
        Member::schema("body"),
        Member::postman("description"),
        UPDATED_AT,
        CREATED_AT,
        LAST_UPDATED_BY,
        UID,
        PRIVATE_UID,
    ],
    others: Others::Unknown,
};

pub(super) static ENVIRONMENT: Object = Object {
    what: "an environment",
    members: &[
        Member::postman("id"),
        Member::postman("name"),
        OWNER,
        CREATED_AT,
        UPDATED_AT,
        LAST_UPDATED_BY,
        UID,
        PRIVATE_UID,
        VALUES,
        SCOPE,
        EXPORTED_AT,
        EXPORTED_USING,
    ],
    others: Others::Any,
};

/// The globals, whose name Postman writes behind the values.
pub(super) static GLOBALS: Object = Object {
    what: "the globals",
    members: &[
        Member::postman("id"),
        OWNER,
        CREATED_AT,
        UPDATED_AT,
        LAST_UPDATED_BY,
        UID,
        PRIVATE_UID,
        VALUES,
        Member::postman("name"),
        SCOPE,
        EXPORTED_AT,
        EXPORTED_USING,
    ],
    others: Others::Any,
};

/// The number of the user whose environment it is, as in `uid`.
const OWNER: Member = Member::volatile("owner", Account);
const VALUES: Member = Member::postman("values").holds(&VARIABLE);
const SCOPE: Member = Member::postman("_postman_variable_scope");
