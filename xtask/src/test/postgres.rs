//! A PostgreSQL of our own: in a temporary folder, on a free port of this machine only, gone at the end.

use crate::machine::{self, Tool};
use crate::shell::{self, Outcome};
use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::Duration;

const INITDB: Tool = Tool {
    names: &["initdb"],
    packages: &["postgresql"],
    elsewhere: "PostgreSQL 15 or later, with its server (initdb, postgres) in the path",
};

/// How often a server is looked at while it starts or stops, every tenth of a second.
const PATIENCE: u32 = 300;

/// A server and its data; both end with this value.
pub(crate) struct Cluster {
    folder: Folder,
    server: Child,
    port: u16,
}

impl Cluster {
    /// Starts one for tests: what is written lasts as long as they do, nothing needs to reach the disk.
    pub(crate) fn start() -> Outcome<Self> {
        Self::with("off")
    }

    /// Starts one that writes to the disk, as in use.
    pub(crate) fn durable() -> Outcome<Self> {
        Self::with("on")
    }

    fn with(fsync: &str) -> Outcome<Self> {
        let bin = INITDB.need()?.canonicalize()?;
        let bin = bin.parent().ok_or("initdb lies nowhere")?;
        let folder = Folder::create()?;
        shell::quietly(as_postgres(&bin.join("initdb"), &folder.initdb())?)?;
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let log = File::create(folder.log())?;
        let mut server = as_postgres(&bin.join("postgres"), &folder.postgres(port, fsync))?;
        let server = server.stdout(log.try_clone()?).stderr(log).spawn()?;
        let mut cluster = Self { folder, server, port };
        cluster.wait(bin)?;
        Ok(cluster)
    }

    /// Its address; a test makes a database of its own there.
    pub(crate) fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    fn wait(&mut self, bin: &Path) -> Outcome {
        let port = self.port.to_string();
        for _ in 0..PATIENCE {
            let ready = shell::command(bin.join("pg_isready"), &["-q", "-h", "127.0.0.1", "-p", &port]).status()?;
            if ready.success() {
                return Ok(());
            }
            if self.server.try_wait()?.is_some() {
                break;
            }
            sleep(Duration::from_millis(100));
        }
        Err(format!("PostgreSQL did not start:\n{}", fs::read_to_string(self.folder.log())?).into())
    }
}

impl Drop for Cluster {
    /// Asks it to stop at once, and waits, so that it frees its shared memory; kills it if it will not.
    fn drop(&mut self) {
        let asked = shell::command("kill", &["-INT", &self.server.id().to_string()]).status();
        for _ in 0..PATIENCE {
            if asked.is_err() || self.server.try_wait().is_ok_and(|status| status.is_some()) {
                break;
            }
            sleep(Duration::from_millis(100));
        }
        let _ = self.server.kill(); // an error says that it has stopped already
        let _ = self.server.wait();
    }
}

/// The folder of a cluster.
struct Folder(PathBuf);

impl Folder {
    fn create() -> Outcome<Self> {
        let folder = Self(std::env::temp_dir().join(format!("arobase-postgres-{}", std::process::id())));
        fs::create_dir_all(&folder.0)?;
        if machine::is_root()? {
            shell::quietly(shell::command("chown", &["postgres", &folder.path()]))?;
        }
        Ok(folder)
    }

    fn path(&self) -> String {
        self.0.display().to_string()
    }

    fn log(&self) -> PathBuf {
        self.0.join("log")
    }

    fn data(&self) -> String {
        self.0.join("data").display().to_string()
    }

    fn initdb(&self) -> Vec<String> {
        let settings = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync"];
        settings.iter().map(ToString::to_string).chain([format!("--pgdata={}", self.data())]).collect()
    }

    fn postgres(&self, port: u16, fsync: &str) -> Vec<String> {
        let settings = [
            ("listen_addresses", "127.0.0.1".to_owned()),
            ("port", port.to_string()),
            ("unix_socket_directories", String::new()),
            ("fsync", fsync.to_owned()),
            ("max_connections", "200".to_owned()),
        ];
        let settings = settings.into_iter().map(|(name, value)| format!("--{name}={value}"));
        ["-D".to_owned(), self.data()].into_iter().chain(settings).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0); // it lies among temporary files: at worst the system removes it
    }
}

/// PostgreSQL refuses to run as root. Whatever kills this process, the server ends with it.
fn as_postgres(program: &Path, arguments: &[String]) -> Outcome<Command> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    if !machine::is_root()? {
        return Ok(shell::command(program, &arguments));
    }
    let program = program.display().to_string();
    let user = ["--reuid=postgres", "--regid=postgres", "--clear-groups", "--pdeathsig=INT", &program];
    let mut command = shell::command("setpriv", &[&user, arguments.as_slice()].concat());
    command.current_dir("/");
    Ok(command)
}
