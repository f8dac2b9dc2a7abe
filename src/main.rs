//! The `sqlacc-postman` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    sqlacc_postman::cli::run(std::env::args_os())
}
