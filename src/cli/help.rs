//! Sections of the help that commands share.

/// The variables that commands with keys read.
macro_rules! key_variables {
    () => {
        "
Environment variables:
  SQLACC_ACCESS_KEY     access key
  SQLACC_SECRET_KEY     secret key
  SQLACC_SESSION_TOKEN  session token of temporary AWS keys"
    };
}

/// The variables that commands with a connection read.
macro_rules! network_variables {
    () => {
        "
  HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY  proxies"
    };
}

/// The variables that commands with colours read.
macro_rules! colour_variables {
    () => {
        "
Environment variables:
  NO_COLOR, CLICOLOR=0, TERM=dumb  no colours
  FORCE_COLOR, CLICOLOR_FORCE      colours without a terminal too"
    };
}

pub(super) use {colour_variables, key_variables, network_variables};
