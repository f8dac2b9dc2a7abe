//! Records and reports as simple PDF documents: A4, the two Helvetica fonts that every reader has,
//! no clock and no randomness.

mod head;
mod page_writer;
mod record;
mod report;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod widths;

pub use record::record;
pub use report::report;
