//! `aggregate()`: what is computed where, and what is refused.

use queryset::demo::blog::{Blog, Entry, Specimen, blog, entry, specimen};
use queryset::demo::shop::{Review, review};
use queryset::prelude::*;
use queryset::testing::recorded;

use crate::support::{check_error, decimal, in_transactions, on_every_database};

#[test]
fn aggregates_of_no_rows_are_known() {
    in_transactions(async |tx, database| {
        let none = Entry::objects().none();
        let rating = entry::rating;
        let known =
            (entry::id.count(), rating.sum(), rating.max().default(7), rating.sum().coalesce(rating.count()));
        let known: (i64, Option<i64>, i64, i64) = none.aggregate(known, &mut *tx).await?;
        assert_eq!(known, (0, None, 7, 0), "on {database:?}");
        let asked = entry::id.count() * 2_i64 + 1_i64;
        assert_eq!(none.aggregate(asked, &mut *tx).await?, 1, "on {database:?}");
        assert_eq!(
            Entry::objects().limit(0).aggregate(rating.sum(), &mut *tx).await?,
            None,
            "on {database:?}"
        );
        Ok(())
    });
}

#[test]
fn an_aggregate_of_an_aggregate_is_one_of_all_rows() {
    in_transactions(async |tx, database| {
        let n = blog::entry().count();
        let of_all = Blog::objects().annotate(&n).aggregate((n.sum(), n.max(), n.avg()), &mut *tx).await?;
        assert_eq!((of_all.0, of_all.1), (Some(16), Some(4)), "on {database:?}");
        assert!(of_all.2.is_some_and(|average| (average - 8.0 / 3.0).abs() < 0.001), "on {database:?}");
        // It acts as an alias where it was not annotated.
        assert_eq!(Blog::objects().aggregate(n.max(), &mut *tx).await?, Some(4), "on {database:?}");
        let twice = &n * 2_i64;
        let sums = Blog::objects().annotate((&n, &twice)).aggregate((n.sum(), twice.sum()), &mut *tx).await?;
        assert_eq!(sums, (Some(16), Some(32)), "on {database:?}");
        Ok(())
    });
}

#[test]
fn what_limits_the_rows_limits_the_aggregate() {
    in_transactions(async |tx, database| {
        let n = blog::entry().count();
        let by_count = Blog::objects().annotate(&n).order_by((n.desc(), blog::id));
        assert_eq!(by_count.limit(3).aggregate(n.sum(), &mut *tx).await?, Some(12), "on {database:?}");
        let busy = Blog::objects().annotate(&n).filter(n.lt(4));
        assert_eq!(
            busy.aggregate((n.sum(), blog::id.count()), &mut *tx).await?,
            (Some(4), 3),
            "on {database:?}"
        );
        let ratings = Entry::objects().values_list(entry::rating).distinct();
        assert_eq!(ratings.aggregate(entry::rating.sum(), &mut *tx).await?, Some(13), "on {database:?}");
        let best = Entry::objects().order_by((entry::rating.desc().nulls_last(), entry::id)).limit(5);
        assert_eq!(best.aggregate(entry::rating.sum(), &mut *tx).await?, Some(24), "on {database:?}");
        Ok(())
    });
}

#[test]
fn aggregates_take_subqueries() {
    in_transactions(async |tx, database| {
        let number = entry::id.count();
        let of_blog = Entry::objects().filter(entry::blog_id.exact(outer(blog::id)));
        let n = subquery(of_blog.clone().values_list(entry::blog_id).annotate(&number).values_list(&number));
        let sum = Blog::objects().annotate(&n).aggregate(n.sum(), &mut *tx).await?;
        assert_eq!(sum, Some(16), "on {database:?}");
        assert_eq!(Blog::objects().aggregate(n.sum(), &mut *tx).await?, Some(16), "on {database:?}");
        let with = blog::id.count().filter(exists(of_blog));
        assert_eq!(Blog::objects().aggregate(with, &mut *tx).await?, 5, "on {database:?}");
        Ok(())
    });
}

