//! Annotations by names that are known at run time only: the same queries as the typed API's.

use expect_test::{Expect, expect};
use queryset::demo::blog::{Blog, Book, Entry, Event, Specimen, blog, entry, event, specimen};
use queryset::dynamic::{
    DynamicArguments, DynamicExpr, DynamicQ, DynamicQuerySet, DynamicRow, DynamicWindow, F, OuterRef,
};
use queryset::prelude::*;
use queryset::{Model, Value, ValueType};

use crate::support::on_every_database;

fn dynamic<M: Model>() -> DynamicQuerySet {
    DynamicQuerySet::new(M::META)
}

/// Checks that an expression by names is the typed one, on each database that has it.
#[track_caller]
fn check_same<M, R, S>(named: impl Into<DynamicExpr>, typed: QuerySet<M, R, S>)
where
    M: Model,
    R: queryset::Rows<M>,
    S: queryset::Stages,
{
    let named = dynamic::<M>().annotate("made", named).and_then(|query| query.values(["made"]));
    let named = named.unwrap_or_else(|error| panic!("{error}"));
    let told = |sql: Result<String, Error>| sql.map_err(|error| error.to_string());
    assert_eq!(told(named.sql::<Sqlite>()), told(typed.sql::<Sqlite>()));
    assert_eq!(told(named.sql::<Postgres>()), told(typed.sql::<Postgres>()));
    assert_eq!(told(named.sql::<MySql>()), told(typed.sql::<MySql>()));
}

macro_rules! check_functions {
    ($($name:literal $arguments:expr => $typed:expr;)*) => {
        $(check_same(DynamicExpr::function($name, $arguments), Specimen::objects().values_list($typed));)*
    };
}

