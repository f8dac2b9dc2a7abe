//! The forms that providers give their keys: data only, one line a form.
//!
//! Where providers publish the form, their page is named; of the others the form is the one that
//! public scanners agree on (GitHub's secret scanning, gitleaks).

use super::form::Class::{Alnum, Base64, Digit, Dollar, Dotted, Encoded, Hex, Upper, Word};
use super::form::{Form, LONGEST, form};

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
const FLY: &str = "a Fly.io token";

/// The forms of the providers that collections name most.
pub(super) const COMMON: &[Form] = &[
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
    form("AKIA", AWS_ID, Upper, 16, 16),
    form("ASIA", AWS_ID, Upper, 16, 16),
    // The first bytes of every session token of the security token service, in Base64.
    form("FwoGZXIvYXdz", AWS_SESSION, Base64, 80, LONGEST),
    form("IQoJb3JpZ2lu", AWS_SESSION, Base64, 80, LONGEST),
    form("X-Amz-Signature=", "a signature of AWS", Hex, 64, 64),
    // https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string
    form("AccountKey=", "an Azure storage key", Base64, 86, 90),
    // https://learn.microsoft.com/rest/api/storageservices/create-service-sas
    form("sig=", "an Azure signature", Encoded, 43, 128),
    // https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
    form("ghp_", GITHUB, Alnum, 36, 255),
    form("gho_", GITHUB, Alnum, 36, 255),
    form("ghu_", GITHUB, Alnum, 36, 255),
    form("ghs_", GITHUB, Alnum, 36, 255),
    form("ghr_", GITHUB, Alnum, 36, 255),
    form("github_pat_", GITHUB, Word, 60, 255),
    // https://docs.gitlab.com/security/tokens/#token-prefixes
    form("glpat-", GITLAB, Dotted, 20, 300),
    form("gldt-", GITLAB, Word, 20, 64),
    form("glptt-", GITLAB, Hex, 40, 40),
    form("glrt-", GITLAB, Dotted, 20, 300),
    form("glcbt-", GITLAB, Word, 20, 64),
    form("glsoat-", GITLAB, Dotted, 20, 300),
    form("gloas-", GITLAB, Hex, 64, 64),
    form("glagent-", GITLAB, Word, 50, 64),
    form("GR1348941", GITLAB, Word, 20, 64),
    // https://docs.slack.dev/authentication/tokens
    form("xoxb-", SLACK, Word, 20, 255),
    form("xoxp-", SLACK, Word, 20, 255),
    form("xoxa-", SLACK, Word, 20, 255),
    form("xoxr-", SLACK, Word, 20, 255),
    form("xoxs-", SLACK, Word, 20, 255),
    form("xoxe-", SLACK, Word, 20, 255),
    form("xapp-", SLACK, Word, 40, 255),
    form(
        "hooks.slack.com/services/T",
        "a Slack webhook",
        Base64,
        30,
        80,
    ),
    // https://docs.stripe.com/keys and https://docs.stripe.com/webhooks/signature
    form("sk_live_", STRIPE, Alnum, 20, 255),
    form("rk_live_", STRIPE, Alnum, 20, 255),
    form("sk_test_", STRIPE, Alnum, 20, 255),
    form("rk_test_", STRIPE, Alnum, 20, 255),
    form("whsec_", "a webhook secret", Base64, 32, 128),
    // https://cloud.google.com/docs/authentication/api-keys and RFC 6749's tokens of Google
    form("AIza", "a Google API key", Word, 35, 35),
    form("GOCSPX-", "a Google client secret", Word, 28, 28),
    form("ya29.", "a Google access token", Dotted, 40, LONGEST),
    // https://learning.postman.com/docs/developer/postman-api/authentication/
    form("PMAK-", "a Postman API key", Word, 59, 59),
    // https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys
    form("SG.", "a SendGrid API key", Dotted, 66, 66),
    // https://docs.npmjs.com/about-access-tokens
    form("npm_", "an npm token", Alnum, 36, 36),
    // https://shopify.dev/docs/apps/build/authentication-authorization
    form("shpat_", SHOPIFY, Hex, 32, 32),
    form("shpss_", SHOPIFY, Hex, 32, 32),
    form("shpca_", SHOPIFY, Hex, 32, 32),
    form("shppa_", SHOPIFY, Hex, 32, 32),
    // https://docs.digitalocean.com/reference/api/create-personal-access-token/
    form("dop_v1_", OCEAN, Hex, 64, 64),
    form("doo_v1_", OCEAN, Hex, 64, 64),
    form("dor_v1_", OCEAN, Hex, 64, 64),
    // https://docs.claude.com and https://platform.openai.com/docs/api-reference/authentication
    form("sk-ant-", AI, Word, 40, 255),
    form("sk-proj-", AI, Word, 40, 255),
    form("T3BlbkFJ", AI, Alnum, 20, 20).behind(Alnum, 20),
    form("gsk_", AI, Alnum, 52, 52),
    form("nvapi-", AI, Word, 60, 70),
];

