//! Signature Version 4: sign a request, verify a request, say why two signatures differ.
//!
//! No I/O and no clock: the time is a parameter. One file per step of the
//! [specification](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html),
//! in its own words: canonical request, credential scope and string to sign, signing key, signature.
//!
//! Key derivation and signature are those of the `aws-sigv4` crate. The canonical request is made
//! here, because that crate keeps its own to itself, so that neither a verifier nor an explanation
//! could be built on it, and because it differs from Postman and botocore in two cases of the table.
//!
//! # Encode once
//!
//! [`sign()`] percent-encodes every key and value of the query strictly and gives back the target to
//! send: for such a URL botocore, aws4 (Postman), the AWS SDKs and this room agree.
//!
//! # Where signers differ
//!
//! Of 64 vectors for services other than S3 the five signers (botocore 1.44.5, aws4 1.13.2,
//! `@smithy/signature-v4`, `aws-sigv4` 1.6.4 and a reading of the specification) differ in these:
//!
//! | sent | who signs what | followed here | why |
//! |---|---|---|---|
//! | `?q=a+b` | botocore `+`; aws4 and `aws-sigv4` `%20`; smithy `%2B` | `%2B` | what is sent for a plus is `%2B`, on which all agree; [`Leniency::Lenient`] accepts all three |
//! | reserved characters in a query, unencoded; lower-case hex; `%zz` | botocore the text as written; the rest decode and encode (smithy refuses `%zz`) | decode and encode | four of five; lenient accepts botocore's |
//! | `?a=1&&b=2`, `?a=1&` | botocore counts an empty pair; the rest do not | no empty pair | four of five; lenient accepts botocore's |
//! | `?=v` | aws4 drops the pair; the rest sign it | sign it | an unsigned pair could be changed unseen; lenient accepts aws4's |
//! | `/a/b/..` | `aws-sigv4` `/a/`; the rest `/a` | `/a` | four of five |
//! | method `patch` | botocore `PATCH`; the rest as given | as given | a method is case-sensitive (RFC 9110, 9.1) |
//! | tabs in a header's value | aws4, botocore and smithy make them one space; `aws-sigv4` keeps them | one space | Postman and botocore |
//!
//! The vector `unsigned-payload` is not a difference between signers: the crate gets the body there.
//!
//! The eight S3 vectors do not apply: S3 does not encode the path twice, and no service here is S3.
//!
//! Of the 38 cases of AWS's own test suite, each in header and query, every step is the same but in
//! the six that leave the path as it is, as S3 does (lenient accepts them), and in one query, to which
//! the session's token is added after it was signed.
//!
//! ```
//! use sqlacc_postman::sigv4::{
//!     Authorization, Canonicalisation, Credentials, SignatureLocation, Policy, Request, Signing, Timestamp,
//!     sign, verify,
//! };
//!
//! let credentials = Credentials::new("0123456789abcdef0123456789abcdef.sql.my/SALES", "a secret");
//! let time = Timestamp::parse("20260115T083000Z").unwrap();
//! let request = Request {
//!     method: "GET",
//!     target: "/purchaseinvoice/*?docno=PI-00001",
//!     headers: &[("Host", "api.sql.my")],
//!     body: b"",
//! };
//! let signing = Signing {
//!     credentials: &credentials,
//!     region: "ap-southeast-5",
//!     service: "sqlaccount",
//!     time,
//!     location: SignatureLocation::Header,
//! };
//! let signed = sign(&request, &signing)?;
//!
//! let headers: Vec<(&str, &str)> =
//!     signed.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
//! let received = Request { target: &signed.target, headers: &headers, ..request };
//! let authorization = Authorization::of(&received)?;
//! let form = verify(&received, &authorization, &credentials, time, &Policy::STRICT)?;
//! assert_eq!(form, Canonicalisation::STANDARD);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod authorization;
mod canonical_request;
mod cause;
mod credential_scope;
mod credentials;
mod encoding;
mod explain;
mod hypotheses;
mod request;
mod sign;
mod signature;
mod signature_inputs;
mod signing_key;
mod string_to_sign;
mod timestamp;
mod verify;

#[cfg(test)]
mod tests;

pub use authorization::{Authorization, AuthorizationError, SignatureLocation};
pub(crate) use canonical_request::body_hash;
pub use canonical_request::{Canonicalisation, PathForm, QueryForm};
pub use cause::{Cause, Place};
pub use credential_scope::CredentialScope;
pub use credentials::Credentials;
pub use encoding::{decode as percent_decode, percent_encode};
pub use explain::{Explanation, explain};
pub use request::Request;
pub(crate) use sign::sign_as_given;
pub use sign::{SignError, Signed, Signing, sign};
pub use signature::Stages;
pub use signature_inputs::{Candidates, UsualNames};
pub use timestamp::Timestamp;
pub use verify::{Leniency, Policy, VerificationError, verify};
