//! What holds of any name and any value that come from outside.

use queryset::demo::blog::Entry;
use queryset::demo::{self, MODELS};
use queryset::dynamic::{Allowed, DynamicQ, DynamicQuerySet, F};
use queryset::prelude::*;
use tokio::runtime::{Builder, Runtime};

/// A database that queries run on, and what an endpoint allows.
pub(crate) struct Checker {
    runtime: Runtime,
    db: Db<Sqlite>,
    allowed: Allowed<Entry>,
}

impl Checker {
    pub(crate) fn new() -> Self {
        let runtime = Builder::new_current_thread().build().expect("a runtime starts");
        let db = runtime.block_on(async {
            let db = Db::<Sqlite>::connect("sqlite::memory:").await?;
            queryset::create_tables(&db, MODELS).await?;
            demo::load(&db).await?;
            Ok::<_, Error>(db)
        });
        let allowed = Allowed::new(["headline__*", "rating__gte", "blog__name__in", "pub_date__year"])
            .and_then(|allowed| allowed.ordering("id,-pub_date"));
        Self {
            runtime,
            db: db.expect("a database in memory is made"),
            allowed: allowed.expect("these names exist"),
        }
    }

    /// The first line is a name, and the rest its value: it is refused, or a query that runs.
    pub(crate) fn check(&self, text: &str) {
        let (name, value) = text.split_once('\n').unwrap_or((text, ""));
        let all = Entry::objects;
        self.run(name, value, all().filter_by(name, value).map(QuerySet::into_dynamic));
        self.run(name, value, all().exclude_by(name, value).map(QuerySet::into_dynamic));
        self.run(name, value, all().filter_by(name, F(value)).map(QuerySet::into_dynamic));
        let both = DynamicQ::new(name, value) ^ !DynamicQ::new("headline", "Yesterday");
        self.run(name, value, both.on::<Entry>().map(|q| all().filter(q).into_dynamic()));
        let pairs = [(name, value), ("ordering", value)];
        self.run(name, value, all().filter_by_query(pairs, &self.allowed).map(QuerySet::into_dynamic));
        self.run(name, value, all().order_by_name(name).map(QuerySet::into_dynamic));
        self.run(name, value, all().values_by(name));
        for model in MODELS.iter().filter(|model| model.app != "blog") {
            let found = DynamicQuerySet::new(model).filter(DynamicQ::new(name, value));
            self.run(name, value, found);
        }
    }

    fn run(&self, name: &str, value: &str, found: Result<DynamicQuerySet, Error>) {
        let found = match found {
            Ok(found) => found,
            Err(error) => {
                let told = error.to_string();
                assert!(told.chars().count() < 2000, "the message is as long as the name: {told}");
                return;
            }
        };
        // The names of all tables and columns are ASCII, but those of one model.
        for sql in
            [found.sql::<Sqlite>(), found.sql::<Postgres>(), found.sql::<MySql>()].into_iter().flatten()
        {
            let is_plain = sql.is_ascii() || found.model().name == "Quoted";
            assert!(is_plain, "{name:?} with {value:?} is in the text of the query: {sql}");
        }
        match self.runtime.block_on(found.slice(0..3).all(&self.db)) {
            Ok(_) | Err(Error::InvalidQuery { .. } | Error::InvalidParameter { .. }) => {}
            // A regular expression is the database's to read.
            Err(_) if name.contains("regex") => {}
            Err(error) => panic!("{name:?} with {value:?}: {error:?}"),
        }
    }
}
