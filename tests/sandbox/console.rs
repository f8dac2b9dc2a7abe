//! The console, as a browser uses it and as other pages abuse it.

use super::server::{Server, run};
use super::wire::{Answer, Call};

/// A browser with the console open.
struct Browser<'s> {
    server: &'s Server,
    cookie: String,
    token: String,
}

/// What stands between `before` and the next quote.
fn quoted<'t>(text: &'t str, before: &str) -> Option<&'t str> {
    text.split_once(before)?.1.split('"').next()
}

/// The text of the `pre` with that id.
fn shown(page: &str, id: &str) -> Option<String> {
    let rest = page.split_once(&format!("<pre id=\"{id}\">"))?.1;
    Some(rest.split("</pre>").next()?.replace("&#x2f;", "/"))
}

impl<'s> Browser<'s> {
    fn open(server: &'s Server) -> Self {
        let mut browser = Self {
            server,
            cookie: String::new(),
            token: String::new(),
        };
        browser.get("/");
        browser
    }

    fn keep(&mut self, answer: &Answer) {
        if let Some(cookie) = answer.header("set-cookie") {
            assert!(
                cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict"),
                "{cookie}"
            );
            cookie
                .split(';')
                .next()
                .unwrap()
                .clone_into(&mut self.cookie);
        }
        if let Some(token) = quoted(&answer.body, "name=\"token\" value=\"") {
            token.clone_into(&mut self.token);
        }
    }

    fn get(&mut self, target: &str) -> Answer {
        let call = Call::new("GET", target, &self.server.console);
        let answer = call.with("Cookie", &self.cookie).send(&self.server.console);
        self.keep(&answer);
        answer
    }

    fn form(&self, target: &str, fields: &str) -> Call {
        let origin = format!("http://{}", self.server.console);
        Call::new("POST", target, &self.server.console)
            .with("Cookie", &self.cookie)
            .with("Origin", &origin)
            .with("Content-Type", "application/x-www-form-urlencoded")
            .body(&format!("token={}&{fields}", self.token))
    }

    fn post(&mut self, target: &str, fields: &str) -> Answer {
        let answer = self.form(target, fields).send(&self.server.console);
        self.keep(&answer);
        answer
    }

    fn log_in(&mut self, user: &str, password: &str) -> Answer {
        let answer = self.post("/login", &format!("user={user}&password={password}"));
        if answer.status == 303 {
            self.get("/");
        }
        answer
    }
}

#[test]
fn admin_makes_tests_and_revokes_a_key() {
    let server = Server::start(&[]);
    let mut browser = Browser::open(&server);
    assert_eq!(browser.log_in("ADMIN", "wrong").status, 401);
    assert_eq!(browser.log_in("NOBODY", "ADMIN").status, 401);
    assert_eq!(browser.log_in("admin", "ADMIN").status, 303);
    let warned = browser.post("/keys/generate", "user=SALES");
    assert_eq!(warned.status, 303);
    assert!(browser.get("/").body.contains("no longer log in directly"));
    let made = browser.post("/keys/generate", "user=SALES&understood=yes");
    assert_eq!(made.status, 200);
    let access = shown(&made.body, "access-key").unwrap();
    let secret = shown(&made.body, "secret-key").unwrap();
    assert!(access.ends_with(".sql.my/SALES"), "{access}");
    let keys = sqlacc_postman::sigv4::Credentials::new(access.as_str(), secret.as_str());
    let call = || server.call("GET", "/agent").signed(&keys);
    assert_eq!(call().send(&server.host).status, 200);
    let curl = shown(&made.body, "signed-curl").unwrap();
    assert!(curl.contains("AWS4-HMAC-SHA256") && !curl.contains(&secret));
    let field = format!("access_key={access}");
    assert_eq!(browser.post("/keys/test", &field).status, 303);
    let page = browser.get("/").body;
    assert!(page.contains("answered 200 OK"), "{page}");
    assert!(!page.contains(&secret), "a secret is shown again");
    assert!(
        !browser.get("/").body.contains("answered 200 OK"),
        "said twice"
    );
    let copied = browser.post("/keys/copy", &field);
    assert!(copied.body.contains("--aws-sigv4") && !copied.body.contains(&secret));
    assert!(copied.body.contains("<summary>Python</summary>"));
    assert_eq!(browser.post("/keys/revoke", &field).status, 303);
    assert!(browser.get("/").body.contains("is revoked"));
    assert_eq!(call().send(&server.host).status, 401);
    let page = browser.get("/").body;
    assert!(
        page.contains("revoked</small>"),
        "the reason is not listed: {page}"
    );
    assert!(!server.log().contains(&secret));
}

#[test]
fn a_user_with_a_key_cannot_log_in() {
    let server = Server::start(&[]);
    let mut admin = Browser::open(&server);
    admin.log_in("ADMIN", "ADMIN");
    admin.post("/users/password", "user=CLERK&password=a%20word");
    let mut clerk = Browser::open(&server);
    assert_eq!(clerk.log_in("CLERK", "a%20word").status, 303);
    let made = admin.post("/keys/generate", "user=CLERK&understood=yes");
    let access = shown(&made.body, "access-key").unwrap();
    // Who was in is out, and does not come in again.
    let out = clerk.get("/");
    assert!(out.status == 403 && out.body.contains("no longer log in directly"));
    assert_eq!(clerk.log_in("CLERK", "a%20word").status, 403);
    // Only who has the password is told why.
    assert_eq!(clerk.log_in("CLERK", "another").status, 401);
    admin.get("/");
    admin.post("/keys/revoke", &format!("access_key={access}"));
    assert_eq!(clerk.log_in("CLERK", "a%20word").status, 303);
}

