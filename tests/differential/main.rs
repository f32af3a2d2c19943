//! The same random queries on the same random rows, by Django and by this library: rows must be the
//! same, and joins and subqueries no more.
//!
//! `QUERYSET_QUERIES` is how many queries each database is asked, and `QUERYSET_SEED` the seed of the
//! first rows: without them the run is always the same. A query that differs is made as small as can
//! be, and told with the seed of its rows.

mod compare;
#[path = "../integration/database.rs"]
mod database;
mod dataset;
mod django;
mod generate;
mod kind;
mod query;
mod random;
mod shrink;

use queryset::demo::{self, MODELS};
use queryset::prelude::*;
use queryset::{AnyBackend, Error, PoolOptions};
use serde_json::{Value as Json, json};
use tokio::runtime::{Builder, Runtime};

use self::compare::{Difference, Outcome};
use self::database::Database;
use self::dataset::Dataset;
use self::django::Django;
use self::generate::Generator;
use self::query::{Ask, Query};
use self::random::Random;

/// How many queries are asked of the same rows.
const QUERIES_OF_A_DATASET: usize = 1000;

/// How many are asked at a time.
const BATCH: usize = 50;

/// How many that differ are told.
const MOST_TOLD: usize = 8;

#[test]
fn sqlite_gives_the_rows_of_django() {
    check(Database::Sqlite);
}

#[test]
fn postgres_gives_the_rows_of_django() {
    check(Database::Postgres);
}

#[test]
fn mysql_gives_the_rows_of_django() {
    check(Database::MySql);
}

/// A file of its own on SQLite: another test binary may run beside this one for long.
fn url(database: Database) -> Option<String> {
    match database {
        Database::Sqlite => Some(format!("sqlite:{}/differential.db", env!("CARGO_TARGET_TMPDIR"))),
        Database::Postgres | Database::MySql => database.url(),
    }
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok().map(|text| text.parse().expect("the variable is a number"))
}

#[track_caller]
fn check(database: Database) {
    let Some(url) = url(database) else { return };
    let Some(django) = Django::start(&url) else { return };
    let queries = number("QUERYSET_QUERIES").unwrap_or(2000) as usize;
    let seed = number("QUERYSET_SEED").unwrap_or(1);
    let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime starts");
    let options = PoolOptions::new().max_connections(1);
    let db = runtime.block_on(options.connect(&url)).unwrap_or_else(|error| panic!("{url}: {error}"));
    let mut sides = Sides { db, runtime, django, database };
    sides.create();
    let mut told = Vec::new();
    let mut count = Count::default();
    for (at, seed) in (0..queries).step_by(QUERIES_OF_A_DATASET).zip(seed..) {
        let wanted = QUERIES_OF_A_DATASET.min(queries - at);
        sides.run(seed, wanted, &mut told, &mut count);
        if told.len() >= MOST_TOLD {
            break;
        }
    }
    let Count { refused, listed } = count;
    println!(
        "{database:?}: seeds from {seed}, {queries} queries, of which Django refuses {refused}, and {listed} differ as listed"
    );
    assert!(told.is_empty(), "on {database:?}, seeds from {seed}:\n\n{}", told.join("\n\n"));
    assert!(refused * 20 < queries, "Django refuses {refused} of {queries} queries");
    assert!(listed * 100 <= queries, "{listed} of {queries} queries differ as listed");
}

/// Queries that are not compared.
#[derive(Default)]
struct Count {
    /// Django refuses them.
    refused: usize,
    /// They differ in a way that `ARCHITECTURE.md` lists.
    listed: usize,
}

/// Both sides of a comparison.
struct Sides {
    db: Db<AnyBackend>,
    runtime: Runtime,
    django: Django,
    database: Database,
}

impl Sides {
    /// Asks both sides, and tells of what differs.
    fn run(&mut self, seed: u64, queries: usize, told: &mut Vec<String>, count: &mut Count) {
        let mut random = Random::new(seed);
        let dataset = Dataset::new(&mut random);
        self.load(&dataset);
        let mut generator = Generator::new(&dataset, random);
        let mut left = queries;
        while left > 0 && told.len() < MOST_TOLD {
            let queries: Vec<Query> = (0..BATCH.min(left)).map(|_| generator.query()).collect();
            left -= queries.len();
            self.django.ask(&queries, false);
            let ours: Vec<Outcome> = queries.iter().map(|query| self.ours(query)).collect();
            for ((query, ours), theirs) in queries.iter().zip(ours).zip(self.django.answer()) {
                let theirs = Outcome::of_django(&theirs);
                count.refused += usize::from(theirs.is_refused());
                let Some(difference) = ours.differs(&theirs, query, self.database) else { continue };
                let their_sql = self.ask(query, true)["sql"].to_string();
                match difference.is_listed(&theirs, &self.sql(query), &their_sql) {
                    true => count.listed += 1,
                    false => told.push(self.tell(seed, query, &difference)),
                }
            }
        }
    }

