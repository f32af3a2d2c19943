//! Where the databases differ, and the library does not hide it: each gives what it gives Django.

use expect_test::expect;
use queryset::demo::blog::{Entry, Specimen, entry, specimen};
use queryset::{Error, Instances, Q, QuerySet, Stage};

use crate::support::{Database, check_rows, decimal, on_every_database};

fn specimens() -> QuerySet<Specimen, Instances, Stage<queryset::Ordered>> {
    Specimen::objects().order_by(specimen::id)
}

/// Checks the keys of the entries for which a predicate is true: on SQLite, PostgreSQL and MariaDB.
#[track_caller]
fn check_entries(predicate: Q<Entry>, expected: [&'static str; 3]) {
    check_rows(Entry::objects().filter(predicate).order_by(entry::id), expected);
}

#[test]
fn case_counts_in_contains_but_on_sqlite_and_in_exact_but_on_mysql() {
    check_entries(entry::headline.contains("lennon"), ["1 2 12", "", ""]);
    check_entries(entry::headline.exact("hello lennon"), ["", "", "1 12"]);
}

#[test]
fn sqlite_folds_the_case_of_ascii_alone_and_mysql_ignores_accents() {
    check_entries(entry::headline.icontains("émile"), ["", "8", "8"]);
    check_entries(entry::headline.icontains("EMILE"), ["", "", "8"]);
    check_entries(entry::headline.upper().exact("ÉMILE ZOLA – NAÏVE"), ["", "8", "8"]);
}

#[test]
fn regular_expressions_are_those_of_the_database() {
    check_entries(entry::headline.regex("^É"), ["8"; 3]);
    check_entries(entry::headline.iregex("^é"), ["8"; 3]);
    // Bytes are matched on MariaDB where case counts.
    check_entries(entry::headline.regex("^.{5} Z"), ["8", "8", ""]);
    on_every_database(async |db, database| {
        for pattern in [r"(l)\1", "Hello(?= Lennon)"] {
            let found = Entry::objects().filter(entry::headline.regex(pattern)).count(&db).await;
            match database {
                Database::Sqlite => assert!(matches!(found, Err(Error::Database { .. })), "{found:?}"),
                Database::Postgres | Database::MySql => assert!(found? > 0, "on {database:?}"),
            }
        }
        Ok(())
    });
}

#[test]
fn booleans_are_numbers_but_on_postgresql() {
    check_rows(specimens().filter(specimen::flag), "2 4 6 8 10 12");
    check_rows(specimens().exclude(specimen::flag.exact(true)), "1 3 5 7 9 11");
    check_rows(specimens().filter(specimen::flag.in_([true, false])), "1 2 3 4 6 8 9 10 11 12");
}

#[test]
fn weeks_are_those_of_iso_8601_on_every_database() {
    let parts = (
        specimen::day.week(),
        specimen::day.iso_year(),
        specimen::day.week_day(),
        specimen::day.iso_week_day(),
    );
    check_rows(
        specimens().filter(specimen::day.isnull(false)).values_list(parts),
        expect![[r#"
            [1,1970,5,4]
            [1,2024,2,1]
            [52,1999,6,5]
            [52,9999,6,5]
            [53,2020,1,7]
            [53,2020,5,4]
            [1,2025,2,1]
            [9,2024,5,4]
            [14,2024,2,1]
            [52,2022,1,7]
            [53,2020,6,5]
        "#]],
    );
}

#[test]
fn a_division_by_zero_is_null_but_on_postgresql() {
    let rest = entry::number_of_comments % entry::number_of_pingbacks;
    let query =
        Entry::objects().filter(entry::id.in_([1, 6])).filter(rest.isnull(true)).values_list(entry::id);
    on_every_database(async |db, database| {
        let found = query.clone().flat().all(&db).await;
        match database {
            Database::Sqlite | Database::MySql => assert_eq!(found?, [6], "on {database:?}"),
            Database::Postgres => assert!(found.is_err()),
        }
        Ok(())
    });
}

#[test]
fn an_integer_that_overflows_is_a_float_on_sqlite_and_an_error_elsewhere() {
    let query = specimens().filter((specimen::big + specimen::big).gt(0)).values_list(specimen::id);
    on_every_database(async |db, database| {
        let found = query.clone().flat().all(&db).await;
        match database {
            Database::Sqlite => assert_eq!(found?, [2, 4, 6, 8, 9, 10, 11, 12]),
            Database::Postgres | Database::MySql => assert!(found.is_err(), "on {database:?}"),
        }
        Ok(())
    });
}

#[test]
fn decimals_are_floats_on_sqlite() {
    let sum = specimen::dec * decimal("0.1") + specimen::dec * decimal("0.2");
    check_rows(specimens().filter(sum.exact(decimal("0.3"))), ["", "2", "2"]);
}

#[test]
fn a_pattern_with_null_in_it_matches_nothing() {
    check_rows(specimens().filter(specimen::text.contains(specimen::char)), ["1 2 3 4 6 7 12", "1", "1"]);
    check_rows(
        specimens().exclude(specimen::text.contains(specimen::char)),
        ["5 8 9 10 11", "2 3 4 5 6 7 8 9 10 11 12", "2 3 4 5 6 7 8 9 10 11 12"],
    );
}

#[test]
fn xor_with_null_is_null_on_mysql_and_counts_it_as_false_elsewhere() {
    let either = || entry::rating.exact(5) ^ entry::number_of_comments.gt(5);
    check_entries(either(), ["4 11 16", "4 11 16", "4 16"]);
    check_entries(!either(), ["1 2 3 5 6 7 8 9 10 12 13 14 15"; 3]);
    // What is known about a part changes nothing else.
    check_entries(
        either() ^ !entry::id.in_([0_i64; 0]),
        ["1 2 3 5 6 7 8 9 10 12 13 14 15", "1 2 3 5 6 7 8 9 10 12 13 14 15", "1 2 5 6 7 8 9 10 12 13 14 15"],
    );
}
