//! SQL Account's API as data, and the Postman collection that comes from it.

pub mod catalogue;
pub mod json;
pub mod postman;
pub mod sqlaccount;
