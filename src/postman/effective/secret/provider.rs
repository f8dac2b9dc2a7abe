//! The patterns of providers' keys: data only, one line per pattern.
//!
//! Where providers publish the pattern, their page is named; of the others the pattern is the one that
//! public scanners agree on (GitHub's secret scanning, gitleaks).

use super::pattern::CharClass::{Alnum, Base64, Digit, Dollar, Dotted, Encoded, Hex, Upper, Word};
use super::pattern::{LONGEST, SecretPattern, pattern};

const GITHUB: &str = "a GitHub token";
const GITLAB: &str = "a GitLab token";
const SLACK: &str = "a Slack token";
const STRIPE: &str = "a Stripe key";
const AI: &str = "an API key of an AI service";
const AWS_ID: &str = "an AWS access key id";
const AWS_SESSION: &str = "an AWS session token";
const SHOPIFY: &str = "a Shopify token";
const OCEAN: &str = "a DigitalOcean token";
const DOCKER: &str = "a Docker token";
const SQUARE: &str = "a Square token";
const ATLASSIAN: &str = "an Atlassian token";
const GRAFANA: &str = "a Grafana token";
const VAULT: &str = "a Vault token";
const NEW_RELIC: &str = "a New Relic key";
const SENTRY: &str = "a Sentry token";
const SUPABASE: &str = "a Supabase key";
const BREVO: &str = "a Brevo key";
const PLANETSCALE: &str = "a PlanetScale password";
const HUBSPOT: &str = "a HubSpot token";
const SONARQUBE: &str = "a SonarQube token";
const FLY: &str = "a Fly.io token";

