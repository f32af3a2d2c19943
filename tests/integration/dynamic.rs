//! Names that are known at run time: `filter_by()`, `order_by_name()`, `values_by()`, query strings.

use expect_test::{Expect, expect};
use jiff::SignedDuration;
use queryset::demo::MODELS;
use queryset::demo::blog::{Blog, Entry, entry};
use queryset::demo::everything::{Nullable, nullable};
use queryset::dynamic::{Allowed, Argument, DynamicQ, DynamicQuerySet, DynamicRow, F};
use queryset::prelude::*;
use queryset::{AnyBackend, Closed, Context, Instances, RunsOn, Stage, ValueType};
use serde_json::json;
use uuid::Uuid;

use crate::support::{check_rows, clock, date, decimal, ip, on_every_database};

/// Checks that a query of names is the typed query.
#[track_caller]
fn check_same(path: &str, argument: impl Into<Argument>, typed: Q<Entry>) {
    let named = Entry::objects().filter_by(path, argument).map(|query| query.sql::<Sqlite>());
    let typed = Entry::objects().filter(typed);
    match named {
        Ok(Ok(named)) => assert_eq!(named, typed.sql::<Sqlite>().expect("it compiles"), "{path}"),
        other => panic!("{path}: {other:?}"),
    }
}

#[test]
fn names_are_what_the_typed_api_has() {
    check_same("headline", "x", entry::headline.exact("x"));
    check_same("headline__exact", "x", entry::headline.exact("x"));
    check_same("blog__name__icontains", "x", entry::blog().name.icontains("x"));
    check_same("pub_date__year__gte", "2005", entry::pub_date.year().gte(2005));
    check_same("pub_date__month", 3, entry::pub_date.month().exact(3));
    check_same("published_at__date__lt", "2005-06-07", entry::published_at.date().lt(date(2005, 6, 7)));
    check_same("headline__lower__length__lte", "9", entry::headline.lower().length().lte(9));
    check_same("rating__in", "3,4", entry::rating.in_([3, 4]));
    check_same("rating__in", [3, 4], entry::rating.in_([3, 4]));
    check_same("rating__in", json!([3, null, 4]), entry::rating.in_([3, 4]));
    check_same("rating__range", "3,4", entry::rating.range(3, 4));
    check_same("rating__isnull", "true", entry::rating.isnull(true));
    check_same("rating", Argument::null(), entry::rating.isnull(true));
    check_same("rating", json!(null), entry::rating.isnull(true));
    check_same("pk", 7, entry::id.exact(7));
    check_same("pk__in", "7,8", entry::id.in_([7, 8]));
    check_same("blog_id", 7, entry::blog_id.exact(7));
    check_same("blog__pk", 7, entry::blog().id.exact(7));
    check_same("blog", "7", entry::blog().id.exact(7));
    check_same("blog__in", "7,8", entry::blog().id.in_([7, 8]));
    check_same("blog__isnull", true, entry::blog().isnull(true));
    check_same("authors", 7, entry::authors().id.exact(7));
    check_same("authors__isnull", "false", entry::authors().isnull(false));
    check_same("authors__name", "x", entry::authors().name.exact("x"));
    check_same("rating__gt", F("number_of_comments"), entry::rating.gt(entry::number_of_comments));
    check_same("headline__contains", F("blog__name"), entry::headline.contains(entry::blog().name));
}

#[test]
fn keys_of_documents_are_named_as_in_django() {
    let check = |path: &str, argument: Argument, typed: Q<Nullable>| {
        let named = Nullable::objects().filter_by(path, argument).unwrap_or_else(|error| panic!("{error}"));
        let typed = Nullable::objects().filter(typed);
        assert_eq!(named.sql::<Postgres>().expect("SQL"), typed.sql::<Postgres>().expect("SQL"), "{path}");
        assert_eq!(named.sql::<Sqlite>().expect("SQL"), typed.sql::<Sqlite>().expect("SQL"), "{path}");
        // A typed key is shared, one that was named is not.
        let told = |query| format!("{query:?}").replace("Shared", "").replace(['(', ')'], "");
        assert_eq!(told(&named), told(&typed), "{path}");
    };
    let data = || nullable::data;
    check("data__a__b__0__gt", "5".into(), data().key("a").key("b").index(0).gt(5));
    check("data__a", "red".into(), data().key("a").exact("red"));
    check("data__a", "5".into(), data().key("a").exact(5));
    check("data__a", "\"5\"".into(), data().key("a").exact("5"));
    check("data__a", json!("5").into(), data().key("a").exact("5"));
    check("data__a", 5.into(), data().key("a").exact(5));
    check("data__a", true.into(), data().key("a").exact(true));
    check("data__a", Argument::null(), data().key("a").exact(json!(null)));
    check("data__a__isnull", "true".into(), data().key("a").isnull(true));
    check("data__exact__gte", 1.5.into(), data().key("exact").gte(1.5));
    check("data__a__in", "x,5".into(), data().key("a").in_([json!("x"), json!(5)]));
    check("data__a__in", json!(["x", null, [1]]).into(), data().key("a").in_([json!("x"), json!([1])]));
    check("data__a__range", "1,2".into(), data().key("a").range(1, 2));
    check("data__a__startswith", "x".into(), data().key("a").startswith("x"));
    check("data__a__has_key", "b".into(), data().key("a").has_key("b"));
    check("data__has_any_keys", json!(["a", "b"]).into(), data().has_any_keys(["a", "b"]));
    check("data__a", F("data__b__0").into(), data().key("a").exact(data().key("b").index(0)));
}

