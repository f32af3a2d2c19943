//! Full-text search and trigrams, which PostgreSQL has.

use expect_test::expect;
use queryset::demo::blog::{Author, Blog, Entry, Specimen, author, blog, entry, specimen};
use queryset::prelude::*;
use queryset::{AnyBackend, HeadlineOptions, RankOptions, SearchQuery, Transaction, Weight};

use crate::support::{Database, NOT_SUPPORTED, check_rows, on_every_database, open, run};

fn on_postgres(expected: &'static str) -> [&'static str; 3] {
    [NOT_SUPPORTED, expected, NOT_SUPPORTED]
}

#[test]
fn words_are_found_in_any_form_and_order() {
    let headline = entry::headline;
    check_rows(Entry::objects().filter(headline.search("lennon")).order_by(entry::id), on_postgres("1 2 12"));
    check_rows(
        Entry::objects().filter(headline.search("world hello")).order_by(entry::id),
        on_postgres("3 4"),
    );
    check_rows(
        Entry::objects().filter(!headline.search("hello")).order_by(entry::id),
        on_postgres("2 5 6 7 8 9 10 11 13 14 15 16"),
    );
    // `NULL` has no words, and nothing is found in it.
    check_rows(
        Specimen::objects().filter(!specimen::char.search("one")).order_by(specimen::id),
        on_postgres("1 3 4 5 6 7 8 9 10 11"),
    );
    check_rows(
        Blog::objects().filter(blog::entry().headline.search("lennon")).order_by(blog::id),
        on_postgres("1 1 3"),
    );
}

#[test]
fn queries_are_joined() {
    let vector = entry::headline.search_vector();
    let (hello, lennon) = (SearchQuery::new("hello"), SearchQuery::new("lennon"));
    let found = |query: SearchQuery| Entry::objects().filter(vector.matches(query)).order_by(entry::id);
    check_rows(found(hello.clone() & lennon.clone()), on_postgres("1 12"));
    check_rows(found(hello.clone() | lennon.clone()), on_postgres("1 2 3 4 12"));
    check_rows(found(hello.clone() & !lennon.clone()), on_postgres("3 4"));
    check_rows(found(SearchQuery::phrase("hello world")), on_postgres("3 4"));
    check_rows(found(SearchQuery::phrase("world hello")), on_postgres(""));
    check_rows(found(SearchQuery::websearch("hello -world")), on_postgres("1 12"));
    check_rows(found(SearchQuery::raw("hell:* | chedd:*")), on_postgres("1 3 4 10 11 12"));
    check_rows(found(SearchQuery::new("it's '); --")), on_postgres(""));
}

#[test]
fn a_language_decides_about_forms() {
    let headline = entry::headline;
    let in_english =
        headline.search_vector_in("english").matches(SearchQuery::in_language("english", "return"));
    check_rows(Entry::objects().filter(in_english), on_postgres("2"));
    let simple = headline.search_vector_in("simple").matches(SearchQuery::in_language("simple", "return"));
    check_rows(Entry::objects().filter(simple), on_postgres(""));
}

