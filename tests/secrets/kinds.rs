//! Kinds of secrets, made up on every run from a fixed seed: none of them is in the repository.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

use crate::random::{ALNUM, BASE64, DIGITS, HEX, Random, UPPER, WORD};

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
    (
        "discord-webhook",
        "https://discord.com/api/webhooks/",
        86,
        ALNUM,
    ),
    ("square", "sq0atp-", 22, WORD),
    ("linear", "lin_api_", 40, ALNUM),
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

/// Every kind.
pub(crate) fn kinds() -> Vec<Kind> {
    let mut random = Random::new();
    let mut kinds: Vec<Kind> = PREFIXED
        .iter()
        .map(|(name, prefix, count, alphabet)| {
            let secret = random.text(*count, alphabet);
            Kind {
                name,
                text: format!("{prefix}{secret}"),
                secret,
                needs_name: false,
            }
        })
        .collect();
    let mut add = |name, text: String, secret: &str| {
        let secret = secret.to_owned();
        kinds.push(Kind {
            name,
            text,
            secret,
            needs_name: false,
        });
    };
    let random = &mut random;
    let json = |random: &mut Random| {
        let json = format!("{{\"a\":\"{}\"}}", random.text(24, ALNUM));
        URL_SAFE_NO_PAD.encode(json)
    };
    let parts: Vec<String> = (0..2).map(|_| json(random)).collect();
    let token = format!("{}.{}", parts.join("."), random.text(43, WORD));
    add("json-web-token", token.clone(), &token);
    let parts: Vec<String> = (0..4).map(|_| random.text(30, WORD)).collect();
    let token = format!("{}.{}", json(random), parts.join("."));
    add("encrypted-token", token.clone(), &token);
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
        add(name, text, &lines[1]);
    }
    let password = random.mixed(14);
    let basic = STANDARD.encode(format!("svc:{password}"));
    add(
        "basic-auth",
        format!("Basic {basic}"),
        basic.trim_end_matches('='),
    );
    for (name, before, after) in [
        ("url-password", "https://svc:", "@db.internal.test/x"),
        ("postgres-password", "postgres://app:", "@10.0.0.5:5432/erp"),
        (
            "mongodb-password",
            "mongodb+srv://app:",
            "@cluster0.abcde.test/erp",
        ),
        ("redis-password", "redis://:", "@cache:6379/0"),
        ("amqp-password", "amqp://u:", "@mq:5672"),
        (
            "sql-server-password",
            "Server=tcp:db1,1433;User ID=sa;Password=Vx4!",
            ";Encrypt=yes",
        ),
        ("session-cookie", "session=", "; Path=/; HttpOnly"),
        ("seed-of-passwords", "otpauth://totp/x?secret=", ""),
        (
            "azure-signature",
            "?sv=2022-11-02&se=2030-01-01&sig=",
            "%3D",
        ),
    ] {
        let secret = match name {
            "session-cookie" => random.mixed(48),
            "azure-signature" => random.text(43, ALNUM),
            "seed-of-passwords" => random.text(32, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
            _ => random.mixed(14),
        };
        add(name, format!("{before}{secret}{after}"), &secret);
    }
    let (id, secret) = (random.text(10, DIGITS), random.text(33, WORD));
    add("telegram", format!("{id}:AA{secret}"), &secret);
    let secret = random.text(32, HEX);
    add("mailchimp", format!("{secret}-us12"), &secret);
    let (head, tail) = (random.text(20, ALNUM), random.text(20, ALNUM));
    add("openai", format!("sk-{head}T3BlbkFJ{tail}"), &tail);
    let (head, tail) = (random.text(14, ALNUM), random.text(64, WORD));
    add("terraform", format!("{head}.atlasv1.{tail}"), &tail);
    let (head, tail) = (random.text(3, ALNUM), random.text(34, WORD));
    add("entra", format!("{head}8Q~{tail}"), &tail);
    let (head, tail) = (random.text(16, HEX), random.text(32, HEX));
    add(
        "braintree",
        format!("access_token$production${head}${tail}"),
        &tail,
    );
    let (head, tail) = (random.text(32, ALNUM), random.text(43, ALNUM));
    add(
        "signed-cookie",
        format!("connect.sid=s%3A{head}.{tail}"),
        &tail,
    );
    let secret = random.text(32, HEX);
    add(
        "sql-account-access-key",
        format!("{secret}.sql.my/SALES"),
        &secret,
    );
    let secret = random.text(64, HEX);
    add(
        "presigned-url",
        format!("https://x.test/?X-Amz-Signature={secret}"),
        &secret,
    );
    for (name, secret) in [
        ("sql-account-secret-key", random.text(64, HEX)),
        ("aws-secret-key", random.text(40, BASE64)),
        ("hexadecimal-key", random.text(32, HEX)),
        ("random-password", format!("{}&x", random.mixed(11))),
        ("weak-password", "autumn2031".to_owned()),
        ("pin", "849307".to_owned()),
    ] {
        kinds.push(Kind {
            name,
            text: secret.clone(),
            secret,
            needs_name: true,
        });
    }
    kinds
}
