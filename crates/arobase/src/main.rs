//! From hundreds of contributions to one motion, every idea accounted for.

mod audit;
mod bridge;
mod clock;
mod command;
mod comparison;
mod formats;
mod french;
mod language;
mod opinions;
mod planning;
mod progress;
mod remote;
mod resume;
mod shelf;
mod site;
mod summary;
mod told;

#[tokio::main]
async fn main() -> miette::Result<std::process::ExitCode> {
    command::Cli::read().run().await
}
