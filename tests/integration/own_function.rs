//! Functions of a user's own.

use expect_test::expect;
use queryset::demo::blog::{Entry, Specimen, entry, specimen};
use queryset::prelude::*;
use queryset::{FieldValue, Function};

use crate::support::{check_rows, on_every_database};

/// Text with some of its characters replaced, from a position on.
struct Overlay;

impl Function<kind::Text> for Overlay {
    type Arguments = (kind::Text, kind::Integer);
    type Out = kind::Text;
    const SQL: &'static str = "SUBSTR({1}, 1, {3} - 1) || {2} || SUBSTR({1}, {3} + LENGTH({2}))";
    const POSTGRES: &'static str = "OVERLAY({1} PLACING {2} FROM CAST({3} AS integer))";
    const MYSQL: &'static str = "INSERT({1}, {3}, CHAR_LENGTH({2}), {2})";
}

/// What a number is divided by, as far as it can be.
struct Per;

impl<T: FieldValue> Function<kind::Integer<T>> for Per {
    type Arguments = kind::Integer;
    type Out = Option<kind::Float>;
    const SQL: &'static str = "{1} * 1.0 / NULLIF({2}, 0)";
}

/// Whether text has only ASCII characters.
struct IsAscii;

impl Function<kind::Text> for IsAscii {
    type Arguments = ();
    type Out = kind::Bool;
    const SQL: &'static str = "LENGTH(CAST({1} AS BLOB)) = LENGTH({1})";
    const POSTGRES: &'static str = "OCTET_LENGTH({1}) = LENGTH({1})";
    const MYSQL: &'static str = "LENGTH({1}) = CHAR_LENGTH({1})";
}

/// The first of five that is not `NULL`.
struct First;

impl<T: FieldValue> Function<kind::Text<T>> for First {
    type Arguments = (kind::Text, kind::Text, kind::Text, kind::Text);
    type Out = kind::Text;
    const SQL: &'static str = "COALESCE({1}, {2}, {3}, {4}, {5})";
}

#[test]
fn arguments_are_values_and_expressions_each_bound_where_it_stands() {
    let some = Specimen::objects().filter(specimen::label.in_(["one", "nulls", "half", "mixed"]));
    check_rows(
        some.order_by(specimen::id).values_list((
            specimen::label,
            specimen::char.function(Overlay, ("{2}?", 2)),
            specimen::label.function(Overlay, (specimen::char.left(1), specimen::small)),
        )),
        [
            expect![[r#"
            ["one","o{2}?","one"]
            ["nulls",null,null]
            ["half","h{2}?","hhlf"]
            ["mixed","M{2}? CaSe","mixeM"]
        "#]],
            expect![[r#"
            ["one","o{2}?","one"]
            ["nulls",null,null]
            ["half","h{2}?","hhlf"]
            ["mixed","M{2}? CaSe","mixeM"]
        "#]],
            expect![[r#"
            ["one","o{2}?","one"]
            ["nulls",null,null]
            ["half","h{2}?","hhlf"]
            ["mixed","M{2}? CaSe","mixeM"]
        "#]],
        ],
    );
}

#[test]
fn a_function_may_be_null_by_itself() {
    let share = entry::number_of_comments.function(Per, entry::number_of_pingbacks);
    on_every_database(async |db, database| {
        let shares: Vec<Option<f64>> = Entry::objects().values_list(&share).flat().all(&db).await?;
        assert!(shares.contains(&None), "on {database:?}: {shares:?}");
        let known = Entry::objects().filter(share.isnull(false)).count(&db).await?;
        assert_eq!(known as usize, shares.iter().flatten().count(), "on {database:?}");
        let half = Entry::objects().filter(entry::number_of_comments.function(Per, 0).isnull(true));
        assert_eq!(half.count(&db).await?, 16, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_function_stands_wherever_an_expression_does() {
    check_rows(Specimen::objects().filter(!specimen::char.function(IsAscii, ())).order_by(specimen::id), "8");
    let first = specimen::char.function(First, (specimen::text, "a", specimen::label, "b"));
    check_rows(
        Specimen::objects().order_by((first.length().desc(), specimen::id)).limit(2).values_list(&first),
        expect![[r#"
            ["50%_off\\now"]
            ["MiXeD CaSe"]
        "#]],
    );
    on_every_database(async |db, database| {
        let longest: Option<i64> = Specimen::objects().aggregate(first.length().max(), &db).await?;
        assert_eq!(longest, Some(11), "on {database:?}");
        Ok(())
    });
}

#[test]
fn each_database_has_its_own_words() {
    let query = Entry::objects().values_list(entry::headline.function(Overlay, ("***", entry::rating + 1)));
    expect![[r#"SELECT SUBSTR("blog_entry"."headline", 1, ("blog_entry"."rating" + ?) - 1) || ? || SUBSTR("blog_entry"."headline", ("blog_entry"."rating" + ?) + LENGTH(?)) FROM "blog_entry""#]].assert_eq(&query.sql::<Sqlite>().expect("it compiles"));
    expect![[r#"SELECT OVERLAY("blog_entry"."headline" PLACING $1 FROM CAST(("blog_entry"."rating" + $2) AS integer)) FROM "blog_entry""#]].assert_eq(&query.sql::<Postgres>().expect("it compiles"));
    expect!["SELECT INSERT(`blog_entry`.`headline`, (`blog_entry`.`rating` + ?), CHAR_LENGTH(?), ?) FROM `blog_entry`"].assert_eq(&query.sql::<MySql>().expect("it compiles"));
}
