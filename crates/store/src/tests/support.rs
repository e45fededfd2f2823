//! A fresh database of each kind for each test.

use crate::Store;
use sqlx::{AssertSqlSafe, Connection as _};
use std::sync::atomic::{AtomicU32, Ordering};

/// Environment variable with the address of a PostgreSQL server on which databases may be created.
const SERVER: &str = "AROBASE_TEST_POSTGRES";

static FRESH: AtomicU32 = AtomicU32::new(0);

/// A store on a fresh database, whose file or server the test may also look into.
pub(crate) struct Fresh {
    pub(crate) store: Store,
    pub(crate) url: String,
}

impl Fresh {
    async fn at(url: String) -> Self {
        Self { store: Store::open(&url).await.expect("a fresh database opens"), url }
    }

    /// A connection beside the store, as an intruder or an administrator has.
    pub(crate) async fn beside(&self) -> sqlx::AnyConnection {
        sqlx::AnyConnection::connect(&self.url).await.expect("the database answers")
    }

    pub(crate) fn is_sqlite(&self) -> bool {
        self.url.starts_with("sqlite:")
    }
}

/// Runs a test on SQLite, then on PostgreSQL if [`SERVER`] is set. In CI its absence is a failure.
pub(crate) fn on_both<T: Future<Output = ()>>(test: impl Fn(Fresh) -> T) {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime starts");
    runtime.block_on(async {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("arobase.db");
        test(Fresh::at(format!("sqlite:{}?mode=rwc", file.display())).await).await;
        if let Ok(server) = std::env::var(SERVER) {
            on_postgres(&server, &test).await;
        } else {
            assert!(
                std::env::var_os("CI").is_none(),
                "{SERVER} is not set: in CI every store test runs on both databases"
            );
            println!("skipped: PostgreSQL ({SERVER} is not set)");
        }
    });
}

async fn on_postgres<T: Future<Output = ()>>(server: &str, test: impl Fn(Fresh) -> T) {
    let mut admin = sqlx::AnyConnection::connect(server).await.expect("the test server answers");
    let name = format!("arobase_test_{}_{}", std::process::id(), FRESH.fetch_add(1, Ordering::Relaxed));
    run(&mut admin, format!("CREATE DATABASE {name}")).await;
    let fresh = Fresh::at(beside(server, &name)).await;
    let store = fresh.store.clone();
    test(fresh).await;
    store.close().await;
    run(&mut admin, format!("DROP DATABASE {name} WITH (FORCE)")).await;
}

/// The address of another database on the same server.
fn beside(server: &str, name: &str) -> String {
    let (address, options) =
        server.split_once('?').map_or((server, String::new()), |(address, rest)| (address, format!("?{rest}")));
    let host = address.find("://").map_or(0, |scheme| scheme + 3);
    let end = address[host..].find('/').map_or(address.len(), |slash| host + slash);
    format!("{}/{name}{options}", &address[..end])
}

async fn run(admin: &mut sqlx::AnyConnection, sql: String) {
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(admin).await.expect("the test server obeys");
}
