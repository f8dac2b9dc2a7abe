use super::*;

fn file() -> (tempfile::TempDir, Database) {
    let folder = tempfile::tempdir().unwrap();
    let source = Source::File(folder.path().join("test.db"));
    let database = Database::open(&source).unwrap();
    (folder, database)
}

fn make_table(database: &Database) {
    let make = |connection: &mut dyn Connection| {
        let sql = "CREATE TABLE note (id BIGINT PRIMARY KEY, body TEXT)";
        once(connection, "note", |connection| {
            connection.execute(sql, &[]).map(|_| ())
        })
    };
    database.write_now(make).unwrap();
    database.write_now(make).unwrap();
}

fn insert(id: i64) -> impl FnOnce(&mut dyn Connection) -> Result<u64, DatabaseError> {
    let sql = "INSERT INTO note (id, body) VALUES (?1, ?2)";
    move |connection| connection.execute(sql, &[id.into(), "text".into()])
}

fn count(database: &Database) -> Row {
    let sql = "SELECT COUNT(*) FROM note";
    let rows = database.read_now(|connection| connection.query(sql, &[]));
    rows.unwrap().unwrap().remove(0)
}

#[test]
fn a_job_that_fails_is_undone_alone() {
    for (_folder, database) in [
        file(),
        (
            tempfile::tempdir().unwrap(),
            Database::open(&Source::Memory).unwrap(),
        ),
    ] {
        make_table(&database);
        database.write_now(insert(1)).unwrap();
        let half = |connection: &mut dyn Connection| {
            insert(2)(connection)?;
            insert(1)(connection)
        };
        assert!(database.write_now(half).is_err());
        assert_eq!(count(&database), [Value::Integer(1)]);
    }
}

#[test]
fn a_job_that_panics_does_not_stop_the_writer() {
    let (_folder, database) = file();
    make_table(&database);
    let broken = |connection: &mut dyn Connection| -> Result<(), DatabaseError> {
        insert(1)(connection)?;
        panic!("a defect");
    };
    assert!(database.write_now(broken).is_err());
    database.write_now(insert(2)).unwrap();
    assert_eq!(count(&database), [Value::Integer(1)]);
}

#[test]
fn what_was_written_is_there_after_opening_again() {
    let (folder, database) = file();
    make_table(&database);
    database.write_now(insert(1)).unwrap();
    drop(database);
    let again = Database::open(&Source::File(folder.path().join("test.db"))).unwrap();
    assert_eq!(count(&again), [Value::Integer(1)]);
}

#[test]
fn writers_of_many_threads_lose_nothing() {
    let (_folder, database) = file();
    make_table(&database);
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let database = database.clone();
            scope.spawn(move || {
                for id in 0..50 {
                    database.write_now(insert(thread * 50 + id)).unwrap();
                }
            });
        }
    });
    assert_eq!(count(&database), [Value::Integer(200)]);
}

#[test]
fn a_full_disk_is_called_that() {
    let (_folder, database) = file();
    make_table(&database);
    let limit =
        |connection: &mut dyn Connection| connection.query("PRAGMA max_page_count = 12", &[]);
    database.write_now(limit).unwrap();
    let fill = |connection: &mut dyn Connection| {
        let sql = "INSERT INTO note (id, body) VALUES (?1, ?2)";
        connection.execute(sql, &[1.into(), "x".repeat(1 << 20).as_str().into()])
    };
    let outcome = database.write_now(fill);
    assert!(matches!(outcome, Err(DatabaseError::Full)), "{outcome:?}");
    database.write_now(insert(1)).unwrap();
    assert_eq!(count(&database), [Value::Integer(1)]);
}
