use std::time::{Duration, SystemTime};

use zeroize::Zeroizing;

use super::*;
use crate::sandbox::clock_and_rng::{ClockAndRng, NoRandomness};
use crate::sandbox::database::{Database, Source};

const SYSTEM: ClockAndRng = ClockAndRng {
    now: || SystemTime::UNIX_EPOCH + Duration::from_secs(1_768_465_801),
    random: |bytes| getrandom::fill(bytes).map_err(|error| NoRandomness(error.to_string())),
};

fn run<T>(work: impl Future<Output = T>) -> T {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    runtime.worker_threads(1).enable_time();
    runtime.build().unwrap().block_on(work)
}

async fn ring() -> Keyring {
    let database = Database::open(&Source::Memory).unwrap();
    let master = MasterKey::random(&SYSTEM).unwrap();
    Keyring::open(database, master, SYSTEM).await.unwrap()
}

fn user(code: &str) -> UserCode {
    code.parse().unwrap()
}

fn word(text: &str) -> Zeroizing<String> {
    Zeroizing::new(text.to_owned())
}

#[test]
fn keys_look_as_the_program_shows_them() {
    run(async {
        let pair = ring().await.generate(&user("sales")).await.unwrap();
        let (name, rest) = pair.access_key.split_at(32);
        assert_eq!(rest, ".sql.my/SALES");
        let is_hex = |text: &str| {
            text.bytes()
                .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
        };
        assert!(is_hex(name), "{name}");
        assert!(pair.secret_key.len() == 64 && is_hex(&pair.secret_key));
    });
}

#[test]
fn a_user_has_one_key_at_a_time() {
    run(async {
        let ring = ring().await;
        let first = ring.generate(&user("SALES")).await.unwrap();
        let again = ring.generate(&user("sales")).await;
        assert!(matches!(again, Err(KeyError::HasKey(code)) if code == "SALES"));
        let second = ring.regenerate(&user("SALES")).await.unwrap();
        assert!(ring.credentials(&first.access_key).await.unwrap().is_none());
        assert!(
            ring.credentials(&second.access_key)
                .await
                .unwrap()
                .is_some()
        );
        ring.revoke(&second.access_key).await.unwrap();
        assert!(
            ring.credentials(&second.access_key)
                .await
                .unwrap()
                .is_none()
        );
        let twice = ring.revoke(&second.access_key).await;
        assert!(matches!(twice, Err(KeyError::NoKey(_))));
        let keys = ring.keys().await.unwrap();
        assert!(keys.len() == 2 && keys.iter().all(|key| key.revoked == Some(1_768_465_801)));
    });
}

#[test]
fn a_user_with_a_key_cannot_log_in_until_it_is_revoked() {
    run(async {
        let ring = ring().await;
        let admin = user("ADMIN");
        ring.log_in(&admin, word("ADMIN")).await.unwrap();
        let pair = ring.generate(&admin).await.unwrap();
        let refused = ring.log_in(&admin, word("ADMIN")).await;
        assert!(matches!(refused, Err(LoginError::HasKey(_))));
        // Who does not know the password does not learn of the key.
        let wrong = ring.log_in(&admin, word("admin")).await;
        assert!(matches!(wrong, Err(LoginError::Wrong)));
        ring.revoke(&pair.access_key).await.unwrap();
        ring.log_in(&admin, word("ADMIN")).await.unwrap();
    });
}

#[test]
fn a_user_without_a_password_cannot_log_in() {
    run(async {
        let ring = ring().await;
        let sales = user("SALES");
        let pair = ring.generate(&sales).await.unwrap();
        ring.revoke(&pair.access_key).await.unwrap();
        for password in ["", "SALES"] {
            let refused = ring.log_in(&sales, word(password)).await;
            assert!(matches!(refused, Err(LoginError::Wrong)));
        }
        ring.set_password(&sales, word("a long one")).await.unwrap();
        ring.log_in(&sales, word("a long one")).await.unwrap();
        let empty = ring.set_password(&sales, word("")).await;
        assert!(matches!(empty, Err(KeyError::Password)));
    });
}

#[test]
fn a_sealed_secret_opens_for_its_access_key_and_master_key_only() {
    let one = MasterKey::random(&SYSTEM).unwrap();
    let other = MasterKey::random(&SYSTEM).unwrap();
    let sealed = one.seal("secret", "key", &SYSTEM).unwrap();
    assert!(!sealed.windows(6).any(|part| part == b"secret"));
    assert_eq!(*one.open(&sealed, "key").unwrap(), "secret");
    for (master, text, key) in [
        (&other, &sealed[..], "key"),
        (&one, &sealed[..], "yek"),
        (&one, &sealed[1..], "key"),
        (&one, &[][..], "key"),
    ] {
        let opened = master.open(text, key);
        assert!(matches!(opened, Err(KeyError::OtherMaster)));
    }
}

#[test]
fn another_master_key_is_noticed_at_the_start() {
    run(async {
        let database = Database::open(&Source::Memory).unwrap();
        let open = async |database: &Database| {
            let master = MasterKey::random(&SYSTEM).unwrap();
            Keyring::open(database.clone(), master, SYSTEM).await
        };
        let ring = open(&database).await.unwrap();
        open(&database).await.unwrap();
        ring.generate(&user("SALES")).await.unwrap();
        let refused = open(&database).await;
        assert!(matches!(refused, Err(KeyError::OtherMaster)));
    });
}

#[test]
fn the_key_file_is_made_once_and_for_its_owner() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sandbox.key");
    let made: Vec<MasterKey> = std::thread::scope(|scope| {
        let make = || MasterKey::of_file(&path, &SYSTEM).unwrap();
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(make)).collect();
        threads.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let sealed = made[0].seal("secret", "key", &SYSTEM).unwrap();
    for master in &made {
        assert_eq!(*master.open(&sealed, "key").unwrap(), "secret");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn a_key_file_that_others_can_read_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sandbox.key");
    MasterKey::of_file(&path, &SYSTEM).unwrap();
    let mode = std::fs::metadata(&path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o600);
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
    let refused = MasterKey::of_file(&path, &SYSTEM);
    assert!(matches!(
        refused,
        Err(KeyError::MasterShared { mode: 0o640, .. })
    ));
}

#[test]
fn a_master_key_is_64_hex_digits() {
    let good = "0123456789abcdefABCDEF0123456789".repeat(2);
    assert!(MasterKey::parse(&format!("{good}\n"), "it").is_ok());
    for bad in ["", "0123", &good[1..], &format!("{}g", &good[1..]), "é"] {
        assert!(MasterKey::parse(bad, "it").is_err(), "{bad}");
    }
}

#[test]
fn a_user_is_what_can_stand_in_a_credential() {
    for good in ["SALES", "api-user.1", "A_B"] {
        assert_eq!(user(good).as_str(), good.to_ascii_uppercase());
    }
    let long = "A".repeat(31);
    for bad in ["", "a/b", "a,b", "a b", "Söhne", "a\n", &long] {
        assert!(bad.parse::<UserCode>().is_err(), "{bad}");
    }
}
