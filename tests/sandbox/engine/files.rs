//! A company in a file: opened again, opened with other fields, and changed by many at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::json;
use sqlacc_postman::catalogue::{Catalogue, Method};
use sqlacc_postman::sandbox::database::{Database, Source};
use sqlacc_postman::sandbox::engine::{Answer, ApiRequest, Engine, EngineOptions};
use sqlacc_postman::sqlaccount;

use super::company::CREATED;

fn open(folder: &tempfile::TempDir, catalogue: Catalogue) -> Engine {
    let database = Database::open(&Source::File(folder.path().join("company.db"))).unwrap();
    Engine::open(Arc::new(catalogue), database, EngineOptions::default()).unwrap()
}

async fn send(engine: &Engine, method: Method, path: &str, body: String) -> Answer {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let query = query
        .split_once('=')
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
    let call = ApiRequest {
        method,
        segments: path.split('/').skip(1).map(str::to_owned).collect(),
        query: query.into_iter().collect(),
        content_type: None,
        body: body.into_bytes(),
        now: CREATED,
    };
    engine.answer(call).await.unwrap()
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(4)
        .build()
        .unwrap()
}

#[test]
fn a_table_is_made_anew_when_its_fields_have_changed() {
    let folder = tempfile::tempdir().unwrap();
    let runtime = runtime();
    let note =
        |text: &str| json!({"code": "P1", "description": "One", "udf_site": text}).to_string();
    let engine = open(&folder, sqlaccount::catalogue());
    let answer = runtime.block_on(send(&engine, Method::Post, "/project", note("passed over")));
    assert_eq!(answer.status, 200);
    drop(engine);

    let mut own = sqlaccount::catalogue();
    own.add_udf("project.udf_site=text(20)").unwrap();
    let engine = open(&folder, own);
    let found = runtime.block_on(send(
        &engine,
        Method::Get,
        "/project?udf_site=",
        String::new(),
    ));
    let text = String::from_utf8(found.body).unwrap();
    assert!(
        text.contains(r#""code":"P1""#) && text.contains(r#""udf_site":"""#),
        "{text}"
    );
    let answer = runtime.block_on(send(&engine, Method::Put, "/project/P1", note("KL")));
    assert_eq!(answer.status, 200);
    let found = runtime.block_on(send(
        &engine,
        Method::Get,
        "/project?udf_site=kl",
        String::new(),
    ));
    assert!(
        String::from_utf8(found.body)
            .unwrap()
            .contains(r#""udf_site":"KL""#)
    );
}

#[test]
fn of_many_updates_with_one_updatecount_exactly_one_wins() {
    let folder = tempfile::tempdir().unwrap();
    let engine = open(&folder, sqlaccount::catalogue());
    let runtime = runtime();
    let journal = json!({"docdate": "2026-01-22", "description": "Start"}).to_string();
    let created = runtime.block_on(send(&engine, Method::Post, "/journalentry", journal));
    let created: serde_json::Value = serde_json::from_slice(&created.body).unwrap();
    let target = format!("/journalentry/{}", created["dockey"]);
    for round in 1..=10 {
        let won = Arc::new(AtomicUsize::new(0));
        let tasks: Vec<_> = (0..16)
            .map(|who| {
                let (engine, target, won) = (engine.clone(), target.clone(), won.clone());
                runtime.spawn(async move {
                    let body = json!({"updatecount": round, "description": format!("By {who}")});
                    let answer = send(&engine, Method::Put, &target, body.to_string()).await;
                    if answer.status == 200 {
                        won.fetch_add(1, Ordering::Relaxed);
                    }
                })
            })
            .collect();
        for task in tasks {
            runtime.block_on(task).unwrap();
        }
        assert_eq!(won.load(Ordering::Relaxed), 1, "in round {round}");
    }
}