#[test]
fn what_a_key_does_not_take_is_told() {
    let refused = |path: &str, argument: Argument, expected: Expect| {
        check_refused(Nullable::objects().filter_by(path, argument), expected);
    };
    refused("data__a__gt", "[1]".into(), expect!["`data__a__gt` takes a number or text, not `[1]`"]);
    refused(
        "data__a__range",
        json!([1, true]).into(),
        expect![
            "`data__a__range` takes two bounds with a comma between them, each a number or text, not `true`"
        ],
    );
    refused("data__-1", 5.into(), expect!["`data__-1` counts from the end by `-1`; an index begins at 0"]);
    refused("data__has_key", 5.into(), expect!["`data__has_key` takes text, not `5`"]);
    refused("data", "red".into(), expect!["`data` takes a JSON document, not `red`"]);
    refused("data__a", date(2025, 3, 1).into(), expect!["`data__a` takes a JSON document, not `2025-03-01`"]);
}

#[test]
fn an_endpoint_takes_the_keys_that_it_allows() -> Result<(), Error> {
    let allowed = Allowed::<Nullable>::new(["data__color", "data__size__*"])?.ordering(["data__size"])?;
    let query = |pairs: &[(&str, &str)]| Nullable::objects().filter_by_query(pairs.iter().copied(), &allowed);
    let asked = query(&[("data__color", "red"), ("data__size__x__gte", "5"), ("ordering", "-data__size")])?;
    let typed = nullable::data.key("color").exact("red") & nullable::data.key("size").key("x").gte(5);
    let typed = Nullable::objects().filter(typed).order_by(nullable::data.key("size").desc());
    assert_eq!(asked.sql::<Postgres>()?, typed.sql::<Postgres>()?);
    check_refused(
        query(&[("data__price", "5")]),
        expect!["`data__price` is not allowed; allowed are `data__color`, `data__size__*`"],
    );
    Ok(())
}

fn dynamic(table: &str) -> DynamicQuerySet {
    let model = MODELS.iter().find(|model| model.table == table).expect("a table");
    DynamicQuerySet::new(model)
}

/// Checks the rows of a query on every database: the values of each, by spaces.
#[track_caller]
fn check_dynamic(query: Result<DynamicQuerySet, Error>, expected: &str) {
    let query = query.expect("names that exist");
    on_every_database(async |db, database| {
        let rows = query.all(&db).await?;
        let shown = |row: &DynamicRow| {
            let json = serde_json::to_value(row).expect("rows serialize");
            let values = json.as_object().expect("a map").values().map(ToString::to_string);
            values.collect::<Vec<_>>().join(",")
        };
        let shown = rows.iter().map(shown).collect::<Vec<_>>();
        assert_eq!(shown.join(" "), expected, "on {database:?}");
        assert_eq!(query.count(&db).await?, rows.len() as u64, "counted on {database:?}");
        assert_eq!(query.exists(&db).await?, !rows.is_empty(), "on {database:?}");
        assert_eq!(query.first(&db).await?.as_ref(), rows.first(), "on {database:?}");
        Ok(())
    });
}

