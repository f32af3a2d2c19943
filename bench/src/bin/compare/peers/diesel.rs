//! Diesel, as its guide says to use it: on SQLite itself, and through diesel-async everywhere.

use diesel::dsl::count;
use diesel::prelude::*;
use diesel_async::pooled_connection::AsyncDieselConnectionManager;
use diesel_async::pooled_connection::deadpool::Pool;
use diesel_async::sync_connection_wrapper::SyncConnectionWrapper;
use diesel_async::{AsyncMysqlConnection, AsyncPgConnection, SimpleAsyncConnection};
use futures_util::TryStreamExt;

use super::{Peer, block_on, new_color, new_name, timed};
use crate::database::Database;
use crate::measure::Run;
use crate::scenario::{Handle, KEY, Scenario};

diesel::table! {
    users (id) {
        id -> BigInt,
        name -> Text,
        hair_color -> Nullable<Text>,
    }
}

diesel::table! {
    posts (id) {
        id -> BigInt,
        user_id -> BigInt,
        title -> Text,
        body -> Nullable<Text>,
    }
}

diesel::table! {
    comments (id) {
        id -> BigInt,
        post_id -> BigInt,
        text -> Text,
    }
}

diesel::joinable!(posts -> users (user_id));
diesel::joinable!(comments -> posts (post_id));
diesel::allow_tables_to_appear_in_same_query!(users, posts, comments);

#[derive(Queryable, Selectable, Identifiable)]
#[diesel(table_name = users)]
#[expect(dead_code, reason = "fields are read for the reading alone")]
struct User {
    id: i64,
    name: String,
    hair_color: Option<String>,
}

#[derive(Queryable, Selectable, Identifiable, Associations)]
#[diesel(table_name = posts, belongs_to(User))]
#[expect(dead_code, reason = "fields are read for the reading alone")]
struct Post {
    id: i64,
    user_id: i64,
    title: String,
    body: Option<String>,
}

#[derive(Queryable, Selectable, Identifiable, Associations)]
#[diesel(table_name = comments, belongs_to(Post))]
#[expect(dead_code, reason = "fields are read for the reading alone")]
struct Comment {
    id: i64,
    post_id: i64,
    text: String,
}

#[derive(Insertable)]
#[diesel(table_name = users, treat_none_as_default_value = false)]
struct NewUser {
    name: String,
    hair_color: Option<&'static str>,
}

fn new_users(count: u64) -> Vec<NewUser> {
    let new =
        (0..count as usize).map(|number| NewUser { name: new_name(number), hair_color: new_color(number) });
    new.collect()
}

fn leaves(users: Vec<User>, posts: Vec<Post>, comments: Vec<Comment>) -> usize {
    let comments = comments.grouped_by(&posts);
    let posts = posts.into_iter().zip(comments).grouped_by(&users);
    let users: Vec<(User, Vec<(Post, Vec<Comment>)>)> = users.into_iter().zip(posts).collect();
    users.iter().flat_map(|(_, posts)| posts).map(|(_, comments)| comments.len()).sum()
}