    fn create(&self) {
        let created: Result<(), Error> = self.runtime.block_on(async {
            queryset::drop_tables(&self.db, MODELS).await?;
            queryset::create_tables(&self.db, MODELS).await
        });
        created.unwrap_or_else(|error| panic!("on {:?}: {}", self.database, chain(&error)));
    }

    /// Puts other rows into the tables. To make them anew takes MariaDB half a minute.
    fn load(&self, dataset: &Dataset) {
        let loaded: Result<(), Error> = self.runtime.block_on(async {
            self.db.execute_script(self.clear()).await?;
            demo::load_json(&self.db, MODELS, &dataset.to_json()).await
        });
        loaded.unwrap_or_else(|error| panic!("on {:?}: {}", self.database, chain(&error)));
    }

    /// Rows point at each other, which only MySQL minds before the end.
    fn clear(&self) -> String {
        let (quote, before, after) = match self.database {
            Database::Sqlite | Database::Postgres => ('"', "BEGIN", "COMMIT"),
            Database::MySql => ('`', "SET FOREIGN_KEY_CHECKS = 0", "SET FOREIGN_KEY_CHECKS = 1"),
        };
        let tables = dataset::models().into_iter().map(|model| model.table);
        let deletes: String = tables.map(|table| format!("DELETE FROM {quote}{table}{quote};\n")).collect();
        format!("{before};\n{deletes}{after};\n")
    }

    fn ours(&self, query: &Query) -> Outcome {
        let rows = query.build().and_then(|found| {
            self.runtime.block_on(async {
                Ok(match &query.ask {
                    Ask::Rows => found.all(&self.db).await?.iter().map(compare::row).collect(),
                    Ask::Count => vec![json!([found.count(&self.db).await?])],
                    Ask::Exists => vec![json!([found.exists(&self.db).await?])],
                    Ask::Aggregate(_) => {
                        vec![compare::row(&found.aggregate(query.summary()?, &self.db).await?)]
                    }
                })
            })
        });
        let sql = self.sql(query);
        let count = |word: &str| {
            let words = sql.split(|c: char| !c.is_alphanumeric() && c != '_');
            words.filter(|other| *other == word).count()
        };
        Outcome { rows: rows.map_err(|error| chain(&error)), joins: count("JOIN"), selects: count("SELECT") }
    }

    fn sql(&self, query: &Query) -> String {
        let sql = query.build().and_then(|found| match (&query.ask, self.database) {
            (Ask::Aggregate(_), Database::Sqlite) => found.aggregate_sql::<Sqlite>(query.summary()?),
            (Ask::Aggregate(_), Database::Postgres) => found.aggregate_sql::<Postgres>(query.summary()?),
            (Ask::Aggregate(_), Database::MySql) => found.aggregate_sql::<MySql>(query.summary()?),
            (_, Database::Sqlite) => found.sql::<Sqlite>(),
            (_, Database::Postgres) => found.sql::<Postgres>(),
            (_, Database::MySql) => found.sql::<MySql>(),
        });
        sql.unwrap_or_else(|error| chain(&error))
    }

    /// The smallest query on which the two sides differ in the same way.
    fn tell(&mut self, seed: u64, query: &Query, difference: &Difference) -> String {
        let mut query = query.clone();
        while let Some(smaller) = self.smaller(&query, difference) {
            query = smaller;
        }
        let ours = self.ours(&query);
        let answer = self.ask(&query, true);
        format!(
            "seed {seed}, {difference:?}: {query}\n{}\nours:   {}\ntheirs: {}\nour SQL:   {}\ntheir SQL: {}",
            query.to_json(),
            ours.told(),
            Outcome::of_django(&answer).told(),
            self.sql(&query),
            answer["sql"]
        )
    }

    fn smaller(&mut self, query: &Query, difference: &Difference) -> Option<Query> {
        shrink::smaller(query).into_iter().find(|smaller| {
            let theirs = Outcome::of_django(&self.ask(smaller, false));
            self.ours(smaller).differs(&theirs, smaller, self.database).as_ref() == Some(difference)
        })
    }

    fn ask(&mut self, query: &Query, with_sql: bool) -> Json {
        self.django.ask(std::slice::from_ref(query), with_sql);
        self.django.answer().remove(0)
    }
}

/// An error with everything behind it.
fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}
