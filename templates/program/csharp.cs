// Signs a request with AWS Signature Version 4 and sends it. Needs nothing but .NET, .NET Framework 4.7 or
// Mono.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

#pragma warning disable SYSLIB0014 // HttpWebRequest is in .NET Framework, too.

static class Call
{
    const string Method = {{ method }};
    const string Origin = {{ origin }};
    // Percent-encoded once.
    const string Path = {{ path }};
    // Not encoded.
    static readonly string[][] Query =
    {
{%- for key, value in query %}
        new[] { {{ key }}, {{ value }} },
{%- endfor %}
    };
    const string ContentType = {{ content_type }};
    const string Body =
        {{ body }};
    const string Region = {{ region }};
    const string Service = {{ service }};

    static string Variable(string name)
    {
        string value = Environment.GetEnvironmentVariable(name);
        if (string.IsNullOrEmpty(value))
        {
            Console.Error.WriteLine("set the environment variable " + name);
            Environment.Exit(1);
        }
        return value;
    }

    static byte[] Bytes(string text)
    {
        return new UTF8Encoding(false).GetBytes(text);
    }

    static string Encode(string text)
    {
        var encoded = new StringBuilder();
        foreach (byte one in Bytes(text))
        {
            bool isUnreserved = one < 128 && (char.IsLetterOrDigit((char)one) || "-_.~".IndexOf((char)one) >= 0);
            encoded.Append(isUnreserved ? ((char)one).ToString() : "%" + one.ToString("X2"));
        }
        return encoded.ToString();
    }

    static string Hex(byte[] bytes)
    {
        return string.Concat(bytes.Select(one => one.ToString("x2")));
    }

    static string Sha256(byte[] bytes)
    {
        using (var hash = SHA256.Create())
        {
            return Hex(hash.ComputeHash(bytes));
        }
    }

    static byte[] Hmac(byte[] key, string text)
    {
        using (var hash = new HMACSHA256(key))
        {
            return hash.ComputeHash(Bytes(text));
        }
    }

    // The value of `Authorization`; all of `headers` are signed, and nothing may change them afterwards.
    static string Authorization(
        Dictionary<string, string> headers, string time, string accessKey, string secretKey)
    {
        // A path is encoded once more to be signed.
        string[] segments = Path.Split('/').Where(segment => segment != "").Select(Encode).ToArray();
        string end = segments.Length > 0 && Path.EndsWith("/", StringComparison.Ordinal) ? "/" : "";
        var pairs = Query.Select(pair => pair.Select(Encode).ToArray())
            .OrderBy(pair => pair[0], StringComparer.Ordinal)
            .ThenBy(pair => pair[1], StringComparer.Ordinal);
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var header in headers)
        {
            values[header.Key.ToLowerInvariant()] = Regex.Replace(header.Value.Trim(' ', '\t'), "[ \t]+", " ");
        }
        string signed = string.Join(";", values.Keys);
        var canonicalRequest = new List<string> { Method, "/" + string.Join("/", segments) + end };
        canonicalRequest.Add(string.Join("&", pairs.Select(pair => string.Join("=", pair))));
        canonicalRequest.AddRange(values.Select(header => header.Key + ":" + header.Value));
        canonicalRequest.AddRange(new[] { "", signed, Sha256(Bytes(Body)) });
        string[] scope = { time.Substring(0, 8), Region, Service, "aws4_request" };
        string stringToSign = string.Join("\n", new[]
        {
            "AWS4-HMAC-SHA256",
            time,
            string.Join("/", scope),
            Sha256(Bytes(string.Join("\n", canonicalRequest))),
        });
        byte[] key = scope.Aggregate(Bytes("AWS4" + secretKey), Hmac);
        string credential = accessKey + "/" + string.Join("/", scope);
        string signature = Hex(Hmac(key, stringToSign));
        return "AWS4-HMAC-SHA256 Credential=" + credential + ", SignedHeaders=" + signed
            + ", Signature=" + signature;
    }

    static int Main()
    {
        ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
        string query = string.Join("&", Query.Select(pair => string.Join("=", pair.Select(Encode))));
        var request = (HttpWebRequest)WebRequest.Create(Origin + Path + (query == "" ? "" : "?" + query));
        string time = DateTime.UtcNow.ToString(
            "yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        var headers = new Dictionary<string, string>
        {
            { "Host", Origin.Substring(Origin.IndexOf("://", StringComparison.Ordinal) + 3) },
            { "X-Amz-Date", time },
        };
        if (ContentType != "")
        {
            headers["Content-Type"] = ContentType;
            request.ContentType = ContentType;
        }
        string accessKey = Variable({{ access_key_variable }});
        string secretKey = Variable({{ secret_key_variable }});
        request.Method = Method;
        request.AllowAutoRedirect = false;
        request.ServicePoint.Expect100Continue = false;
        request.Headers["X-Amz-Date"] = time;
        request.Headers["Authorization"] = Authorization(headers, time, accessKey, secretKey);
        byte[] body = Bytes(Body);
        if (body.Length > 0)
        {
            request.ContentLength = body.Length;
            using (Stream stream = request.GetRequestStream())
            {
                stream.Write(body, 0, body.Length);
            }
        }
        HttpWebResponse response;
        try
        {
            response = (HttpWebResponse)request.GetResponse();
        }
        catch (WebException error)
        {
            response = error.Response as HttpWebResponse;
            if (response == null)
            {
                Console.Error.WriteLine(error.Message);
                return 1;
            }
        }
        using (response)
        using (Stream output = Console.OpenStandardOutput())
        {
            Console.Error.WriteLine((int)response.StatusCode + " " + response.StatusDescription);
            response.GetResponseStream().CopyTo(output);
            return (int)response.StatusCode < 400 ? 0 : 1;
        }
    }
}