/// What both ways do, with `.await` after each query or without.
macro_rules! scenarios {
    ($held:expr, $scenario:ident, $times:ident, |$new:ident| $insert:expr, |$query:ident| $run:expr) => {{
        macro_rules! run {
            // What the query was lent lives until it has run.
            ($asked:expr) => {
                match $asked {
                    $query => $run,
                }
            };
        }
        match $scenario {
            Scenario::Trivial(_) => {
                timed!($times, run!(users::table.select(User::as_select()).load($held)).len())
            }
            Scenario::Get => timed!($times, {
                let user: User = run!(users::table.find(KEY).select(User::as_select()).first($held));
                usize::from(user.id == KEY)
            }),
            Scenario::Update => timed!($times, {
                run!(diesel::update(users::table.find(KEY)).set(users::name.eq("Somebody")).execute($held))
            }),
            Scenario::Medium(_) => timed!($times, {
                let query = users::table
                    .left_join(posts::table)
                    .filter(users::hair_color.eq("black"))
                    .order(users::name.desc())
                    .select((User::as_select(), Option::<Post>::as_select()));
                let rows: Vec<(User, Option<Post>)> = run!(query.load($held));
                rows.len()
            }),
            Scenario::Insert(count) => timed!($times, {
                let $new = new_users(count);
                $insert
            }),
            Scenario::Associations => timed!($times, {
                let users: Vec<User> = run!(users::table.select(User::as_select()).load($held));
                let posts: Vec<Post> = run!(Post::belonging_to(&users).select(Post::as_select()).load($held));
                let comments: Vec<Comment> =
                    run!(Comment::belonging_to(&posts).select(Comment::as_select()).load($held));
                leaves(users, posts, comments)
            }),
            Scenario::Prefetch => timed!($times, {
                let users: Vec<User> = run!(users::table.select(User::as_select()).load($held));
                let posts: Vec<Post> = run!(Post::belonging_to(&users).select(Post::as_select()).load($held));
                let posts = posts.grouped_by(&users);
                let users: Vec<(User, Vec<Post>)> = users.into_iter().zip(posts).collect();
                users.iter().map(|(_, posts)| posts.len()).sum::<usize>()
            }),
            Scenario::GroupBy => timed!($times, {
                let query = users::table
                    .left_join(posts::table)
                    .group_by(users::id)
                    .select((User::as_select(), count(posts::id.nullable())));
                let rows: Vec<(User, i64)> = run!(query.load($held));
                rows.iter().map(|(_, posts)| *posts).sum::<i64>()
            }),
            Scenario::Stream => unreachable!("it is run by itself"),
        }
    }};
}

/// Diesel on SQLite.
pub struct Diesel {
    connection: SqliteConnection,
}

impl Diesel {
    pub fn open(url: &str) -> Self {
        use diesel::connection::SimpleConnection;
        let path = url.strip_prefix("sqlite://").unwrap_or(":memory:");
        let mut connection = SqliteConnection::establish(path).expect("the database is opened");
        connection.batch_execute(PRAGMAS).expect("the pragmas are known");
        Self { connection }
    }
}

const PRAGMAS: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = 1";

impl Peer for Diesel {
    fn name(&self) -> &'static str {
        "diesel"
    }

    fn script(&mut self, sql: &str) {
        use diesel::connection::SimpleConnection;
        self.connection.batch_execute(sql).expect("the tables are made");
    }

    fn run(&mut self, scenario: Scenario, handle: Handle, times: u32) -> Option<Run> {
        use diesel::RunQueryDsl;
        use diesel::connection::{AnsiTransactionManager, TransactionManager};
        let connection = &mut self.connection;
        if scenario == Scenario::Stream {
            let mut streamed = || -> QueryResult<Run> {
                Ok(timed!(times, {
                    let mut count = 0_usize;
                    for user in users::table.select(User::as_select()).load_iter(connection)? {
                        count += usize::from(user?.id > 0);
                    }
                    count
                }))
            };
            return Some(streamed().expect("the query succeeds"));
        }
        let begun = handle == Handle::Transaction;
        if begun {
            AnsiTransactionManager::begin_transaction(connection).expect("nobody else writes");
        }
        let run = scenarios!(
            connection,
            scenario,
            times,
            |new| {
                let insert = diesel::insert_into(users::table).values(&new).returning(users::id);
                let keys: Vec<i64> = insert.get_results(connection).expect("the rows are new");
                keys.len()
            },
            |query| query.expect("the query succeeds")
        );
        if begun {
            AnsiTransactionManager::rollback_transaction(connection).expect("it was begun");
        }
        Some(run)
    }
}

