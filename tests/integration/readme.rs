//! The README says what is so.

use queryset::demo::shop::{Product, product};
use queryset::prelude::*;
use queryset::testing::recorded;

use crate::support::{Database, open, run};

const README: &str = include_str!("../../README.md");

/// Text with one space between two words.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The blocks of code in a language, each with the text before it.
fn blocks(language: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let parts: Vec<_> = README.split("```").collect();
    let blocks = parts.chunks_exact(2).filter_map(|pair| Some((pair[0], pair[1].split_once('\n')?)));
    let blocks: Vec<_> = blocks.filter(|(_, (found, _))| *found == language).collect();
    blocks.into_iter().map(|(before, (_, code))| (before, code))
}

#[test]
fn its_query_is_the_one_here_and_has_the_sql_that_is_shown() {
    let (_, shown) = blocks("rust").next().expect("there is a query");
    assert!(words(include_str!("readme.rs")).contains(&words(shown)), "{shown}");

    let (db, queries) = recorded(&open(Database::Sqlite).expect("SQLite is always there"));
    let query = async || {
        let products = Product::objects()
            .filter(product::category().name.exact("Electronics") & product::price.gt(100))
            .exclude(product::reviews().rating.lt(4))
            .order_by(product::price.desc())
            .values((product::name, product::price, product::supplier().name))
            .limit(10)
            .all(&db)
            .await?;
        Ok::<_, Error>(products)
    };
    run(query()).expect("the query runs");
    let (_, sql) = blocks("sql").next().expect("there is its SQL");
    assert_eq!(queries.all()[0].sql(), words(sql));
}

#[test]
fn its_program_is_an_example_that_is_built() {
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/first_steps");
    let files = blocks("rust").skip(1).chain(blocks("toml").skip(1));
    let mut shown = 0;
    for (before, code) in files {
        let name = before
            .trim_end()
            .strip_suffix("`:")
            .or(before.trim_end().strip_suffix("`, one file for each app:"));
        let name = name.and_then(|before| before.rsplit('`').next()).expect("the file is named");
        let path = format!("{example}/{}", name.replace("src/main.rs", "src/bin/five_minutes.rs"));
        let file = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert!(file.contains(code), "{name} is not\n{code}");
        shown += 1;
    }
    assert_eq!(shown, 3, "the schema, the build script and the program");
}
