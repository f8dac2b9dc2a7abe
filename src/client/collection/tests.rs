//! Collections that are broken in every place.

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use super::{DynamicVariables, Files, Variables, resolve};
use crate::json::Document;
use crate::postman::effective::{Scope, Scopes, Variable};
use crate::postman::view::Collection;

const COLLECTION: &str = include_str!("../../../tests/client/every_kind.json");

/// The pointers of all values, and the paths of all requests.
fn places(value: &Value, pointer: &str, path: &str, found: &mut (Vec<String>, Vec<String>)) {
    found.0.push(pointer.to_owned());
    if value.get("request").is_some() {
        found.1.push(path.to_owned());
    }
    match value {
        Value::Object(members) => {
            for (name, inner) in members {
                places(inner, &format!("{pointer}/{name}"), path, found);
            }
        }
        Value::Array(elements) => {
            for (number, inner) in elements.iter().enumerate() {
                let name = inner["name"].as_str();
                let below = name.map_or_else(
                    || path.to_owned(),
                    |name| match path {
                        "" => name.to_owned(),
                        above => format!("{above} › {name}"),
                    },
                );
                places(inner, &format!("{pointer}/{number}"), &below, found);
            }
        }
        _ => {}
    }
}

fn values() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!(null)),
        Just(json!(7)),
        Just(json!(true)),
        Just(json!([])),
        Just(json!({})),
        Just(json!([null, {"key": 1, "src": [1, null, {}]}])),
        "[ -~{}é中]{0,12}".prop_map(Value::from),
        "\\{\\{[$a-z]{0,8}\\}\\}[:/?#&=]{0,3}".prop_map(Value::from),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_collection_makes_the_resolver_panic(
        changes in prop::collection::vec((any::<Index>(), values()), 1..6), random in any::<u64>(),
    ) {
        let mut collection: Value = serde_json::from_str(COLLECTION).unwrap();
        let mut found = (Vec::new(), Vec::new());
        places(&collection, "", "", &mut found);
        let (pointers, paths) = found;
        prop_assert_eq!(paths.len(), 31);
        for (index, value) in changes {
            if let Some(place) = collection.pointer_mut(index.get::<String>(&pointers)) {
                *place = value;
            }
        }
        let text = collection.to_string();
        let document = Document::from_text(&text).unwrap();
        let made_up = DynamicVariables { now: std::time::UNIX_EPOCH, random: &|| random };
        let dynamic = |name: &str| made_up.value(name);
        let collection = Collection::of(&document);
        let mut scopes = Scopes::default();
        scopes.add(Scope::Collection, Variable::of_collection(collection));
        let variables = Variables { scopes: &scopes, dynamic: &dynamic, observe: &|_, _| () };
        let files = Files { read: &|path| Ok(path.as_bytes().to_vec()) };
        for path in paths {
            if let Ok(resolved) = resolve(collection, &path, &variables, &files) {
                prop_assert!(resolved.spec.target.starts_with('/'));
            }
        }
    }
}