/// The forms of all other providers.
pub(super) const OTHERS: &[Form] = &[
    // https://pypi.org/help/#apitoken: a macaroon that begins with the name of the site
    form("pypi-AgEIcHlwaS5vcmc", "a PyPI token", Word, 50, LONGEST),
    // https://docs.docker.com/security/access-tokens/
    form("dckr_pat_", DOCKER, Word, 27, 64),
    form("dckr_oat_", DOCKER, Word, 27, 64),
    // https://docs.databricks.com/dev-tools/auth/pat
    form("dapi", "a Databricks token", Hex, 32, 32),
    // https://discord.com/developers/docs/resources/webhook
    form("api/webhooks/", "a Discord webhook", Base64, 80, 100),
    // https://developer.squareup.com/docs/build-basics/access-tokens
    form("sq0atp-", SQUARE, Word, 22, 64),
    form("sq0csp-", SQUARE, Word, 43, 64),
    form(
        "access_token$production$",
        "a Braintree token",
        Dollar,
        49,
        49,
    ),
    // https://linear.app/developers/graphql
    form("lin_api_", "a Linear key", Alnum, 40, 40),
    // https://developers.notion.com/reference/authentication
    form("ntn_", "a Notion token", Alnum, 40, 64),
    form("secret_", "a Notion token", Alnum, 43, 43),
    // https://www.figma.com/developers/api#access-tokens
    form("figd_", "a Figma token", Word, 38, 64),
    // https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/
    form("ATATT3xFfGF0", ATLASSIAN, Base64, 150, 255),
    form("ATCTT3xFfG", ATLASSIAN, Base64, 150, 255),
    form("ATBB", ATLASSIAN, Alnum, 32, 32),
    // https://grafana.com/docs/grafana/latest/administration/service-accounts/
    form("glsa_", GRAFANA, Word, 41, 41),
    form("glc_", GRAFANA, Base64, 32, 400),
    // https://developer.hashicorp.com/vault/docs/concepts/tokens
    form("hvs.", VAULT, Word, 24, 300),
    form("hvb.", VAULT, Word, 130, 300),
    // https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens
    form(".atlasv1.", "a Terraform token", Word, 60, 72).behind(Alnum, 14),
    // https://docs.doppler.com/reference/auth-token-formats
    form("dp.pt.", "a Doppler token", Alnum, 40, 44),
    form("dp.st.", "a Doppler token", Dotted, 40, 80),
    // https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/
    form("NRAK-", NEW_RELIC, Upper, 27, 27),
    form("NRII-", NEW_RELIC, Word, 32, 32),
    // https://fly.io/docs/security/tokens/
    form("fo1_", FLY, Word, 43, 43),
    form("FlyV1 fm", FLY, Base64, 60, LONGEST),
    // https://age-encryption.org/v1
    form("AGE-SECRET-KEY-1", "an age key", Upper, 58, 58),
    // https://devcenter.heroku.com/articles/authentication
    form("HRKU-AA", "a Heroku key", Word, 58, 58),
    // https://docs.sentry.io/account/auth-tokens/
    form("sntrys_", SENTRY, Base64, 60, 400),
    form("sntryu_", SENTRY, Hex, 64, 64),
    // https://supabase.com/docs/guides/api/api-keys
    form("sbp_", SUPABASE, Hex, 40, 40),
    form("sb_secret_", SUPABASE, Word, 31, 64),
    // https://guides.rubygems.org/api-key-scopes/
    form("rubygems_", "a RubyGems key", Hex, 48, 48),
    // https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair
    form("LTAI", "an Alibaba Cloud access key id", Alnum, 16, 26),
    // https://jfrog.com/help/r/jfrog-platform-administration-documentation/api-key
    form("AKCp", "an Artifactory key", Alnum, 69, 69),
    // https://developers.brevo.com/docs/getting-started
    form("xkeysib-", BREVO, Word, 81, 81),
    form("xsmtpsib-", BREVO, Word, 81, 81),
    // https://planetscale.com/docs/api/reference/service-tokens
    form("pscale_tkn_", PLANETSCALE, Dotted, 32, 64),
    form("pscale_pw_", PLANETSCALE, Dotted, 32, 64),
    // https://huggingface.co/docs/hub/security-tokens
    form("api_org_", AI, Alnum, 34, 34),
    // https://docs.contentful.com/developers/docs/references/authentication/
    form("CFPAT-", "a Contentful token", Word, 43, 43),
    // https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens
    form("dt0c01.", "a Dynatrace token", Dotted, 89, 89),
    // https://docs.easypost.com/docs/authentication
    form("EZAK", "an EasyPost key", Alnum, 54, 54),
    // https://developer.flutterwave.com/docs/authentication
    form("FLWSECK-", "a Flutterwave key", Word, 32, 64),
    // https://docs.readme.com/main/reference/intro/authentication
    form("rdme_", "a ReadMe key", Alnum, 70, 70),
    // https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/
    form("pul-", "a Pulumi token", Hex, 40, 40),
    // https://documentation.mailgun.com/docs/mailgun/api-reference/mg-auth
    form("key-", "a Mailgun key", Hex, 32, 32),
    // https://expressjs.com/en/resources/middleware/session.html: a signed id of a session
    form("connect.sid=s%3A", "a session cookie", Encoded, 60, 200),
    form("connect.sid=s:", "a session cookie", Encoded, 60, 200),
];

