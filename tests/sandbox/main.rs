//! The sandbox as its clients meet it: the real binary, real sockets, and those who want to break in.

#![allow(clippy::unwrap_used)]

mod attacks;
mod authentication;
mod client;
mod console;
mod floods;
mod keys;
mod life;
mod limits;
mod server;
mod wire;
