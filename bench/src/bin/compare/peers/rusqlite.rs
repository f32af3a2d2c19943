//! rusqlite by hand: what SQLite itself takes.

use rusqlite::{Connection, Row, params, params_from_iter};

use super::{Peer, grouped, leaves, new_color, new_name, timed, tree};
use crate::database::{
    COMMENTS, Database, GET, GROUP_BY, INSERT, MEDIUM, POSTS, TRIVIAL, UPDATE, places, values,
};
use crate::measure::Run;
use crate::scenario::{Handle, KEY, Scenario};

pub struct Rusqlite {
    connection: Connection,
}

impl Rusqlite {
    pub fn open(url: &str) -> Self {
        let connection = match url.strip_prefix("sqlite://") {
            Some(path) => Connection::open(path),
            None => Connection::open_in_memory(),
        };
        let connection = connection.expect("the database is opened");
        connection
            .execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = 1")
            .expect("the pragmas are known");
        connection.set_prepared_statement_cache_capacity(100);
        Self { connection }
    }
}

type User = (i64, String, Option<String>);
type Post = (i64, i64, String, Option<String>);
type Comment = (i64, i64, String);

fn user(row: &Row<'_>) -> rusqlite::Result<User> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
}

fn comment(row: &Row<'_>) -> rusqlite::Result<Comment> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
}

fn post(row: &Row<'_>) -> rusqlite::Result<Post> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
}

impl Peer for Rusqlite {
    fn name(&self) -> &'static str {
        "rusqlite"
    }

    fn script(&mut self, sql: &str) {
        self.connection.execute_batch(sql).expect("the tables are made");
    }

    fn run(&mut self, scenario: Scenario, handle: Handle, times: u32) -> Option<Run> {
        let begun = handle == Handle::Transaction;
        if begun {
            self.connection.execute_batch("BEGIN IMMEDIATE").expect("nobody else writes");
        }
        let run = run(&self.connection, scenario, times).expect("the queries succeed");
        if begun {
            self.connection.execute_batch("ROLLBACK").expect("it was begun");
        }
        Some(run)
    }
}

fn run(connection: &Connection, scenario: Scenario, times: u32) -> rusqlite::Result<Run> {
    let all = |sql: &str| -> rusqlite::Result<Vec<User>> {
        connection.prepare_cached(sql)?.query_map((), user)?.collect()
    };
    let posts = |users: &[User]| -> rusqlite::Result<Vec<Post>> {
        let sql = format!("{POSTS}{}", places(users.len()));
        let keys = params_from_iter(users.iter().map(|user| user.0));
        connection.prepare_cached(&sql)?.query_map(keys, post)?.collect()
    };
    Ok(match scenario {
        Scenario::Trivial(_) => timed!(times, all(TRIVIAL)?.len()),
        Scenario::Stream => timed!(times, {
            let mut statement = connection.prepare_cached(TRIVIAL)?;
            let mut count = 0_usize;
            for row in statement.query_map((), user)? {
                count += usize::from(row?.0 > 0);
            }
            count
        }),
        Scenario::Get => timed!(times, {
            let user = connection.prepare_cached(GET)?.query_row([KEY], user)?;
            usize::from(user.0 == KEY)
        }),
        Scenario::Update => {
            timed!(times, connection.prepare_cached(UPDATE)?.execute(params!["Somebody", KEY])?)
        }
        Scenario::Medium(_) => timed!(times, {
            let mut statement = connection.prepare_cached(MEDIUM)?;
            let rows = statement.query_map(["black"], |row| {
                let post = match row.get::<_, Option<i64>>(3)? {
                    Some(id) => Some((id, row.get(4)?, row.get(5)?, row.get(6)?)),
                    None => None,
                };
                Ok((user(row)?, post))
            })?;
            rows.collect::<rusqlite::Result<Vec<(User, Option<Post>)>>>()?.len()
        }),
        Scenario::Insert(count) => {
            let count = count as usize;
            let sql = Database::Memory.sql(&format!("{INSERT}{}", values(count)));
            timed!(times, {
                let mut statement = connection.prepare_cached(sql)?;
                for number in 0..count {
                    statement.raw_bind_parameter(number * 2 + 1, new_name(number))?;
                    statement.raw_bind_parameter(number * 2 + 2, new_color(number))?;
                }
                let mut rows = statement.raw_query();
                let mut keys: Vec<i64> = Vec::new();
                while let Some(row) = rows.next()? {
                    keys.push(row.get(0)?);
                }
                keys.len()
            })
        }
        Scenario::Associations => timed!(times, {
            let users = all(TRIVIAL)?;
            let posts = posts(&users)?;
            let sql = format!("{COMMENTS}{}", places(posts.len()));
            let keys = params_from_iter(posts.iter().map(|post| post.0));
            let comments =
                connection.prepare_cached(&sql)?.query_map(keys, comment)?.collect::<Result<Vec<_>, _>>()?;
            leaves(&tree(users, posts, comments, |user| user.0, |post| (post.0, post.1), |comment| comment.1))
        }),
        Scenario::Prefetch => timed!(times, {
            let users = all(TRIVIAL)?;
            let mut posts = grouped(posts(&users)?, |post| post.1);
            let owned = |user: User| {
                let of = posts.remove(&user.0).unwrap_or_default();
                (user, of)
            };
            let users: Vec<(User, Vec<Post>)> = users.into_iter().map(owned).collect();
            users.iter().map(|(_, posts)| posts.len()).sum::<usize>()
        }),
        Scenario::GroupBy => timed!(times, {
            let mut statement = connection.prepare_cached(GROUP_BY)?;
            let rows = statement.query_map((), |row| Ok((user(row)?, row.get(3)?)))?;
            let rows: Vec<(User, i64)> = rows.collect::<rusqlite::Result<_>>()?;
            rows.iter().map(|(_, posts)| *posts).sum::<i64>()
        }),
    })
}
