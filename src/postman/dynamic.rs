//! Postman's dynamic variables, such as `{{$guid}}`.

/// Their names without the dollar sign, in alphabetical order.
pub(crate) const NAMES: &[&str] = &[
    "guid",
    "isoTimestamp",
    "randomAbbreviation",
    "randomAbstractImage",
    "randomAdjective",
    "randomAlphaNumeric",
    "randomAnimalsImage",
    "randomAvatarImage",
    "randomBankAccount",
    "randomBankAccountBic",
    "randomBankAccountIban",
    "randomBankAccountName",
    "randomBitcoin",
    "randomBoolean",
    "randomBs",
    "randomBsAdjective",
    "randomBsBuzz",
    "randomBsNoun",
    "randomBusinessImage",
    "randomCatchPhrase",
    "randomCatchPhraseAdjective",
    "randomCatchPhraseDescriptor",
    "randomCatchPhraseNoun",
    "randomCatsImage",
    "randomCity",
    "randomCityImage",
    "randomColor",
    "randomCommonFileExt",
    "randomCommonFileName",
    "randomCommonFileType",
    "randomCompanyName",
    "randomCompanySuffix",
    "randomCountry",
    "randomCountryCode",
    "randomCreditCardMask",
    "randomCurrencyCode",
    "randomCurrencyName",
    "randomCurrencySymbol",
    "randomDatabaseCollation",
    "randomDatabaseColumn",
    "randomDatabaseEngine",
    "randomDatabaseType",
    "randomDateFuture",
    "randomDatePast",
    "randomDateRecent",
    "randomDepartment",
    "randomDirectoryPath",
    "randomDomainName",
    "randomDomainSuffix",
    "randomDomainWord",
    "randomEmail",
    "randomExampleEmail",
    "randomFashionImage",
    "randomFileExt",
    "randomFileName",
    "randomFilePath",
    "randomFileType",
    "randomFirstName",
    "randomFoodImage",
    "randomFullName",
    "randomHexColor",
    "randomIP",
    "randomIPV6",
    "randomImageDataUri",
    "randomImageUrl",
    "randomIngverb",
    "randomInt",
    "randomJobArea",
    "randomJobDescriptor",
    "randomJobTitle",
    "randomJobType",
    "randomLastName",
    "randomLatitude",
    "randomLocale",
    "randomLongitude",
    "randomLoremLines",
    "randomLoremParagraph",
    "randomLoremParagraphs",
    "randomLoremSentence",
    "randomLoremSentences",
    "randomLoremSlug",
    "randomLoremText",
    "randomLoremWord",
    "randomLoremWords",
    "randomMACAddress",
    "randomMimeType",
    "randomMonth",
    "randomNamePrefix",
    "randomNameSuffix",
    "randomNatureImage",
    "randomNightlifeImage",
    "randomNoun",
    "randomPassword",
    "randomPeopleImage",
    "randomPhoneNumber",
    "randomPhoneNumberExt",
    "randomPhrase",
    "randomPrice",
    "randomProduct",
    "randomProductAdjective",
    "randomProductMaterial",
    "randomProductName",
    "randomProtocol",
    "randomSemver",
    "randomSportsImage",
    "randomStreetAddress",
    "randomStreetName",
    "randomTransactionType",
    "randomTransportImage",
    "randomUUID",
    "randomUrl",
    "randomUserAgent",
    "randomUserName",
    "randomVerb",
    "randomWeekday",
    "randomWord",
    "randomWords",
    "timestamp",
];

/// Whether `name`, which includes the dollar sign, is a dynamic variable.
pub(crate) fn is_known(name: &str) -> bool {
    let known = |name| NAMES.binary_search(&name).is_ok();
    name.strip_prefix('$').is_some_and(known)
}

/// The dynamic variable, with its dollar sign, that `name` may mean.
pub(crate) fn nearest(name: &str) -> Option<String> {
    let name = name.strip_prefix('$').unwrap_or(name).to_lowercase();
    let likeness = |known: &&&str| strsim::normalized_levenshtein(&name, &known.to_lowercase());
    let best = NAMES
        .iter()
        .max_by(|a, b| likeness(a).total_cmp(&likeness(b)))?;
    (likeness(&best) >= 0.7).then(|| format!("${best}"))
}

#[cfg(test)]
mod tests {
    use super::{NAMES, is_known, nearest};

    #[test]
    fn the_list_is_in_order_and_slips_find_their_name() {
        assert!(NAMES.is_sorted());
        assert!(is_known("$guid") && is_known("$randomMACAddress"));
        assert!(!is_known("$guidd"));
        assert_eq!(nearest("$guidd").as_deref(), Some("$guid"));
        assert_eq!(nearest("$randomuuid").as_deref(), Some("$randomUUID"));
        assert_eq!(nearest("$processEnv"), None);
    }
}
