//! Certificates: the system's roots are what counts, and only loopback may do without.

use std::fs;
use std::io::Write;
use std::net::TcpListener;
use std::sync::Arc;
use std::thread;

use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use super::loopback::{Received, bytes, json};
use super::{outcome, sqlacc};

/// A service with a certificate of its own making, as PEM.
fn service() -> (String, String) {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let certificate: CertificateDer = made.cert.der().clone();
    let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key)
        .unwrap();
    let config = Arc::new(config);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
            let mut stream = StreamOwned::new(connection, stream.unwrap());
            if Received::read(&mut stream).is_some() {
                let _ = stream.write_all(&bytes(json(r#"{"data":[]}"#)));
                stream.conn.send_close_notify();
                let _ = stream.flush();
            }
        }
    });
    (format!("https://localhost:{port}"), made.cert.pem())
}

#[test]
fn a_certificate_counts_when_the_system_trusts_it() {
    let (host, pem) = service();
    let folder = tempfile::tempdir().unwrap();
    let roots = folder.path().join("roots.pem");
    fs::write(&roots, pem).unwrap();
    let run = |more: &[&str], roots: Option<&std::path::Path>| {
        let mut args = vec!["test-connection", "--host", &host];
        args.extend(more);
        let mut command = sqlacc(folder.path(), &args);
        if let Some(roots) = roots {
            command.env("SSL_CERT_FILE", roots);
        }
        outcome(&mut command)
    };
    let (code, _, said) = run(&[], None);
    assert_eq!(code, 2, "{said}");
    assert!(
        said.contains("  TLS: cannot establish a secure connection to localhost:")
            && said.contains("certificate"),
        "{said}"
    );
    let (code, _, said) = run(&["--insecure"], None);
    assert_eq!(code, 0, "{said}");
    if cfg!(target_os = "linux") {
        let (code, _, said) = run(&[], Some(&roots));
        assert_eq!(code, 0, "{said}");
    }
}

#[test]
fn insecure_is_for_loopback_unless_repeated() {
    let folder = tempfile::tempdir().unwrap();
    let run = |more: &[&str]| {
        let mut args = vec!["test-connection", "--host", "https://nowhere..invalid"];
        args.extend(more);
        outcome(&mut sqlacc(folder.path(), &args)).2
    };
    assert!(run(&["--insecure"]).contains("repeat the option"));
    assert!(run(&["--insecure", "--insecure"]).contains("cannot be resolved"));
}