#[test]
fn other_pages_and_other_names_are_refused() {
    let server = Server::start(&[]);
    let mut browser = Browser::open(&server);
    browser.log_in("ADMIN", "ADMIN");
    let generate = || browser.form("/keys/generate", "user=X&understood=yes");
    let replaced = |name: &str, value: Option<&str>| {
        let mut call = generate();
        call.headers.retain(|(other, _)| other != name);
        match value {
            Some(value) => call.with(name, value),
            None => call,
        }
    };
    for (name, value, status) in [
        ("Origin", None, 403),
        ("Origin", Some("null"), 403),
        ("Origin", Some("http://evil.example"), 403),
        ("Host", Some("evil.example"), 403),
        ("Host", None, 403),
        ("Cookie", None, 401),
        ("Cookie", Some("sqlacc_sandbox=1"), 401),
    ] {
        let answer = replaced(name, value).send(&server.console);
        assert_eq!(answer.status, status, "{name} {value:?}: {answer:?}");
    }
    let mut forged = generate();
    forged.body = b"token=0000&user=X&understood=yes".to_vec();
    assert_eq!(forged.send(&server.console).status, 403);
    let mut rebound = Call::new("GET", "/", "evil.example");
    assert_eq!(rebound.send(&server.console).status, 403);
    rebound.headers[0].1 = server.console.replace("127.0.0.1", "localhost");
    assert_eq!(rebound.send(&server.console).status, 200);
    let list = super::server::run(
        server.folder.path(),
        &["key", "--data", "sandbox.db", "list"],
    );
    assert!(!String::from_utf8(list.stdout).unwrap().contains("sql.my/X"));
}

#[test]
fn pages_load_nothing_and_escape_everything() {
    let server = Server::start(&[]);
    let wicked = "/agent/%3Cscript%3Ealert(1)%3C%2Fscript%3E?a=%3Cimg%3E";
    server.call("GET", wicked).send(&server.host);
    server.get("/nothing?x=%22%3E%3Cscript%3Ealert(2)%3C/script%3E");
    let mut browser = Browser::open(&server);
    browser.log_in("ADMIN", "ADMIN");
    let page = browser.get("/");
    assert_eq!(page.body.matches("<script").count(), 1, "{}", page.body);
    assert!(!page.body.contains("<img"));
    assert!(!page.body.contains("src=") && !page.body.contains("url("));
    let policy = page.header("content-security-policy").unwrap();
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    assert_eq!(page.header("cache-control"), Some("no-store"));
    let listed = page.body.replace("&#x2f;", "/");
    assert!(
        listed.contains("/agent/%3Cscript"),
        "the request is not listed"
    );
    let download = browser.get("/postman_collection.json");
    assert_eq!(download.status, 200);
    assert!(
        download
            .body
            .contains(&format!("\"http://{}\"", server.host))
    );
    assert_eq!(browser.get("/nothing").status, 404);
    assert_eq!(browser.post("/logout", "").status, 303);
    assert!(!browser.get("/").body.contains("Recent requests"));
}

#[test]
fn large_forms_are_refused() {
    let server = Server::start(&[]);
    let mut browser = Browser::open(&server);
    let password = "x".repeat(100_000);
    let answer = browser.post("/login", &format!("user=ADMIN&password={password}"));
    assert_eq!(answer.status, 413);
    assert_eq!(browser.log_in("ADMIN", "ADMIN").status, 303);
}

#[test]
fn guessing_passwords_is_slow() {
    let server = Server::start(&[]);
    let log_in = |password: &str| {
        let browser = Browser::open(&server);
        let fields = format!("user=ADMIN&password={password}");
        browser.form("/login", &fields).send(&server.console).status
    };
    for _ in 0..5 {
        assert_eq!(log_in("wrong"), 401);
    }
    assert_eq!(log_in("wrong"), 429);
    assert_eq!(log_in("ADMIN"), 429, "the right one has to wait too");
}

/// Other systems give 127.0.0.1 only.
#[cfg(target_os = "linux")]
#[test]
fn the_console_answers_at_every_address_of_this_machine() {
    let server = Server::start(&["--console", "127.0.0.2:0"]);
    assert!(server.console.starts_with("127.0.0.2:"));
    let answer = Call::new("GET", "/", &server.console).send(&server.console);
    assert_eq!(answer.status, 200);
}

#[test]
fn a_password_that_everybody_knows_is_for_this_machine_only() {
    let server = Server::start(&[]);
    server.wait_for_log("log in to the console as ADMIN with the password ADMIN");
    let folder = server.folder.clone();
    let mut open = vec![
        "sandbox",
        "--data",
        "memory",
        "--seed",
        "empty",
        "--listen",
        "0.0.0.0:0",
    ];
    let output = run(folder.path(), &open);
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(
        output.status.code() == Some(2) && stderr.contains("still has the password ADMIN"),
        "{stderr}"
    );
    open.extend(["--console", "off", "--", "true"]);
    assert_eq!(run(folder.path(), &open).status.code(), Some(0));
}