#[test]
fn a_function_by_name_is_its_method() {
    let (text, num, real, dec) = (specimen::char, specimen::num, specimen::real, specimen::dec);
    let (day, moment, clock) = (specimen::day, specimen::moment, specimen::clock);
    check_functions! {
        "Lower" [F("char")] => text.lower();
        "Upper" [F("char")] => text.upper();
        "Length" [F("char")] => text.length();
        "Trim" [F("char")] => text.trim();
        "LTrim" [F("char")] => text.ltrim();
        "RTrim" [F("char")] => text.rtrim();
        "Reverse" [F("char")] => text.reverse();
        "MD5" [F("char")] => text.md5();
        "SHA1" [F("char")] => text.sha1();
        "SHA224" [F("char")] => text.sha224();
        "SHA256" [F("char")] => text.sha256();
        "SHA384" [F("char")] => text.sha384();
        "SHA512" [F("char")] => text.sha512();
        "Ord" [F("char")] => text.ord();
        "Chr" [F("num")] => num.chr();
        "Left" (F("char"), 3) => text.left(3);
        "Right" (F("char"), 3) => text.right(3);
        "Substr" (F("char"), 2) => text.substr(2);
        "Substr" (F("char"), 2, 3) => text.substr_len(2, 3);
        "Repeat" (F("char"), 2) => text.repeat(2);
        "LPad" (F("char"), 5) => text.lpad(5, " ");
        "LPad" (F("char"), 5, "*") => text.lpad(5, "*");
        "RPad" (F("char"), 5, "*") => text.rpad(5, "*");
        "Replace" (F("char"), "a") => text.replace("a", "");
        "Replace" (F("char"), "a", "b") => text.replace("a", "b");
        "StrIndex" (F("char"), "a") => text.str_index("a");
        "Concat" (F("char"), F("text")) => text.concat(specimen::text);
        "Concat" (F("char"), " ", F("text")) => text.concat(" ").concat(specimen::text);
        "Coalesce" (F("char"), "x") => text.coalesce("x");
        "Coalesce" (F("num"), F("dec")) => num.coalesce(dec);
        "Greatest" (F("num"), F("big"), 3) => num.greatest(specimen::big).greatest(3);
        "Least" (F("day"), F("day")) => day.least(day);
        "NullIf" (F("num"), 3) => num.null_if(3);
        "Abs" [F("num")] => num.abs();
        "ACos" [F("real")] => real.acos();
        "ASin" [F("real")] => real.asin();
        "ATan" [F("real")] => real.atan();
        "ATan2" (F("real"), 2.5) => real.atan2(2.5);
        "Ceil" [F("real")] => real.ceil();
        "Cos" [F("num")] => num.cos();
        "Cot" [F("num")] => num.cot();
        "Degrees" [F("num")] => num.degrees();
        "Exp" [F("num")] => num.exp();
        "Floor" [F("dec")] => dec.floor();
        "Ln" [F("dec")] => dec.ln();
        "Log" (2, F("real")) => real.log(2);
        "Mod" (F("num"), 5) => num.mod_(5);
        "Pi" () => pi::<Specimen>();
        "Power" (F("num"), 2) => num.power(2);
        "Radians" [F("num")] => num.radians();
        "Random" () => random::<Specimen>();
        "Round" [F("real")] => real.round(0);
        "Round" (F("dec"), 2) => dec.round(2);
        "Sign" [F("dec")] => dec.sign();
        "Sin" [F("num")] => num.sin();
        "Sqrt" [F("num")] => num.sqrt();
        "Tan" [F("num")] => num.tan();
        "Now" () => now::<Specimen>();
        "ExtractYear" [F("day")] => day.year();
        "ExtractIsoYear" [F("day")] => day.iso_year();
        "ExtractQuarter" [F("moment")] => moment.quarter();
        "ExtractMonth" [F("moment")] => moment.month();
        "ExtractWeek" [F("moment")] => moment.week();
        "ExtractDay" [F("moment")] => moment.day();
        "ExtractWeekDay" [F("day")] => day.week_day();
        "ExtractIsoWeekDay" [F("day")] => day.iso_week_day();
        "ExtractHour" [F("clock")] => clock.hour();
        "ExtractMinute" [F("clock")] => clock.minute();
        "ExtractSecond" [F("moment")] => moment.second();
        "TruncYear" [F("day")] => day.trunc_year();
        "TruncQuarter" [F("day")] => day.trunc_quarter();
        "TruncMonth" [F("moment")] => moment.trunc_month();
        "TruncWeek" [F("moment")] => moment.trunc_week();
        "TruncDay" [F("moment")] => moment.trunc_day();
        "TruncHour" [F("moment")] => moment.trunc_hour();
        "TruncMinute" [F("clock")] => clock.trunc_minute();
        "TruncSecond" [F("clock")] => clock.trunc_second();
        "TruncDate" [F("moment")] => moment.date();
        "TruncTime" [F("moment")] => moment.time();
        "KT" [F("data__a__0")] => specimen::data.key("a").index(0).as_text();
    }
}

#[test]
fn arithmetic_casts_and_choices_are_those_of_the_typed_api() {
    let (num, dec) = (specimen::num, specimen::dec);
    let all = Specimen::objects;
    check_same(F("num") + F("dec"), all().values_list(num + dec));
    check_same(F("num") - 1, all().values_list(num - 1));
    check_same(F("dec") * F("num") % 3, all().values_list(dec * num % 3));
    check_same(F("num") / 2 + 0.5, all().values_list(num / 2 + 0.5));
    check_same(-F("num"), all().values_list(-num));
    check_same(DynamicExpr::from(F("num")).pow(2), all().values_list(num.pow(2)));
    check_same(F("day") - F("day"), all().values_list(specimen::day - specimen::day));
    check_same(
        DynamicExpr::from(F("num")).cast(ValueType::Text),
        all().values_list(num.cast::<kind::Text>()),
    );
    let named = DynamicExpr::case().when(DynamicQ::new("num__gt", 3), F("num")).otherwise(F("dec"));
    check_same(named, all().values_list(case().when(num.gt(3), num).otherwise(dec)));
    check_same(DynamicQ::new("num__gt", 3), all().values_list(num.gt(3).expr()));
}

