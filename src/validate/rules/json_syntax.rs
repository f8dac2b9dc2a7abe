use crate::validate::rule::rule;

rule! {
    /// The file is not valid JSON.
    ///
    /// ## What it does
    ///
    /// Reports where the text stops being valid JSON and what was expected there.
    ///
    /// ## Why it matters
    ///
    /// After one stray character, often from a manual merge, Postman only says that the format is
    /// not recognised.
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
