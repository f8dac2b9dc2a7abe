//! The options of curl, by what they do to a request.
//!
//! Every option is here: one that is not cannot be read, because nobody knows whether the word after
//! it is its value or the URL.

/// What an option does to the request that is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// It has a value, which is part of the request.
    Read,
    /// It has a value, and changes nothing that is signed.
    IgnoredValue,
    /// It has no value; what it changes, if anything, the reader knows.
    Flag,
    /// What it sends cannot be known from the command alone.
    Unknowable,
}

const READ: &str = "
    request header url url-query data data-raw data-binary data-ascii data-urlencode json aws-sigv4
    user-agent referer cookie range request-target";

const IGNORED_VALUE: &str = "
    abstract-unix-socket alt-svc cacert capath cert cert-type ciphers connect-timeout connect-to cookie-jar
    create-file-mode crlfile curves delegation dns-interface dns-ipv4-addr dns-ipv6-addr dns-servers doh-url
    dump-header ech egd-file engine etag-save expect100-timeout ftp-account ftp-alternative-to-user ftp-method
    ftp-port ftp-ssl-ccc-mode happy-eyeballs-timeout-ms haproxy-clientip hostpubmd5 hostpubsha256 hsts interface
    ip-tos ipfs-gateway keepalive-cnt keepalive-time key key-type krb libcurl limit-rate local-port
    login-options mail-auth mail-from mail-rcpt max-filesize max-redirs max-time netrc-file noproxy output
    output-dir parallel-max parallel-max-host pass pinnedpubkey preproxy proto proto-default proto-redir proxy
    proxy-cacert proxy-capath proxy-cert proxy-cert-type proxy-ciphers proxy-crlfile proxy-header proxy-key
    proxy-key-type proxy-pass proxy-pinnedpubkey proxy-service-name proxy-tls13-ciphers proxy-tlsauthtype
    proxy-tlspassword proxy-tlsuser proxy-user proxy1.0 pubkey quote random-file rate resolve retry
    retry-delay retry-max-time sasl-authzid service-name sigalgs socks4 socks4a socks5 socks5-gssapi-service
    socks5-hostname speed-limit speed-time stderr telnet-option tftp-blksize tls-max tls13-ciphers
    tlsauthtype tlspassword tlsuser trace trace-ascii trace-config unix-socket user variable vlan-priority
    write-out";

const FLAGS: &str = "
    anyauth append basic ca-native cert-status compressed compressed-ssh create-dirs crlf digest disable
    disable-eprt disable-epsv disallow-username-in-url doh-cert-status doh-insecure fail fail-early
    fail-with-body false-start follow form-escape ftp-create-dirs ftp-pasv ftp-pret ftp-skip-pasv-ip
    ftp-ssl-ccc ftp-ssl-control get globoff haproxy-protocol head http0.9 http1.0 http1.1 http2
    http2-prior-knowledge http3 http3-only ignore-content-length include insecure ipv4 ipv6
    junk-session-cookies list-only location location-trusted mail-rcpt-allowfails metalink mptcp negotiate
    netrc netrc-optional no-alpn no-buffer no-clobber no-keepalive no-npn no-progress-meter no-sessionid
    no-compressed no-location no-insecure no-silent no-verbose ntlm ntlm-wb parallel parallel-immediate
    path-as-is post301 post302 post303 progress-bar proxy-anyauth proxy-basic proxy-ca-native proxy-digest
    proxy-http2 proxy-insecure proxy-negotiate proxy-ntlm proxy-ssl-allow-beast proxy-ssl-auto-client-cert
    proxy-tlsv1 proxytunnel raw remote-header-name remote-name remote-name-all remote-time remove-on-error
    retry-all-errors retry-connrefused sasl-ir show-error show-headers silent skip-existing socks5-basic
    socks5-gssapi socks5-gssapi-nec ssl ssl-allow-beast ssl-auto-client-cert ssl-no-revoke ssl-reqd
    ssl-revoke-best-effort ssl-sessions sslv2 sslv3 styled-output suppress-connect-headers tcp-fastopen
    tcp-nodelay tftp-no-options tls-earlydata tlsv1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 tr-encoding trace-ids
    trace-time use-ascii verbose xattr";

const UNKNOWABLE: &str = "
    config continue-at etag-compare expand-data expand-header expand-url form form-string next oauth2-bearer
    time-cond upload-file upload-flags";

/// Short options, with their long names.
const SHORT: &str = "
    #=progress-bar 0=http1.0 1=tlsv1 2=sslv2 3=sslv3 4=ipv4 6=ipv6 :=next A=user-agent B=use-ascii
    C=continue-at D=dump-header E=cert F=form G=get H=header I=head J=remote-header-name K=config L=location
    N=no-buffer O=remote-name P=ftp-port Q=quote R=remote-time S=show-error T=upload-file U=proxy-user
    X=request Y=speed-limit Z=parallel a=append b=cookie c=cookie-jar d=data e=referer f=fail g=globoff
    i=include j=junk-session-cookies k=insecure l=list-only m=max-time n=netrc o=output p=proxytunnel
    q=disable r=range s=silent t=telnet-option u=user v=verbose w=write-out x=proxy y=speed-time z=time-cond";

fn shorts() -> impl Iterator<Item = (char, &'static str)> {
    let mut pairs = SHORT.split_whitespace();
    std::iter::from_fn(move || {
        let mut pair = pairs.next()?.chars();
        let short = pair.next()?;
        Some((short, pair.as_str().strip_prefix('=')?))
    })
}

/// The long name of the short option.
pub(super) fn long_name(short: char) -> Option<&'static str> {
    shorts().find_map(|(other, long)| (other == short).then_some(long))
}

/// What the option of the long name does; `None` when curl has none of that name.
pub(super) fn effect(long: &str) -> Option<Effect> {
    let lists = [
        (READ, Effect::Read),
        (IGNORED_VALUE, Effect::IgnoredValue),
        (FLAGS, Effect::Flag),
        (UNKNOWABLE, Effect::Unknowable),
    ];
    let has = |list: &str| list.split_whitespace().any(|name| name == long);
    let found = lists.into_iter().find(|(list, _)| has(list));
    found.map(|(_, effect)| effect)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_option_is_listed_once() {
        let lists = [READ, IGNORED_VALUE, FLAGS, UNKNOWABLE];
        let mut names: Vec<&str> = lists
            .iter()
            .flat_map(|list| list.split_whitespace())
            .collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
        assert_eq!(shorts().count(), SHORT.split_whitespace().count());
        for (short, long) in shorts() {
            assert!(effect(long).is_some(), "-{short}");
        }
    }
}