/// Forms whose marks are so short that they are searched for one by one: among the others they
/// would make the search for all of them many times slower.
pub(super) const SHORT: &[Form] = &[
    // https://www.twilio.com/docs/iam/api-keys
    form("SK", "a Twilio API key", Hex, 32, 32),
    // https://mailchimp.com/developer/marketing/guides/quick-start/
    form("-us", "a Mailchimp key", Digit, 1, 2).behind(Hex, 32),
    // https://core.telegram.org/bots/api#authorizing-your-bot
    form(":AA", "a Telegram bot token", Word, 33, 33).behind(Digit, 8),
    // https://learn.microsoft.com/entra/identity-platform/howto-create-service-principal-portal
    form("Q~", "a client secret of Microsoft Entra", Dotted, 31, 34).behind(Dotted, 4),
    // https://huggingface.co/docs/hub/security-tokens
    form("hf_", AI, Alnum, 34, 34),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{COMMON, OTHERS, SHORT};
    use crate::postman::effective::secret::form::Form;

    fn all() -> impl Iterator<Item = &'static Form> {
        COMMON.iter().chain(OTHERS).chain(SHORT)
    }

    #[test]
    fn every_form_is_there_once_and_finds_its_own_sample() {
        let mut marks = BTreeSet::new();
        for form in all() {
            assert!(marks.insert(form.mark), "{} is there twice", form.mark);
            let (sample, at) = form.sample();
            let found = form.find(format!("({sample})").as_bytes(), at + 1);
            assert_eq!(found, Some(1..1 + sample.len()), "{}", form.mark);
            let is_article = form.kind.starts_with("a ") || form.kind.starts_with("an ");
            assert!(is_article, "{}", form.kind);
        }
    }

    #[test]
    fn no_form_hides_another_of_its_list() {
        for list in [COMMON, OTHERS] {
            // The search takes the first mark that it comes to, and looks for 64 at most at once.
            assert!(list.len() <= 60);
            for (index, form) in list.iter().enumerate() {
                let hides = |other: &Form| other.mark.starts_with(form.mark);
                assert!(!list[index + 1..].iter().any(hides), "{}", form.mark);
            }
        }
    }
}
