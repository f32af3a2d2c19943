//! Documents and lists that the database puts together.

use expect_test::expect;
use queryset::demo::blog::{Author, Blog, Entry, Specimen, author, blog, entry, specimen};
use queryset::demo::shop::{ProductMeta, product_meta};
use queryset::prelude::*;
use serde_json::json;

use crate::sql::check_sql;
use crate::support::{Database, NOT_SUPPORTED, check_rows, on_every_database};

#[test]
fn a_document_has_fields_and_items() {
    let inner = json_array().item(author::age + 1).item("x");
    let about = json_object().field("n", author::name).field("k", inner);
    check_sql(
        Author::objects().values_list(about),
        expect![[r#"
        SELECT JSON_OBJECT(?, "blog_author"."name", ?, JSON(JSON_ARRAY("blog_author"."age" + ?, ?))) FROM "blog_author"
        SELECT JSONB_BUILD_OBJECT($1, "blog_author"."name", $2, JSONB_BUILD_ARRAY("blog_author"."age" + $3, $4)) FROM "blog_author"
        SELECT JSON_OBJECT(?, `blog_author`.`name`, ?, JSON_COMPACT(JSON_ARRAY(`blog_author`.`age` + ?, ?))) FROM `blog_author`
    "#]],
    );
    check_sql(
        ProductMeta::objects().values_list(json_object().field("m", product_meta::metadata.key("tags"))),
        expect![[r#"
            SELECT JSON_OBJECT(?, JSON("shop_productmeta"."metadata" -> ?)) FROM "shop_productmeta"
            SELECT JSONB_BUILD_OBJECT($1, "shop_productmeta"."metadata" -> $2) FROM "shop_productmeta"
            SELECT JSON_OBJECT(?, JSON_COMPACT(JSON_EXTRACT(`shop_productmeta`.`metadata`, ?))) FROM `shop_productmeta`
        "#]],
    );
    check_sql(
        Author::objects().values_list(json_array()),
        expect![[r#"
        SELECT JSON_ARRAY() FROM "blog_author"
        SELECT JSONB_BUILD_ARRAY() FROM "blog_author"
        SELECT JSON_ARRAY() FROM `blog_author`
    "#]],
    );
}

#[test]
fn documents_stay_documents_inside_of_others() {
    let color = product_meta::metadata.key("color");
    let about = json_object()
        .field("metadata", product_meta::metadata)
        .field("color", &color)
        .field("fixed", json!({ "a": [1] }));
    let rows = ProductMeta::objects().filter(product_meta::id.in_([4, 5, 7, 8])).order_by(product_meta::id);
    check_rows(
        rows.values_list(about).flat(),
        [
            expect![[
                r#"{"metadata":{"color":"red","sizes":["S","M","L"],"material":{"cotton":100}},"color":"red","fixed":{"a":[1]}} {"metadata":{"color":null,"sizes":["M"],"material":{"cotton":98,"elastane":2},"0":"zero-key"},"color":null,"fixed":{"a":[1]}} {"metadata":null,"color":null,"fixed":{"a":[1]}} {"metadata":null,"color":null,"fixed":{"a":[1]}}"#
            ]],
            expect![[
                r#"{"color":"red","fixed":{"a":[1]},"metadata":{"color":"red","sizes":["S","M","L"],"material":{"cotton":100}}} {"color":null,"fixed":{"a":[1]},"metadata":{"0":"zero-key","color":null,"sizes":["M"],"material":{"cotton":98,"elastane":2}}} {"color":null,"fixed":{"a":[1]},"metadata":null} {"color":null,"fixed":{"a":[1]},"metadata":null}"#
            ]],
            expect![[
                r#"{"metadata":{"color":"red","sizes":["S","M","L"],"material":{"cotton":100}},"color":"red","fixed":{"a":[1]}} {"metadata":{"color":null,"sizes":["M"],"material":{"cotton":98,"elastane":2},"0":"zero-key"},"color":null,"fixed":{"a":[1]}} {"metadata":null,"color":null,"fixed":{"a":[1]}} {"metadata":null,"color":null,"fixed":{"a":[1]}}"#
            ]],
        ],
    );
}

#[test]
fn keys_of_a_document_that_was_put_together_are_read_and_compared() {
    let about = json_object().field("n", author::name).field("a", json_array().item(author::age));
    let authors = || Author::objects().order_by(author::id);
    // JSON's null is compared as the text `null` on SQLite.
    check_rows(authors().filter(about.key("a").index(0).gte(30)).limit(2), ["1 3", "1 4", "1 4"]);
    check_rows(authors().alias(&about).filter(about.key("n").exact("Alice")), "1 5");
    check_rows(authors().values_list(about.key("n")).flat().limit(2), r#""Alice" "bob""#);
}

#[test]
fn values_are_what_each_database_makes_of_them() {
    let values = json_array()
        .item(specimen::flag)
        .item(specimen::dec)
        .item(specimen::day)
        .item(specimen::text)
        .item(specimen::data);
    let rows = Specimen::objects().filter(specimen::id.in_([2, 5])).order_by(specimen::id);
    check_rows(
        rows.values_list(values).flat(),
        [
            expect![[r#"[1,1,"2024-01-01","One two",{"a":1}] [null,null,null,null,null]"#]],
            expect![[r#"[true,1.0,"2024-01-01","One two",{"a":1}] [null,null,null,null,null]"#]],
            expect![[r#"[1,1.0,"2024-01-01","One two",{"a":1}] [null,null,null,null,null]"#]],
        ],
    );
}

#[test]
fn texts_of_a_group_become_one() {
    // By the keys as well: MySQL takes `hello world` and `Hello World` for equal.
    let order = (blog::entry().headline.desc(), blog::entry().id);
    let headlines = blog::entry().headline.string_agg(" | ").order_by(order);
    let blogs = || Blog::objects().order_by(blog::id).values_list(blog::id);
    check_sql(
        blogs().annotate(&headlines),
        expect![[r#"
            SELECT "blog_blog"."id", GROUP_CONCAT("blog_entry"."headline", ? ORDER BY "blog_entry"."headline" DESC, "blog_entry"."id" ASC) FROM "blog_blog" LEFT JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" GROUP BY "blog_blog"."id" ORDER BY "blog_blog"."id" ASC
            SELECT "blog_blog"."id", STRING_AGG("blog_entry"."headline", $1 ORDER BY "blog_entry"."headline" DESC, "blog_entry"."id" ASC) FROM "blog_blog" LEFT JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" GROUP BY "blog_blog"."id" ORDER BY "blog_blog"."id" ASC
            SELECT `blog_blog`.`id`, GROUP_CONCAT(`blog_entry`.`headline` ORDER BY `blog_entry`.`headline` DESC, `blog_entry`.`id` ASC SEPARATOR x'207C20') FROM `blog_blog` LEFT JOIN `blog_entry` ON `blog_blog`.`id` = `blog_entry`.`blog_id` GROUP BY `blog_blog`.`id` ORDER BY `blog_blog`.`id` ASC
        "#]],
    );
    check_rows(
        blogs().annotate(&headlines),
        [
            expect![[r#"
        [1,"O'Reilly \"quoted\" | Lennon Returns | Hello Lennon | Best Beatles ALBUMS"]
        [2,"hello world | Hello World | 100% cotton | "]
        [3,"Hello Lennon"]
        [4,"Émile Zola – naïve | snake_case | C:\\new\\path |   padded  "]
        [5,null]
        [6,"ß straße | Cheddar, please | Cheddar, please"]
    "#]],
            expect![[r#"
        [1,"O'Reilly \"quoted\" | Lennon Returns | Hello Lennon | Best Beatles ALBUMS"]
        [2,"hello world | Hello World | 100% cotton | "]
        [3,"Hello Lennon"]
        [4,"Émile Zola – naïve | snake_case | C:\\new\\path |   padded  "]
        [5,null]
        [6,"ß straße | Cheddar, please | Cheddar, please"]
    "#]],
            expect![[r#"
                [1,"O'Reilly \"quoted\" | Lennon Returns | Hello Lennon | Best Beatles ALBUMS"]
                [2,"Hello World | hello world | 100% cotton | "]
                [3,"Hello Lennon"]
                [4,"snake_case | Émile Zola – naïve | C:\\new\\path |   padded  "]
                [5,null]
                [6,"ß straße | Cheddar, please | Cheddar, please"]
            "#]],
        ],
    );
    let few = blog::entry().headline.string_agg("é'\"").filter(blog::entry().rating.exact(5));
    let few = few.order_by(blog::entry().headline).default("none");
    check_sql(
        blogs().annotate(&few),
        expect![[r#"
        SELECT "blog_blog"."id", COALESCE(GROUP_CONCAT("blog_entry"."headline", ? ORDER BY "blog_entry"."headline" ASC) FILTER (WHERE "blog_entry"."rating" = ?), ?) FROM "blog_blog" LEFT JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" GROUP BY "blog_blog"."id" ORDER BY "blog_blog"."id" ASC
        SELECT "blog_blog"."id", COALESCE(STRING_AGG("blog_entry"."headline", $1 ORDER BY "blog_entry"."headline" ASC) FILTER (WHERE "blog_entry"."rating" = $2), $3) FROM "blog_blog" LEFT JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" GROUP BY "blog_blog"."id" ORDER BY "blog_blog"."id" ASC
        SELECT `blog_blog`.`id`, COALESCE(GROUP_CONCAT((CASE WHEN (`blog_entry`.`rating` = ?) THEN `blog_entry`.`headline` END) ORDER BY `blog_entry`.`headline` ASC SEPARATOR x'C3A92722'), ?) FROM `blog_blog` LEFT JOIN `blog_entry` ON `blog_blog`.`id` = `blog_entry`.`blog_id` GROUP BY `blog_blog`.`id` ORDER BY `blog_blog`.`id` ASC
    "#]],
    );
    check_rows(
        blogs().annotate(&few),
        expect![[r#"
        [1,"Hello Lennoné'\"O'Reilly \"quoted\""]
        [2,"none"]
        [3,"none"]
        [4,"snake_case"]
        [5,"none"]
        [6,"Cheddar, please"]
    "#]],
    );
    // Each text once, in its own order.
    let names = blog::entry().authors().name.string_agg("").distinct().order_by(blog::entry().authors().name);
    check_sql(
        blogs().annotate(&names),
        expect![[r#"
        SELECT "blog_blog"."id", queryset_join(JSON_GROUP_ARRAY(DISTINCT "blog_author"."name" ORDER BY "blog_author"."name" ASC) FILTER (WHERE "blog_author"."name" IS NOT NULL), ?) FROM "blog_blog" LEFT JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" LEFT JOIN "blog_entry_authors" ON "blog_entry"."id" = "blog_entry_authors"."entry_id" LEFT JOIN "blog_author" ON "blog_entry_authors"."author_id" = "blog_author"."id" GROUP BY "blog_blog"."id" ORDER BY "blog_blog"."id" ASC
        SELECT "blog_blog"."id", STRING_AGG(DISTINCT "blog_author"."name", $1 ORDER BY "blog_author"."name" ASC) FROM "blog_blog" LEFT JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" LEFT JOIN "blog_entry_authors" ON "blog_entry"."id" = "blog_entry_authors"."entry_id" LEFT JOIN "blog_author" ON "blog_entry_authors"."author_id" = "blog_author"."id" GROUP BY "blog_blog"."id" ORDER BY "blog_blog"."id" ASC
        SELECT `blog_blog`.`id`, GROUP_CONCAT(DISTINCT `blog_author`.`name` ORDER BY `blog_author`.`name` ASC SEPARATOR x'') FROM `blog_blog` LEFT JOIN `blog_entry` ON `blog_blog`.`id` = `blog_entry`.`blog_id` LEFT JOIN `blog_entry_authors` ON `blog_entry`.`id` = `blog_entry_authors`.`entry_id` LEFT JOIN `blog_author` ON `blog_entry_authors`.`author_id` = `blog_author`.`id` GROUP BY `blog_blog`.`id` ORDER BY `blog_blog`.`id` ASC
    "#]],
    );
    check_rows(blogs().annotate(&names).filter(blog::id.exact(1)), "[1,\"Alicebob\"]\n");
    on_every_database(async |db, _| {
        let nothing = Entry::objects().none().aggregate(entry::headline.string_agg(","), &db).await?;
        assert_eq!(nothing, None::<String>);
        let nothing = entry::headline.string_agg(",").distinct().filter(entry::id.exact(0));
        assert_eq!(Entry::objects().aggregate(nothing, &db).await?, None::<String>);
        Ok(())
    });
}

#[test]
fn values_of_a_group_become_a_json_array() {
    let entry = json_object().field("id", blog::entry().id).field("rating", blog::entry().rating);
    let entries = entry.json_agg().order_by(blog::entry().id).filter(blog::entry().rating.gte(4));
    let blogs = || Blog::objects().order_by(blog::id).values_list(blog::id);
    check_sql(
        blogs().annotate(&entries),
        expect![[r#"
        SELECT "blog_blog"."id", NULLIF(JSON_GROUP_ARRAY(JSON(JSON_OBJECT(?, "blog_entry"."id", ?, "blog_entry"."rating")) ORDER BY "blog_entry"."id" ASC) FILTER (WHERE "blog_entry"."rating" >= ?), '[]') FROM "blog_blog" LEFT JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" GROUP BY "blog_blog"."id" ORDER BY "blog_blog"."id" ASC
        SELECT "blog_blog"."id", JSONB_AGG(JSONB_BUILD_OBJECT($1, "blog_entry"."id", $2, "blog_entry"."rating") ORDER BY "blog_entry"."id" ASC) FILTER (WHERE "blog_entry"."rating" >= $3) FROM "blog_blog" LEFT JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" GROUP BY "blog_blog"."id" ORDER BY "blog_blog"."id" ASC
        SELECT `blog_blog`.`id`, JSON_COMPACT(CONCAT('[', GROUP_CONCAT((CASE WHEN (`blog_entry`.`rating` >= ?) THEN JSON_EXTRACT(JSON_ARRAY(JSON_COMPACT(JSON_OBJECT(?, `blog_entry`.`id`, ?, `blog_entry`.`rating`))), '$[0]') END) ORDER BY `blog_entry`.`id` ASC SEPARATOR x'2C'), ']')) FROM `blog_blog` LEFT JOIN `blog_entry` ON `blog_blog`.`id` = `blog_entry`.`blog_id` GROUP BY `blog_blog`.`id` ORDER BY `blog_blog`.`id` ASC
    "#]],
    );
    check_rows(
        blogs().annotate(&entries),
        expect![[r#"
        [1,[{"id":1,"rating":5},{"id":2,"rating":4},{"id":9,"rating":4},{"id":15,"rating":5}]]
        [2,null]
        [3,null]
        [4,[{"id":6,"rating":5},{"id":8,"rating":4}]]
        [5,null]
        [6,[{"id":10,"rating":5}]]
    "#]],
    );
    let ratings =
        blog::entry().rating.json_agg().distinct().order_by(blog::entry().rating.asc().nulls_first());
    check_rows(
        blogs().annotate(ratings.or_empty()),
        expect![[r#"
        [1,[4,5]]
        [2,[null,-2,1,3]]
        [3,[0]]
        [4,[2,3,4,5]]
        [5,[null]]
        [6,[null,3,5]]
    "#]],
    );
    let filtered = blog::entry().rating.json_agg().filter(blog::entry().rating.gt(100)).or_empty();
    check_rows(blogs().filter(blog::id.exact(1)).annotate(filtered), "[1,[]]\n");
}

#[test]
fn values_of_a_group_become_a_vec_on_postgresql() {
    let ratings = blog::entry().rating.array_agg().order_by(blog::entry().id);
    let blogs = || Blog::objects().order_by(blog::id).values_list(blog::id);
    check_rows(
        blogs().annotate(ratings.clone().filter(blog::entry().rating.isnull(false)).or_empty()),
        [
            NOT_SUPPORTED,
            "[1,[5,4,4,5]]\n[2,[3,1,-2]]\n[3,[0]]\n[4,[5,2,4,3]]\n[5,[]]\n[6,[5,3]]\n",
            NOT_SUPPORTED,
        ],
    );
    on_every_database(async |db, database| {
        if database != Database::Postgres {
            return Ok(());
        }
        let days: Option<Vec<jiff::civil::Date>> = Entry::objects()
            .filter(entry::id.lte(2))
            .aggregate(entry::pub_date.array_agg().order_by(entry::id), &db)
            .await?;
        assert_eq!(days.map(|days| days.len()), Some(2));
        let rated: Vec<Option<i32>> = Entry::objects()
            .filter(entry::blog_id.exact(5))
            .aggregate(entry::rating.array_agg().or_empty(), &db)
            .await?;
        assert!(rated.is_empty());
        let dec = specimen::dec.array_agg().order_by(specimen::id);
        let numbers: Option<Vec<Option<rust_decimal::Decimal>>> =
            Specimen::objects().aggregate(dec, &db).await?;
        assert_eq!(numbers.map(|numbers| numbers.len()), Some(12));
        let documents: Option<Vec<Option<serde_json::Value>>> = Specimen::objects()
            .filter(specimen::id.lte(2))
            .aggregate(specimen::data.array_agg().order_by(specimen::id), &db)
            .await?;
        assert_eq!(documents, Some(vec![Some(json!({})), Some(json!({ "a": 1 }))]));
        Ok(())
    });
}

#[test]
fn a_list_is_sent_as_an_array() {
    let list = Blog::objects().order_by(blog::id).limit(1).values_list(value(vec![1_i32, 2]));
    check_rows(list.flat(), [NOT_SUPPORTED, "[1,2]", NOT_SUPPORTED]);
}
