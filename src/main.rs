//! The `sqlacc-postman` command.

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    sqlacc_postman::cli::run(std::env::args_os())
}
