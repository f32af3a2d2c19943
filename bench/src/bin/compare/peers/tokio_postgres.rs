//! tokio-postgres by hand: what the protocol itself takes.

use futures_util::{TryStreamExt, pin_mut};
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, Error, NoTls, Row, Statement};

use super::{Peer, block_on, grouped, leaves, new_color, new_name, timed, tree};
use crate::database::{COMMENTS_OF, Database, GET, GROUP_BY, INSERT, MEDIUM, POSTS_OF, TRIVIAL, UPDATE};
use crate::measure::Run;
use crate::scenario::{Handle, KEY, Scenario};

pub struct TokioPostgres {
    client: Client,
}

impl TokioPostgres {
    pub fn connect(url: &str) -> Self {
        block_on(async {
            let (client, connection) =
                tokio_postgres::connect(url, NoTls).await.expect("the server is there");
            tokio::spawn(connection);
            Self { client }
        })
    }
}

type User = (i64, String, Option<String>);
type Post = (i64, i64, String, Option<String>);
type Comment = (i64, i64, String);

fn user(row: &Row) -> User {
    (row.get(0), row.get(1), row.get(2))
}

fn comment(row: &Row) -> Comment {
    (row.get(0), row.get(1), row.get(2))
}

fn post(row: &Row, at: usize) -> Post {
    (row.get(at), row.get(at + 1), row.get(at + 2), row.get(at + 3))
}

impl Peer for TokioPostgres {
    fn name(&self) -> &'static str {
        "tokio-postgres"
    }

    fn script(&mut self, sql: &str) {
        block_on(self.client.batch_execute(sql)).expect("the tables are made");
    }

    fn run(&mut self, scenario: Scenario, handle: Handle, times: u32) -> Option<Run> {
        let begun = handle == Handle::Transaction;
        block_on(async {
            if begun {
                self.client.batch_execute("BEGIN").await.expect("the server is there");
            }
            let run = run(&self.client, scenario, times).await.expect("the queries succeed");
            if begun {
                self.client.batch_execute("ROLLBACK").await.expect("it was begun");
            }
            Some(run)
        })
    }
}

/// Rows as they come, each read at once.
async fn fetch<T>(
    client: &Client,
    statement: &Statement,
    values: &[&(dyn ToSql + Sync)],
    read: impl Fn(&Row) -> T,
) -> Result<Vec<T>, Error> {
    let rows = client.query_raw(statement, values.iter().copied()).await?;
    pin_mut!(rows);
    let mut all = Vec::new();
    while let Some(row) = rows.try_next().await? {
        all.push(read(&row));
    }
    Ok(all)
}

async fn run(client: &Client, scenario: Scenario, times: u32) -> Result<Run, Error> {
    let sql = |text| Database::Postgres.sql(text);
    let trivial = client.prepare(TRIVIAL).await?;
    Ok(match scenario {
        Scenario::Trivial(_) => timed!(times, fetch(client, &trivial, &[], user).await?.len()),
        Scenario::Stream => timed!(times, {
            let rows = client.query_raw(&trivial, Vec::<i64>::new()).await?;
            pin_mut!(rows);
            let mut count = 0_usize;
            while let Some(row) = rows.try_next().await? {
                count += usize::from(user(&row).0 > 0);
            }
            count
        }),
        Scenario::Get => {
            let get = client.prepare(sql(GET)).await?;
            timed!(times, usize::from(user(&client.query_one(&get, &[&KEY]).await?).0 == KEY))
        }
        Scenario::Update => {
            let update = client.prepare(sql(UPDATE)).await?;
            timed!(times, client.execute(&update, &[&"Somebody", &KEY]).await?)
        }
        Scenario::Medium(_) => {
            let medium = client.prepare(sql(MEDIUM)).await?;
            let read = |row: &Row| {
                let joined = row.get::<_, Option<i64>>(3).map(|_| post(row, 3));
                (user(row), joined)
            };
            timed!(times, fetch(client, &medium, &[&"black"], read).await?.len())
        }
        Scenario::Insert(count) => {
            let text = format!("{INSERT}SELECT * FROM unnest($1::text[], $2::text[]) RETURNING id");
            let insert = client.prepare(&text).await?;
            timed!(times, {
                let names: Vec<String> = (0..count as usize).map(new_name).collect();
                let colors: Vec<Option<&str>> = (0..count as usize).map(new_color).collect();
                let keys = fetch(client, &insert, &[&names, &colors], |row| row.get::<_, i64>(0)).await?;
                keys.len()
            })
        }
        Scenario::Associations => {
            let posts_of = client.prepare(POSTS_OF).await?;
            let comments_of = client.prepare(COMMENTS_OF).await?;
            timed!(times, {
                let users = fetch(client, &trivial, &[], user).await?;
                let keys: Vec<i64> = users.iter().map(|user| user.0).collect();
                let posts = fetch(client, &posts_of, &[&keys], |row| post(row, 0)).await?;
                let keys: Vec<i64> = posts.iter().map(|post| post.0).collect();
                let comments = fetch(client, &comments_of, &[&keys], comment).await?;
                leaves(&tree(
                    users,
                    posts,
                    comments,
                    |user| user.0,
                    |post| (post.0, post.1),
                    |comment| comment.1,
                ))
            })
        }
        Scenario::Prefetch => {
            let posts_of = client.prepare(POSTS_OF).await?;
            timed!(times, {
                let users = fetch(client, &trivial, &[], user).await?;
                let keys: Vec<i64> = users.iter().map(|user| user.0).collect();
                let posts = fetch(client, &posts_of, &[&keys], |row| post(row, 0)).await?;
                let mut posts = grouped(posts, |post| post.1);
                let owned = |user: User| {
                    let of = posts.remove(&user.0).unwrap_or_default();
                    (user, of)
                };
                let users: Vec<(User, Vec<Post>)> = users.into_iter().map(owned).collect();
                users.iter().map(|(_, posts)| posts.len()).sum::<usize>()
            })
        }
        Scenario::GroupBy => {
            let group_by = client.prepare(GROUP_BY).await?;
            let read = |row: &Row| (user(row), row.get::<_, i64>(3));
            timed!(times, {
                let rows = fetch(client, &group_by, &[], read).await?;
                rows.iter().map(|(_, posts)| *posts).sum::<i64>()
            })
        }
    })
}
