//! The engine of the sandbox with SQL Account's catalogue: what the examples say that the service
//! adds to a record is what the engine adds.

mod accounting;
mod company;
mod consistency;
mod files;
mod filters;
mod refusals;
mod settlement;
mod stories;
