//! Functions of text: `NULL`, empty text, characters beyond ASCII, numbers that are too small.

use expect_test::expect;
use queryset::demo::blog::{Author, Blog, Entry, Specimen, author, blog, entry, specimen};
use queryset::prelude::*;
use queryset::{Expr, PerRow, Plain, Source};

use crate::support::{check_error, check_rows, check_write, on_every_database};

const SOME: [&str; 4] = ["zero", "nulls", "unicode", "quarter"];

#[test]
fn null_gives_null_but_in_concat() {
    let char = specimen::char;
    let rows = Specimen::objects().filter(specimen::label.in_(SOME)).order_by(specimen::id).values_list((
        specimen::label,
        char.left(2),
        char.replace("a", specimen::text),
        char.concat(specimen::text),
        char.lpad(specimen::pos, "."),
        char.substr_len(1, specimen::small.abs()),
        char.str_index(specimen::text),
        char.ord(),
    ));
    check_rows(
        rows,
        [
            expect![[r#"
        ["zero","","","","","",1,null]
        ["nulls",null,null,"",null,null,null,null]
        ["unicode","Ün","Ünïcödé","ÜnïcödéÀÉÎ çàé ß",null,"Ünïcö",0,220]
        ["quarter","  ","  spline1\nline2ced ","  spaced line1\nline2","  s","  s",0,32]
    "#]],
            expect![[r#"
        ["zero","","","","","",1,0]
        ["nulls",null,null,"",null,null,null,null]
        ["unicode","Ün","Ünïcödé","ÜnïcödéÀÉÎ çàé ß",null,"Ünïcö",0,220]
        ["quarter","  ","  spline1\nline2ced ","  spaced line1\nline2","  s","  s",0,32]
    "#]],
            expect![[r#"
        ["zero","","","","","",1,0]
        ["nulls",null,null,"",null,null,null,null]
        ["unicode","Ün","Ünïcödé","ÜnïcödéÀÉÎ çàé ß",null,"Ünïcö",0,50076]
        ["quarter","  ","  spline1\nline2ced ","  spaced line1\nline2","  s","  s",0,32]
    "#]],
        ],
    );
}

#[test]
fn empty_text_is_text() {
    let char = specimen::char;
    let rows = Specimen::objects().filter(specimen::label.exact("zero")).values_list((
        char.left(3),
        char.right(3),
        char.substr(2),
        char.reverse(),
        char.repeat(3),
        char.trim(),
        char.rpad(3, "ab"),
        char.str_index("a"),
        char.md5(),
        char.ord(),
        char.concat(""),
        char.replace("", "x"),
    ));
    check_rows(
        rows,
        [
            expect![[r#"
        ["","","","","","","aba",0,"d41d8cd98f00b204e9800998ecf8427e",null,"",""]
    "#]],
            expect![[r#"
        ["","","","","","","aba",0,"d41d8cd98f00b204e9800998ecf8427e",0,"",""]
    "#]],
            expect![[r#"
        ["","","","","","","aba",0,"d41d8cd98f00b204e9800998ecf8427e",0,"",""]
    "#]],
        ],
    );
}

#[test]
fn characters_are_counted_not_bytes() {
    let char = specimen::char;
    let rows = Specimen::objects().filter(specimen::label.exact("unicode")).values_list((
        char.left(2),
        char.right(2),
        char.substr(6),
        char.substr_len(2, 3),
        char.reverse(),
        char.lpad(9, "é"),
        char.rpad(9, "😀"),
        char.str_index("ö"),
        char.replace("ï", "i"),
        char.concat(" — ").concat(specimen::text),
        char.length(),
    ));
    check_rows(
        rows,
        expect![[r#"
        ["Ün","dé","dé","nïc","édöcïnÜ","ééÜnïcödé","Ünïcödé😀😀",5,"Ünicödé","Ünïcödé — ÀÉÎ çàé ß",7]
        "#]],
    );
}

#[test]
fn a_number_has_a_character_and_a_character_a_number() {
    let code = |code: i64| value::<Specimen, _>(code);
    let rows = Specimen::objects().filter(specimen::label.exact("one")).values_list((
        code(65).chr(),
        code(233).chr().concat("é"),
        code(128_512).chr(),
        code(65).chr().concat(specimen::char).lower(),
        value::<Specimen, _>("A").ord(),
    ));
    check_rows(
        rows,
        expect![[r#"
        ["A","éé","😀","aone",65]
        "#]],
    );
}

#[test]
fn functions_stand_wherever_an_expression_does() {
    let trimmed = specimen::char.trim();
    check_rows(Specimen::objects().filter(trimmed.exact("spaced")), "10");
    check_rows(
        Specimen::objects().filter(specimen::char.left(1).in_(["o", "h"])).order_by(specimen::id),
        "2 6 12",
    );
    check_rows(
        Specimen::objects().order_by((specimen::char.length().desc().nulls_last(), specimen::id)).limit(3),
        "9 7 10",
    );
    let first = entry::headline.left(1).upper();
    check_rows(
        Entry::objects()
            .values_list(&first)
            .annotate(entry::id.count())
            .filter(entry::id.count().gt(1))
            .order_by(&first),
        [
            expect![[r#"
            ["C",3]
            ["H",4]
        "#]],
            expect![[r#"
            ["C",3]
            ["H",4]
        "#]],
            expect![[r#"
            ["",2]
            ["C",3]
            ["H",4]
            ["S",2]
        "#]],
        ],
    );
    check_write(
        |tx| {
            Author::objects().filter(author::id.exact(1)).update(author::name.set(author::name.reverse()), tx)
        },
        1,
        Author::objects().filter(author::id.exact(1)).values_list(author::name.concat("!")).flat(),
        r#""ecilA!""#,
    );
}

#[test]
fn a_function_of_one_expression_is_a_step_of_a_path() {
    // As a transform that is registered with Django: below a NOT it asks of all related rows.
    let without = Blog::objects().exclude(blog::entry().headline.trim().exact("padded")).order_by(blog::id);
    check_rows(without.clone(), "1 2 3 5 6");
    expect![[r#"SELECT "blog_blog"."id" FROM "blog_blog" WHERE NOT EXISTS(SELECT 1 FROM "blog_entry" AS "U1" WHERE TRIM("U1"."headline") = ? AND "U1"."blog_id" = "blog_blog"."id") ORDER BY "blog_blog"."id" ASC"#]].assert_eq(&without.values_list(blog::id).sql::<Sqlite>().expect("it compiles"));
    let same_row = blog::entry().headline.md5().startswith("a") & blog::entry().rating.exact(5);
    let sql = Blog::objects().filter(same_row).values_list(blog::id).sql::<Sqlite>().expect("it compiles");
    expect![[r#"SELECT "blog_blog"."id" FROM "blog_blog" INNER JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" WHERE MD5("blog_entry"."headline") LIKE ? ESCAPE '!' AND "blog_entry"."rating" = ?"#]].assert_eq(&sql);
}

#[track_caller]
fn refused<E: Source<Model = Author, Context = Plain, Depth = PerRow>>(
    of: Expr<E, kind::Text>,
    message: &'static str,
) {
    check_error(|tx| Author::objects().values_list(of.clone()).all(tx), message);
}

#[test]
fn numbers_that_are_too_small_are_refused() {
    let name = author::name;
    refused(name.left(0), "the number of characters of `left()` is 1 or more, not 0");
    refused(name.right(-1), "the number of characters of `right()` is 1 or more, not -1");
    refused(name.substr(0), "the position of `substr()` is 1 or more, not 0");
    refused(name.substr_len(1, -1), "the length of `substr_len()` is 0 or more, not -1");
    refused(name.lpad(-1, " "), "the length of `lpad()` is 0 or more, not -1");
    refused(name.rpad(-1, " "), "the length of `rpad()` is 0 or more, not -1");
    refused(name.repeat(-1), "the number of `repeat()` is 0 or more, not -1");
}

#[test]
fn hashes_are_those_of_bytes_in_utf_8() {
    on_every_database(async |db, database| {
        let hash = specimen::char.sha256().exact(specimen::char.concat("").sha256());
        let same = Specimen::objects().filter(hash).count(&db).await?;
        assert_eq!(same, 11, "on {database:?}");
        Ok(())
    });
}

#[test]
fn each_database_has_its_own_words() {
    let name = author::name;
    let query = Author::objects().values_list((
        name.left(2),
        name.right(2),
        name.concat("-").concat(author::email),
        name.str_index("x"),
        name.sha1(),
        name.sha224(),
        name.lpad(5, "*"),
        author::id.chr(),
    ));
    expect![[r#"SELECT SUBSTR("blog_author"."name", 1, ?), SUBSTR("blog_author"."name", ? * -1, ?), (COALESCE("blog_author"."name", '') || ?) || COALESCE("blog_author"."email", ''), INSTR("blog_author"."name", ?), SHA1("blog_author"."name"), SHA224("blog_author"."name"), LPAD("blog_author"."name", ?, ?), CHAR("blog_author"."id") FROM "blog_author""#]].assert_eq(&query.sql::<Sqlite>().expect("it compiles"));
    expect![[r#"SELECT LEFT("blog_author"."name", CAST($1 AS integer)), RIGHT("blog_author"."name", CAST($2 AS integer)), (COALESCE("blog_author"."name", '') || $3) || COALESCE("blog_author"."email", ''), STRPOS("blog_author"."name", $4), ENCODE(DIGEST("blog_author"."name", 'sha1'), 'hex'), ENCODE(SHA224(CONVERT_TO("blog_author"."name", 'UTF8')), 'hex'), LPAD("blog_author"."name", CAST($5 AS integer), $6), CHR(CAST("blog_author"."id" AS integer)) FROM "blog_author""#]].assert_eq(&query.sql::<Postgres>().expect("it compiles"));
    expect!["SELECT LEFT(`blog_author`.`name`, ?), RIGHT(`blog_author`.`name`, ?), CONCAT_WS('', CONCAT_WS('', `blog_author`.`name`, ?), `blog_author`.`email`), INSTR(`blog_author`.`name`, ?), SHA1(`blog_author`.`name`), SHA2(`blog_author`.`name`, 224), LPAD(`blog_author`.`name`, ?, ?), CONVERT(CHAR(`blog_author`.`id` USING utf32) USING utf8mb4) FROM `blog_author`"].assert_eq(&query.sql::<MySql>().expect("it compiles"));
}