macro_rules! diesel_async {
    ($module:ident, $Connection:ty, |$held:ident, $new:ident| $insert:expr) => {
        pub mod $module {
            use diesel_async::{RunQueryDsl, TransactionManager};

            use super::*;

            pub struct DieselAsync {
                pool: Pool<$Connection>,
            }

            type Manager = <$Connection as diesel_async::AsyncConnection>::TransactionManager;

            impl DieselAsync {
                pub fn connect(database: Database, url: &str) -> Self {
                    let url = if database.is_sqlite() {
                        url.strip_prefix("sqlite://").unwrap_or(":memory:")
                    } else {
                        url
                    };
                    let manager = AsyncDieselConnectionManager::<$Connection>::new(url);
                    let size = if database.is_sqlite() { 1 } else { 10 };
                    let pool = Pool::builder(manager).max_size(size).build().expect("the options are good");
                    if database.is_sqlite() {
                        block_on(async {
                            let mut held = pool.get().await.expect("the database is opened");
                            held.batch_execute(PRAGMAS).await.expect("the pragmas are known");
                        });
                    }
                    Self { pool }
                }
            }

            impl Peer for DieselAsync {
                fn name(&self) -> &'static str {
                    "diesel-async"
                }

                fn script(&mut self, sql: &str) {
                    block_on(async {
                        let mut held = self.pool.get().await.expect("the database is there");
                        held.batch_execute(sql).await.expect("the tables are made");
                    });
                }

                fn run(&mut self, scenario: Scenario, handle: Handle, times: u32) -> Option<Run> {
                    block_on(async {
                        match handle {
                            Handle::Transaction => in_transaction(&self.pool, scenario, times).await,
                            Handle::Pool => on_pool(&self.pool, scenario, times).await,
                        }
                    })
                    .map(Some)
                    .expect("the queries succeed")
                }
            }

            async fn on_pool(pool: &Pool<$Connection>, scenario: Scenario, times: u32) -> QueryResult<Run> {
                macro_rules! taken {
                    () => {
                        &mut pool.get().await.expect("the database is there")
                    };
                }
                if scenario == Scenario::Stream {
                    return Ok(timed!(times, {
                        let query = users::table.select(User::as_select());
                        let held: &mut $Connection = taken!();
                        let mut rows = query.load_stream::<User>(held).await?;
                        let mut count = 0_usize;
                        while let Some(user) = rows.try_next().await? {
                            count += usize::from(user.id > 0);
                        }
                        count
                    }));
                }
                Ok(scenarios!(
                    taken!(),
                    scenario,
                    times,
                    |$new| {
                        let $held: &mut $Connection = taken!();
                        $insert
                    },
                    |query| query.await?
                ))
            }

            async fn in_transaction(
                pool: &Pool<$Connection>,
                scenario: Scenario,
                times: u32,
            ) -> QueryResult<Run> {
                let mut $held = pool.get().await.expect("the database is there");
                let $held: &mut $Connection = &mut $held;
                Manager::begin_transaction($held).await?;
                let run = scenarios!($held, scenario, times, |$new| $insert, |query| query.await?);
                Manager::rollback_transaction($held).await?;
                Ok(run)
            }
        }
    };
}

// diesel-async has no inserts of several rows there, but a way to Diesel itself.
diesel_async!(sqlite, SyncConnectionWrapper<SqliteConnection>, |held, new| {
    let insert = move |held: &mut SqliteConnection| -> QueryResult<Vec<i64>> {
        let insert = diesel::insert_into(users::table).values(&new).returning(users::id);
        diesel::RunQueryDsl::get_results(insert, held)
    };
    held.spawn_blocking(insert).await?.len()
});
diesel_async!(postgres, AsyncPgConnection, |held, new| {
    let keys: Vec<i64> =
        diesel::insert_into(users::table).values(&new).returning(users::id).get_results(held).await?;
    keys.len()
});
// Diesel has no `RETURNING` there at all: the keys stay unknown.
diesel_async!(mysql, AsyncMysqlConnection, |held, new| {
    diesel::insert_into(users::table).values(&new).execute(held).await?
});
