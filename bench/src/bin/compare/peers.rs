//! The contestants, a library in each file.

#[cfg(feature = "peers")]
mod diesel;
mod django;
mod ours;
mod rusqlite;
#[cfg(feature = "peers")]
mod sea_orm;
mod sqlx;
mod tokio_postgres;

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::LazyLock;

use crate::args::Args;
use crate::database::Database;
use crate::measure::Run;
use crate::scenario::{Handle, Scenario};

/// One who takes part, with a connection of its own.
pub trait Peer {
    fn name(&self) -> &'static str;

    /// Whether its memory is this process's.
    fn is_here(&self) -> bool {
        true
    }

    /// Runs SQL text of several statements.
    fn script(&mut self, sql: &str);

    /// Runs a scenario so many times; the clock stands still before and after. `None`: it does not take part.
    fn run(&mut self, scenario: Scenario, handle: Handle, times: u32) -> Option<Run>;
}

/// What others are compared with.
pub const BASELINE: &str = "sqlx";

/// Everyone who is wanted, the baseline first.
pub fn all(args: &Args, database: Database) -> Vec<Box<dyn Peer>> {
    let place = |name: &str| args.url(database, name);
    let mut peers = sqlx::peers(database, &place);
    peers.insert(1, Box::new(ours::Ours::connect(&place("ours"))));
    match database {
        Database::Memory | Database::File => {
            peers.push(Box::new(rusqlite::Rusqlite::open(&place("rusqlite"))))
        }
        Database::Postgres => peers.push(Box::new(tokio_postgres::TokioPostgres::connect(&place("tokio")))),
        Database::MariaDb => {}
    }
    #[cfg(feature = "peers")]
    add_libraries(&mut peers, &place, database);
    if let Ok(python) = std::env::var("QUERYSET_DJANGO_PYTHON")
        && args.wants_django()
    {
        peers.push(Box::new(django::Django::start(&python, &place("django"))));
    }
    peers.retain(|peer| args.wants_peer(peer.name()));
    peers
}

/// Other query builders and mappers.
#[cfg(feature = "peers")]
fn add_libraries(peers: &mut Vec<Box<dyn Peer>>, place: &dyn Fn(&str) -> String, database: Database) {
    peers.push(Box::new(sea_orm::SeaOrm::connect(database, &place("sea-orm"))));
    let (own, wrapped) = (place("diesel"), place("diesel-async"));
    match database {
        Database::Memory | Database::File => {
            peers.push(Box::new(diesel::Diesel::open(&own)));
            peers.push(Box::new(diesel::sqlite::DieselAsync::connect(database, &wrapped)));
        }
        Database::Postgres => {
            peers.push(Box::new(diesel::postgres::DieselAsync::connect(database, &wrapped)));
        }
        Database::MariaDb => peers.push(Box::new(diesel::mysql::DieselAsync::connect(database, &wrapped))),
    }
}

/// One thread, as in `diesel_bench`.
static RUNTIME: LazyLock<tokio::runtime::Runtime> = LazyLock::new(|| {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime is made")
});

pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    RUNTIME.block_on(future)
}

/// Runs `$work` so many times by the clock; it gives a number of rows.
macro_rules! timed {
    ($times:expr, $work:expr) => {{
        let begin = crate::measure::now();
        let mut rows = 0;
        for _ in 0..$times {
            rows = std::hint::black_box($work);
        }
        crate::measure::Run { elapsed: crate::measure::now() - begin, rows: rows as u64 }
    }};
}
pub(crate) use timed;

/// A new user of the insert scenarios.
pub fn new_name(number: usize) -> String {
    format!("User {number}")
}

pub fn new_color(number: usize) -> Option<&'static str> {
    [Some("black"), Some("brown"), None][number % 3]
}

/// Items by the key of what they belong to.
pub fn grouped<K: Eq + Hash, T>(items: Vec<T>, key: impl Fn(&T) -> K) -> HashMap<K, Vec<T>> {
    let mut groups: HashMap<K, Vec<T>> = HashMap::new();
    for item in items {
        groups.entry(key(&item)).or_default().push(item);
    }
    groups
}

/// What `Associations` gives, read by hand.
pub type Tree<U, P, C> = Vec<(U, Vec<(P, Vec<C>)>)>;

/// Puts together what three queries gave.
pub fn tree<U, P, C>(
    users: Vec<U>,
    posts: Vec<P>,
    comments: Vec<C>,
    id: impl Fn(&U) -> i64,
    post: impl Fn(&P) -> (i64, i64),
    comment: impl Fn(&C) -> i64,
) -> Tree<U, P, C> {
    let mut comments = grouped(comments, comment);
    let posts = posts.into_iter().map(|item| {
        let of = comments.remove(&post(&item).0).unwrap_or_default();
        (item, of)
    });
    let mut posts = grouped(posts.collect(), |(item, _)| post(item).1);
    let owned = |user: U| {
        let of = posts.remove(&id(&user)).unwrap_or_default();
        (user, of)
    };
    users.into_iter().map(owned).collect()
}

/// The number of leaves, for the check that all did the same.
pub fn leaves<U, P, C>(tree: &Tree<U, P, C>) -> usize {
    tree.iter().flat_map(|(_, posts)| posts).map(|(_, comments)| comments.len()).sum()
}
