//! sqlx by hand: as its documentation says to use it, which is the baseline, and tuned.
//!
//! Tuned means: rows by position and without a check of their types, straight from `fetch_many`; texts that
//! stay the same; on PostgreSQL arrays for many values, unnested where it takes least.

use std::collections::HashMap;

use futures_util::{StreamExt, TryStreamExt};
use sqlx::{Acquire, Either, Executor, FromRow, QueryBuilder, Row};

use super::{Peer, block_on, grouped, leaves, new_color, new_name, timed, tree};
use crate::database::{
    COMMENTS, COMMENTS_OF, Database, GET, GROUP_BY, INSERT, MEDIUM, POSTS, POSTS_OF, TRIVIAL, UPDATE, places,
    values,
};
use crate::measure::Run;
use crate::scenario::{Handle, KEY, Scenario};

/// Both ways on a database.
pub fn peers(database: Database, place: &dyn Fn(&str) -> String) -> Vec<Box<dyn Peer>> {
    let both = |tuned: bool| -> Box<dyn Peer> {
        let url = place(if tuned { "sqlx-tuned" } else { "sqlx" });
        match database {
            Database::Memory | Database::File => Box::new(sqlite::Sqlx::connect(database, &url, tuned)),
            Database::Postgres => Box::new(postgres::Sqlx::connect(database, &url, tuned)),
            Database::MariaDb => Box::new(mysql::Sqlx::connect(database, &url, tuned)),
        }
    };
    vec![both(false), both(true)]
}

#[derive(FromRow)]
struct User {
    id: i64,
    #[expect(dead_code, reason = "it is read for the reading alone")]
    name: String,
    #[expect(dead_code, reason = "it is read for the reading alone")]
    hair_color: Option<String>,
}

#[derive(FromRow)]
struct Post {
    id: i64,
    user_id: i64,
    #[expect(dead_code, reason = "it is read for the reading alone")]
    title: String,
    #[expect(dead_code, reason = "it is read for the reading alone")]
    body: Option<String>,
}

#[derive(FromRow)]
struct Comment {
    #[expect(dead_code, reason = "it is read for the reading alone")]
    id: i64,
    post_id: i64,
    #[expect(dead_code, reason = "it is read for the reading alone")]
    text: String,
}

