//! What can be typed: every command and flag, with its help.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;

use crate::config::Flags;

const EXAMPLES: &str = "\
Examples:
  gatepost dev
      Try it: everything on, demo data, mail in a built-in inbox.
  GATEPOST_PUBLIC_URL=https://accounts.example.com gatepost serve --data /var/lib/gatepost
      Run it for real.
  gatepost operator create you@example.com --data /var/lib/gatepost
      Make yourself an operator, also while it runs.

Settings come from the environment (GATEPOST_…) and from Rocket.toml; see docs/configuration.md.";

/// The account desk of your product: orgs, people, invitations and sessions in one binary.
#[derive(Debug, Parser)]
#[command(name = "gatepost", version, about, after_help = EXAMPLES, max_term_width = 100)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Run the service for real use. Needs a public URL: the links in letters start with it.
    #[command(after_help = "Example:\n  \
        GATEPOST_PUBLIC_URL=https://accounts.example.com gatepost serve --data /var/lib/gatepost --port 8000")]
    Serve(ServeFlags),
    /// Run it to try things out: this machine only, demo data, mail in a built-in inbox.
    ///
    /// Its data directory can't be used by `serve` later: the demo passwords are on the screen.
    #[command(after_help = "Example:\n  gatepost dev --port 0")]
    Dev(ServeFlags),
    /// Look at the settings that a start would use.
    #[command(subcommand, after_help = "Example:\n  gatepost config show")]
    Config(ConfigCommand),
    /// Look whether the service can do its work, also while it runs. Ends with status 1 where it found a fault.
    #[command(after_help = "Example:\n  \
        GATEPOST_PUBLIC_URL=https://accounts.example.com gatepost doctor --data /var/lib/gatepost")]
    Doctor(DataFlags),
    /// Manage who runs this service. Works while it is running.
    #[command(subcommand, after_help = "Example:\n  gatepost operator create you@example.com")]
    Operator(OperatorCommand),
    /// Look after the audit, the record of who did what. Works while the service is running.
    #[command(subcommand, after_help = "Example:\n  gatepost audit verify")]
    Audit(AuditCommand),
    /// Look after the keys that sign session tokens. Works while the service is running.
    #[command(subcommand, after_help = "Example:\n  gatepost keys rotate")]
    Keys(KeysCommand),
    /// Write one of every letter, in every language, into a directory: to look at them, your own templates included.
    #[command(after_help = "Example:\n  gatepost preview ./letters")]
    Preview {
        /// The directory; made where there is none.
        directory: PathBuf,
        #[command(flatten)]
        flags: DataFlags,
    },
    /// Copy the database to another place: from its file to a server, or back. The service must not run meanwhile.
    ///
    /// The first one is only read. All rows of both are compared afterwards, and the audit is verified.
    #[command(after_help = "Examples:\n  \
        gatepost move --data /var/lib/gatepost --to postgres://gatepost:password@db.example.com/gatepost\n  \
        GATEPOST_DATABASE_URL=postgres://… gatepost move --data /var/lib/gatepost --to /var/lib/other/gatepost.db")]
    Move {
        /// A server's URL, or the file that a data directory has its database in.
        #[arg(long, value_name = "URL|FILE")]
        to: String,
        #[command(flatten)]
        flags: DataFlags,
    },
    /// Print a completion script for your shell.
    #[command(
        after_help = "Example:\n  gatepost completions bash > ~/.local/share/bash-completion/completions/gatepost"
    )]
    Completions {
        /// The shell: bash, zsh, fish, elvish or powershell.
        shell: Shell,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum ConfigCommand {
    /// Say whether the settings are sound; if not, which one is not and where it comes from.
    #[command(after_help = "Example:\n  gatepost config check --config /etc/gatepost/Rocket.toml")]
    Check(DataFlags),
    /// Print every setting with where it comes from. Secrets are masked.
    #[command(after_help = "Example:\n  gatepost config show --config /etc/gatepost/Rocket.toml")]
    Show(DataFlags),
}

#[derive(Debug, Subcommand)]
pub(super) enum KeysCommand {
    /// List the keys, the newest first.
    #[command(after_help = "Example:\n  gatepost keys list --data /var/lib/gatepost")]
    List(DataFlags),
    /// Put a fresh key in force. Tokens that were signed before stay good until they expire.
    #[command(after_help = "Example:\n  gatepost keys rotate --data /var/lib/gatepost")]
    Rotate(DataFlags),
}

#[derive(Debug, Subcommand)]
pub(super) enum OperatorCommand {
    /// Make a person an operator. Nobody with that address yet? Then print a link, good once, that makes
    /// their account.
    #[command(after_help = "Example:\n  gatepost operator create you@example.com --data /var/lib/gatepost")]
    Create {
        /// Their email address.
        email: String,
        #[command(flatten)]
        flags: DataFlags,
    },
    /// Make a person an operator no longer; their account stays. There is always one left.
    #[command(after_help = "Example:\n  gatepost operator remove you@example.com --data /var/lib/gatepost")]
    Remove {
        /// Their email address.
        email: String,
        #[command(flatten)]
        flags: DataFlags,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum AuditCommand {
    /// Say whether any event was changed, removed or put elsewhere since it was written, and which. The exit status is
    /// 1 if so.
    #[command(after_help = "Example:\n  gatepost audit verify --data /var/lib/gatepost")]
    Verify(DataFlags),
}

/// Flags of every command that looks at settings.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct DataFlags {
    /// Where the database and the key file are [default: ./data, of `dev` ./data-dev]
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Read this file in place of ./Rocket.toml
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

/// Flags of the commands that serve.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct ServeFlags {
    #[command(flatten)]
    data: DataFlags,
    /// Listen on this address [default: 127.0.0.1]
    #[arg(long, value_name = "IP")]
    address: Option<IpAddr>,
    /// Listen on this port; 0 picks a free one and prints it [default: 8000]
    #[arg(long)]
    port: Option<u16>,
}

impl From<&DataFlags> for Flags {
    fn from(flags: &DataFlags) -> Self {
        Self { config: flags.config.clone(), data: flags.data.clone(), ..Self::default() }
    }
}

impl From<&ServeFlags> for Flags {
    fn from(flags: &ServeFlags) -> Self {
        Self { address: flags.address, port: flags.port, ..Self::from(&flags.data) }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::Arguments;

    #[test]
    fn the_command_line_is_well_formed() {
        Arguments::command().debug_assert();
    }
}
