# The command alone: `docker run --rm -v "$PWD:/work" sqlacc-postman validate api/`.
# The binary is the static one of a release archive:
#     packaging/archive x86_64-unknown-linux-musl dist
#     tar xzf dist/sqlacc-postman-x86_64-unknown-linux-musl.tar.gz -C dist
#     docker build --build-arg BINARY=dist/sqlacc-postman-x86_64-unknown-linux-musl/sqlacc-postman .
FROM scratch
# `send` and `test-connection` check certificates against these.
COPY --from=alpine:3.22 /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
ARG BINARY
COPY --chmod=0755 ${BINARY} /sqlacc-postman
# The user of most Linux desktops and CI systems; `--user` sets another.
USER 1000:1000
WORKDIR /work
ENTRYPOINT ["/sqlacc-postman"]