/// The patterns of the providers that collections name most.
pub(super) const COMMON: &[SecretPattern] = &[
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
    pattern("AKIA", AWS_ID, Upper, 16, 16),
    pattern("ASIA", AWS_ID, Upper, 16, 16),
    // The first bytes of every session token of the security token service, in Base64.
    pattern("FwoGZXIvYXdz", AWS_SESSION, Base64, 80, LONGEST),
    pattern("IQoJb3JpZ2lu", AWS_SESSION, Base64, 80, LONGEST),
    pattern("X-Amz-Signature=", "a signature of AWS", Hex, 64, 64),
    // https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string
    pattern("AccountKey=", "an Azure storage key", Base64, 86, 90),
    // https://learn.microsoft.com/rest/api/storageservices/create-service-sas
    pattern("sig=", "an Azure signature", Encoded, 43, 128),
    // https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
    pattern("ghp_", GITHUB, Alnum, 36, 255),
    pattern("gho_", GITHUB, Alnum, 36, 255),
    pattern("ghu_", GITHUB, Alnum, 36, 255),
    pattern("ghs_", GITHUB, Alnum, 36, 255),
    pattern("ghr_", GITHUB, Alnum, 36, 255),
    pattern("github_pat_", GITHUB, Word, 60, 255),
    // https://docs.gitlab.com/security/tokens/#token-prefixes
    pattern("glpat-", GITLAB, Dotted, 20, 300),
    pattern("gldt-", GITLAB, Word, 20, 64),
    pattern("glptt-", GITLAB, Hex, 40, 40),
    pattern("glrt-", GITLAB, Dotted, 20, 300),
    pattern("glcbt-", GITLAB, Word, 20, 64),
    pattern("glsoat-", GITLAB, Dotted, 20, 300),
    pattern("gloas-", GITLAB, Hex, 64, 64),
    pattern("glagent-", GITLAB, Word, 50, 64),
    pattern("GR1348941", GITLAB, Word, 20, 64),
    // https://docs.slack.dev/authentication/tokens
    pattern("xoxb-", SLACK, Word, 20, 255),
    pattern("xoxp-", SLACK, Word, 20, 255),
    pattern("xoxa-", SLACK, Word, 20, 255),
    pattern("xoxr-", SLACK, Word, 20, 255),
    pattern("xoxs-", SLACK, Word, 20, 255),
    pattern("xoxe-", SLACK, Word, 20, 255),
    pattern("xapp-", SLACK, Word, 40, 255),
    pattern(
        "hooks.slack.com/services/T",
        "a Slack webhook",
        Base64,
        30,
        80,
    ),
    // https://docs.stripe.com/keys and https://docs.stripe.com/webhooks/signature
    pattern("sk_live_", STRIPE, Alnum, 20, 255),
    pattern("rk_live_", STRIPE, Alnum, 20, 255),
    pattern("sk_test_", STRIPE, Alnum, 20, 255),
    pattern("rk_test_", STRIPE, Alnum, 20, 255),
    pattern("whsec_", "a webhook secret", Base64, 32, 128),
    // https://cloud.google.com/docs/authentication/api-keys and RFC 6749's tokens of Google
    pattern("AIza", "a Google API key", Word, 35, 35),
    pattern("GOCSPX-", "a Google client secret", Word, 28, 28),
    pattern("ya29.", "a Google access token", Dotted, 40, LONGEST),
    // https://learning.postman.com/docs/developer/postman-api/authentication/
    pattern("PMAK-", "a Postman API key", Word, 59, 59),
    // https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys
    pattern("SG.", "a SendGrid API key", Dotted, 66, 66),
    // https://docs.npmjs.com/about-access-tokens
    pattern("npm_", "an npm token", Alnum, 36, 36),
    // https://shopify.dev/docs/apps/build/authentication-authorization
    pattern("shpat_", SHOPIFY, Hex, 32, 32),
    pattern("shpss_", SHOPIFY, Hex, 32, 32),
    pattern("shpca_", SHOPIFY, Hex, 32, 32),
    pattern("shppa_", SHOPIFY, Hex, 32, 32),
    // https://docs.digitalocean.com/reference/api/create-personal-access-token/
    pattern("dop_v1_", OCEAN, Hex, 64, 64),
    pattern("doo_v1_", OCEAN, Hex, 64, 64),
    pattern("dor_v1_", OCEAN, Hex, 64, 64),
    // https://docs.claude.com and https://platform.openai.com/docs/api-reference/authentication
    pattern("sk-ant-", AI, Word, 40, 255),
    pattern("sk-proj-", AI, Word, 40, 255),
    pattern("T3BlbkFJ", AI, Alnum, 20, 20).behind(Alnum, 20),
    pattern("gsk_", AI, Alnum, 52, 52),
    pattern("nvapi-", AI, Word, 60, 70),
    // https://docs.x.ai and https://docs.perplexity.ai
    pattern("xai-", AI, Alnum, 80, 80),
    pattern("pplx-", AI, Alnum, 48, 56),
    // https://learning.postman.com/docs/collaborating-in-postman/sharing/: in links to api.postman.com/collections
    pattern("PMAT-", "a Postman access key", Upper, 26, 26),
    // https://developers.hubspot.com/docs/api/private-apps
    pattern("pat-na1-", HUBSPOT, Word, 36, 36),
    pattern("pat-eu1-", HUBSPOT, Word, 36, 36),
    // https://docs.mapbox.com/help/dive-deeper/access-tokens/
    pattern("sk.eyJ", "a Mapbox secret token", Dotted, 60, 200),
    // https://help.zapier.com/hc/en-us/articles/8496288690317
    pattern(
        "hooks.zapier.com/hooks/catch/",
        "a Zapier webhook",
        Base64,
        12,
        80,
    ),
];

