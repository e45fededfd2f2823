//! The tests of the store, on both databases.

use super::postgres::Cluster;
use super::tally::Tally;
use super::unit::has_nextest;
use crate::shell::{self, Outcome};

/// Where the tests find PostgreSQL; a developer who sets it spares us a cluster.
const ADDRESS: &str = "AROBASE_TEST_POSTGRES";

/// Runs them.
pub(super) fn run(tally: &mut Tally) -> Outcome {
    let cluster = if std::env::var_os(ADDRESS).is_none() { Some(Cluster::start()?) } else { None };
    let mut tests = if has_nextest() {
        shell::cargo(&["nextest", "run", "--workspace", "-E", "package(arobase-store)"])
    } else {
        shell::cargo(&["test", "--package", "arobase-store", "--all-targets", "--no-fail-fast"])
    };
    if let Some(cluster) = &cluster {
        tests.env(ADDRESS, cluster.url());
    }
    shell::watch(tests, |line| tally.read(line))
}