/// As in Django: one `SELECT` for the aggregates, one for the rows, and one for the subquery.
#[test]
fn a_subquery_that_was_annotated_is_written_once() {
    on_every_database(async |db, database| {
        let (db, queries) = recorded(&db);
        let of_blog = Entry::objects().filter(entry::blog_id.exact(outer(blog::id))).order_by(entry::id);
        let first = subquery(of_blog.clone().values_list(entry::id).limit(1));
        let unused = subquery(of_blog.values_list(entry::rating).limit(1));
        let (blogs, n) = (Blog::objects().annotate((&first, &unused)), blog::entry().count());
        let most = blogs.aggregate(first.max(), &db).await?;
        assert!(most.is_some(), "on {database:?}");
        let (least, _) = blogs.aggregate((first.min(), first.sum()), &db).await?;
        assert!(least < most, "on {database:?}");
        let grouped = Blog::objects().annotate((&first, &n)).aggregate((first.max(), n.max()), &db).await?;
        assert_eq!(grouped, (most, Some(4)), "on {database:?}");
        let two = Blog::objects().annotate(&first).filter(first.isnull(false)).order_by(&first).limit(2);
        assert!(two.aggregate(first.max(), &db).await? < most, "on {database:?}");
        let distinct = Blog::objects().annotate(&first).distinct().aggregate(first.max(), &db).await?;
        assert_eq!(distinct, most, "on {database:?}");
        let selects: Vec<usize> =
            queries.all().iter().map(|query| query.sql().matches("SELECT").count()).collect();
        // The filter of a subquery has it once more, as in Django.
        assert_eq!(selects, [3, 3, 3, 4, 3], "on {database:?}");
        Ok(())
    });
}

#[test]
fn several_filters_of_an_aggregate_are_all_true() {
    in_transactions(async |tx, database| {
        let some = entry::id.count().filter(entry::rating.gte(4)).filter(entry::blog_id.exact(1));
        assert_eq!(Entry::objects().aggregate(some, &mut *tx).await?, 4, "on {database:?}");
        let sum = entry::rating.sum().filter(entry::blog_id.exact(99)).default(-1_i64);
        assert_eq!(Entry::objects().aggregate(sum, &mut *tx).await?, -1, "on {database:?}");
        Ok(())
    });
}

#[test]
fn kinds_stay_what_they_are() {
    in_transactions(async |tx, database| {
        let some = Specimen::objects().filter(specimen::label.in_(["one", "half", "quarter"]));
        let (dec, real) = (specimen::dec, specimen::real);
        let sums = some.aggregate((dec.sum(), (dec * 2_i64).max(), real.min()), &mut *tx).await?;
        let (sum, twice, least) = sums;
        assert_eq!(sum.map(|sum| sum.round_dp(4)), Some(decimal("3.501")), "on {database:?}");
        assert_eq!(twice.map(|twice| twice.round_dp(4)), Some(decimal("5")), "on {database:?}");
        assert_eq!(least.map(f64::is_finite), Some(true), "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_value_of_each_row_stands_inside_of_an_aggregate() {
    const REFUSED: &str = "`aggregate()` gives one row: a field and what was annotated stand inside of an aggregate \
                           there, as in `n.sum()`";
    check_error(|tx| Entry::objects().aggregate(entry::rating.sum() + entry::id, tx), REFUSED);
    let n = blog::entry().count();
    check_error(|tx| Blog::objects().annotate(&n).aggregate(&n, tx), REFUSED);
    check_error(|tx| Blog::objects().aggregate((&n, n.sum()), tx), REFUSED);
}

#[test]
fn a_sum_that_no_integer_holds_is_an_error() {
    let refused = "could not read `Specimen.aggregate`";
    check_error(
        |tx| Specimen::objects().aggregate(specimen::big.sum(), tx),
        ["the database refused the statement on `Specimen`", refused, refused],
    );
}

#[test]
fn aggregates_of_rows_that_cannot_be_are_known_of_an_empty_table_too() {
    in_transactions(async |tx, database| {
        Review::objects().delete(&mut *tx).await?;
        let never = || review::id.in_(Vec::<i64>::new());
        for reviews in [Review::objects(), Review::objects().filter(review::rating.gt(3))] {
            let n = review::id.count().filter(never());
            let (n, best) = reviews.aggregate((&n, &review::rating.max().filter(never())), &mut *tx).await?;
            assert_eq!((n, best), (0, None), "on {database:?}");
            // What only the database computes is computed without the table.
            let twice = (review::rating.sum().filter(never()).default(4) * 2).sqrt();
            let twice: Option<f64> = reviews.aggregate(&twice, &mut *tx).await?;
            assert!(
                twice.is_some_and(|twice| (twice - 8_f64.sqrt()).abs() < 1e-9),
                "on {database:?}: {twice:?}"
            );
        }
        Ok(())
    });
}
