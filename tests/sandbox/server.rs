//! A sandbox of its own for each test: the real binary, on ports that the system picks.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use serde_json::Value;
use sqlacc_postman::sigv4::Credentials;
use tempfile::TempDir;

use super::wire::{Answer, Call, PATIENCE};

pub(crate) const DATA: &str = "sandbox.db";

pub(crate) struct Server {
    child: Child,
    pub(crate) folder: Arc<TempDir>,
    /// Host and port of the service.
    pub(crate) host: String,
    /// Host and port of the console.
    pub(crate) console: String,
    pub(crate) access_key: String,
    pub(crate) secret_key: String,
    log: Arc<Mutex<String>>,
    reader: Option<JoinHandle<()>>,
}

/// The binary, in `folder`.
pub(crate) fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sqlacc-postman"));
    for name in ["SQLACC_MASTER_KEY", "SQLACC_SANDBOX_DATA"] {
        command.env_remove(name);
    }
    command.current_dir(folder);
    command
}

/// Runs the binary to its end.
pub(crate) fn run(folder: &Path, args: &[&str]) -> Output {
    command(folder).args(args).output().unwrap()
}

impl Server {
    /// A new one, with more options.
    pub(crate) fn start(options: &[&str]) -> Self {
        Self::start_in(&Arc::new(tempfile::tempdir().unwrap()), options)
    }

    /// One with the records in `folder`, and a fresh pair of keys.
    pub(crate) fn start_in(folder: &Arc<TempDir>, options: &[&str]) -> Self {
        let mut all = vec!["sandbox", "--listen", "127.0.0.1:0", "--data", DATA];
        all.extend(["--write-environment", "environment.json"]);
        if !options.contains(&"--seed-size") {
            all.extend(["--seed", "empty"]);
        }
        all.extend(options);
        let mut child = command(folder.path())
            .args(all)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let log = Arc::new(Mutex::new(String::new()));
        let mut stderr = child.stderr.take().unwrap();
        let kept = log.clone();
        // Read all the time: a full pipe would hold the service up.
        let reader = std::thread::spawn(move || {
            let mut part = [0; 4096];
            while let Ok(read @ 1..) = stderr.read(&mut part) {
                let text = String::from_utf8_lossy(&part[..read]);
                kept.lock().unwrap().push_str(&text);
            }
        });
        let mut line = String::new();
        let stdout = child.stdout.take().unwrap();
        BufReader::new(stdout).read_line(&mut line).unwrap();
        let address = |after: &str| {
            let rest = line.split_once(after).map(|(_, rest)| rest);
            let end = rest.and_then(|rest| rest.split([',', ' ', '\n']).next());
            end.map(ToOwned::to_owned)
        };
        let Some(host) = address("listening on http://") else {
            let _ = child.wait();
            reader.join().unwrap();
            panic!("it did not start: {line}{}", log.lock().unwrap());
        };
        let text = fs::read_to_string(folder.path().join("environment.json")).unwrap();
        let environment: Value = serde_json::from_str(&text).unwrap();
        let value = |key: &str| {
            let mut values = environment["values"].as_array().unwrap().iter();
            let found = values.find(|variable| variable["key"] == key).unwrap();
            found["value"].as_str().unwrap().to_owned()
        };
        assert_eq!(value("host"), format!("http://{host}"));
        Self {
            child,
            folder: folder.clone(),
            host,
            console: address("console on http://").unwrap_or_default(),
            access_key: value("access_key"),
            secret_key: value("secret_key"),
            log,
            reader: Some(reader),
        }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn credentials(&self) -> Credentials {
        Credentials::new(self.access_key.as_str(), self.secret_key.as_str())
    }

    pub(crate) fn call(&self, method: &str, target: &str) -> Call {
        Call::new(method, target, &self.host)
    }

    /// A request as it should be.
    pub(crate) fn get(&self, target: &str) -> Answer {
        let call = self.call("GET", target).signed(&self.credentials());
        call.send(&self.host)
    }

    /// Whether it serves who has a key, and nobody else.
    #[track_caller]
    pub(crate) fn assert_well(&self) {
        let answer = self.get("/healthcheck");
        assert_eq!(answer.status, 200, "{answer:?}\n{}", self.log());
        let unsigned = self.call("GET", "/healthcheck").send(&self.host);
        assert_eq!(unsigned.status, 401, "{unsigned:?}");
    }

    /// What it has logged so far.
    pub(crate) fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }

    /// Waits until `text` is logged.
    #[track_caller]
    pub(crate) fn wait_for_log(&self, text: &str) {
        let end = Instant::now() + PATIENCE;
        while !self.log().contains(text) {
            assert!(Instant::now() < end, "no `{text}` in {}", self.log());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Sends it a signal by name.
    pub(crate) fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-s", name, &id]).status();
        assert!(sent.unwrap().success());
    }

    /// Waits for its end; the exit code, and all it has logged.
    pub(crate) fn wait(mut self) -> (Option<i32>, String) {
        let status = self.child.wait().unwrap();
        if let Some(reader) = self.reader.take() {
            reader.join().unwrap();
        }
        (status.code(), self.log())
    }

    /// Ends it as a crash of the machine would.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
