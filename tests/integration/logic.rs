//! Aggregates of truth and of bits, which PostgreSQL has.

use expect_test::expect;
use queryset::demo::blog::{Blog, Entry, Specimen, blog, entry, specimen};
use queryset::prelude::*;

use crate::sql::check_sql;
use crate::support::{NOT_SUPPORTED, check_rows, on_every_database};

fn on_postgres(expected: &'static str) -> [&'static str; 3] {
    [NOT_SUPPORTED, expected, NOT_SUPPORTED]
}

#[test]
fn truth_is_put_together() {
    let good = blog::entry().rating.gte(3).expr();
    let blogs = Blog::objects().order_by(blog::id).values_list(blog::id);
    check_sql(
        blogs.clone().annotate((good.bool_and(), good.bool_or())),
        expect![[r#"
        SQLite does not support `bool_and()`, `bit_and()` and the like
        SELECT "blog_blog"."id", BOOL_AND("blog_entry"."rating" >= $1), BOOL_OR("blog_entry"."rating" >= $1) FROM "blog_blog" LEFT JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" GROUP BY "blog_blog"."id" ORDER BY "blog_blog"."id" ASC
        MariaDB does not support `bool_and()`, `bit_and()` and the like
    "#]],
    );
    check_rows(
        blogs.annotate((good.bool_and(), good.bool_or())),
        on_postgres(
            "[1,true,true]\n[2,false,true]\n[3,false,false]\n[4,false,true]\n[5,null,null]\n[6,true,true]\n",
        ),
    );
    check_rows(
        Specimen::objects()
            .values_list(specimen::flag)
            .annotate(specimen::flag.bool_and())
            .order_by(specimen::flag),
        on_postgres("[false,false]\n[true,true]\n[null,null]\n"),
    );
}

#[test]
fn bits_are_put_together() {
    let rating = blog::entry().rating;
    check_rows(
        Blog::objects().order_by(blog::id).values_list(blog::id).annotate((
            rating.bit_and(),
            rating.bit_or(),
            rating.bit_xor(),
            (rating + 8).bit_or().filter(rating.gt(0)).default(0),
        )),
        on_postgres(
            "[1,4,5,0,13]\n[2,0,-1,-4,11]\n[3,0,0,0,0]\n[4,0,7,0,15]\n[5,null,null,null,0]\n[6,1,7,6,15]\n",
        ),
    );
}

#[test]
fn they_are_compared_and_looked_at_through_windows() {
    let any = blog::entry().rating.exact(5).expr().bool_or();
    check_rows(
        Blog::objects().annotate(&any).filter(&any).order_by(blog::id),
        on_postgres("1 true, 4 true, 6 true"),
    );
    let sure = any.default(false);
    check_rows(
        Blog::objects().annotate(&sure).order_by(blog::id).values_list((blog::id, &sure)),
        on_postgres("[1,true]\n[2,false]\n[3,false]\n[4,true]\n[5,false]\n[6,true]\n"),
    );
    let bits = entry::rating.bit_or().over(window().partition_by(entry::blog_id));
    check_rows(
        Entry::objects().filter(entry::blog_id.exact(2)).order_by(entry::id).values_list((entry::id, bits)),
        on_postgres("[3,-1]\n[4,-1]\n[5,-1]\n[13,-1]\n"),
    );
}

#[test]
fn of_no_rows_they_are_null() {
    on_every_database(async |db, _| {
        let none = Entry::objects().none();
        assert_eq!(none.aggregate(entry::rating.bit_and(), &db).await?, None);
        assert!(!none.aggregate(entry::rating.gt(3).expr().bool_or().default(false), &db).await?);
        Ok(())
    });
}
