use crate::validate::rule::rule;

rule! {
    /// The file is no JSON.
    ///
    /// ## What it does
    ///
    /// Reports the first place at which the text stops being JSON, and what was expected there.
    ///
    /// ## Why it matters
    ///
    /// One stray character, often from merging by hand, and Postman says no more than that the
    /// format is not recognised.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "info": { "name": "Sales", } }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "info": { "name": "Sales" } }
    /// ```
    JSON_SYNTAX {
        id: "json-syntax",
        group: Structure,
        severity: Error,
        profile: Import,
        fixable: No,
        check: Reader,
    }
}
