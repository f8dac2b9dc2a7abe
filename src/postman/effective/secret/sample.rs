//! Secrets that everybody knows: those of specifications, and those that say by themselves that they
//! are made up.

/// Credentials that specifications and manuals show.
const PUBLISHED: &[&str] = &[
    // https://github.com/mozilla/hawk
    "werxhqb98rpaxn39848xrunpaw3489ruxnpa98w4rxn",
    // RFC 6749
    "2YotnFZFEjr1zCsicMWpAA",
    "tGzv3JOkF0XG5Qx2TlKWIA",
    "7Fjfp0ZBr1KtDRbnfVdmIw",
    "SplxlOBeZQQYbYS6WxSbIA",
    "gX1fBat3bV",
    // RFC 6750
    "mF_9.B5f-4.1JqM",
    // RFC 5849
    "kd94hf93k423kf44",
    "pfkkdhi9sl3r4s00",
    "j49sk3j29djd",
    "dh893hdasih9",
    // https://docs.stripe.com/api/authentication
    "sk_test_4eC39HqLyjWDarjtT1zdp7dc",
    "sk_test_BQokikJOvBiI2HlWgH4olfQ2",
    // https://www.postman.com/postman/published-postman-templates/documentation/ae2ja6x/postman-echo
    "D+EdQ-gs$-%@2Nu7",
];

/// Words of samples that are written with digits and signs for letters: `c113ntt0k3n`.
const WORDS: &[&str] = &["token", "secret", "sekret", "apikey", "example", "sample"];

/// Whether a text that looks random is a sample.
pub(super) fn is_sample(text: &str) -> bool {
    is_published(text) || spells_word(text)
}

/// Whether a specification or a manual shows it.
pub(super) fn is_published(text: &str) -> bool {
    PUBLISHED.contains(&text)
}

fn spells_word(text: &str) -> bool {
    if !text.contains(is_for_letter) {
        return false;
    }
    let spelt: String = text.chars().map(letter).collect();
    WORDS.iter().any(|word| spelt.contains(word))
}

fn is_for_letter(c: char) -> bool {
    c.is_ascii() && letter(c) != c.to_ascii_lowercase()
}

/// The letter that a sign is written for.
fn letter(c: char) -> char {
    match c {
        '0' => 'o',
        '1' => 'l',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other.to_ascii_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::is_sample;

    #[test]
    fn words_in_disguise_are_samples() {
        for text in [
            "akab-c113ntt0k3n4qtari252bfxxbsl-yvsdj",
            "akab-acc35t0k3nodujqunph3w7hzp7-gtm6ij",
            "C113nt53KR3TN6N90yVuAgICxIRwsObLi0E67/N8eRN=",
            "D0cEx@mpl3!2025",
            "2YotnFZFEjr1zCsicMWpAA",
        ] {
            assert!(is_sample(text), "{text}");
        }
        for text in [
            "q7Zr2Kd9Wm4Xb8Tn6Vc1Lh5J",
            "P@ssw0rd!2024",
            "Blue-Kite7&sea",
        ] {
            assert!(!is_sample(text), "{text}");
        }
    }
}