#[test]
fn windows_are_those_of_the_typed_api() {
    let by_blog = || DynamicWindow::new().partition_by([F("blog_id")]).order_by("-rating");
    let over = || window().partition_by(entry::blog_id).order_by(entry::rating.desc());
    let all = Entry::objects;
    check_same(DynamicExpr::function("Rank", ()).over(by_blog()), all().values_list(rank().over(over())));
    check_same(DynamicExpr::function("Ntile", [4]).over(by_blog()), all().values_list(ntile(4).over(over())));
    check_same(
        DynamicExpr::function("Lag", (F("rating"), 2, 0)).over(by_blog()),
        all().values_list(entry::rating.lag().offset(2).default(0).over(over())),
    );
    check_same(
        DynamicExpr::function("NthValue", (F("headline"), 2)).over(by_blog().rows(..)),
        all().values_list(entry::headline.nth_value(2).over(over().rows(..))),
    );
    check_same(
        DynamicExpr::aggregate("Sum", F("rating")).over(by_blog().range(..=0)),
        all().values_list(entry::rating.sum().over(over().range(..=0))),
    );
}

/// Checks the rows of a query on every database, in the order of their text.
#[track_caller]
fn check(query: Result<DynamicQuerySet, Error>, expected: Expect) {
    let query = query.unwrap_or_else(|error| panic!("{error}"));
    let told = std::cell::OnceCell::new();
    on_every_database(async |db, database| {
        let rows = query.all(&db).await?;
        let json = |row: &DynamicRow| serde_json::to_string(&Values(row)).expect("values serialize");
        let mut shown: Vec<String> = rows.iter().map(json).collect();
        // `NULL` stands elsewhere on PostgreSQL.
        shown.sort_unstable();
        let shown = shown.join(" ");
        assert_eq!(query.count(&db).await?, rows.len() as u64, "counted on {database:?}");
        assert_eq!(query.exists(&db).await?, !rows.is_empty(), "on {database:?}");
        assert_eq!(told.get_or_init(|| shown.clone()), &shown, "on {database:?}");
        Ok(())
    });
    expected.assert_eq(told.get().expect("SQLite is always there"));
}

/// The values of a row, without their names.
struct Values<'r>(&'r DynamicRow);

impl serde::Serialize for Values<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let json = serde_json::to_value(self.0).expect("rows serialize");
        let values: Vec<_> = self.0.names().iter().map(|name| json[name].clone()).collect();
        values.serialize(serializer)
    }
}

fn count(of: &str) -> DynamicExpr {
    DynamicExpr::aggregate("Count", F(of)).into()
}

