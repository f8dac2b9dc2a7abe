//! Signing and verifying, beside the bare `aws-sigv4` crate, one request at a time.

use std::time::{Duration, UNIX_EPOCH};

use aws_credential_types::Credentials as AwsCredentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign as aws_sign};
use aws_sigv4::sign::v4;
use divan::{Bencher, black_box, counter::ItemsCount};
use sqlacc_postman::sigv4::{
    Authorization, Credentials, Policy, Request, SignatureLocation, Signing, Timestamp, sign,
    verify,
};

fn main() {
    divan::main();
}

const ACCESS: &str = "0123456789abcdef0123456789abcdef.sql.my/SALES";
const SECRET: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
const SECONDS: u64 = 1_768_465_800;
const TARGET: &str = "/purchaseinvoice/*?code=400-A0001&docno=PI-00001";

fn get() -> Request<'static> {
    Request {
        method: "GET",
        target: TARGET,
        headers: &[("Host", "api.sql.my")],
        body: b"",
    }
}

/// As large as the body of an invoice with a few rows.
const BODY: &[u8] = &[b'x'; 4096];

fn post() -> Request<'static> {
    Request {
        method: "POST",
        target: "/salesinvoice",
        headers: &[("Host", "api.sql.my"), ("Content-Type", "application/json")],
        body: BODY,
    }
}

fn signing(credentials: &Credentials) -> Signing<'_> {
    Signing {
        credentials,
        region: "ap-southeast-5",
        service: "sqlaccount",
        time: Timestamp::from_seconds(SECONDS),
        location: SignatureLocation::Header,
    }
}

fn ours(bencher: Bencher, request: Request<'static>) {
    let credentials = Credentials::new(ACCESS, SECRET);
    let bencher = bencher.counter(ItemsCount::new(1_u32));
    bencher.bench(|| sign(black_box(&request), &signing(&credentials)));
}

/// The crate alone, from its own request type to signature and headers.
fn bare(bencher: Bencher, request: Request<'static>) {
    let identity = AwsCredentials::new(ACCESS, SECRET, None, None, "bench").into();
    let url = format!("https://api.sql.my{}", request.target);
    let bencher = bencher.counter(ItemsCount::new(1_u32));
    bencher.bench(|| {
        let params = v4::SigningParams::builder()
            .identity(&identity)
            .region("ap-southeast-5")
            .name("sqlaccount")
            .time(UNIX_EPOCH + Duration::from_secs(SECONDS))
            .settings(SigningSettings::default())
            .build();
        let headers = request.headers.iter().copied();
        let body = SignableBody::Bytes(request.body);
        let wire = SignableRequest::new(request.method, url.as_str(), headers, body);
        params.ok().zip(wire.ok()).map(|(params, wire)| {
            aws_sign(black_box(wire), &params.into()).map(aws_sigv4::SigningOutput::into_parts)
        })
    });
}

#[divan::bench]
fn sign_get(bencher: Bencher) {
    ours(bencher, get());
}

#[divan::bench]
fn sign_get_bare_crate(bencher: Bencher) {
    bare(bencher, get());
}

#[divan::bench]
fn sign_post_4_kib(bencher: Bencher) {
    ours(bencher, post());
}

#[divan::bench]
fn sign_post_4_kib_bare_crate(bencher: Bencher) {
    bare(bencher, post());
}

/// Reading the authorization and verifying it, as a service does it with every request. The day's
/// signing key is derived every time, as the bare crate does it, unless it `is_known`.
fn verified(bencher: Bencher, request: Request<'static>, policy: Policy, is_known: bool) {
    let credentials = Credentials::new(ACCESS, SECRET);
    let Ok(signed) = sign(&request, &signing(&credentials)) else {
        return;
    };
    let headers = signed.headers.iter();
    let headers: Vec<(&str, &str)> = headers.map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let received = Request {
        target: &signed.target,
        headers: &headers,
        ..request
    };
    let now = Timestamp::from_seconds(SECONDS);
    let bencher = bencher.counter(ItemsCount::new(1_u32));
    let bencher = bencher.with_inputs(|| {
        if is_known {
            credentials.clone()
        } else {
            Credentials::new(ACCESS, SECRET)
        }
    });
    bencher.bench_refs(|credentials| {
        let authorization = Authorization::of(black_box(&received)).ok()?;
        verify(&received, &authorization, credentials, now, &policy).ok()
    });
}

#[divan::bench]
fn verify_get(bencher: Bencher) {
    verified(bencher, get(), Policy::STRICT, false);
}

#[divan::bench]
fn verify_get_lenient(bencher: Bencher) {
    verified(bencher, get(), Policy::LENIENT, false);
}

/// As the sandbox does it: the key of the day was derived before.
#[divan::bench]
fn verify_get_known_key(bencher: Bencher) {
    verified(bencher, get(), Policy::STRICT, true);
}

#[divan::bench]
fn verify_post_4_kib(bencher: Bencher) {
    verified(bencher, post(), Policy::STRICT, false);
}

/// The dearest: a signature that no way of canonicalising reproduces. The day's key is known.
#[divan::bench]
fn refuse_get_lenient(bencher: Bencher) {
    let credentials = Credentials::new(ACCESS, SECRET);
    let other = Credentials::new(ACCESS, "another secret");
    let Ok(signed) = sign(&get(), &signing(&credentials)) else {
        return;
    };
    let headers = signed.headers.iter();
    let headers: Vec<(&str, &str)> = headers.map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let received = Request {
        target: &signed.target,
        headers: &headers,
        ..get()
    };
    let Ok(authorization) = Authorization::of(&received) else {
        return;
    };
    let now = Timestamp::from_seconds(SECONDS);
    let bencher = bencher.counter(ItemsCount::new(1_u32));
    bencher.bench(|| verify(&received, &authorization, &other, now, &Policy::LENIENT));
}
