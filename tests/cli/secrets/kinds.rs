//! Kinds of secrets, made up on every run from a fixed seed: none of them is in the repository.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

use super::random::{ALNUM, BASE32, BASE64, DIGITS, HEX, Random, UPPER, WORD};

/// A made-up secret.
pub(crate) struct Kind {
    pub(crate) name: &'static str,
    /// The text that people paste.
    pub(crate) text: String,
    /// What of it must not be shown.
    pub(crate) secret: String,
    /// Whether only a name tells that it is one.
    pub(crate) needs_name: bool,
}

/// Keys of providers: a name, what they start with, how many characters of which alphabet follow.
const PREFIXED: &[(&str, &str, usize, &str)] = &[
    ("aws-access-key-id", "AKIA", 16, UPPER),
    ("aws-session-token", "FwoGZXIvYXdz", 200, BASE64),
    ("github-pat", "ghp_", 36, ALNUM),
    ("github-oauth", "gho_", 36, ALNUM),
    ("github-app", "ghs_", 36, ALNUM),
    ("github-fine-grained", "github_pat_", 82, ALNUM),
    ("gitlab-pat", "glpat-", 20, ALNUM),
    ("gitlab-runner", "GR1348941", 20, ALNUM),
    ("gitlab-trigger", "glptt-", 40, HEX),
    ("slack-bot", "xoxb-", 50, ALNUM),
    ("slack-app", "xapp-1-", 90, ALNUM),
    (
        "slack-webhook",
        "https://hooks.slack.com/services/T",
        42,
        ALNUM,
    ),
    ("stripe-live", "sk_live_", 24, ALNUM),
    ("stripe-test", "sk_test_", 24, ALNUM),
    ("stripe-restricted", "rk_live_", 24, ALNUM),
    ("stripe-webhook", "whsec_", 32, ALNUM),
    ("google-api", "AIza", 35, WORD),
    ("google-client-secret", "GOCSPX-", 28, WORD),
    ("google-access-token", "ya29.", 80, WORD),
    ("azure-storage", "AccountKey=", 86, BASE64),
    ("sendgrid", "SG.", 66, ALNUM),
    ("twilio", "SK", 32, HEX),
    ("mailgun", "key-", 32, HEX),
    ("npm", "npm_", 36, ALNUM),
    ("pypi", "pypi-AgEIcHlwaS5vcmc", 80, WORD),
    ("docker", "dckr_pat_", 27, WORD),
    ("hugging-face", "hf_", 34, ALNUM),
    ("openai-project", "sk-proj-", 100, WORD),
    ("anthropic", "sk-ant-api03-", 95, WORD),
    ("databricks", "dapi", 32, HEX),
    ("shopify", "shpat_", 32, HEX),
    ("digitalocean", "dop_v1_", 64, HEX),
    ("postman", "PMAK-", 59, ALNUM),
    ("postman-access", "PMAT-", 26, UPPER),
    ("hubspot", "pat-na1-", 36, ALNUM),
    ("sonarqube", "squ_", 40, HEX),
    ("mapbox", "sk.eyJ", 80, WORD),
    (
        "zapier-webhook",
        "https://hooks.zapier.com/hooks/catch/1234567/",
        12,
        ALNUM,
    ),
    (
        "discord-webhook",
        "https://discord.com/api/webhooks/",
        86,
        ALNUM,
    ),
    ("square", "sq0atp-", 22, WORD),
    ("linear", "lin_api_", 40, ALNUM),
    ("linear-oauth", "lin_oauth_", 64, HEX),
    ("notion", "ntn_", 46, ALNUM),
    ("notion-old", "secret_", 43, ALNUM),
    ("figma", "figd_", 40, WORD),
    ("atlassian", "ATATT3xFfGF0", 180, WORD),
    ("grafana", "glsa_", 41, ALNUM),
    ("vault", "hvs.", 95, WORD),
    ("doppler", "dp.pt.", 43, ALNUM),
    ("new-relic", "NRAK-", 27, UPPER),
    ("fly", "fo1_", 43, WORD),
    ("age", "AGE-SECRET-KEY-1", 58, UPPER),
    ("heroku", "HRKU-AA", 58, WORD),
    ("sentry", "sntrys_eyJpYXQiO", 80, ALNUM),
    ("supabase", "sbp_", 40, HEX),
    ("rubygems", "rubygems_", 48, HEX),
    ("contentful", "CFPAT-", 43, WORD),
    ("brevo", "xkeysib-", 81, WORD),
    ("bearer", "Bearer ", 40, ALNUM),
];

