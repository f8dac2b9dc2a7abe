//! The sandbox: its engine and its stock reports on a company in memory, and the real binary as its
//! clients meet it, with real sockets and those who want to break in.

#![allow(clippy::unwrap_used, clippy::panic)]

mod attacks;
mod authentication;
mod backups;
mod causes;
mod client;
mod console;
mod databases;
mod engine;
mod floods;
mod keys;
mod life;
mod limits;
mod pdf;
mod readme;
mod server;
mod stock;
#[cfg(unix)]
mod stops;
mod wire;
