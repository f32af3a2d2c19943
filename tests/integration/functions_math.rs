//! Functions of numbers: signs, halves, what has no value, and the kinds of what they give.

use expect_test::expect;
use queryset::demo::blog::{Book, Entry, Specimen, book, entry, specimen};
use queryset::prelude::*;
use rust_decimal::Decimal;

use crate::support::{Database, check_rows, decimal, on_every_database};

#[test]
fn halves_are_rounded_away_from_zero_but_those_of_floats_on_mysql() {
    let some = Specimen::objects().filter(specimen::label.in_(["neg", "half", "unicode", "wild"]));
    check_rows(
        some.order_by(specimen::id).values_list((
            specimen::real.round(0),
            specimen::real.round(2),
            specimen::dec.round(0),
            specimen::dec.round(2),
            specimen::num.round(1),
        )),
        [
            expect![[r#"
            [-3.0,-2.5,"-3","-2.5",-7]
            [3.0,2.5,"3","2.5",3]
            [3.0,2.68,"3","2.68",10]
            [-1.0,-0.5,"-1","-0.5",-10]
        "#]],
            expect![[r#"
            [-3.0,-2.5,"-3","-2.50",-7]
            [3.0,2.5,"3","2.50",3]
            [3.0,2.68,"3","2.68",10]
            [-1.0,-0.5,"-1","-0.50",-10]
        "#]],
            expect![[r#"
            [-2.0,-2.5,"-3","-2.50",-7]
            [2.0,2.5,"3","2.50",3]
            [3.0,2.68,"3","2.68",10]
            [0.0,-0.5,"-1","-0.50",-10]
        "#]],
        ],
    );
}

#[test]
fn a_negative_number_of_digits_rounds_to_tens() {
    let tens =
        Specimen::objects().filter(specimen::label.in_(["max", "half", "mixed"])).order_by(specimen::id);
    let tens = tens.values_list((specimen::num.round(-1), specimen::real.round(-2), specimen::dec.round(-1)));
    check_rows(
        tens,
        [
            expect![["not supported"]],
            expect![[r#"
        [2147483650,12345700.0,"10000000000"]
        [0,0.0,"0"]
        [10,0.0,"0"]
    "#]],
            expect![[r#"
        [2147483650,12345700.0,"10000000000"]
        [0,0.0,"0"]
        [10,0.0,"0"]
    "#]],
        ],
    );
}

#[test]
fn signs_floors_and_ceilings_stay_of_their_kind() {
    let some = Specimen::objects().filter(specimen::label.in_(["neg", "nulls", "unicode", "wild"]));
    check_rows(
        some.order_by(specimen::id).values_list((
            specimen::num.sign(),
            specimen::real.sign(),
            specimen::dec.sign(),
            specimen::num.floor(),
            specimen::real.floor(),
            specimen::dec.floor(),
            specimen::num.ceil(),
            specimen::real.ceil(),
            specimen::dec.ceil(),
        )),
        [
            expect![[r#"
            [-1,-1.0,"-1",-7,-3.0,"-3",-7,-2.0,"-2"]
            [null,null,null,null,null,null,null,null,null]
            [1,1.0,"1",10,2.0,"2",10,3.0,"3"]
            [-1,-1.0,"-1",-10,-1.0,"-1",-10,-0.0,"0"]
        "#]],
            expect![[r#"
            [-1,-1.0,"-1",-7,-3.0,"-3",-7,-2.0,"-2"]
            [null,null,null,null,null,null,null,null,null]
            [1,1.0,"1",10,2.0,"2",10,3.0,"3"]
            [-1,-1.0,"-1",-10,-1.0,"-1",-10,-0.0,"0"]
        "#]],
            expect![[r#"
            [-1,-1.0,"-1",-7,-3.0,"-3",-7,-2.0,"-2"]
            [null,null,null,null,null,null,null,null,null]
            [1,1.0,"1",10,2.0,"2",10,3.0,"3"]
            [-1,-1.0,"-1",-10,-1.0,"-1",-10,0.0,"0"]
        "#]],
        ],
    );
    on_every_database(async |db, _| {
        let kinds: Vec<(Option<i64>, Option<f64>, Option<Decimal>)> = Specimen::objects()
            .values_list((specimen::num.sign(), specimen::real.floor(), specimen::dec.ceil()))
            .all(&db)
            .await?;
        assert_eq!(kinds.len(), 12);
        let kinds: Vec<(Option<f64>, Option<f64>, Option<Decimal>)> = Specimen::objects()
            .filter(specimen::label.exact("half"))
            .values_list((specimen::num.power(2), specimen::num.mod_(2), specimen::dec.power(2)))
            .all(&db)
            .await?;
        assert_eq!(kinds, [(Some(9.0), Some(1.0), Some(decimal("6.25")))]);
        Ok(())
    });
}

#[test]
fn the_remainder_has_the_sign_of_what_is_divided() {
    let some =
        Specimen::objects().filter(specimen::label.in_(["neg", "half", "sunday"])).order_by(specimen::id);
    check_rows(
        some.values_list((
            specimen::num.mod_(3),
            specimen::num.mod_(-3),
            specimen::real.mod_(2),
            specimen::num % 3,
        )),
        expect![[r#"
            [-1.0,-1.0,-0.5,-1]
            [0.0,0.0,0.5,0]
            [1.0,1.0,0.0,1]
        "#]],
    );
}

#[test]
fn decimals_go_through_every_function() {
    let price = book::price;
    check_rows(
        Book::objects().filter(book::id.in_([1, 3])).order_by(book::id).values_list((
            (price / 100).asin().round(4),
            (price / 100).acos().round(4),
            price.atan().round(4),
            price.sin().round(4),
            price.cos().round(4),
            price.tan().round(4),
            price.cot().round(4),
            price.sqrt().round(4),
            price.ln().round(4),
            price.log(10).round(4),
            price.exp().round(1),
            price.degrees().round(4),
            price.radians().round(4),
            price.atan2(1).round(4),
        )),
        [
            expect![[r#"
            ["0","1.5708","1.4711","-0.544","-0.8391","0.6484","1.5424","3.1623","2.3026","1","22026.5","572.9578","0.1745","1.4711"]
            [null,null,null,null,null,null,null,null,null,null,null,null,null,null]
        "#]],
            expect![[r#"
                ["0.1002","1.4706","1.4711","-0.5440","-0.8391","0.6484","1.5424","3.1623","2.3026","1.0000","22026.5","572.9578","0.1745","1.4711"]
                [null,null,null,null,null,null,null,null,null,null,null,null,null,null]
            "#]],
            expect![[r#"
                ["0.1002","1.4706","1.4711","-0.544","-0.8391","0.6484","1.5424","3.1623","2.3026","1","22026.5","572.9578","0.1745","1.4711"]
                [null,null,null,null,null,null,null,null,null,null,null,null,null,null]
            "#]],
        ],
    );
}

#[test]
fn what_has_no_value_is_null_but_on_postgresql() {
    let none: [fn() -> Q<Specimen>; 6] = [
        || specimen::num.sqrt().isnull(true),
        || (specimen::real * 100.0).acos().isnull(true),
        || (specimen::real * 100.0).asin().isnull(true),
        || specimen::real.ln().isnull(true),
        || specimen::pos.log(specimen::small).isnull(true),
        || specimen::real.mod_(0).isnull(true),
    ];
    on_every_database(async |db, database| {
        for q in none {
            let found = Specimen::objects().filter(specimen::label.exact("neg") & q()).count(&db).await;
            match database {
                Database::Postgres => assert!(found.is_err()),
                _ => assert_eq!(found?, 1, "on {database:?}"),
            }
        }
        Ok(())
    });
}

#[test]
fn random_numbers_are_from_zero_to_below_one() {
    on_every_database(async |db, database| {
        let r = random();
        let numbers: Vec<f64> = Entry::objects().values_list(&r).flat().all(&db).await?;
        assert!(numbers.iter().all(|number| (0.0..1.0).contains(number)), "on {database:?}: {numbers:?}");
        assert!(numbers.iter().any(|number| *number != numbers[0]), "on {database:?}: {numbers:?}");
        let below = Entry::objects().filter(random().lt(2.0)).order_by((random().desc(), entry::id));
        assert_eq!(below.count(&db).await?, 16, "on {database:?}");
        let by_blog = Entry::objects().values_list((entry::blog_id, random())).annotate(entry::id.count());
        let groups = by_blog.all(&db).await?.len();
        assert!(groups <= 16, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_function_goes_around_an_aggregate() {
    on_every_database(async |db, database| {
        let average = entry::rating.avg().round(1);
        let rated = Entry::objects().filter(entry::rating.gt(0));
        let all: Option<f64> = rated.aggregate(&average, &db).await?;
        assert_eq!(all, Some(3.7), "on {database:?}");
        let root = entry::number_of_comments.sum().sqrt();
        let by_blog = Entry::objects().values_list(entry::blog_id).annotate(&root).filter(root.gt(2.0));
        assert!(by_blog.count(&db).await? > 0, "on {database:?}");
        Ok(())
    });
}

#[test]
fn each_database_has_its_own_words() {
    let query = Specimen::objects().values_list((
        specimen::num.sign(),
        specimen::real.round(2),
        specimen::dec.round(2),
        specimen::num.round(0),
        specimen::real.log(2),
        specimen::num.mod_(2.5),
        pi(),
        random(),
    ));
    expect![[r#"SELECT SIGN("blog_specimen"."num"), queryset_round("blog_specimen"."real", ?), queryset_round("blog_specimen"."dec", ?), queryset_round("blog_specimen"."num", ?), LOG(?, "blog_specimen"."real"), MOD("blog_specimen"."num", ?), PI(), RAND() FROM "blog_specimen""#]].assert_eq(&query.sql::<Sqlite>().expect("it compiles"));
    expect![[r#"SELECT CAST(SIGN("blog_specimen"."num") AS bigint), CAST(ROUND(CAST("blog_specimen"."real" AS numeric(1000, 15)), CAST($1 AS integer)) AS double precision), ROUND("blog_specimen"."dec", CAST($2 AS integer)), CAST(ROUND("blog_specimen"."num", CAST($3 AS integer)) AS bigint), CAST(LOG($4, CAST("blog_specimen"."real" AS numeric(1000, 15))) AS double precision), CAST(MOD("blog_specimen"."num", CAST($5 AS numeric(1000, 15))) AS double precision), PI(), RANDOM() FROM "blog_specimen""#]].assert_eq(&query.sql::<Postgres>().expect("it compiles"));
    expect!["SELECT SIGN(`blog_specimen`.`num`), ROUND(`blog_specimen`.`real`, ?), ROUND(`blog_specimen`.`dec`, ?), ROUND(`blog_specimen`.`num`, ?), LOG(?, `blog_specimen`.`real`), MOD(`blog_specimen`.`num`, ?), PI(), RAND() FROM `blog_specimen`"].assert_eq(&query.sql::<MySql>().expect("it compiles"));
}