#[test]
fn an_annotation_has_its_name_from_then_on() -> Result<(), Error> {
    let blogs = dynamic::<Blog>().annotate("n", count("entry"))?.filter_by("n__gte", 2)?;
    check(
        blogs.clone().order_by("-n,name")?.values("name,n"),
        expect![[r#"["Beatles Blog",4] ["Cheddar Talk",3] ["Pop Music",4] ["Ünïcode Café",4]"#]],
    );
    let lower = dynamic::<Blog>().annotate("small", DynamicExpr::function("Lower", [F("name")]))?;
    check(
        lower.clone().filter_by("small__startswith", "b")?.order_by("small")?.values("small"),
        expect![[r#"["beatles blog"] ["beatles blog"]"#]],
    );
    check(lower.filter_by("small__length", 12)?.order_by("pk")?.values("pk"), expect!["[1] [3] [4] [6]"]);
    let busy = dynamic::<Blog>().alias("n", count("entry"))?.filter_by("n", 4)?;
    check(busy.clone().order_by("pk")?.values("pk"), expect!["[1] [2] [4]"]);
    // What was an alias is added later.
    check(
        busy.annotate("n", F("n"))?.annotate("twice", F("n") * 2)?.order_by("pk")?.values("n,twice"),
        expect!["[4,8] [4,8] [4,8]"],
    );
    let named: Vec<String> =
        vec!["id".to_owned(), "name".to_owned(), "tagline".to_owned(), "theme_id".to_owned(), "n".to_owned()];
    on_every_database(async |db, database| {
        let first = blogs.first(&db).await?.expect("there is a blog");
        assert_eq!(first.names(), named, "on {database:?}");
        let first = blogs.clone().values([""; 0])?.first(&db).await?.expect("there is a blog");
        assert_eq!(first.names(), named, "on {database:?}");
        Ok(())
    });
    Ok(())
}

#[test]
fn groups_are_those_of_the_values_before() -> Result<(), Error> {
    let by_rating = dynamic::<Entry>().values("rating")?.annotate("n", count("pk"))?.order_by("rating")?;
    check(
        by_rating.clone().exclude_by("rating", queryset::dynamic::Argument::null()),
        expect!["[-2,1] [0,1] [1,1] [2,1] [3,3] [4,3] [5,4]"],
    );
    check(by_rating.filter_by("n__gt", 2)?.exclude_by("rating__isnull", true), expect!["[3,3] [4,3] [5,4]"]);
    let best = DynamicExpr::aggregate("Max", F("entry__rating"))
        .filter(DynamicQ::new("entry__blog__gt", 0))
        .default(0);
    check(
        dynamic::<Blog>().annotate("best", best)?.order_by("pk")?.values("pk,best"),
        expect!["[1,5] [2,3] [3,0] [4,5] [5,0] [6,5]"],
    );
    Ok(())
}

#[test]
fn a_query_set_inside_refers_to_the_row_around() -> Result<(), Error> {
    let entries = || dynamic::<Entry>().filter_by("blog", OuterRef("pk"));
    let newest = entries()?.order_by("-pub_date,pk")?.values("headline")?.slice(..1);
    let blogs = dynamic::<Blog>().annotate("newest", DynamicExpr::subquery(newest))?.order_by("pk")?;
    check(
        blogs.values("pk,newest"),
        expect![[
            r#"[1,"Best Beatles ALBUMS"] [2,""] [3,"Hello Lennon"] [4,"Émile Zola – naïve"] [5,null] [6,"Cheddar, please"]"#
        ]],
    );
    let good = DynamicExpr::exists(entries()?.filter_by("rating__gt", 4)?);
    check(dynamic::<Blog>().filter(good.into())?.order_by("pk")?.values("pk"), expect!["[1] [4] [6]"]);
    // The query around that.
    let same = dynamic::<Entry>().filter_by("blog__entry", DynamicExpr::from(OuterRef("pk")).outer())?;
    let inner =
        dynamic::<Blog>().filter_by("pk", OuterRef("blog_id"))?.filter(DynamicExpr::exists(same).into())?;
    let all = dynamic::<Entry>()
        .filter(DynamicExpr::exists(inner).into())?
        .order_by("pk")?
        .values("pk")?
        .slice(..2);
    check(Ok(all), expect!["[1] [2]"]);
    let open = entries()?;
    check_refused(
        open.sql::<Sqlite>(),
        expect![
            "`OuterRef` refers to the query around this one, and there is none; use the query set in `DynamicExpr::exists(…)`, `DynamicExpr::subquery(…)` or on the right of `in`"
        ],
    );
    check_refused(
        dynamic::<Blog>()
            .filter(DynamicExpr::exists(dynamic::<Entry>().filter_by("blog", OuterRef("pkk"))?).into()),
        expect![
            "`pkk`: `Blog` has no field `pkk`; there are `entry`, `id`, `name`, `tagline`, `theme`, `theme_id`"
        ],
    );
    Ok(())
}

#[test]
fn aggregates_of_all_rows_have_their_names() {
    on_every_database(async |db, database| {
        let rows = dynamic::<Blog>().annotate("n", count("entry"))?;
        let row = rows
            .aggregate(
                [("total", DynamicExpr::aggregate("Sum", F("n"))), ("blogs", DynamicExpr::count_rows())],
                &db,
            )
            .await?;
        assert_eq!(
            serde_json::to_string(&row).expect("a row serializes"),
            r#"{"total":16,"blogs":6}"#,
            "on {database:?}"
        );
        let none = dynamic::<Entry>().none();
        let row = none
            .aggregate(
                [("n", DynamicExpr::count_rows()), ("best", DynamicExpr::aggregate("Max", F("rating")))],
                &db,
            )
            .await?;
        assert_eq!(
            serde_json::to_string(&row).expect("a row serializes"),
            r#"{"n":0,"best":null}"#,
            "on {database:?}"
        );
        let twice = dynamic::<Entry>()
            .aggregate([("n", DynamicExpr::from(DynamicExpr::count_rows())), ("twice", F("n") * 2)], &db)
            .await?;
        assert_eq!(
            twice.get("twice"),
            twice
                .get("n")
                .map(|n| match n {
                    Value::Int(n) => Value::Int(n * 2),
                    other => other.clone(),
                })
                .as_ref(),
            "on {database:?}"
        );
        Ok(())
    });
}

#[track_caller]
fn check_refused<T: std::fmt::Debug>(outcome: Result<T, Error>, expected: Expect) {
    expected.assert_eq(&outcome.expect_err("it is refused").to_string());
}

#[track_caller]
fn check_made(expression: impl Into<DynamicExpr>, expected: Expect) {
    check_refused(dynamic::<Entry>().annotate("made", expression), expected);
}

fn call(name: &str, arguments: impl DynamicArguments) -> DynamicExpr {
    DynamicExpr::function(name, arguments)
}

#[test]
fn what_does_not_compile_is_refused_with_a_word() -> Result<(), Error> {
    check_refused(
        dynamic::<Entry>().annotate("rating", count("pk")),
        expect!["`rating` cannot be the name of an annotation: `Entry` has a field of this name"],
    );
    check_refused(
        dynamic::<Entry>().annotate("blog", count("pk")),
        expect!["`blog` cannot be the name of an annotation: `Entry` has a field of this name"],
    );
    check_refused(
        dynamic::<Entry>().annotate("a b", count("pk")),
        expect!["`a b` cannot be the name of an annotation: a name is made of letters, digits and `_`"],
    );
    check_refused(
        dynamic::<Entry>().annotate("n", count("pk"))?.annotate("n", count("pk")),
        expect!["`n` cannot be the name of an annotation: it is one already"],
    );
    check_refused(
        dynamic::<Entry>().annotate("total", count("pk"))?.filter_by("totl", 1),
        expect!["`totl` is neither a field nor an annotation; did you mean `total`?"],
    );
    check_refused(
        dynamic::<Entry>().annotate("total", count("pk"))?.filter_by("total__contains", 1),
        expect![
            "`total__contains`: the integer annotation `total` has no lookup `contains`; there are `exact`, `in`, `gt`, `gte`, `lt`, `lte`, `range`, `isnull`, `abs`"
        ],
    );
    check_refused(
        dynamic::<Entry>().annotate("total", count("pk"))?.filter_by("total", "x"),
        expect!["`total` takes an integer of at most 64 bits, not `x`"],
    );
    check_made(
        call("Lowr", [F("headline")]),
        expect!["`Lowr`: SQL has no function `Lowr`; did you mean `Lower`?"],
    );
    check_made(
        call("Lower", [F("rating")]),
        expect!["`Lower` does not take the integer field `Entry.rating`"],
    );
    check_made(call("Lower", (F("headline"), 1)), expect!["`Lower` does not take 2 arguments"]);
    check_made(call("Left", (F("headline"), "x")), expect!["`Left` takes an integer, not a text expression"]);
    check_made(
        call("Coalesce", (F("headline"), 1)),
        expect![
            "`Coalesce` does not take the text field `Entry.headline` and an integer expression: the kinds do not go together"
        ],
    );
    check_made(
        call("TruncHour", [F("pub_date")]),
        expect!["`TruncHour` does not take the date field `Entry.pub_date`"],
    );
    check_made(call("Rank", ()), expect!["`Rank` is computed over a window: `.over(DynamicWindow::new())`"]);
    check_made(
        call("Rank", ()).over(DynamicWindow::new()),
        expect!["`Rank` depends on the order of its window, which has none"],
    );
    check_made(
        call("Lower", [F("headline")]).over(DynamicWindow::new()),
        expect!["`Lower` is a function of each row, and not one of windows"],
    );
    check_made(
        DynamicExpr::aggregate("Sum", F("headline")),
        expect!["`Sum` takes a number or a duration, not the text field `Entry.headline`"],
    );
    check_made(
        DynamicExpr::aggregate("Totl", F("rating")),
        expect![
            "`Totl`: SQL has no aggregate `Totl`; there are `Count`, `Sum`, `Avg`, `Max`, `Min`, `StdDev`, `Variance`"
        ],
    );
    check_made(
        DynamicExpr::aggregate("Max", F("rating")).distinct(),
        expect!["`Max` does not take `distinct()`"],
    );
    check_made(
        DynamicExpr::aggregate("Max", F("authors")),
        expect![
            "`Entry.authors` is a relation, and nothing is computed from one; take a field of it: `authors__id`"
        ],
    );
    check_made(
        DynamicExpr::aggregate("Avg", DynamicExpr::aggregate("Count", F("pk"))),
        expect![
            "`made` is an aggregate of an aggregate, which cannot be annotated; annotate the inner one, and ask for the outer one by `aggregate()`"
        ],
    );
    check_made(
        F("headline") + 1,
        expect![
            "`+` does not take the text field `Entry.headline` and an integer expression: the kinds do not go together"
        ],
    );
    check_made(-F("headline"), expect!["the text field `Entry.headline` has no minus: it is no number"]);
    check_made(DynamicExpr::case(), expect!["a `case()` has a branch: `.when(…, …)`"]);
    check_made(
        DynamicExpr::case().when(DynamicQ::new("rating", 5), "top").otherwise(1),
        expect![
            "`case()` does not take a text expression and an integer expression: the kinds do not go together"
        ],
    );
    check_made(
        DynamicExpr::from(F("published_at")).cast(ValueType::Bool),
        expect!["the datetime field `Entry.published_at` cannot be cast to boolean"],
    );
    check_refused(
        dynamic::<Entry>().annotate("made", OuterRef("pk"))?.sql::<Sqlite>(),
        expect![
            "`OuterRef` refers to the query around this one, and there is none; use the query set in `DynamicExpr::exists(…)`, `DynamicExpr::subquery(…)` or on the right of `in`"
        ],
    );
    check_made(
        DynamicExpr::subquery(dynamic::<Entry>()),
        expect![[r#"`subquery()` takes a query set of one field: `.values(["headline"])`"#]],
    );
    check_refused(
        dynamic::<Entry>().filter(DynamicExpr::from(F("rating")).into()),
        expect!["the integer field `Entry.rating` is no predicate: it is neither true nor false"],
    );
    check_refused(
        dynamic::<Entry>().aggregate_sql::<Sqlite>([("n", F("rating"))]),
        expect!["`aggregate()` takes aggregates, and `n` is none"],
    );
    Ok(())
}

#[test]
fn what_is_of_each_row_beside_an_aggregate_is_grouped_by_wherever_it_is_joined() -> Result<(), Error> {
    // A filter after it joins the relation again.
    let talk = count("pk") + F("entry__rating");
    let blogs = dynamic::<Blog>().annotate("talk", talk)?.filter_by("entry__headline__contains", "e")?;
    check(
        blogs.order_by("pk,talk")?.values("pk,talk"),
        expect![
            "[1,12] [1,13] [2,0] [2,3] [2,5] [2,null] [3,1] [4,6] [4,7] [4,8] [4,9] [6,6] [6,8] [6,null]"
        ],
    );
    // A window over another relation.
    let pages = DynamicWindow::new().partition_by([F("author__books__pages")]);
    let last = DynamicExpr::aggregate("Max", F("id")).over(pages);
    let books = dynamic::<Book>()
        .annotate("n", count("readers"))?
        .annotate("last", last)?
        .filter_by("last__gt", 1)?;
    check(
        books.order_by("pk,last")?.values("pk,n,last"),
        expect!["[1,3,6] [1,3,7] [2,1,6] [2,1,7] [3,2,3] [4,0,7] [5,1,5] [6,1,6] [7,0,7] [8,1,8]"],
    );
    // A predicate, before and after it is selected.
    let rated = dynamic::<Blog>()
        .annotate("rated", DynamicQ::new("entry__rating__gt", 3))?
        .annotate("n", count("entry"))?;
    check(
        rated.order_by("pk,rated,n")?.values("rated"),
        expect![
            "[false] [false] [false] [false] [false] [false] [false] [null] [null] [null] [true] [true] [true] [true] [true]"
        ],
    );
    Ok(())
}

#[test]
fn a_subquery_that_is_asked_of_groups_is_grouped_by() -> Result<(), Error> {
    let by_summary = dynamic::<Entry>().values("rating")?.annotate("n", count("pk"))?;
    let none = DynamicQ::new("n__lt", 3) & DynamicQ::new("authors__name__startswith", "A");
    check(
        by_summary.clone().exclude(none)?.order_by("rating,n")?.values("n"),
        expect!["[1] [1] [1] [1] [1] [1] [1] [1] [1]"],
    );
    let detail = dynamic::<Entry>().filter_by("blog__entry", OuterRef("pk"))?.filter_by("rating", 5)?;
    let either = DynamicQ::new("n__gt", 100) | DynamicExpr::exists(detail).into();
    check(
        by_summary.filter(either)?.order_by("rating,n")?.values("n"),
        expect!["[1] [1] [1] [1] [1] [1] [1] [1] [1] [1] [1]"],
    );
    Ok(())
}

#[test]
fn values_have_types_in_functions_and_stand_in_no_order() -> Result<(), Error> {
    let minute = call("TruncMinute", [jiff::civil::time(12, 34, 56, 0)]);
    check(
        dynamic::<Event>().annotate("minute", minute)?.order_by("pk")?.slice(..1).values("minute"),
        expect![[r#"["12:34:00"]"#]],
    );
    let twelve = dynamic::<Event>().alias("twelve", DynamicExpr::value(12))?.order_by("twelve,pk")?;
    check(twelve.slice(..2).values("pk"), expect!["[1] [2]"]);
    Ok(())
}

#[test]
fn whether_a_value_is_null_is_known() -> Result<(), Error> {
    let valued = || dynamic::<Event>().annotate("five", DynamicExpr::value(5));
    assert_eq!(valued()?.filter_by("five__isnull", true)?.sql::<Sqlite>()?, "");
    let all = valued()?.filter_by("five__isnull", false)?.values("id")?;
    assert_eq!(all.sql::<Sqlite>()?, dynamic::<Event>().values("id")?.sql::<Sqlite>()?);
    Ok(())
}

#[test]
fn an_annotation_on_the_right_of_an_exclusion_is_that_of_the_row() -> Result<(), Error> {
    let sum = F("id") + F("entry__rating");
    let blogs =
        dynamic::<Blog>().annotate("sum", sum)?.exclude_by("entry__number_of_comments__gt", F("sum"))?;
    check(
        blogs.order_by("pk,sum")?.values("pk,sum"),
        expect!["[2,null] [3,3] [5,null] [6,11] [6,9] [6,null]"],
    );
    Ok(())
}

#[test]
fn a_lookup_that_is_always_true_asks_for_a_related_row() -> Result<(), Error> {
    let blogs = dynamic::<Blog>().exclude_by("entry__headline__length__gte", i64::MIN)?;
    check(blogs.order_by("pk")?.values("pk"), expect!["[5]"]);
    Ok(())
}

#[test]
fn distinct_rows_are_told_apart_by_the_columns_that_are_aggregated() {
    let best = call("Coalesce", (F("entry__rating"), 5));
    on_every_database(async |db, database| {
        let row = dynamic::<Blog>()
            .distinct()?
            .aggregate([("sum", DynamicExpr::aggregate("Sum", best.clone()))], &db)
            .await?;
        assert_eq!(
            serde_json::to_string(&row).expect("a row serializes"),
            r#"{"sum":48}"#,
            "on {database:?}"
        );
        Ok(())
    });
    let _ = (blog::id, event::id);
}
