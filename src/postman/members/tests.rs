use std::collections::BTreeSet;

use serde_json::{Map, Value as Json, json};

use super::list::{
    ATTRIBUTE, BODY, COLLECTION, ENVIRONMENT, EVENT, GLOBALS, INFO, ITEM, PARAMETER, REQUEST,
    RESPONSE, SCRIPT, URL, VARIABLE,
};
use super::{Object, Writer};
use crate::json::Document;
use crate::postman::effective::headers_of;
use crate::postman::view;

const ALL: [&Object; 14] = [
    &COLLECTION,
    &INFO,
    &ITEM,
    &REQUEST,
    &URL,
    &BODY,
    &PARAMETER,
    &VARIABLE,
    &ATTRIBUTE,
    &EVENT,
    &SCRIPT,
    &RESPONSE,
    &ENVIRONMENT,
    &GLOBALS,
];

#[test]
fn no_object_names_a_member_twice() {
    for object in ALL {
        let names: BTreeSet<&str> = object.members.iter().map(|member| member.name).collect();
        assert_eq!(names.len(), object.members.len(), "{}", object.what);
    }
}

#[test]
fn the_list_has_what_the_schema_has_and_says_so() {
    let schema = include_str!("../../../schemas/postman-collection-v2.1.0.json");
    let schema: Json = serde_json::from_str(schema).unwrap();
    let request = "/definitions/request/oneOf/0";
    let form = format!("{request}/properties/body/oneOf/0/properties");
    let within = |place: &str| format!("{request}{place}");
    let defined = |name: &str| format!("/definitions/{name}");
    for (object, places) in [
        (&COLLECTION, vec![String::new()]),
        (&INFO, vec![defined("info")]),
        (&ITEM, vec![defined("item"), defined("item-group")]),
        (&REQUEST, vec![request.to_owned()]),
        (&URL, vec![defined("url/oneOf/0")]),
        (&BODY, vec![within("/properties/body/oneOf/0")]),
        (
            &PARAMETER,
            vec![
                defined("header"),
                defined("url/oneOf/0/properties/query/items"),
                format!("{form}/urlencoded/items"),
                format!("{form}/formdata/items/anyOf/0"),
                format!("{form}/formdata/items/anyOf/1"),
            ],
        ),
        (&VARIABLE, vec![defined("variable")]),
        (&ATTRIBUTE, vec![defined("auth-attribute")]),
        (&EVENT, vec![defined("event")]),
        (&SCRIPT, vec![defined("script")]),
        (&RESPONSE, vec![defined("response")]),
    ] {
        let of_place = |place: &String| {
            let members = schema.pointer(&format!("{place}/properties"));
            let members = members.and_then(Json::as_object);
            let members = members.unwrap_or_else(|| panic!("the schema has nothing at {place}"));
            members.keys().map(String::as_str)
        };
        let of_schema: BTreeSet<&str> = places.iter().flat_map(of_place).collect();
        for name in &of_schema {
            assert!(
                object.member(name).is_some(),
                "{} lacks {name}",
                object.what
            );
        }
        for member in object.members {
            let is_there = of_schema.contains(member.name);
            let fine = match member.writer {
                Writer::Schema => is_there,
                Writer::Postman => !is_there,
                Writer::Volatile(_) => true,
            };
            assert!(
                fine,
                "{}: {} is {:?}",
                object.what, member.name, member.writer
            );
        }
    }
}

/// The text of an object that has every member of the list, each with what it may hold.
fn full(object: &Object) -> Map<String, Json> {
    let names = object.members.iter().map(|member| member.name);
    names.map(|name| (name.to_owned(), json!("x"))).collect()
}

#[test]
fn the_views_read_no_member_that_the_list_lacks() {
    let text = |object: &Object| Json::Object(full(object)).to_string();
    let (item, response) = (text(&ITEM), text(&RESPONSE));
    let (request, url) = (text(&REQUEST), text(&URL));
    let mut event = full(&EVENT);
    let mut script = full(&SCRIPT);
    // With a file of its own Postman does not run the text.
    script.remove("src");
    event.insert("script".to_owned(), Json::Object(script));
    let events = json!([event]).to_string();
    let headers = json!([full(&PARAMETER)]).to_string();
    let texts = [item, response, request, url, events, headers];
    let [item, response, request, url, events, headers] = texts
        .each_ref()
        .map(|text| Document::from_text(text).unwrap());

    // Each view is taken apart whole: a member that it will read one day has to be named here.
    let view::Item {
        value: _,
        name,
        id,
        item: items,
        request: inner,
        response: responses,
        event,
        variable,
        description,
        auth,
    } = view::Item::new(item.root());
    let of_item = [
        name,
        id,
        items,
        inner,
        responses,
        event,
        variable,
        description,
        auth,
    ];
    let view::Example {
        value: _,
        name,
        original,
        code,
        header,
        body,
    } = view::Example::new(response.root());
    let of_response = [name, original, code, header, body];
    let view::Request {
        value: _,
        method,
        url: address,
        header,
        body,
        auth,
        description,
    } = view::Request::new(request.root());
    let of_request = [method, address, header, body, auth, description];
    let view::Url {
        value: _,
        raw,
        protocol,
        host,
        port,
        path,
        query,
        variable,
        hash,
        auth,
    } = view::Url::new(url.root());
    let of_url = [raw, protocol, host, port, path, query, variable, hash, auth];
    let events: Vec<view::Event> = view::Event::list(Some(events.root())).collect();
    let [
        view::Event {
            value: _,
            listen,
            exec,
        },
    ] = events[..]
    else {
        panic!("there is one event");
    };
    let members = of_item.iter().chain(&of_response).chain(&of_request);
    let members = members.chain(&of_url).chain([&listen, &exec]);
    for (index, member) in members.enumerate() {
        assert!(
            member.is_some(),
            "a view reads a member that the list lacks: {index}"
        );
    }
    assert_eq!(headers_of(headers.root()).len(), 1);
}