#[test]
fn what_fits_best_comes_first() {
    let vector = entry::headline.search_vector().weight(Weight::A)
        + entry::blog().name.search_vector().weight(Weight::D);
    let query = SearchQuery::new("beatles") | SearchQuery::new("lennon");
    let options = RankOptions::new().weights([0.5, 0.5, 0.5, 1.0]).normalization(2).cover_density();
    let rank = vector.rank(&query);
    check_rows(
        Entry::objects().filter(vector.matches(&query)).order_by((rank.desc(), entry::id)).values_list((
            entry::id,
            rank.round(4),
            vector.rank_by(&query, options).round(4),
        )),
        [
            expect![["not supported"]],
            expect![[r#"
            [1,0.3344,0.375]
            [2,0.3344,0.375]
            [12,0.3344,0.375]
            [9,0.3116,0.3]
            [15,0.0304,0.1]
        "#]],
            expect![["not supported"]],
        ],
    );
}

#[test]
fn what_was_found_is_marked() {
    let shown = entry::headline.search_headline("lennon", HeadlineOptions::new());
    let marked = entry::headline.search_headline(
        "lennon",
        HeadlineOptions::new()
            .marks("<\"", ">")
            .highlight_all()
            .short_word(2)
            .words(1, 9)
            .fragments(2, " … "),
    );
    check_rows(
        Entry::objects()
            .filter(entry::headline.search("lennon"))
            .order_by(entry::id)
            .values_list((shown, marked)),
        [
            expect![["not supported"]],
            expect![[r#"
            ["Hello <b>Lennon</b>","Hello <\"Lennon>"]
            ["<b>Lennon</b> Returns","<\"Lennon> Returns"]
            ["Hello <b>Lennon</b>","Hello <\"Lennon>"]
        "#]],
            expect![["not supported"]],
        ],
    );
}

#[test]
fn trigrams_need_their_extension() {
    let Some(db) = open(Database::Postgres) else { return };
    let likeness = author::name.similarity("Alise");
    let query = Author::objects().filter(likeness.gt(0.3)).order_by((likeness.desc(), author::id));
    let words = Entry::objects()
        .filter(entry::headline.word_similarity("lenon").gt(0.5))
        .filter(entry::headline.strict_word_similarity("lenon").gt(0.4))
        .order_by(entry::id)
        .values_list(entry::id)
        .flat();
    run(async {
        let mut tx = db.begin().await.expect("a transaction begins");
        tx.execute_script("DROP EXTENSION IF EXISTS pg_trgm").await.expect("it is dropped");
        let error = query.all(&mut tx).await.expect_err("there is no such function").to_string();
        assert_eq!(
            error,
            "the query uses the extension `pg_trgm`, which this database does not have; run `CREATE EXTENSION pg_trgm` once"
        );
        tx.rollback().await.expect("it is rolled back");
        let mut tx = db.begin().await.expect("a transaction begins");
        tx.execute_script("CREATE EXTENSION IF NOT EXISTS pg_trgm").await.expect("it is created");
        let found = query.all(&mut tx).await.expect("it runs");
        let names: Vec<&str> = found.iter().map(|author| author.name.as_str()).collect();
        assert_eq!(names, ["Alice", "Alice"]);
        assert_eq!(words.all(&mut tx).await.expect("it runs"), [1, 2, 12]);
        tx.rollback().await.expect("it is rolled back");
    });
}

/// Runs a test on PostgreSQL with its extensions, in a transaction that is rolled back.
#[track_caller]
fn with_extensions(test: impl AsyncFn(&mut Transaction<'static, AnyBackend>) -> Result<(), Error>) {
    let Some(db) = open(Database::Postgres) else { return };
    let outcome: Result<(), Error> = run(async {
        let mut tx = db.begin().await?;
        tx.execute_script("CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE EXTENSION IF NOT EXISTS unaccent")
            .await?;
        let outcome = test(&mut tx).await;
        tx.rollback().await?;
        outcome
    });
    outcome.expect("it runs");
}

#[test]
fn text_is_similar_from_a_threshold_on() {
    with_extensions(async |tx| {
        let authors = Author::objects().filter(author::name.trigram_similar("Alise")).order_by(author::id);
        assert_eq!(authors.values_list(author::id).flat().all(&mut *tx).await?, [1, 5]);
        let headline = entry::headline;
        for similar in [
            headline.trigram_similar("lenon"),
            headline.trigram_word_similar("lenon"),
            headline.trigram_strict_word_similar("lenon"),
        ] {
            let entries = Entry::objects().filter(similar).order_by(entry::id).values_list(entry::id).flat();
            assert_eq!(entries.all(&mut *tx).await?, [1, 2, 12]);
        }
        let named = Entry::objects().filter_by("headline__trigram_similar", "lenon")?.count(&mut *tx).await?;
        assert_eq!(named, 3);
        // A part of a word is similar to it, and no whole word is.
        let part = Author::objects().filter(author::name.trigram_word_similar("lic"));
        assert_eq!(part.count(&mut *tx).await?, 0);
        let itself =
            Author::objects().filter(author::name.trigram_similar(author::name)).count(&mut *tx).await?;
        assert_eq!(itself, Author::objects().count(&mut *tx).await?);
        Ok(())
    });
}

#[test]
fn accents_are_left_out_on_both_sides() {
    with_extensions(async |tx| {
        let name = author::name.unaccent();
        let authors = |q| Author::objects().filter(q).order_by(author::id).values_list(author::id).flat();
        assert_eq!(authors(name.exact("Élise")).all(&mut *tx).await?, [0; 0]);
        assert_eq!(authors(name.icontains("é")).all(&mut *tx).await?, [1, 3, 4, 5, 6]);
        assert_eq!(authors(name.in_(["Álice", "x"])).all(&mut *tx).await?, [1, 5]);
        assert_eq!(authors(name.lower().startswith("Á")).all(&mut *tx).await?, [0; 0]);
        assert_eq!(authors(name.lower().startswith("á")).all(&mut *tx).await?, [1, 5]);
        assert_eq!(authors(name.exact(author::email)).all(&mut *tx).await?, [0; 0]);
        assert_eq!(authors(name.length().exact(6)).all(&mut *tx).await?, [3, 7]);
        let entries = |q| Entry::objects().filter(q).order_by(entry::id).values_list(entry::id).flat();
        let headline = entry::headline.unaccent();
        assert_eq!(entries(headline.iexact("hellö WORLD")).all(&mut *tx).await?, [3, 4]);
        assert_eq!(entries(!headline.icontains("é")).all(&mut *tx).await?, [5, 13]);
        assert_eq!(entries(headline.icontains("100% ç")).all(&mut *tx).await?, [5]);
        let shown = Author::objects().filter(author::id.exact(3)).values_list(name.clone()).flat();
        assert_eq!(shown.all(&mut *tx).await?, ["Elodie"]);
        let named = Entry::objects().filter_by("headline__unaccent__iexact", "hellö WORLD")?;
        assert_eq!(named.count(&mut *tx).await?, 2);
        let query = Author::objects().filter(name.in_(Author::objects().values_list(author::name)));
        let error = query.count(&mut *tx).await.expect_err("it gives accents").to_string();
        assert_eq!(
            error,
            "the query on the right of `unaccent().in_(…)` gives texts with their accents: write a list of texts, or `exact(subquery(…))`"
        );
        Ok(())
    });
}

#[test]
fn each_extension_is_named_where_it_is_missing() {
    let Some(db) = open(Database::Postgres) else { return };
    run(async {
        for (filter, extension) in [
            (author::name.trigram_similar("x"), "pg_trgm"),
            (author::name.trigram_word_similar("x"), "pg_trgm"),
            (author::name.trigram_strict_word_similar("x"), "pg_trgm"),
            (author::name.lower().trigram_similar(author::name), "pg_trgm"),
            (author::name.unaccent().exact("x"), "unaccent"),
        ] {
            let mut tx = db.begin().await.expect("a transaction begins");
            tx.execute_script("DROP EXTENSION IF EXISTS pg_trgm; DROP EXTENSION IF EXISTS unaccent")
                .await
                .expect("they are dropped");
            let error = Author::objects().filter(filter).count(&mut tx).await.expect_err("it is missing");
            assert!(
                matches!(error, Error::MissingExtension { extension: missing, .. } if missing == extension),
                "{error}"
            );
            tx.rollback().await.expect("it is rolled back");
        }
    });
}

#[test]
fn other_databases_refuse_it_before_anything_is_sent() {
    on_every_database(async |db, database| {
        let similar = Author::objects().filter(author::name.similarity("x").gt(2.0)).count(&db).await;
        let vector = Author::objects().filter(author::name.search("x")).count(&db).await;
        let like = Author::objects().filter(author::name.trigram_similar("x")).count(&db).await;
        let plain = Author::objects().filter(author::name.unaccent().exact("x")).count(&db).await;
        match database {
            Database::Postgres => assert_eq!(vector?, 0),
            _ => {
                for error in [similar, vector, like, plain].map(Result::unwrap_err) {
                    assert!(matches!(error, Error::NotSupported { .. }), "on {database:?}: {error}");
                }
            }
        }
        Ok(())
    });
}
