<?php
// Signs a request with AWS Signature Version 4 and sends it. Needs PHP 7.3 or newer, for https:// with
// its OpenSSL extension.

const METHOD = {{ method }};
const ORIGIN = {{ origin }};
// Percent-encoded once.
const PATH = {{ path }};
// Not encoded.
const QUERY = [
{%- for key, value in query %}
    [{{ key }}, {{ value }}],
{%- endfor %}
];
const CONTENT_TYPE = {{ content_type }};
const BODY =
    {{ body }};
const REGION = {{ region }};
const SERVICE = {{ service }};

function variable(string $name): string
{
    $value = getenv($name);
    if ($value === false || $value === '') {
        fwrite(STDERR, "set the environment variable $name\n");
        exit(1);
    }
    return $value;
}

/** Keys and values encoded, as they are sent. */
function encoded_pairs(): array
{
    return array_map(function (array $pair): array {
        return array_map('rawurlencode', $pair);
    }, QUERY);
}

function joined(array $pairs): string
{
    return implode('&', array_map(function (array $pair): string {
        return implode('=', $pair);
    }, $pairs));
}

/** The value of `Authorization`; all of `$headers` are signed, and nothing may change them afterwards. */
function authorization(array $headers, string $time, string $access_key, string $secret_key): string
{
    // A path is encoded once more to be signed.
    $segments = array_map('rawurlencode', array_filter(explode('/', PATH), 'strlen'));
    $end = $segments !== [] && substr(PATH, -1) === '/' ? '/' : '';
    $pairs = encoded_pairs();
    usort($pairs, function (array $a, array $b): int {
        return strcmp($a[0], $b[0]) ?: strcmp($a[1], $b[1]);
    });
    $lines = [];
    foreach ($headers as $name => $value) {
        $lines[strtolower($name)] = strtolower($name) . ':' . preg_replace('/[ \t]+/', ' ', trim($value, " \t"));
    }
    ksort($lines, SORT_STRING);
    $signed = implode(';', array_keys($lines));
    $path = '/' . implode('/', $segments) . $end;
    $body_hash = hash('sha256', BODY);
    $canonical_request = implode(
        "\n",
        array_merge([METHOD, $path, joined($pairs)], array_values($lines), ['', $signed, $body_hash])
    );
    $scope = [substr($time, 0, 8), REGION, SERVICE, 'aws4_request'];
    $string_to_sign = implode(
        "\n",
        ['AWS4-HMAC-SHA256', $time, implode('/', $scope), hash('sha256', $canonical_request)]
    );
    $key = 'AWS4' . $secret_key;
    foreach ($scope as $part) {
        $key = hash_hmac('sha256', $part, $key, true);
    }
    $credential = implode('/', array_merge([$access_key], $scope));
    $signature = hash_hmac('sha256', $string_to_sign, $key);
    return "AWS4-HMAC-SHA256 Credential=$credential, SignedHeaders=$signed, Signature=$signature";
}

$time = gmdate('Ymd\THis\Z');
$headers = ['Host' => explode('://', ORIGIN)[1], 'X-Amz-Date' => $time];
if (CONTENT_TYPE !== '') {
    $headers['Content-Type'] = CONTENT_TYPE;
}
$access_key = variable({{ access_key_variable }});
$secret_key = variable({{ secret_key_variable }});
$headers['Authorization'] = authorization($headers, $time, $access_key, $secret_key);

$lines = [];
foreach ($headers as $name => $value) {
    $lines[] = "$name: $value";
}
$options = ['method' => METHOD, 'header' => $lines, 'ignore_errors' => true, 'follow_location' => 0, 'timeout' => 60];
if (BODY !== '') {
    $options['content'] = BODY;
}
$query = joined(encoded_pairs());
$url = ORIGIN . PATH . ($query === '' ? '' : "?$query");
$response = fopen($url, 'rb', false, stream_context_create(['http' => $options]));
if ($response === false) {
    exit(1);
}
$status = stream_get_meta_data($response)['wrapper_data'][0];
fwrite(STDERR, "$status\n");
fpassthru($response);
exit((int) explode(' ', $status)[1] < 400 ? 0 : 1);
