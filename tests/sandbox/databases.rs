//! Empty databases for tests.

use sqlacc_postman::sandbox::database::Source;

/// In memory, or a new database of the `PostgreSQL` server that `SQLACC_TEST_POSTGRES` names, such as
/// `postgres://postgres@127.0.0.1:5432`.
pub(crate) fn fresh() -> Source {
    #[cfg(feature = "postgres")]
    if let Ok(server) = std::env::var("SQLACC_TEST_POSTGRES") {
        return in_postgres(&server);
    }
    Source::Memory
}

#[cfg(feature = "postgres")]
fn in_postgres(server: &str) -> Source {
    use std::sync::atomic::{AtomicUsize, Ordering};

    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("company_{}_{count}", std::process::id());
    let mut client =
        postgres::Client::connect(&format!("{server}/postgres"), postgres::NoTls).unwrap();
    client
        .batch_execute(&format!("CREATE DATABASE {name}"))
        .unwrap();
    Source::Postgres(format!("{server}/{name}"))
}
