//! Helpers for the tests of your own program: how many queries it runs, and databases that forget what
//! a test has written.
//!
//! Both work on a handle: [`recorded()`] and [`rolled_back()`] take a [`Db`](crate::Db) and give another
//! one of the same type, which goes wherever the program wants one: into a function, into the state of a
//! server. Nothing is global, so tests run beside each other.
//!
//! | Django | Here |
//! | --- | --- |
//! | `with self.assertNumQueries(2):` | [`assert_num_queries(&db, 2, async \|db\| …)`](assert_num_queries) |
//! | `with CaptureQueriesContext(connection) as queries:` | `let (db, queries) = recorded(&db);`, a [`QueryLog`] |
//! | django-zeal, nplusone | [`assert_no_repeats(&db, 1, async \|db\| …)`](assert_no_repeats) |
//! | `TestCase` | `let db = rolled_back(&db).await?;` |
//! | `captureOnCommitCallbacks(execute=True)` | nothing: `on_commit` runs in a `rolled_back` database, too |

mod log;
mod recorded;
mod rolled_back;

pub use self::log::{QueryLog, RecordedQuery, Repeated};
pub use self::recorded::{assert_no_repeats, assert_num_queries, recorded};
pub use self::rolled_back::rolled_back;