macro_rules! sqlx_peer {
    ($module:ident, $DB:ty, $array:ident) => {
        mod $module {
            use super::*;

            type DB = $DB;
            type Rows = <DB as sqlx::Database>::Row;
            type Held = <DB as sqlx::Database>::Connection;

            pub struct Sqlx {
                pool: sqlx::Pool<DB>,
                sql: Texts,
                tuned: bool,
            }

            /// The texts with the placeholders of the database.
            struct Texts {
                database: Database,
                medium: &'static str,
                get: &'static str,
                update: &'static str,
                insert: HashMap<u64, &'static str>,
            }

            impl Sqlx {
                pub fn connect(database: Database, url: &str, tuned: bool) -> Self {
                    let options = sqlx::pool::PoolOptions::<DB>::new();
                    let pool = match database {
                        Database::Memory => options
                            .max_connections(1)
                            .min_connections(1)
                            .idle_timeout(None)
                            .max_lifetime(None),
                        _ if tuned => options.test_before_acquire(false),
                        _ => options,
                    };
                    let pool = block_on(pool.connect_with(options_of!($module, url)))
                        .expect("the database is there");
                    let sql = Texts {
                        database,
                        medium: database.sql(MEDIUM),
                        get: database.sql(GET),
                        update: database.sql(UPDATE),
                        insert: HashMap::new(),
                    };
                    Self { pool, sql, tuned }
                }
            }

            impl Peer for Sqlx {
                fn name(&self) -> &'static str {
                    if self.tuned { "sqlx, tuned" } else { "sqlx" }
                }

                fn script(&mut self, sql: &str) {
                    let sql = sqlx::raw_sql(sqlx::AssertSqlSafe(sql));
                    block_on(sql.execute(&self.pool)).expect("the tables are made");
                }

                fn run(&mut self, scenario: Scenario, handle: Handle, times: u32) -> Option<Run> {
                    block_on(self.timed(scenario, handle, times)).map(Some).expect("the queries succeed")
                }
            }

            fn user(row: &Rows) -> User {
                User {
                    id: row.get_unchecked(0),
                    name: row.get_unchecked(1),
                    hair_color: row.get_unchecked(2),
                }
            }

            fn post(row: &Rows) -> Post {
                Post {
                    id: row.get_unchecked(0),
                    user_id: row.get_unchecked(1),
                    title: row.get_unchecked(2),
                    body: row.get_unchecked(3),
                }
            }

            fn comment(row: &Rows) -> Comment {
                Comment {
                    id: row.get_unchecked(0),
                    post_id: row.get_unchecked(1),
                    text: row.get_unchecked(2),
                }
            }

            fn with_post(row: &Rows) -> (User, Option<Post>) {
                let joined = row.get_unchecked::<Option<i64>, _>(3).map(|id| Post {
                    id,
                    user_id: row.get_unchecked(4),
                    title: row.get_unchecked(5),
                    body: row.get_unchecked(6),
                });
                (user(row), joined)
            }

            type Asked = sqlx::query::Query<'static, DB, <DB as sqlx::Database>::Arguments>;

            async fn positional<T>(
                held: &mut Held,
                query: Asked,
                read: fn(&Rows) -> T,
            ) -> sqlx::Result<Vec<T>> {
                let mut results = held.fetch_many(query);
                let mut rows = Vec::new();
                while let Some(result) = results.next().await {
                    if let Either::Right(row) = result? {
                        rows.push(read(&row));
                    }
                }
                Ok(rows)
            }

            /// Rows by `FromRow`, or by position.
            async fn fetch<T>(
                held: &mut Held,
                query: Asked,
                tuned: bool,
                read: fn(&Rows) -> T,
            ) -> sqlx::Result<Vec<T>>
            where
                T: for<'r> FromRow<'r, Rows> + Send + Unpin,
            {
                if tuned {
                    return positional(held, query, read).await;
                }
                query.try_map(|row: Rows| T::from_row(&row)).fetch_all(held).await
            }

            impl Sqlx {
                async fn timed(
                    &mut self,
                    scenario: Scenario,
                    handle: Handle,
                    times: u32,
                ) -> sqlx::Result<Run> {
                    if let Scenario::Insert(count) = scenario {
                        let database = self.sql.database;
                        let text = || database.sql(&format!("{INSERT}{}", values(count as usize)));
                        self.sql.insert.entry(count).or_insert_with(text);
                    }
                    if handle == Handle::Pool {
                        return run(&mut Lender::Pool(&self.pool), &self.sql, self.tuned, scenario, times)
                            .await;
                    }
                    let mut held = self.pool.acquire().await?;
                    let mut transaction = held.begin().await?;
                    let mut lender = Lender::Held(&mut transaction);
                    let run = run(&mut lender, &self.sql, self.tuned, scenario, times).await?;
                    transaction.rollback().await?;
                    Ok(run)
                }
            }

            /// Who has the connection for a query.
            enum Lender<'l> {
                Held(&'l mut Held),
                Pool(&'l sqlx::Pool<DB>),
            }

            enum Lent<'l> {
                Held(&'l mut Held),
                Pooled(sqlx::pool::PoolConnection<DB>),
            }

            impl Lender<'_> {
                async fn lend(&mut self) -> sqlx::Result<Lent<'_>> {
                    Ok(match self {
                        Self::Held(held) => Lent::Held(held),
                        Self::Pool(pool) => Lent::Pooled(pool.acquire().await?),
                    })
                }
            }

            impl Lent<'_> {
                fn connection(&mut self) -> &mut Held {
                    match self {
                        Self::Held(held) => held,
                        Self::Pooled(held) => held,
                    }
                }
            }

            async fn run(
                lender: &mut Lender<'_>,
                sql: &Texts,
                tuned: bool,
                scenario: Scenario,
                times: u32,
            ) -> sqlx::Result<Run> {
                Ok(match scenario {
                    Scenario::Trivial(_) => {
                        timed!(
                            times,
                            fetch(lender.lend().await?.connection(), sqlx::query(TRIVIAL), tuned, user)
                                .await?
                                .len()
                        )
                    }
                    Scenario::Update => timed!(times, {
                        sqlx::query(sql.update)
                            .bind("Somebody")
                            .bind(KEY)
                            .execute(lender.lend().await?.connection())
                            .await?
                            .rows_affected()
                    }),
                    Scenario::Medium(_) => timed!(times, {
                        let query = sqlx::query(sql.medium).bind("black");
                        if tuned {
                            positional(lender.lend().await?.connection(), query, with_post).await?.len()
                        } else {
                            let read = |row: Rows| {
                                let user = User::from_row(&row)?;
                                let joined = match row.try_get::<Option<i64>, _>("post_id")? {
                                    Some(id) => Some(Post {
                                        id,
                                        user_id: row.try_get("user_id")?,
                                        title: row.try_get("title")?,
                                        body: row.try_get("body")?,
                                    }),
                                    None => None,
                                };
                                Ok((user, joined))
                            };
                            query.try_map(read).fetch_all(lender.lend().await?.connection()).await?.len()
                        }
                    }),
                    Scenario::Insert(count) => timed!(times, {
                        insert(lender.lend().await?.connection(), sql.insert[&count], count as usize, tuned)
                            .await?
                            .len()
                    }),
                    Scenario::Associations => timed!(times, {
                        let (users, posts) = users_with_posts(lender, sql, tuned).await?;
                        let keys = posts.iter().map(|post| post.id).collect();
                        let comments = fetch(
                            lender.lend().await?.connection(),
                            among(sql, COMMENTS, COMMENTS_OF, keys),
                            tuned,
                            comment,
                        )
                        .await?;
                        let tree = tree(
                            users,
                            posts,
                            comments,
                            |user| user.id,
                            |post| (post.id, post.user_id),
                            |comment| comment.post_id,
                        );
                        leaves(&tree)
                    }),
                    Scenario::Prefetch => timed!(times, {
                        let (users, posts) = users_with_posts(lender, sql, tuned).await?;
                        let mut posts = grouped(posts, |post| post.user_id);
                        let owned = |user: User| {
                            let of = posts.remove(&user.id).unwrap_or_default();
                            (user, of)
                        };
                        let users: Vec<(User, Vec<Post>)> = users.into_iter().map(owned).collect();
                        users.iter().map(|(_, posts)| posts.len()).sum::<usize>()
                    }),
                    Scenario::GroupBy => timed!(times, {
                        let rows = if tuned {
                            positional(lender.lend().await?.connection(), sqlx::query(GROUP_BY), |row| {
                                (user(row), row.get_unchecked::<i64, _>(3))
                            })
                            .await?
                        } else {
                            let read = |row: Rows| Ok((User::from_row(&row)?, row.try_get("posts")?));
                            sqlx::query(GROUP_BY)
                                .try_map(read)
                                .fetch_all(lender.lend().await?.connection())
                                .await?
                        };
                        rows.iter().map(|(_, posts)| *posts).sum::<i64>()
                    }),
                    Scenario::Get => timed!(times, {
                        let query = sqlx::query_as(sql.get).bind(KEY);
                        let user: User = query.fetch_one(lender.lend().await?.connection()).await?;
                        usize::from(user.id == KEY)
                    }),
                    Scenario::Stream => timed!(times, {
                        let mut lent = lender.lend().await?;
                        let mut rows = sqlx::query_as::<_, User>(TRIVIAL).fetch(lent.connection());
                        let mut count = 0_usize;
                        while let Some(user) = rows.try_next().await? {
                            count += usize::from(user.id > 0);
                        }
                        count
                    }),
                })
            }

            async fn users_with_posts(
                lender: &mut Lender<'_>,
                sql: &Texts,
                tuned: bool,
            ) -> sqlx::Result<(Vec<User>, Vec<Post>)> {
                let all = sqlx::query(TRIVIAL);
                let users = fetch(lender.lend().await?.connection(), all, tuned, user).await?;
                let keys = users.iter().map(|user| user.id).collect();
                let theirs = among(sql, POSTS, POSTS_OF, keys);
                let posts = fetch(lender.lend().await?.connection(), theirs, tuned, post).await?;
                Ok((users, posts))
            }

            /// A query for rows that belong to some keys.
            fn among(sql: &Texts, list: &str, array: &'static str, keys: Vec<i64>) -> Asked {
                among!($array, sql, list, array, keys)
            }

            async fn insert(
                held: &mut Held,
                text: &'static str,
                count: usize,
                tuned: bool,
            ) -> sqlx::Result<Vec<i64>> {
                if tuned {
                    return positional(held, new_rows!($array, text, count), |row| row.get_unchecked(0))
                        .await;
                }
                let mut query = QueryBuilder::<DB>::new(INSERT);
                query.push_values(0..count, |mut row, number| {
                    row.push_bind(new_name(number)).push_bind(new_color(number));
                });
                query.push(" RETURNING id");
                query.build_query_scalar().fetch_all(&mut *held).await
            }
        }
    };
}