#[test]
fn rows_by_name_are_those_of_django() -> Result<(), Error> {
    let by_author = dynamic("blog_entry").filter_by("authors__name__istartswith", "a")?;
    check_dynamic(by_author.order_by("id")?.values("pk"), "1 2 6 7 8 10 15");

    let relations = ["blog", "blog_id", "pk", "authors", "pub_date__year", "blog__name"];
    let first = dynamic("blog_entry").values(relations)?.order_by("pk,authors")?.slice(..3);
    check_dynamic(
        Ok(first),
        r#"1,1,1,1,2008,"Beatles Blog" 1,1,1,2,2008,"Beatles Blog" 1,1,2,1,2008,"Beatles Blog""#,
    );

    let without = dynamic("blog_entry").exclude_by("authors__name__startswith", "A")?;
    let without = without.order_by(["pub_date__year", "-blog__name", "pk"])?;
    check_dynamic(without.values("pk"), "14 3 4 5 12 16 13 11 9");

    let tree = DynamicQ::new("rating__gt", F("number_of_comments"))
        | !DynamicQ::new("headline__icontains", F("blog__name")) & DynamicQ::new("authors", 1);
    check_dynamic(
        dynamic("blog_entry").filter(tree)?.order_by("pk")?.values("pk"),
        "1 2 5 6 7 7 8 8 10 14 15",
    );

    let fives = dynamic("blog_entry").filter_by("rating", 5)?.values("blog")?;
    check_dynamic(dynamic("blog_blog").filter_by("pk__in", fives)?.order_by("pk")?.values("pk"), "1 4 6");

    let blogs = dynamic("blog_blog").filter_by("name__contains", "e")?;
    let entries = dynamic("blog_entry").filter_by("blog__in", blogs)?.order_by("pk")?;
    check_dynamic(entries.values("pk"), "1 2 6 7 8 9 10 11 12 14 15 16");
    Ok(())
}

#[test]
fn a_relation_orders_by_the_order_of_its_model() -> Result<(), Error> {
    let cities = dynamic("blog_city").filter_by("country__isnull", false)?.order_by(["-country", "pk"])?;
    let names = r#""São Paulo" "Paris" "Lyon" "Tokyo""#;
    check_dynamic(cities.values("name"), names);
    Ok(())
}

#[test]
fn every_value_is_read_by_its_type() -> Result<(), Error> {
    for model in MODELS {
        let query = DynamicQuerySet::new(model).order_by("pk")?;
        on_every_database(async |db, database| {
            for row in query.all(&db).await? {
                for (column, value) in model.columns.iter().zip(row.values()) {
                    assert_eq!(
                        value.value_type(),
                        column.field_type.value_type(),
                        "{column} on {database:?}"
                    );
                }
            }
            Ok(())
        });
    }
    Ok(())
}

#[track_caller]
fn check_refused<T: std::fmt::Debug>(outcome: Result<T, Error>, expected: Expect) {
    expected.assert_eq(&outcome.expect_err("it is refused").to_string());
}

#[track_caller]
fn check_path(path: &str, expected: Expect) {
    check_refused(Entry::objects().filter_by(path, "x"), expected);
}