/// The patterns of all other providers.
pub(super) const OTHERS: &[SecretPattern] = &[
    // https://pypi.org/help/#apitoken: a macaroon that begins with the name of the site
    pattern("pypi-AgEIcHlwaS5vcmc", "a PyPI token", Word, 50, LONGEST),
    // https://docs.docker.com/security/access-tokens/
    pattern("dckr_pat_", DOCKER, Word, 27, 64),
    pattern("dckr_oat_", DOCKER, Word, 27, 64),
    // https://docs.databricks.com/dev-tools/auth/pat
    pattern("dapi", "a Databricks token", Hex, 32, 32),
    // https://discord.com/developers/docs/resources/webhook
    pattern("api/webhooks/", "a Discord webhook", Base64, 80, 100),
    // https://developer.squareup.com/docs/build-basics/access-tokens
    pattern("sq0atp-", SQUARE, Word, 22, 64),
    pattern("sq0csp-", SQUARE, Word, 43, 64),
    pattern(
        "access_token$production$",
        "a Braintree token",
        Dollar,
        49,
        49,
    ),
    // https://linear.app/developers/graphql
    pattern("lin_api_", "a Linear key", Alnum, 40, 40),
    pattern("lin_oauth_", "a Linear token", Hex, 64, 72),
    // https://docs.sonarsource.com/sonarqube-server/user-guide/managing-tokens/
    pattern("squ_", SONARQUBE, Hex, 40, 40),
    pattern("sqp_", SONARQUBE, Hex, 40, 40),
    // https://www.typeform.com/developers/get-started/personal-access-token/
    pattern("tfp_", "a Typeform token", Dotted, 44, 80),
    // https://developers.notion.com/reference/authentication
    pattern("ntn_", "a Notion token", Alnum, 40, 64),
    pattern("secret_", "a Notion token", Alnum, 43, 43),
    // https://www.figma.com/developers/api#access-tokens
    pattern("figd_", "a Figma token", Word, 38, 64),
    // https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/
    pattern("ATATT3xFfGF0", ATLASSIAN, Base64, 150, 255),
    pattern("ATCTT3xFfG", ATLASSIAN, Base64, 150, 255),
    pattern("ATBB", ATLASSIAN, Alnum, 32, 32),
    // https://grafana.com/docs/grafana/latest/administration/service-accounts/
    pattern("glsa_", GRAFANA, Word, 41, 41),
    pattern("glc_", GRAFANA, Base64, 32, 400),
    // https://developer.hashicorp.com/vault/docs/concepts/tokens
    pattern("hvs.", VAULT, Word, 24, 300),
    pattern("hvb.", VAULT, Word, 130, 300),
    // https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens
    pattern(".atlasv1.", "a Terraform token", Word, 60, 72).behind(Alnum, 14),
    // https://docs.doppler.com/reference/auth-token-formats
    pattern("dp.pt.", "a Doppler token", Alnum, 40, 44),
    pattern("dp.st.", "a Doppler token", Dotted, 40, 80),
    // https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/
    pattern("NRAK-", NEW_RELIC, Upper, 27, 27),
    pattern("NRII-", NEW_RELIC, Word, 32, 32),
    // https://fly.io/docs/security/tokens/
    pattern("fo1_", FLY, Word, 43, 43),
    pattern("FlyV1 fm", FLY, Base64, 60, LONGEST),
    // https://age-encryption.org/v1
    pattern("AGE-SECRET-KEY-1", "an age key", Upper, 58, 58),
    // https://devcenter.heroku.com/articles/authentication
    pattern("HRKU-AA", "a Heroku key", Word, 58, 58),
    // https://docs.sentry.io/account/auth-tokens/
    pattern("sntrys_", SENTRY, Base64, 60, 400),
    pattern("sntryu_", SENTRY, Hex, 64, 64),
    // https://supabase.com/docs/guides/api/api-keys
    pattern("sbp_", SUPABASE, Hex, 40, 40),
    pattern("sb_secret_", SUPABASE, Word, 31, 64),
    // https://guides.rubygems.org/api-key-scopes/
    pattern("rubygems_", "a RubyGems key", Hex, 48, 48),
    // https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair
    pattern("LTAI", "an Alibaba Cloud access key id", Alnum, 16, 26),
    // https://jfrog.com/help/r/jfrog-platform-administration-documentation/api-key
    pattern("AKCp", "an Artifactory key", Alnum, 69, 69),
    // https://developers.brevo.com/docs/getting-started
    pattern("xkeysib-", BREVO, Word, 81, 81),
    pattern("xsmtpsib-", BREVO, Word, 81, 81),
    // https://planetscale.com/docs/api/reference/service-tokens
    pattern("pscale_tkn_", PLANETSCALE, Dotted, 32, 64),
    pattern("pscale_pw_", PLANETSCALE, Dotted, 32, 64),
    // https://huggingface.co/docs/hub/security-tokens
    pattern("api_org_", AI, Alnum, 34, 34),
    // https://docs.contentful.com/developers/docs/references/authentication/
    pattern("CFPAT-", "a Contentful token", Word, 43, 43),
    // https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens
    pattern("dt0c01.", "a Dynatrace token", Dotted, 89, 89),
    // https://docs.easypost.com/docs/authentication
    pattern("EZAK", "an EasyPost key", Alnum, 54, 54),
    // https://developer.flutterwave.com/docs/authentication
    pattern("FLWSECK-", "a Flutterwave key", Word, 32, 64),
    // https://docs.readme.com/main/reference/intro/authentication
    pattern("rdme_", "a ReadMe key", Alnum, 70, 70),
    // https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/
    pattern("pul-", "a Pulumi token", Hex, 40, 40),
    // https://documentation.mailgun.com/docs/mailgun/api-reference/mg-auth
    pattern("key-", "a Mailgun key", Hex, 32, 32),
    // https://expressjs.com/en/resources/middleware/session.html: a signed id of a session
    pattern("connect.sid=s%3A", "a session cookie", Encoded, 60, 200),
    pattern("connect.sid=s:", "a session cookie", Encoded, 60, 200),
];

