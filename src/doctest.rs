//! What the examples of the documentation stand on.

use std::future::Future;

pub use crate::demo::blog::{
    Author, Blog, City, Country, Entry, Event, Person, Specimen, Theme, author, blog, city, country, entry,
    event, person, specimen, theme,
};
pub use crate::demo::shop::{
    Category, Customer, InventoryLog, Order, OrderItem, Product, Review, Supplier, Tag, category, customer,
    inventory_log, order, order_item, product, review, supplier, tag,
};
pub use crate::prelude::*;
pub use crate::{ExplainOptions, assert_sql};

/// Runs an example against a new database with the blog's tables and a few rows.
///
/// # Panics
///
/// When the example fails.
pub fn tokio_test<F, T>(example: F)
where
    F: FnOnce(Db<Sqlite>) -> T,
    T: Future<Output = Result<(), Error>>,
{
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let outcome = runtime.expect("a runtime starts").block_on(async {
        let db = Db::<Sqlite>::connect("sqlite::memory:").await?;
        crate::create_tables(&db, crate::demo::MODELS).await?;
        let blog = Blog::create().name("Beatles Blog").tagline("All the latest").save(&db).await?;
        let entries = ["Yesterday", "Help!"].map(|headline| {
            let date = jiff::civil::date(2025, 3, 1);
            Entry::create().blog(&blog).headline(headline).body_text("…").pub_date(date).build()
        });
        Entry::objects().bulk_create(entries, &db).await?;
        example(db).await
    });
    outcome.expect("the example runs");
}

/// Asserts the SQL text of a query on SQLite. `…` stands for all columns of a model.
#[macro_export]
#[doc(hidden)]
macro_rules! assert_sql {
    ($query:expr, $expected:expr $(,)?) => {
        $crate::doctest::assert_same_sql(
            &$query.sql::<$crate::Sqlite>().expect("the query compiles"),
            $expected,
        )
    };
}

/// See [`assert_sql!`].
///
/// # Panics
///
/// When the texts differ.
#[track_caller]
pub fn assert_same_sql(actual: &str, expected: &str) {
    let shortened = match (expected.contains("SELECT …"), actual.find(" FROM ")) {
        (true, Some(from)) => format!("SELECT …{}", &actual[from..]),
        _ => actual.to_owned(),
    };
    assert_eq!(shortened, expected);
}
