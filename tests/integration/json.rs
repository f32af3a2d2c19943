//! JSON: the way into documents, their lookups, what is there and what is missing.

use expect_test::expect;
use queryset::demo::blog::{Specimen, specimen};
use queryset::demo::everything::{Nullable, nullable};
use queryset::demo::shop::{ProductMeta, Tag, product_meta, tag};
use queryset::kind::JsonKey;
use queryset::prelude::*;
use queryset::{Computed, Expr};
use serde_json::{Value, json};

use crate::sql::check_sql;
use crate::support::{Database, check_rows, in_transactions};

/// What the documents about products have under a key.
fn key(name: &str) -> Expr<Computed<ProductMeta>, JsonKey, queryset::Nullable> {
    product_meta::metadata.key(name)
}

fn products() -> QuerySet<ProductMeta, queryset::Instances, queryset::Stage<queryset::Ordered>> {
    ProductMeta::objects().order_by(product_meta::id)
}

#[test]
fn a_key_is_bound_and_compared_as_each_database_has_it() {
    let labels = || Specimen::objects().values_list(specimen::label);
    check_sql(
        labels().filter(specimen::data.key("a").key("b").index(0).exact(5)),
        expect![[r#"
            SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE (CASE WHEN (JSON_TYPE("blog_specimen"."data", ?) IN ('null', 'false', 'true')) THEN JSON_TYPE("blog_specimen"."data", ?) ELSE JSON_EXTRACT("blog_specimen"."data", ?) END) = ?
            SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE ((("blog_specimen"."data" -> $1) -> $2) #> CAST($3 AS text[])) = $4
            SELECT `blog_specimen`.`label` FROM `blog_specimen` WHERE JSON_UNQUOTE(JSON_EXTRACT(`blog_specimen`.`data`, ?)) = JSON_EXTRACT(?, '$')
        "#]],
    );
    check_sql(
        labels().filter(specimen::data.key("a").exact(json!(["x"]))),
        expect![[r#"
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE (CASE WHEN (JSON_TYPE("blog_specimen"."data", ?) IN ('null', 'false', 'true')) THEN JSON_TYPE("blog_specimen"."data", ?) ELSE JSON_EXTRACT("blog_specimen"."data", ?) END) = JSON(?)
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE ("blog_specimen"."data" -> $1) = $2
        SELECT `blog_specimen`.`label` FROM `blog_specimen` WHERE JSON_COMPACT(JSON_EXTRACT(`blog_specimen`.`data`, ?)) = JSON_COMPACT(?)
    "#]],
    );
    check_sql(
        labels().filter(specimen::data.key("a").exact(Value::Null)),
        expect![[r#"
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE (CASE WHEN (JSON_TYPE("blog_specimen"."data", ?) IN ('null', 'false', 'true')) THEN JSON_TYPE("blog_specimen"."data", ?) ELSE JSON_EXTRACT("blog_specimen"."data", ?) END) = ?
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE ("blog_specimen"."data" -> $1) = $2
        SELECT `blog_specimen`.`label` FROM `blog_specimen` WHERE JSON_UNQUOTE(JSON_EXTRACT(`blog_specimen`.`data`, ?)) = JSON_EXTRACT(?, '$')
    "#]],
    );
    check_sql(
        labels().filter(specimen::data.key("a").exact(specimen::data.index(1))),
        expect![[r#"
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE (CASE WHEN (JSON_TYPE("blog_specimen"."data", ?) IN ('null', 'false', 'true')) THEN JSON_TYPE("blog_specimen"."data", ?) ELSE JSON_EXTRACT("blog_specimen"."data", ?) END) = (CASE WHEN (JSON_TYPE("blog_specimen"."data", ?) IN ('null', 'false', 'true')) THEN JSON_TYPE("blog_specimen"."data", ?) ELSE JSON_EXTRACT("blog_specimen"."data", ?) END)
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE ("blog_specimen"."data" -> $1) = ("blog_specimen"."data" -> CAST($2 AS integer))
        SELECT `blog_specimen`.`label` FROM `blog_specimen` WHERE JSON_UNQUOTE(JSON_EXTRACT(`blog_specimen`.`data`, ?)) = JSON_UNQUOTE(JSON_EXTRACT(`blog_specimen`.`data`, ?))
    "#]],
    );
    check_sql(
        labels().filter(specimen::data.key("a").gte(1.5)),
        expect![[r#"
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE (CASE WHEN (JSON_TYPE("blog_specimen"."data", ?) IN ('null', 'false', 'true')) THEN JSON_TYPE("blog_specimen"."data", ?) ELSE JSON_EXTRACT("blog_specimen"."data", ?) END) >= ?
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE ("blog_specimen"."data" -> $1) >= $2
        SELECT `blog_specimen`.`label` FROM `blog_specimen` WHERE JSON_UNQUOTE(JSON_EXTRACT(`blog_specimen`.`data`, ?)) >= ?
    "#]],
    );
    check_sql(
        labels().filter(specimen::data.key("a").range(1, 5)),
        expect![[r#"
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE (CASE WHEN (JSON_TYPE("blog_specimen"."data", ?) IN ('null', 'false', 'true')) THEN JSON_TYPE("blog_specimen"."data", ?) ELSE JSON_EXTRACT("blog_specimen"."data", ?) END) BETWEEN ? AND ?
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE ("blog_specimen"."data" -> $1) BETWEEN $2 AND $3
        SELECT `blog_specimen`.`label` FROM `blog_specimen` WHERE JSON_UNQUOTE(JSON_EXTRACT(`blog_specimen`.`data`, ?)) BETWEEN ? AND ?
    "#]],
    );
    check_sql(
        labels().filter(specimen::data.key("a").isnull(true)),
        expect![[r#"
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE JSON_TYPE("blog_specimen"."data", ?) IS NULL
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE ("blog_specimen"."data" -> $1) IS NULL
        SELECT `blog_specimen`.`label` FROM `blog_specimen` WHERE JSON_EXTRACT(`blog_specimen`.`data`, ?) IS NULL
    "#]],
    );
    check_sql(
        labels().filter(specimen::data.key("a").in_([json!("x"), json!(5), json!([1])])),
        expect![[r#"
            SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE (CASE WHEN (JSON_TYPE("blog_specimen"."data", ?) IN ('null', 'false', 'true')) THEN JSON_TYPE("blog_specimen"."data", ?) ELSE JSON_EXTRACT("blog_specimen"."data", ?) END) IN (?, ?, JSON(?))
            SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE ("blog_specimen"."data" -> $1) IN ($2, $3, $4)
            SELECT `blog_specimen`.`label` FROM `blog_specimen` WHERE JSON_UNQUOTE(JSON_EXTRACT(`blog_specimen`.`data`, ?)) IN (JSON_UNQUOTE(JSON_EXTRACT(?, '$')), JSON_UNQUOTE(JSON_EXTRACT(?, '$'))) OR JSON_COMPACT(JSON_EXTRACT(`blog_specimen`.`data`, ?)) = JSON_COMPACT(?)
        "#]],
    );
    check_sql(
        labels().exclude(specimen::data.key("a").exact("x")),
        expect![[r#"
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE NOT ((CASE WHEN (JSON_TYPE("blog_specimen"."data", ?) IN ('null', 'false', 'true')) THEN JSON_TYPE("blog_specimen"."data", ?) ELSE JSON_EXTRACT("blog_specimen"."data", ?) END) = ? AND "blog_specimen"."data" IS NOT NULL)
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE NOT (("blog_specimen"."data" -> $1) = $2 AND "blog_specimen"."data" IS NOT NULL)
        SELECT `blog_specimen`.`label` FROM `blog_specimen` WHERE NOT (JSON_UNQUOTE(JSON_EXTRACT(`blog_specimen`.`data`, ?)) = JSON_EXTRACT(?, '$') AND `blog_specimen`.`data` IS NOT NULL)
    "#]],
    );
    check_sql(
        labels().exclude(specimen::data.key("a").exact(Value::Null)),
        expect![[r#"
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE NOT (CASE WHEN (JSON_TYPE("blog_specimen"."data", ?) IN ('null', 'false', 'true')) THEN JSON_TYPE("blog_specimen"."data", ?) ELSE JSON_EXTRACT("blog_specimen"."data", ?) END) = ?
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE NOT ("blog_specimen"."data" -> $1) = $2
        SELECT `blog_specimen`.`label` FROM `blog_specimen` WHERE NOT JSON_UNQUOTE(JSON_EXTRACT(`blog_specimen`.`data`, ?)) = JSON_EXTRACT(?, '$')
    "#]],
    );
}

#[test]
fn text_lookups_look_into_the_text_of_a_key() {
    let labels = || Specimen::objects().values_list(specimen::label);
    check_sql(
        labels().filter(specimen::data.key("a").key("b").startswith("x%")),
        expect![[r#"
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE (CASE WHEN (JSON_TYPE("blog_specimen"."data", ?) IN ('null', 'false', 'true')) THEN JSON_TYPE("blog_specimen"."data", ?) ELSE JSON_EXTRACT("blog_specimen"."data", ?) END) LIKE ? ESCAPE '!'
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE (("blog_specimen"."data" -> $1) ->> $2) LIKE $3 ESCAPE '!'
        SELECT `blog_specimen`.`label` FROM `blog_specimen` WHERE JSON_UNQUOTE(JSON_EXTRACT(`blog_specimen`.`data`, ?)) LIKE CAST(? AS BINARY) ESCAPE '!'
    "#]],
    );
    check_sql(
        labels().filter(specimen::data.key("a").icontains("x")),
        expect![[r#"
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE (CASE WHEN (JSON_TYPE("blog_specimen"."data", ?) IN ('null', 'false', 'true')) THEN JSON_TYPE("blog_specimen"."data", ?) ELSE JSON_EXTRACT("blog_specimen"."data", ?) END) LIKE ? ESCAPE '!'
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE UPPER("blog_specimen"."data" ->> $1) LIKE UPPER($2) ESCAPE '!'
        SELECT `blog_specimen`.`label` FROM `blog_specimen` WHERE LOWER(JSON_UNQUOTE(JSON_EXTRACT(`blog_specimen`.`data`, ?))) LIKE LOWER(?) ESCAPE '!'
    "#]],
    );
    check_sql(
        labels().filter(specimen::data.key("a").iregex("^x")),
        expect![[r#"
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE (CASE WHEN (JSON_TYPE("blog_specimen"."data", ?) IN ('null', 'false', 'true')) THEN JSON_TYPE("blog_specimen"."data", ?) ELSE JSON_EXTRACT("blog_specimen"."data", ?) END) REGEXP ('(?i)' || ?)
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE ("blog_specimen"."data" ->> $1) ~* $2
        SELECT `blog_specimen`.`label` FROM `blog_specimen` WHERE JSON_UNQUOTE(JSON_EXTRACT(`blog_specimen`.`data`, ?)) REGEXP CONCAT('(?i)', ?)
    "#]],
    );
    check_sql(
        labels().filter(specimen::data.key("a").as_text().contains("x")),
        expect![[r#"
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE CAST((CASE WHEN (JSON_TYPE("blog_specimen"."data", ?) IN ('null', 'false', 'true')) THEN JSON_TYPE("blog_specimen"."data", ?) ELSE JSON_EXTRACT("blog_specimen"."data", ?) END) AS text) LIKE ? ESCAPE '!'
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE ("blog_specimen"."data" ->> $1) LIKE $2 ESCAPE '!'
        SELECT `blog_specimen`.`label` FROM `blog_specimen` WHERE JSON_UNQUOTE(JSON_EXTRACT(`blog_specimen`.`data`, ?)) LIKE CAST(? AS BINARY) ESCAPE '!'
    "#]],
    );
    check_sql(
        labels().filter(specimen::data.as_text().length().gt(9)),
        expect![[r#"
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE LENGTH(CAST((CASE WHEN (JSON_TYPE("blog_specimen"."data", '$') IN ('null', 'false', 'true')) THEN JSON_TYPE("blog_specimen"."data", '$') ELSE JSON_EXTRACT("blog_specimen"."data", '$') END) AS text)) > ?
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE LENGTH("blog_specimen"."data" #>> '{}') > $1
        SELECT `blog_specimen`.`label` FROM `blog_specimen` WHERE CHAR_LENGTH(JSON_UNQUOTE(`blog_specimen`.`data`)) > ?
    "#]],
    );
}

#[test]
fn documents_have_lookups_of_their_own() {
    let labels = || Specimen::objects().values_list(specimen::label);
    check_sql(
        labels().filter(specimen::data.exact(json!({ "a": 1 }))),
        expect![[r#"
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE JSON("blog_specimen"."data") = JSON(?)
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE "blog_specimen"."data" = $1
        SELECT `blog_specimen`.`label` FROM `blog_specimen` WHERE JSON_COMPACT(`blog_specimen`.`data`) = JSON_COMPACT(?)
    "#]],
    );
    check_sql(
        labels().filter(specimen::data.in_([json!({ "a": 1 }), json!("x")])),
        expect![[r#"
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE JSON("blog_specimen"."data") = JSON(?) OR JSON("blog_specimen"."data") = JSON(?)
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE "blog_specimen"."data" = $1 OR "blog_specimen"."data" = $2
        SELECT `blog_specimen`.`label` FROM `blog_specimen` WHERE JSON_COMPACT(`blog_specimen`.`data`) = JSON_COMPACT(?) OR JSON_COMPACT(`blog_specimen`.`data`) = JSON_COMPACT(?)
    "#]],
    );
    check_sql(
        labels().filter(specimen::data.key("a").has_key("b")),
        expect![[r#"
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE JSON_TYPE("blog_specimen"."data" -> ?, ?) IS NOT NULL
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE ("blog_specimen"."data" -> $1) ? $2
        SELECT `blog_specimen`.`label` FROM `blog_specimen` WHERE JSON_CONTAINS_PATH(JSON_EXTRACT(`blog_specimen`.`data`, ?), 'one', ?)
    "#]],
    );
    check_sql(
        labels().filter(specimen::data.has_keys(["a", "b"])),
        expect![[r#"
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE JSON_TYPE("blog_specimen"."data", ?) IS NOT NULL AND JSON_TYPE("blog_specimen"."data", ?) IS NOT NULL
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE ("blog_specimen"."data" ? $1) AND ("blog_specimen"."data" ? $2)
        SELECT `blog_specimen`.`label` FROM `blog_specimen` WHERE JSON_CONTAINS_PATH(`blog_specimen`.`data`, 'one', ?) AND JSON_CONTAINS_PATH(`blog_specimen`.`data`, 'one', ?)
    "#]],
    );
    check_sql(
        labels().filter(specimen::data.has_any_keys(["a", "b"])),
        expect![[r#"
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE JSON_TYPE("blog_specimen"."data", ?) IS NOT NULL OR JSON_TYPE("blog_specimen"."data", ?) IS NOT NULL
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE ("blog_specimen"."data" ? $1) OR ("blog_specimen"."data" ? $2)
        SELECT `blog_specimen`.`label` FROM `blog_specimen` WHERE JSON_CONTAINS_PATH(`blog_specimen`.`data`, 'one', ?) OR JSON_CONTAINS_PATH(`blog_specimen`.`data`, 'one', ?)
    "#]],
    );
    check_sql(
        labels().filter(specimen::data.has_any_keys(Vec::<String>::new())),
        expect![[r#"
        no SQL
        no SQL
        no SQL
    "#]],
    );
}

#[test]
fn a_key_is_selected_ordered_by_and_grouped_by() {
    let a = specimen::data.key("a");
    check_sql(
        Specimen::objects().values_list(&a).order_by(a.desc()),
        expect![[r#"
        SELECT "blog_specimen"."data" -> ? FROM "blog_specimen" ORDER BY (CASE WHEN (JSON_TYPE("blog_specimen"."data", ?) IN ('null', 'false', 'true')) THEN JSON_TYPE("blog_specimen"."data", ?) ELSE JSON_EXTRACT("blog_specimen"."data", ?) END) DESC
        SELECT "blog_specimen"."data" -> $1 FROM "blog_specimen" ORDER BY 1 DESC
        SELECT JSON_EXTRACT(`blog_specimen`.`data`, ?) FROM `blog_specimen` ORDER BY 1 DESC
    "#]],
    );
    check_sql(
        Specimen::objects().values_list(specimen::data.key("a")).annotate(specimen::id.count()),
        expect![[r#"
            SELECT "blog_specimen"."data" -> ?, COUNT("blog_specimen"."id") FROM "blog_specimen" GROUP BY (CASE WHEN (JSON_TYPE("blog_specimen"."data", ?) IN ('null', 'false', 'true')) THEN JSON_TYPE("blog_specimen"."data", ?) ELSE JSON_EXTRACT("blog_specimen"."data", ?) END)
            SELECT "blog_specimen"."data" -> $1, COUNT("blog_specimen"."id") FROM "blog_specimen" GROUP BY 1
            SELECT JSON_EXTRACT(`blog_specimen`.`data`, ?), COUNT(`blog_specimen`.`id`) FROM `blog_specimen` GROUP BY 1
        "#]],
    );
    check_sql(
        Specimen::objects().values_list(specimen::label).order_by((specimen::data.key("a"), specimen::id)),
        expect![[r#"
            SELECT "blog_specimen"."label" FROM "blog_specimen" ORDER BY (CASE WHEN (JSON_TYPE("blog_specimen"."data", ?) IN ('null', 'false', 'true')) THEN JSON_TYPE("blog_specimen"."data", ?) ELSE JSON_EXTRACT("blog_specimen"."data", ?) END) ASC, "blog_specimen"."id" ASC
            SELECT "blog_specimen"."label" FROM "blog_specimen" ORDER BY "blog_specimen"."data" -> $1 ASC, "blog_specimen"."id" ASC
            SELECT `blog_specimen`.`label` FROM `blog_specimen` ORDER BY JSON_EXTRACT(`blog_specimen`.`data`, ?) ASC, `blog_specimen`.`id` ASC
        "#]],
    );
}

#[test]
fn whether_a_document_is_in_another_one_is_not_for_sqlite() {
    let query = Specimen::objects().filter(specimen::data.key("c").contains(json!({ "d": [] })));
    let query = query.values_list(specimen::label).order_by(specimen::id);
    let sql = [query.sql::<Postgres>(), query.sql::<MySql>()].map(|sql| sql.expect("it compiles"));
    expect![[r#"
        SELECT "blog_specimen"."label" FROM "blog_specimen" WHERE ("blog_specimen"."data" -> $1) @> $2 ORDER BY "blog_specimen"."id" ASC
        SELECT `blog_specimen`.`label` FROM `blog_specimen` WHERE JSON_CONTAINS(JSON_EXTRACT(`blog_specimen`.`data`, ?), ?) ORDER BY `blog_specimen`.`id` ASC"#]].assert_eq(&sql.join("\n"));
    check_rows(query, ["not supported", "[\"week53\"]\n", "[\"week53\"]\n"]);
    check_rows(
        products().filter(key("specs").key("ports").contained_by(json!(["usb-c", "hdmi"]))),
        ["not supported", "2 3", "2 3"],
    );
    check_rows(products().filter(!key("specs").contains(key("specs"))), ["not supported", "7", "7"]);
}

#[test]
fn null_missing_and_jsons_null_are_three_things() {
    let color = || key("color");
    check_rows(products().filter(color().exact(Value::Null)), "5");
    check_rows(products().filter(color().isnull(true)), "6 7 8 9 10");
    check_rows(products().filter(color().isnull(false)), "1 2 3 4 5");
    check_rows(products().filter(product_meta::metadata.isnull(true)), "7");
    check_rows(products().filter(product_meta::metadata.exact(Value::Null)), "8");
    // Django's `exclude(metadata=None)` leaves out what is `NULL`, too.
    check_rows(products().exclude(product_meta::metadata.exact(Value::Null)), "1 2 3 4 5 6 9 10");
    check_rows(products().exclude(color().isnull(true)), "1 2 3 4 5");
    check_rows(
        products().values_list(color()).flat(),
        r#""silver" "black" "red" "red" null null null null null null"#,
    );
    in_transactions(async |tx, database| {
        let read: Vec<Option<Value>> = products().values_list(color()).flat().all(tx).await?;
        assert_eq!(read[4], Some(Value::Null), "JSON's null, on {database:?}");
        assert_eq!(read[5], None, "a missing key, on {database:?}");
        Ok(())
    });
}

#[test]
fn an_index_of_what_is_no_array_finds_what_django_finds() {
    let documents = [json!({"v": [7]}), json!({"v": 7}), json!({"v": {"0": 7}}), json!([7]), json!(7)];
    in_transactions(async |tx, database| {
        for (at, document) in documents.iter().enumerate() {
            Nullable::create().label(format!("row-{at}")).data(document.clone()).save(&mut *tx).await?;
        }
        let rows = Nullable::objects().filter(nullable::label.startswith("row-")).order_by(nullable::label);
        let found = rows.values_list((
            nullable::data.key("v").index(0).exact(7).expr(),
            nullable::data.index(0).exact(7).expr(),
        ));
        let found: Vec<(Option<bool>, Option<bool>)> = found.all(&mut *tx).await?;
        let found: Vec<_> =
            found.iter().map(|&(inside, alone)| (inside == Some(true), alone == Some(true))).collect();
        let expected = match database {
            Database::Sqlite => {
                [(true, false), (false, false), (false, false), (false, true), (false, false)]
            }
            Database::Postgres => {
                [(true, false), (false, false), (true, false), (false, true), (false, true)]
            }
            Database::MySql => [(true, false), (true, false), (false, false), (false, true), (false, true)],
        };
        assert_eq!(found, expected, "on {database:?}");
        Ok(())
    });
}

#[test]
fn keys_over_relations_follow_the_rules_of_their_joins() {
    let color = || tag::products().product_meta().metadata.key("color");
    let tags = || Tag::objects().order_by(tag::id);
    check_rows(tags().filter(color().exact("red")).distinct(), "2 5");
    check_rows(tags().exclude(color().exact("red")), "1 3 4");
    check_rows(tags().exclude(color().exact(Value::Null)), "2 3 4 5");
    check_rows(tags().exclude(color().isnull(true)), "5");
}

#[test]
fn keys_are_ordered_as_the_database_orders_them() {
    check_rows(
        ProductMeta::objects().order_by((key("color"), product_meta::id)),
        ["6 7 8 9 10 2 5 3 4 1", "5 2 3 4 1 6 7 8 9 10", "6 7 8 9 10 2 3 4 1 5"],
    );
}

#[test]
fn keys_are_compared_with_subqueries_and_when_they_were_annotated() {
    let some = ProductMeta::objects().filter(product_meta::id.in_([3, 5])).values_list(key("color")).flat();
    check_rows(products().filter(key("color").in_(some)), "3 4 5");
    check_rows(products().filter(key("sizes").in_([json!(["M"]), json!(5)])), "5");
    let color = key("color");
    check_rows(products().alias(&color).filter(color.exact("red")), "3 4");
    check_rows(products().alias(&color).exclude(color.exact("red")), "1 2 5");
    check_rows(products().alias(&color).filter(color.startswith("s")), "1");
    check_rows(products().alias(&color).filter(color.isnull(true)), "6 7 8 9 10");
    let specs = key("specs");
    check_rows(products().alias(&specs).filter(specs.key("cpu").key("cores").gt(6)), "1");
    let first = subquery(
        ProductMeta::objects()
            .filter(product_meta::id.exact(outer(product_meta::id)))
            .values_list(key("specs")),
    );
    check_rows(products().filter(first.key("weight").lt(1)), "2 3");
    check_rows(products().filter(key("count").exact(key("count"))), "6");
    check_rows(products().filter(key("count").gte(key("count"))), "6");
    check_rows(
        products().values_list(key("color").coalesce(key("Color"))).flat(),
        r#""silver" "black" "red" "red" null "Red" null null null null"#,
    );
}

#[test]
fn the_text_of_a_key_is_cast_and_aggregated() {
    check_rows(
        products().values_list(key("warranty").as_text().cast::<kind::Integer>()).flat(),
        "24 12 12 null null null null null null null",
    );
    let weight = key("specs").key("weight").as_text().cast::<kind::Float>();
    let heaviest = ProductMeta::objects().values_list(weight.max()).flat();
    check_rows(ProductMeta::objects().alias(&weight).filter(weight.gt(1.0)), "1");
    let _ = heaviest;
    // Text on SQLite as well, where Django gives the number itself.
    check_rows(
        products().values_list(key("count").as_text()).flat(),
        r#"null null null null null "5" null null null null"#,
    );
    check_rows(
        products().values_list(key("tags").as_text()).flat(),
        [
            r#""[\"pro\",\"laptop\"]" "[\"phone\"]" "[]" null null null null null null null"#,
            r#""[\"pro\", \"laptop\"]" "[\"phone\"]" "[]" null null null null null null null"#,
            r#""[\"pro\", \"laptop\"]" "[\"phone\"]" "[]" null null null null null null null"#,
        ],
    );
    check_rows(products().filter(key("color").as_text().in_(["red", "black"])), "2 3 4");
}

#[test]
fn values_come_back_as_they_were_written() {
    let documents = [
        json!({ "v": "5" }),
        json!({ "v": 5 }),
        json!({ "v": 5.5 }),
        json!({ "v": true }),
        json!({ "v": "true" }),
        json!({ "v": "null" }),
        json!({ "v": i64::MAX }),
        json!({ "v": i64::MIN }),
        json!({ "v": 1e22 }),
        json!({ "v": "é 🦀 \" \\ \n" }),
        json!({ "v": { "é": [1, { "": "x" }] } }),
        json!({ "v": [] }),
    ];
    in_transactions(async |tx, database| {
        for (at, document) in documents.iter().enumerate() {
            let label = format!("row-{at:02}");
            Nullable::create().label(&label).data(document.clone()).save(&mut *tx).await?;
            let row = Nullable::objects().filter(nullable::label.exact(&label));
            let read = row.values_list((nullable::data, nullable::data.key("v"))).get(&mut *tx).await?;
            assert_eq!(read, (Some(document.clone()), Some(document["v"].clone())), "on {database:?}");
        }
        for (at, document) in documents.iter().enumerate() {
            let found = Nullable::objects().filter(nullable::data.key("v").exact(document["v"].clone()));
            let found: Vec<String> = found.values_list(nullable::label).flat().all(&mut *tx).await?;
            assert!(found.contains(&format!("row-{at:02}")), "{document} on {database:?}: {found:?}");
        }
        Ok(())
    });
}

#[test]
fn text_that_reads_as_json_is_told_from_it_but_on_mariadb() {
    in_transactions(async |tx, database| {
        for (label, value) in [("number", json!(5)), ("text", json!("5")), ("float", json!(5.0))] {
            Nullable::create().label(label).data(json!({ "v": value })).save(&mut *tx).await?;
        }
        let mut found = async |q: Q<Nullable>| {
            let labels = Nullable::objects().filter(q).order_by(nullable::label).values_list(nullable::label);
            Ok::<_, Error>(labels.flat().all(&mut *tx).await?.join(" "))
        };
        let v = || nullable::data.key("v");
        let numbers = match database {
            Database::MySql => ["number text", "number text"],
            _ => ["float number", "text"],
        };
        assert_eq!([found(v().exact(5)).await?, found(v().exact("5")).await?], numbers, "on {database:?}");
        let above = match database {
            Database::Postgres => "float number",
            _ => "float number text",
        };
        assert_eq!(found(v().gt(4)).await?, above, "on {database:?}");
        Ok(())
    });
}

#[test]
fn an_order_is_of_numbers_and_text() {
    for value in [json!([1]), json!({}), json!(true), Value::Null] {
        let query = products().filter(key("warranty").gt(value.clone()));
        let refused = query.sql::<Sqlite>().expect_err("it has no order");
        assert_eq!(
            refused.to_string(),
            format!(
                "a key of a JSON document is compared by its order with a number or a text, not with `{value}`"
            )
        );
    }
}
