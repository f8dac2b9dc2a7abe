//! Step 2, first half: the credential scope, for which day, region and service a signature holds.

use std::fmt;

/// The constant that ends every scope.
pub(super) const TERMINATOR: &str = "aws4_request";

/// `20260115/ap-southeast-5/sqlaccount/aws4_request`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CredentialScope {
    /// The day, as `20260115`.
    pub date: String,
    /// The region.
    pub region: String,
    /// The service.
    pub service: String,
}

impl CredentialScope {
    /// Cuts the access key and the scope of a credential apart.
    ///
    /// The scope is cut from the right: an access key of SQL Account has a slash in it
    /// (`<32 hex>.sql.my/USER`, as the program's key dialog shows it). `None` when there are fewer
    /// than five parts or the last is not `aws4_request`.
    pub(super) fn cut(credential: &str) -> Option<(&str, Self)> {
        let mut parts = credential.rsplitn(5, '/');
        let terminator = parts.next()?;
        let (service, region, date) = (parts.next()?, parts.next()?, parts.next()?);
        let access_key = parts.next()?;
        let scope = Self {
            date: date.to_owned(),
            region: region.to_owned(),
            service: service.to_owned(),
        };
        (terminator == TERMINATOR).then_some((access_key, scope))
    }
}

impl fmt::Display for CredentialScope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}/{}/{}/{TERMINATOR}",
            self.date, self.region, self.service
        )
    }
}