macro_rules! among {
    (arrays, $sql:ident, $list:ident, $array:ident, $keys:ident) => {{
        let _ = ($sql, $list);
        sqlx::query($array).bind($keys)
    }};
    (lists, $sql:ident, $list:ident, $array:ident, $keys:ident) => {{
        let _ = ($sql, $array);
        let query = sqlx::query(sqlx::AssertSqlSafe(format!("{}{}", $list, places($keys.len()))));
        $keys.into_iter().fold(query, |query, key| query.bind(key))
    }};
}

macro_rules! new_rows {
    (arrays, $text:ident, $count:ident) => {{
        let _ = $text;
        let names: Vec<String> = (0..$count).map(new_name).collect();
        let colors: Vec<Option<&str>> = (0..$count).map(new_color).collect();
        sqlx::query(
            "INSERT INTO users (name, hair_color) SELECT unnest($1::text[]), unnest($2::text[]) RETURNING id",
        )
        .bind(names)
        .bind(colors)
    }};
    (lists, $text:ident, $count:ident) => {
        (0..$count)
            .fold(sqlx::query($text), |query, number| query.bind(new_name(number)).bind(new_color(number)))
    };
}

macro_rules! options_of {
    (sqlite, $url:ident) => {{
        use std::str::FromStr;
        sqlx::sqlite::SqliteConnectOptions::from_str($url)
            .expect("it is a URL")
            .create_if_missing(true)
            .journal_mode(sqlx::sqlite::SqliteJournalMode::Wal)
            .synchronous(sqlx::sqlite::SqliteSynchronous::Normal)
    }};
    (postgres, $url:ident) => {{
        use std::str::FromStr;
        sqlx::postgres::PgConnectOptions::from_str($url).expect("it is a URL")
    }};
    (mysql, $url:ident) => {{
        use std::str::FromStr;
        sqlx::mysql::MySqlConnectOptions::from_str($url).expect("it is a URL")
    }};
}

sqlx_peer!(sqlite, sqlx::Sqlite, lists);
sqlx_peer!(postgres, sqlx::Postgres, arrays);
sqlx_peer!(mysql, sqlx::MySql, lists);
