//! SeaORM, as its documentation says to use it.

use futures_util::TryStreamExt;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database as Databases, DatabaseConnection, DbBackend, FromQueryResult,
    LoaderTrait, QueryOrder, QuerySelect, Set, StreamTrait, TransactionTrait,
};

use super::{Peer, block_on, new_color, new_name, timed};
use crate::database::Database;
use crate::measure::Run;
use crate::scenario::{Handle, KEY, Scenario};

mod user {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "users")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub name: String,
        pub hair_color: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(has_many = "super::post::Entity")]
        Posts,
    }

    impl Related<super::post::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::Posts.def()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

mod post {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "posts")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub user_id: i64,
        pub title: String,
        pub body: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::user::Entity",
            from = "Column::UserId",
            to = "super::user::Column::Id"
        )]
        User,
        #[sea_orm(has_many = "super::comment::Entity")]
        Comments,
    }

    impl Related<super::user::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::User.def()
        }
    }

    impl Related<super::comment::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::Comments.def()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

mod comment {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "comments")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub post_id: i64,
        pub text: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::post::Entity",
            from = "Column::PostId",
            to = "super::post::Column::Id"
        )]
        Post,
    }

    impl Related<super::post::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::Post.def()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

#[derive(FromQueryResult)]
struct Counted {
    #[expect(dead_code, reason = "it is read for the reading alone")]
    id: i64,
    #[expect(dead_code, reason = "it is read for the reading alone")]
    name: String,
    #[expect(dead_code, reason = "it is read for the reading alone")]
    hair_color: Option<String>,
    posts: i64,
}

pub struct SeaOrm {
    db: DatabaseConnection,
}

impl SeaOrm {
    pub fn connect(database: Database, url: &str) -> Self {
        let url = match database {
            Database::File => format!("{url}?mode=rwc"),
            _ => url.to_owned(),
        };
        let mut options = ConnectOptions::new(url);
        if database.is_sqlite() {
            options.max_connections(1);
        }
        options.sqlx_logging(false);
        let db = block_on(Databases::connect(options)).expect("the database is there");
        if database == Database::File {
            block_on(db.execute_unprepared("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL"))
                .expect("the pragmas are known");
        }
        Self { db }
    }
}

impl Peer for SeaOrm {
    fn name(&self) -> &'static str {
        "SeaORM"
    }

    fn script(&mut self, sql: &str) {
        block_on(self.db.execute_unprepared(sql)).expect("the tables are made");
    }

    fn run(&mut self, scenario: Scenario, handle: Handle, times: u32) -> Option<Run> {
        let run = block_on(async {
            match handle {
                Handle::Pool => run(&self.db, scenario, times).await,
                Handle::Transaction => {
                    let tx = self.db.begin().await?;
                    let run = run(&tx, scenario, times).await?;
                    tx.rollback().await?;
                    Ok(run)
                }
            }
        });
        Some(run.expect("the queries succeed"))
    }
}

async fn run<C: ConnectionTrait + StreamTrait>(db: &C, scenario: Scenario, times: u32) -> Result<Run, DbErr> {
    Ok(match scenario {
        Scenario::Trivial(_) => timed!(times, user::Entity::find().all(db).await?.len()),
        Scenario::Medium(_) => timed!(times, {
            let rows = user::Entity::find()
                .find_also_related(post::Entity)
                .filter(user::Column::HairColor.eq("black"))
                .order_by_desc(user::Column::Name)
                .all(db)
                .await?;
            rows.len()
        }),
        Scenario::Insert(1) => timed!(times, {
            let new = user::ActiveModel {
                name: Set(new_name(0)),
                hair_color: Set(new_color(0).map(str::to_owned)),
                ..Default::default()
            };
            usize::from(new.insert(db).await?.id > 0)
        }),
        Scenario::Insert(count) => timed!(times, {
            let new = (0..count as usize).map(|number| user::ActiveModel {
                name: Set(new_name(number)),
                hair_color: Set(new_color(number).map(str::to_owned)),
                ..Default::default()
            });
            let insert = user::Entity::insert_many(new);
            match ConnectionTrait::get_database_backend(db) {
                // The keys stay unknown there, but for the last.
                DbBackend::MySql => insert.exec_without_returning(db).await?,
                _ => insert.exec_with_returning_keys(db).await?.len() as u64,
            }
        }),
        Scenario::Update => timed!(times, {
            let update = user::Entity::update_many().col_expr(user::Column::Name, Expr::value("Somebody"));
            update.filter(user::Column::Id.eq(KEY)).exec(db).await?.rows_affected
        }),
        Scenario::Associations => timed!(times, {
            let users = user::Entity::find().all(db).await?;
            let posts = users.load_many(post::Entity, db).await?;
            let flat: Vec<post::Model> = posts.into_iter().flatten().collect();
            let comments = flat.load_many(comment::Entity, db).await?;
            comments.iter().map(Vec::len).sum::<usize>()
        }),
        Scenario::Prefetch => timed!(times, {
            let users = user::Entity::find().all(db).await?;
            let posts = users.load_many(post::Entity, db).await?;
            posts.iter().map(Vec::len).sum::<usize>()
        }),
        Scenario::GroupBy => timed!(times, {
            let rows = user::Entity::find()
                .column_as(post::Column::Id.count(), "posts")
                .left_join(post::Entity)
                .group_by(user::Column::Id)
                .into_model::<Counted>()
                .all(db)
                .await?;
            rows.iter().map(|row| row.posts).sum::<i64>()
        }),
        Scenario::Get => timed!(times, {
            let user = user::Entity::find_by_id(KEY).one(db).await?;
            usize::from(user.is_some())
        }),
        Scenario::Stream => timed!(times, {
            let mut rows = user::Entity::find().stream(db).await?;
            let mut count = 0_usize;
            while let Some(user) = rows.try_next().await? {
                count += usize::from(user.id > 0);
            }
            count
        }),
    })
}