/// Secrets with something before them and behind them: a name, both, and what they are made of.
const INSIDE: &[(&str, &str, &str, Alphabet)] = &[
    (
        "url-password",
        "https://svc:",
        "@db.internal.test/x",
        Alphabet::Password,
    ),
    (
        "postgres-password",
        "postgres://app:",
        "@10.0.0.5:5432/erp",
        Alphabet::Password,
    ),
    (
        "mongodb-password",
        "mongodb+srv://app:",
        "@cluster0.abcde.test/erp",
        Alphabet::Password,
    ),
    (
        "redis-password",
        "redis://:",
        "@cache:6379/0",
        Alphabet::Password,
    ),
    ("amqp-password", "amqp://u:", "@mq:5672", Alphabet::Password),
    (
        "sql-server-password",
        "Server=tcp:db1,1433;User ID=sa;Password=Vx4!",
        ";Encrypt=yes",
        Alphabet::Password,
    ),
    (
        "ado-net-password",
        "Data Source=db1;Initial Catalog=shop;User Id=app;Pwd=Gx8!",
        ";Encrypt=yes",
        Alphabet::Password,
    ),
    (
        "teams-webhook",
        "https://acme.webhook.office.com/webhookb2/0b352ad6-074d-4e11-8b1f-5f0c3a1d2e4b@7c1d2e3f-1a2b-4c3d-9e8f-0a1b2c3d4e5f/IncomingWebhook/",
        "/5523cf69-3e3d-4a33-8b33-41fa1c257c6f",
        Alphabet::Of(32, HEX),
    ),
    (
        "session-cookie",
        "session=",
        "; Path=/; HttpOnly",
        Alphabet::Mixed(48),
    ),
    (
        "seed-of-passwords",
        "otpauth://totp/x?secret=",
        "",
        Alphabet::Of(32, BASE32),
    ),
    (
        "azure-signature",
        "?sv=2022-11-02&se=2030-01-01&sig=",
        "%3D",
        Alphabet::Of(43, ALNUM),
    ),
    ("mailchimp", "", "-us12", Alphabet::Of(32, HEX)),
    (
        "sql-account-access-key",
        "",
        ".sql.my/SALES",
        Alphabet::Of(32, HEX),
    ),
    (
        "presigned-url",
        "https://x.test/?X-Amz-Signature=",
        "",
        Alphabet::Of(64, HEX),
    ),
];

/// What a secret is made of.
enum Alphabet {
    Password,
    Mixed(usize),
    Of(usize, &'static str),
}

/// Every kind.
pub(crate) fn kinds() -> Vec<Kind> {
    let random = &mut Random::new();
    let mut kinds = Vec::new();
    for (name, prefix, count, alphabet) in PREFIXED {
        let secret = random.text(*count, alphabet);
        kinds.push(kind(name, format!("{prefix}{secret}"), &secret));
    }
    for (name, before, after, alphabet) in INSIDE {
        let secret = match alphabet {
            Alphabet::Password => random.mixed(14),
            Alphabet::Mixed(count) => random.mixed(*count),
            Alphabet::Of(count, alphabet) => random.text(*count, alphabet),
        };
        kinds.push(kind(name, format!("{before}{secret}{after}"), &secret));
    }
    kinds.extend(encoded(random));
    kinds.extend(in_two_parts(random));
    kinds.extend(named(random));
    kinds
}

fn kind(name: &'static str, text: String, secret: &str) -> Kind {
    Kind {
        name,
        text,
        secret: secret.to_owned(),
        needs_name: false,
    }
}

/// Tokens, private keys and Basic auth.
fn encoded(random: &mut Random) -> Vec<Kind> {
    let json = |random: &mut Random| {
        let json = format!("{{\"a\":\"{}\"}}", random.text(24, ALNUM));
        URL_SAFE_NO_PAD.encode(json)
    };
    let (head, body) = (json(random), json(random));
    let token = format!("{head}.{body}.{}", random.text(43, WORD));
    let parts: Vec<String> = (0..4).map(|_| random.text(30, WORD)).collect();
    let encrypted = format!("{}.{}", json(random), parts.join("."));
    let password = random.mixed(14);
    let basic = STANDARD.encode(format!("svc:{password}"));
    let mut kinds = vec![
        kind("json-web-token", token.clone(), &token),
        kind("encrypted-token", encrypted.clone(), &encrypted),
        kind(
            "basic-auth",
            format!("Basic {basic}"),
            basic.trim_end_matches('='),
        ),
    ];
    for (name, label) in [
        ("rsa-key", "RSA "),
        ("ssh-key", "OPENSSH "),
        ("ec-key", "EC "),
    ] {
        let lines: Vec<String> = (0..3).map(|_| random.text(64, BASE64)).collect();
        let (dashes, data) = ("-----", lines.join("\n"));
        let text = format!(
            "{dashes}BEGIN {label}PRIVATE KEY{dashes}\n{data}\n{dashes}END {label}PRIVATE KEY{dashes}"
        );
        kinds.push(kind(name, text, &lines[1]));
    }
    kinds
}

/// Keys whose mark is in the middle.
fn in_two_parts(random: &mut Random) -> Vec<Kind> {
    let mut two = |name, before: &str, head: (usize, &str), mark: &str, tail: (usize, &str)| {
        let (head, tail) = (random.text(head.0, head.1), random.text(tail.0, tail.1));
        kind(name, format!("{before}{head}{mark}{tail}"), &tail)
    };
    vec![
        two("telegram", "", (10, DIGITS), ":AA", (33, WORD)),
        two("openai", "sk-", (20, ALNUM), "T3BlbkFJ", (20, ALNUM)),
        two("terraform", "", (14, ALNUM), ".atlasv1.", (64, WORD)),
        two("entra", "", (3, ALNUM), "8Q~", (34, WORD)),
        two(
            "braintree",
            "access_token$production$",
            (16, HEX),
            "$",
            (32, HEX),
        ),
        two(
            "signed-cookie",
            "connect.sid=s%3A",
            (32, ALNUM),
            ".",
            (43, ALNUM),
        ),
    ]
}

/// Secrets that only their names tell.
fn named(random: &mut Random) -> Vec<Kind> {
    let secrets = [
        ("sql-account-secret-key", random.text(64, HEX)),
        ("aws-secret-key", random.text(40, BASE64)),
        ("hexadecimal-key", random.text(32, HEX)),
        ("random-password", format!("{}&x", random.mixed(11))),
        ("weak-password", "autumn2031".to_owned()),
        ("pin", "849307".to_owned()),
    ];
    let kinds = secrets.into_iter().map(|(name, secret)| Kind {
        needs_name: true,
        ..kind(name, secret.clone(), &secret)
    });
    kinds.collect()
}