/// Forms whose marks are so short that they are searched for one by one: among the others they
/// would make the search for all of them many times slower.
pub(super) const SHORT: &[SecretPattern] = &[
    // https://www.twilio.com/docs/iam/api-keys
    pattern("SK", "a Twilio API key", Hex, 32, 32),
    // https://mailchimp.com/developer/marketing/guides/quick-start/
    pattern("-us", "a Mailchimp key", Digit, 1, 2).behind(Hex, 32),
    // https://core.telegram.org/bots/api#authorizing-your-bot
    pattern(":AA", "a Telegram bot token", Word, 33, 33).behind(Digit, 8),
    // https://learn.microsoft.com/entra/identity-platform/howto-create-service-principal-portal
    pattern("Q~", "a client secret of Microsoft Entra", Dotted, 31, 34).behind(Dotted, 4),
    // https://huggingface.co/docs/hub/security-tokens
    pattern("hf_", AI, Alnum, 34, 34),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{COMMON, OTHERS, SHORT};
    use crate::postman::effective::secret::pattern::SecretPattern;

    fn all() -> impl Iterator<Item = &'static SecretPattern> {
        COMMON.iter().chain(OTHERS).chain(SHORT)
    }

    #[test]
    fn every_form_is_there_once_and_finds_its_own_sample() {
        let mut marks = BTreeSet::new();
        for pattern in all() {
            assert!(
                marks.insert(pattern.mark),
                "{} is there twice",
                pattern.mark
            );
            let (sample, at) = pattern.sample();
            let found = pattern.find(format!("({sample})").as_bytes(), at + 1);
            assert_eq!(found, Some(1..1 + sample.len()), "{}", pattern.mark);
            let is_article = pattern.kind.starts_with("a ") || pattern.kind.starts_with("an ");
            assert!(is_article, "{}", pattern.kind);
        }
    }

    #[test]
    fn no_form_hides_another_of_its_list() {
        for list in [COMMON, OTHERS] {
            // The search takes the first mark that it comes to, and looks for 64 at most at once.
            assert!(list.len() <= 60);
            for (index, pattern) in list.iter().enumerate() {
                let hides = |other: &SecretPattern| other.mark.starts_with(pattern.mark);
                assert!(!list[index + 1..].iter().any(hides), "{}", pattern.mark);
            }
        }
    }
}