#[test]
fn an_unknown_name_is_told_with_the_nearest() {
    check_path("hedline", expect!["`hedline`: `Entry` has no field `hedline`; did you mean `headline`?"]);
    check_path(
        "nope",
        expect![
            "`nope`: `Entry` has no field `nope`; there are `authors`, `blog`, `blog_id`, `body_text`, `entry_detail`, `headline`, `id`, `mod_date`, `number_of_comments`, `number_of_pingbacks`, `pub_date`, `published_at`, `rating`, `summary`"
        ],
    );
    check_path(
        "",
        expect![
            "``: `Entry` has no field ``; there are `authors`, `blog`, `blog_id`, `body_text`, `entry_detail`, `headline`, `id`, `mod_date`, `number_of_comments`, `number_of_pingbacks`, `pub_date`, `published_at`, `rating`, `summary`"
        ],
    );
    check_path(
        "__",
        expect![
            "`__`: `Entry` has no field ``; there are `authors`, `blog`, `blog_id`, `body_text`, `entry_detail`, `headline`, `id`, `mod_date`, `number_of_comments`, `number_of_pingbacks`, `pub_date`, `published_at`, `rating`, `summary`"
        ],
    );
    check_path("blog__nme", expect!["`blog__nme`: `Blog` has no field `nme`; did you mean `name`?"]);
    check_path(
        "blog__icontains",
        expect![
            "`blog__icontains`: `Blog` has no field `icontains`; there are `entry`, `id`, `name`, `tagline`, `theme`, `theme_id`"
        ],
    );
    check_path(
        "headline__nope",
        expect![
            "`headline__nope`: the text field `Entry.headline` has no lookup `nope`; there are `exact`, `iexact`, `contains`, `icontains`, `in`, `gt`, `gte`, `lt`, `lte`, `startswith`, `istartswith`, `endswith`, `iendswith`, `range`, `isnull`, `regex`, `iregex`, `trigram_similar`, `trigram_word_similar`, `trigram_strict_word_similar`, `lower`, `upper`, `length`, `unaccent`"
        ],
    );
    check_path(
        "headline__icontain",
        expect![
            "`headline__icontain`: the text field `Entry.headline` has no lookup `icontain`; did you mean `icontains`?"
        ],
    );
    check_path(
        "headline__year",
        expect![
            "`headline__year`: the text field `Entry.headline` has no lookup `year`; there are `exact`, `iexact`, `contains`, `icontains`, `in`, `gt`, `gte`, `lt`, `lte`, `startswith`, `istartswith`, `endswith`, `iendswith`, `range`, `isnull`, `regex`, `iregex`, `trigram_similar`, `trigram_word_similar`, `trigram_strict_word_similar`, `lower`, `upper`, `length`, `unaccent`"
        ],
    );
    check_path(
        "headline__name__exact",
        expect![
            "`headline__name__exact`: the text field `Entry.headline` has no lookup `name`; there are `exact`, `iexact`, `contains`, `icontains`, `in`, `gt`, `gte`, `lt`, `lte`, `startswith`, `istartswith`, `endswith`, `iendswith`, `range`, `isnull`, `regex`, `iregex`, `trigram_similar`, `trigram_word_similar`, `trigram_strict_word_similar`, `lower`, `upper`, `length`, `unaccent`"
        ],
    );
    check_path(
        "rating__icontains",
        expect![
            "`rating__icontains`: the integer field `Entry.rating` has no lookup `icontains`; there are `exact`, `in`, `gt`, `gte`, `lt`, `lte`, `range`, `isnull`, `abs`"
        ],
    );
    check_path(
        "pub_date__year__icontains",
        expect![
            "`pub_date__year__icontains`: the integer `year` of `Entry.pub_date` has no lookup `icontains`; there are `exact`, `in`, `gt`, `gte`, `lt`, `lte`, `range`, `isnull`, `abs`"
        ],
    );
    check_path(
        "headline__exact__exact",
        expect!["`headline__exact__exact` goes on after the lookup `exact`, which stands last"],
    );
    check_path(
        "blog__range",
        expect![
            "`blog__range`: `Blog` has no field `range`; there are `entry`, `id`, `name`, `tagline`, `theme`, `theme_id`"
        ],
    );
    check_path(
        "blog_id__name",
        expect![
            "`blog_id__name`: the integer field `Entry.blog_id` has no lookup `name`; there are `exact`, `in`, `gt`, `gte`, `lt`, `lte`, `range`, `isnull`, `abs`"
        ],
    );
    check_path("Headline", expect!["`Headline`: `Entry` has no field `Headline`; did you mean `headline`?"]);
}

#[track_caller]
fn check_value(path: &str, value: impl Into<Argument>, expected: Expect) {
    check_refused(Entry::objects().filter_by(path, value), expected);
}

