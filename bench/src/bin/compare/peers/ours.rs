//! This library, as its guide says to use it.

use futures_util::TryStreamExt;
use queryset::prelude::*;

use super::{Peer, block_on, new_color, new_name, timed};
use crate::measure::Run;
use crate::models::bench::{Comment, Post, User, post, user};
use crate::scenario::{Handle, KEY, Scenario};

pub struct Ours {
    db: Db<AnyBackend>,
}

impl Ours {
    pub fn connect(url: &str) -> Self {
        Self { db: block_on(Db::connect(url)).expect("the database is there") }
    }
}

impl Peer for Ours {
    fn name(&self) -> &'static str {
        "queryset"
    }

    fn script(&mut self, sql: &str) {
        block_on(self.db.execute_script(sql)).expect("the tables are made");
    }

    fn run(&mut self, scenario: Scenario, handle: Handle, times: u32) -> Option<Run> {
        block_on(run(&self.db, scenario, handle, times)).map(Some).expect("the queries succeed")
    }
}

/// A scenario, whatever runs its queries: `&db` or `&mut tx`.
macro_rules! scenarios {
    ($db:expr, $scenario:expr, $times:expr) => {
        match $scenario {
            Scenario::Trivial(_) => timed!($times, User::objects().all($db).await?.len()),
            Scenario::Medium(_) => timed!($times, {
                let rows = User::objects()
                    .filter(user::hair_color.exact("black"))
                    .order_by(user::name.desc())
                    .values_list((
                        user::id,
                        user::name,
                        user::hair_color,
                        user::posts().id,
                        user::posts().user_id,
                        user::posts().title,
                        user::posts().body,
                    ))
                    .all($db)
                    .await?;
                rows.len()
            }),
            Scenario::Insert(1) => timed!($times, {
                let new = User::create().name(new_name(0)).hair_color(new_color(0).map(str::to_owned));
                usize::from(new.save($db).await?.id > 0)
            }),
            Scenario::Insert(count) => timed!($times, {
                let new = (0..count as usize).map(|number| {
                    User::create().name(new_name(number)).hair_color(new_color(number).map(str::to_owned))
                });
                User::objects().bulk_create(new, $db).await?.len()
            }),
            Scenario::Update => timed!($times, {
                let row = User::objects().filter(user::id.exact(KEY));
                row.update(user::name.set("Somebody"), $db).await?
            }),
            Scenario::Associations => timed!($times, {
                let posts = Post::objects().prefetch_related(post::comments());
                let users = User::objects().prefetch_related(prefetch(user::posts(), posts)).all($db).await?;
                let count = |(_, posts): &(User, Vec<(Post, Vec<Comment>)>)| {
                    posts.iter().map(|(_, comments)| comments.len()).sum::<usize>()
                };
                users.iter().map(count).sum::<usize>()
            }),
            Scenario::Prefetch => timed!($times, {
                let users = User::objects().prefetch_related(user::posts()).all($db).await?;
                users.iter().map(|(_, posts)| posts.len()).sum::<usize>()
            }),
            Scenario::GroupBy => timed!($times, {
                let users = User::objects().annotate(user::posts().count()).all($db).await?;
                users.iter().map(|(_, posts)| *posts).sum::<i64>()
            }),
            Scenario::Get => timed!($times, {
                let user = User::objects().filter(user::id.exact(KEY)).get($db).await?;
                usize::from(user.id == KEY)
            }),
            Scenario::Stream => timed!($times, {
                let mut rows = User::objects().iterator($db);
                let mut count = 0_usize;
                while let Some(user) = rows.try_next().await? {
                    count += usize::from(user.id > 0);
                }
                count
            }),
        }
    };
}

async fn run(db: &Db<AnyBackend>, scenario: Scenario, handle: Handle, times: u32) -> Result<Run, Error> {
    Ok(match handle {
        Handle::Pool => scenarios!(db, scenario, times),
        Handle::Transaction => {
            let mut tx = db.begin().await?;
            let run = scenarios!(&mut tx, scenario, times);
            tx.rollback().await?;
            run
        }
    })
}
