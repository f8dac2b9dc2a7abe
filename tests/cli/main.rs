//! The command as a whole: its arguments, its reports, the secrets that it keeps, and the layers it is
//! built of.

#![allow(clippy::unwrap_used)]

mod architecture;
mod at_hand;
mod colour;
mod command;
mod hints;
mod layers;
mod report;
mod secrets;
mod strange_files;