#[test]
fn a_value_that_does_not_fit_is_told_with_what_does() {
    check_value("rating", "abc", expect!["`rating` takes an integer of at most 64 bits, not `abc`"]);
    check_value(
        "rating__gte",
        "4.5",
        expect!["`rating__gte` takes an integer of at most 64 bits, not `4.5`"],
    );
    check_value(
        "rating__in",
        "3,x",
        expect!["`rating__in` takes a list with commas, each item an integer of at most 64 bits, not `x`"],
    );
    check_value(
        "rating__range",
        "3",
        expect![
            "`rating__range` takes two bounds with a comma between them, each an integer of at most 64 bits, not `3`"
        ],
    );
    check_value(
        "rating__range",
        json!([1, 2, 3]),
        expect![
            "`rating__range` takes two bounds with a comma between them, each an integer of at most 64 bits, not `[1,2,3]`"
        ],
    );
    check_value("rating__isnull", "maybe", expect!["`rating__isnull` takes `true` or `false`, not `maybe`"]);
    check_value(
        "rating",
        json!({ "a": 1 }),
        expect![[r#"`rating` takes an integer of at most 64 bits, not `{"a":1}`"#]],
    );
    check_value("rating", true, expect!["`rating` takes an integer of at most 64 bits, not `true`"]);
    check_value(
        "rating__gt",
        Argument::null(),
        expect!["`rating__gt` takes an integer of at most 64 bits, not NULL"],
    );
    check_value(
        "rating",
        F("headline"),
        expect![[r#"`rating` takes an integer of at most 64 bits, not the text `F("headline")`"#]],
    );
    check_value(
        "rating",
        F("nope"),
        expect![
            "`nope`: `Entry` has no field `nope`; there are `authors`, `blog`, `blog_id`, `body_text`, `entry_detail`, `headline`, `id`, `mod_date`, `number_of_comments`, `number_of_pingbacks`, `pub_date`, `published_at`, `rating`, `summary`"
        ],
    );
    check_value("pub_date", "tomorrow", expect!["`pub_date` takes a date like `2025-03-01`, not `tomorrow`"]);
    check_value(
        "pub_date__year",
        "MMV",
        expect!["`pub_date__year` takes an integer of at most 64 bits, not `MMV`"],
    );
    check_value(
        "published_at__gt",
        "2005-13-01T00:00:00Z",
        expect![
            "`published_at__gt` takes a datetime like `2025-03-01T14:30:00Z`, not `2005-13-01T00:00:00Z`"
        ],
    );
    check_value("headline", json!(5), expect!["`headline` takes text, not `5`"]);
}

#[test]
fn a_query_set_on_the_right_has_one_field_of_the_kind() -> Result<(), Error> {
    let of = |path: &str, query: DynamicQuerySet| dynamic("blog_entry").filter_by(path, query);
    check_refused(
        of("blog__in", dynamic("blog_author")),
        expect!["`blog__in` takes a query set of `Blog`, not a query set of `Author`"],
    );
    check_refused(
        of("rating__in", dynamic("blog_author").values("name")?),
        expect![
            "`rating__in` takes a list with commas, each item an integer of at most 64 bits, not a query set of text values"
        ],
    );
    check_refused(
        of("rating__in", dynamic("blog_author").values("id,age")?),
        expect![
            "`rating__in` takes a list with commas, each item an integer of at most 64 bits, not a query set of several fields"
        ],
    );
    check_refused(
        of("rating", dynamic("blog_author").values("age")?),
        expect!["`rating` takes an integer of at most 64 bits, not a query set"],
    );
    Ok(())
}

#[test]
fn nothing_follows_a_slice() {
    let slice = || dynamic("blog_entry").slice(2..4);
    check_refused(
        slice().filter_by("id", 1),
        expect!["this query set is sliced, so it can no longer be filtered; slice it last"],
    );
    check_refused(
        slice().order_by("id"),
        expect!["this query set is sliced, so it can no longer be ordered; slice it last"],
    );
    check_refused(
        slice().reverse(),
        expect!["this query set is sliced, so it can no longer be reversed; slice it last"],
    );
    check_refused(
        slice().distinct(),
        expect!["this query set is sliced, so it can no longer be made distinct; slice it last"],
    );
}

fn entries() -> Allowed<Entry> {
    let allowed = Allowed::new(["headline__icontains", "rating__*", "pub_date__*", "blog__*", "blog__name"]);
    let allowed = allowed.and_then(|allowed| allowed.ordering(["pub_date", "blog", "id"]));
    allowed.expect("names that exist")
}

fn query(pairs: &[(&str, &str)]) -> Result<QuerySet<Entry>, Error> {
    Entry::objects().filter_by_query(pairs.iter().copied(), &entries())
}

#[test]
fn a_query_string_filters_and_orders() -> Result<(), Error> {
    let pairs = [("rating__in", "4,5"), ("pub_date__year__gte", "2008"), ("ordering", "-pub_date,id")];
    check_rows(query(&pairs)?, "8 10 9 6 2 1");
    check_rows(
        query(&[("ordering", ""), ("blog__name__exact", "Beatles Blog"), ("rating", "5")])?.ordered(),
        "1 15",
    );
    check_rows(query(&[])?.filter(entry::id.lt(3)).ordered(), "1 2");
    Ok(())
}

#[test]
fn an_endpoint_takes_what_it_allows() {
    let refused = |key: &str, value: &str, expected: Expect| check_refused(query(&[(key, value)]), expected);
    refused(
        "headline__regex",
        "(a+)+",
        expect![
            "`headline__regex` is not allowed; allowed are `headline__icontains`, `rating__*`, `pub_date__*`, `blog__*`, `blog__name`"
        ],
    );
    refused(
        "headline",
        "x",
        expect![
            "`headline` is not allowed; allowed are `headline__icontains`, `rating__*`, `pub_date__*`, `blog__*`, `blog__name`"
        ],
    );
    refused(
        "blog__tagline",
        "x",
        expect![
            "`blog__tagline` is not allowed; allowed are `headline__icontains`, `rating__*`, `pub_date__*`, `blog__*`, `blog__name`"
        ],
    );
    refused(
        "blog__theme__name",
        "x",
        expect![
            "`blog__theme__name` is not allowed; allowed are `headline__icontains`, `rating__*`, `pub_date__*`, `blog__*`, `blog__name`"
        ],
    );
    refused("blog__gte", "x", expect!["`blog__gte` takes an integer of at most 64 bits, not `x`"]);
    refused(
        "rating__gtee",
        "1",
        expect!["`rating__gtee`: the integer field `Entry.rating` has no lookup `gtee`; did you mean `gte`?"],
    );
    refused("rating__gte", "x", expect!["`rating__gte` takes an integer of at most 64 bits, not `x`"]);
    refused(
        "ordering",
        "headline",
        expect!["`ordering=headline` is not allowed; allowed are `pub_date`, `blog`, `id`"],
    );
    refused(
        "ordering",
        "--id",
        expect!["`ordering=--id` is not allowed; allowed are `pub_date`, `blog`, `id`"],
    );
    check_refused(query(&[("rating", "1"), ("rating", "2")]), expect!["`rating` is given twice"]);
    check_refused(
        Allowed::<Blog>::new(["nam"]),
        expect!["`nam`: `Blog` has no field `nam`; did you mean `name`?"],
    );
    check_refused(
        Allowed::<Blog>::new(["name__*"]).and_then(|allowed| allowed.ordering(["-name", "nope"])),
        expect![
            "`nope`: `Blog` has no field `nope`; there are `entry`, `id`, `name`, `tagline`, `theme`, `theme_id`"
        ],
    );
}

#[test]
fn a_path_ends() {
    let long = format!("{}name", "blog__entry__".repeat(100));
    check_path(
        &long,
        expect!["`blog__entry__blog__entry__blog__entry__blog__entry__blog__en…` has more than 32 names"],
    );
    let deep = format!("headline{}", "__lower".repeat(100));
    check_path(
        &deep,
        expect!["`headline__lower__lower__lower__lower__lower__lower__lower__l…` has more than 32 names"],
    );
}

/// The generator has a table of its own: fields' pages and filter sets follow it.
#[test]
fn the_generator_knows_the_same_lookups_and_transforms() {
    let name = |kind: ValueType| match kind {
        ValueType::Int => "Integer".to_owned(),
        ValueType::Bytes => "Binary".to_owned(),
        ValueType::Array(_) => "Array".to_owned(),
        ValueType::Range(ValueType::Int) => "IntegerRange".to_owned(),
        ValueType::Range(of) => format!("{of:?}Range"),
        kind => format!("{kind:?}"),
    };
    let describe = |kind: ValueType| {
        let lookups: Vec<_> = kind.lookups().collect();
        let transforms =
            kind.transforms().map(|(transform, output)| format!("  {transform}: {}\n", name(output)));
        (name(kind), format!("{}: {}\n{}", name(kind), lookups.join(" "), transforms.collect::<String>()))
    };
    let mut expected = include_str!("../../codegen/tests/lookups.txt").to_owned();
    let ranges = [&ValueType::Int, &ValueType::Decimal, &ValueType::Date, &ValueType::DateTime];
    let collections = ranges.map(ValueType::Range).into_iter().chain([ValueType::Array(&ValueType::Text)]);
    for (kind, described) in ValueType::ALL.into_iter().chain(collections).map(describe) {
        assert!(expected.contains(&described), "{kind} is not in it so:\n{described}");
        expected = expected.replace(&described, "");
    }
    assert_eq!(expected, "");
}

/// Checks that the typed lookups and transforms of a column are those of its kind, and ask the same.
macro_rules! check_typed {
    ($column:ident: $($lookup:ident($($value:expr),*) = $named:expr;)*
        $(+ $other:ident($argument:expr) = $text:expr;)* | $($transform:ident)*) => {
        let kind = nullable::META.column(stringify!($column)).expect("a column").field_type.value_type();
        let typed = [$(stringify!($lookup).trim_end_matches('_'),)* $(stringify!($other)),*];
        assert_eq!(sorted(typed), sorted(kind.lookups()), "the lookups of {kind}");
        let transforms: [&str; _] = [$(stringify!($transform)),*];
        assert_eq!(sorted(transforms), sorted(kind.transforms().map(|(name, _)| name)), "the transforms of {kind}");
        $(
            let path = concat!(stringify!($column), "__", stringify!($lookup)).trim_end_matches('_');
            check_same_query(path, $named, Nullable::objects().filter(nullable::$column.$lookup($($value),*)));
        )*
        // These are not on SQLite, or on PostgreSQL alone.
        $(
            let path = concat!(stringify!($column), "__", stringify!($other));
            let named = Nullable::objects().filter_by(path, $text).expect("a lookup");
            let typed = Nullable::objects().filter(nullable::$column.$other($argument));
            assert_eq!(named.sql::<Postgres>().expect("SQL"), typed.sql::<Postgres>().expect("SQL"), "{path}");
            assert_eq!(shown(named.sql::<MySql>()), shown(typed.sql::<MySql>()), "{path}");
        )*
        $(
            let path = concat!(stringify!($column), "__", stringify!($transform));
            let typed = nullable::$column.$transform().isnull(false);
            check_same_query(&format!("{path}__isnull"), "false", Nullable::objects().filter(typed));
        )*
    };
}

fn sorted<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let mut names: Vec<_> = names.into_iter().collect();
    names.sort_unstable();
    names
}

#[test]
fn every_typed_lookup_has_its_name() {
    check_typed! { char:
        exact("x") = "x"; iexact("x") = "x"; contains("x") = "x"; icontains("x") = "x";
        in_(["x", "y"]) = "x,y"; gt("x") = "x"; gte("x") = "x"; lt("x") = "x"; lte("x") = "x";
        startswith("x") = "x"; istartswith("x") = "x"; endswith("x") = "x"; iendswith("x") = "x";
        range("x", "y") = "x,y"; isnull(true) = "true"; regex("x") = "x"; iregex("x") = "x";
        + trigram_similar("x") = "x"; + trigram_word_similar("x") = "x"; + trigram_strict_word_similar("x") = "x";
        | lower upper length unaccent
    }
    check_typed! { number:
        exact(7) = "7"; in_([7, 7]) = "7,7"; gt(7) = "7"; gte(7) = "7"; lt(7) = "7";
        lte(7) = "7"; range(7, 7) = "7,7"; isnull(false) = "false";
        | abs
    }
    check_typed! { real:
        exact(0.5) = "0.5"; in_([0.5, 0.5]) = "0.5,0.5"; gt(0.5) = "0.5"; gte(0.5) = "0.5"; lt(0.5) = "0.5";
        lte(0.5) = "0.5"; range(0.5, 0.5) = "0.5,0.5"; isnull(false) = "false";
        | abs
    }
    check_typed! { price:
        exact(decimal("1.5")) = "1.5"; in_([decimal("1.5"), decimal("1.5")]) = "1.5,1.5"; gt(decimal("1.5")) = "1.5"; gte(decimal("1.5")) = "1.5"; lt(decimal("1.5")) = "1.5";
        lte(decimal("1.5")) = "1.5"; range(decimal("1.5"), decimal("1.5")) = "1.5,1.5"; isnull(false) = "false";
        | abs
    }
    check_typed! { flag:
        exact(true) = "true"; in_([true, true]) = "true,true"; gt(true) = "true"; gte(true) = "true"; lt(true) = "true";
        lte(true) = "true"; range(true, true) = "true,true"; isnull(false) = "false";
        |
    }
    check_typed! { day:
        exact(date(2025, 3, 1)) = "2025-03-01"; in_([date(2025, 3, 1), date(2025, 3, 1)]) = "2025-03-01,2025-03-01"; gt(date(2025, 3, 1)) = "2025-03-01"; gte(date(2025, 3, 1)) = "2025-03-01"; lt(date(2025, 3, 1)) = "2025-03-01";
        lte(date(2025, 3, 1)) = "2025-03-01"; range(date(2025, 3, 1), date(2025, 3, 1)) = "2025-03-01,2025-03-01"; isnull(false) = "false";
        | year iso_year month day week week_day iso_week_day quarter
    }
    check_typed! { moment:
        exact(date(2025, 3, 1).at(14, 30, 0, 0)) = "2025-03-01T14:30:00Z"; in_([date(2025, 3, 1).at(14, 30, 0, 0), date(2025, 3, 1).at(14, 30, 0, 0)]) = "2025-03-01T14:30:00Z,2025-03-01T14:30:00Z"; gt(date(2025, 3, 1).at(14, 30, 0, 0)) = "2025-03-01T14:30:00Z"; gte(date(2025, 3, 1).at(14, 30, 0, 0)) = "2025-03-01T14:30:00Z"; lt(date(2025, 3, 1).at(14, 30, 0, 0)) = "2025-03-01T14:30:00Z";
        lte(date(2025, 3, 1).at(14, 30, 0, 0)) = "2025-03-01T14:30:00Z"; range(date(2025, 3, 1).at(14, 30, 0, 0), date(2025, 3, 1).at(14, 30, 0, 0)) = "2025-03-01T14:30:00Z,2025-03-01T14:30:00Z"; isnull(false) = "false";
        | date time year iso_year month day week week_day iso_week_day quarter hour minute second
    }
    check_typed! { clock:
        exact(clock(14, 30, 0)) = "14:30:00"; in_([clock(14, 30, 0), clock(14, 30, 0)]) = "14:30:00,14:30:00"; gt(clock(14, 30, 0)) = "14:30:00"; gte(clock(14, 30, 0)) = "14:30:00"; lt(clock(14, 30, 0)) = "14:30:00";
        lte(clock(14, 30, 0)) = "14:30:00"; range(clock(14, 30, 0), clock(14, 30, 0)) = "14:30:00,14:30:00"; isnull(false) = "false";
        | hour minute second
    }
    check_typed! { span:
        exact(SignedDuration::from_mins(90)) = "01:30:00"; in_([SignedDuration::from_mins(90), SignedDuration::from_mins(90)]) = "01:30:00,01:30:00"; gt(SignedDuration::from_mins(90)) = "01:30:00"; gte(SignedDuration::from_mins(90)) = "01:30:00"; lt(SignedDuration::from_mins(90)) = "01:30:00";
        lte(SignedDuration::from_mins(90)) = "01:30:00"; range(SignedDuration::from_mins(90), SignedDuration::from_mins(90)) = "01:30:00,01:30:00"; isnull(false) = "false";
        |
    }
    check_typed! { uid:
        exact(Uuid::nil()) = "00000000-0000-0000-0000-000000000000"; iexact("x") = "x"; contains("x") = "x"; icontains("x") = "x"; in_([Uuid::nil()]) = "00000000-0000-0000-0000-000000000000";
        gt(Uuid::nil()) = "00000000-0000-0000-0000-000000000000"; gte(Uuid::nil()) = "00000000-0000-0000-0000-000000000000"; lt(Uuid::nil()) = "00000000-0000-0000-0000-000000000000"; lte(Uuid::nil()) = "00000000-0000-0000-0000-000000000000"; startswith("x") = "x";
        istartswith("x") = "x"; endswith("x") = "x"; iendswith("x") = "x"; range(Uuid::nil(), Uuid::nil()) = "00000000-0000-0000-0000-000000000000,00000000-0000-0000-0000-000000000000";
        isnull(true) = "1";
        |
    }
    check_typed! { ip:
        exact(ip("::1")) = "::1"; iexact("x") = "x"; contains("x") = "x"; icontains("x") = "x"; in_([ip("::1")]) = "::1";
        gt(ip("::1")) = "::1"; gte(ip("::1")) = "::1"; lt(ip("::1")) = "::1"; lte(ip("::1")) = "::1"; startswith("x") = "x";
        istartswith("x") = "x"; endswith("x") = "x"; iendswith("x") = "x"; range(ip("::1"), ip("::1")) = "::1,::1";
        isnull(true) = "1";
        |
    }
    check_typed! { data:
        exact(json!([1])) = "[1]"; in_([json!([1]), json!(2)]) = "[[1], null, 2]"; isnull(true) = "true";
        has_key("x") = "x"; has_keys(["x", "y"]) = "x,y"; has_any_keys(["x", "y"]) = "x,y";
        + contains(json!({ "k": 1 })) = "{\"k\": 1}"; + contained_by(json!([1])) = "[1]";
        |
    }
    check_typed! { blob:
        exact(vec![0, 255]) = "00ff"; in_([vec![0], vec![255]]) = "00,ff"; isnull(true) = "true";
        |
    }
}

/// Checks the SQL, which is the same whether a name or a method has asked for it.
#[track_caller]
fn check_same_query<X>(path: &str, value: &str, typed: QuerySet<Nullable, Instances, Stage, X>)
where
    X: Context<Parent: Closed, Backends: RunsOn<AnyBackend>>,
{
    let named = Nullable::objects().filter_by(path, value).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(named.sql::<Postgres>().expect("SQL"), typed.sql::<Postgres>().expect("SQL"), "{path}");
    assert_eq!(shown(named.sql::<Sqlite>()), shown(typed.sql::<Sqlite>()), "{path}");
    assert_eq!(shown(named.sql::<MySql>()), shown(typed.sql::<MySql>()), "{path}");
}

/// The SQL, or why a database has none.
fn shown(sql: Result<String, Error>) -> String {
    sql.unwrap_or_else(|error| error.to_string())
}
