//! What Postman sends, runs and keeps secret: the one reading of a request that every command uses.
//!
//! The views of [`view`](super::view) say what is written; this room says what Postman makes of it:
//! which of two contradicting members is sent, what is inherited, what is dropped, and what must not
//! be shown. Everything is borrowed from the document, each piece with its place in the text. Whether
//! it is right is for the callers to say.
