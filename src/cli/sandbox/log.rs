use clap::ValueEnum;
use tracing::level_filters::LevelFilter;

/// What is logged, and how. It goes to standard error.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Log")]
pub(super) struct LogArgs {
    /// One line of text or one JSON object an event.
    #[arg(long, value_enum, default_value_t)]
    log_format: Format,
    /// How much: `info` has a line for every request, `warn` only for those that were refused.
    #[arg(long, value_enum, default_value_t)]
    log_level: Level,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    #[default]
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Level {
    Off,
    Error,
    Warn,
    #[default]
    Info,
    Debug,
}

impl LogArgs {
    pub(super) fn start(&self) {
        let level = match self.log_level {
            Level::Off => LevelFilter::OFF,
            Level::Error => LevelFilter::ERROR,
            Level::Warn => LevelFilter::WARN,
            Level::Info => LevelFilter::INFO,
            Level::Debug => LevelFilter::DEBUG,
        };
        let log = tracing_subscriber::fmt()
            .with_max_level(level)
            .with_target(false)
            .with_writer(std::io::stderr);
        match self.log_format {
            Format::Text => log.with_ansi(false).init(),
            Format::Json => log.json().flatten_event(true).init(),
        }
    }
}
