//! `bulk_update()`.

use jiff::SignedDuration;
use queryset::Error;
use queryset::demo::blog::{Blog, Entry, Specimen, Theme, blog, entry, specimen, theme};
use queryset::demo::everything::{Nullable, nullable};
use queryset::demo::shop::{Product, product};

use crate::support::{date, decimal, in_transactions};

#[test]
fn each_row_gets_its_own_value() {
    in_transactions(async |tx, database| {
        let mut entries = Entry::objects().order_by(entry::id).limit(3).all(&mut *tx).await?;
        for (number, entry) in (0..).zip(&mut entries) {
            entry.rating = Some(number * 10);
            entry.headline = "not written".to_owned();
        }
        let written = Entry::objects().bulk_update(&entries, entry::rating, &mut *tx).await?;
        let ratings = Entry::objects().order_by(entry::id).values_list(entry::rating).flat();
        assert_eq!(written, 3, "on {database:?}");
        assert_eq!(
            ratings.all(&mut *tx).await?[..4],
            [Some(0), Some(10), Some(20), Some(3)],
            "on {database:?}"
        );
        let written = Entry::objects().filter(entry::headline.exact("not written")).count(tx).await?;
        assert_eq!(written, 0, "on {database:?}");
        Ok(())
    });
}

#[test]
fn rows_are_written_in_batches() {
    in_transactions(async |tx, database| {
        let mut entries = Entry::objects().order_by(entry::id).limit(5).all(&mut *tx).await?;
        entries.iter_mut().for_each(|entry| entry.rating = None);
        let update = Entry::objects().bulk_update(&entries, (entry::rating, entry::summary), &mut *tx);
        assert_eq!(update.batch_size(2).await?, 5, "on {database:?}");
        let without = Entry::objects().filter(entry::rating.isnull(true)).count(&mut *tx).await?;
        assert_eq!(without, 6, "on {database:?}");
        let outcome = Entry::objects().bulk_update(&entries, entry::rating, tx).batch_size(0).await;
        assert!(matches!(outcome, Err(Error::InvalidQuery { .. })), "on {database:?}: {outcome:?}");
        Ok(())
    });
}

#[test]
fn rows_that_are_not_there_do_not_count() {
    in_transactions(async |tx, database| {
        let row = |id, name: &str| Theme { id, name: name.to_owned(), order: 0 };
        let rows = [row(1, "x"), row(999, "y")];
        assert_eq!(Theme::objects().bulk_update(&rows, theme::name, &mut *tx).await?, 1, "on {database:?}");
        let none: [&Theme; 0] = [];
        assert_eq!(Theme::objects().bulk_update(none, theme::name, &mut *tx).await?, 0, "on {database:?}");
        // Nor do those of which the query set has none.
        let others = Theme::objects().filter(theme::order.exact(1));
        assert_eq!(others.bulk_update(&rows, theme::name, &mut *tx).await?, 0, "on {database:?}");
        let names =
            Theme::objects().order_by(theme::id).values_list((theme::name, theme::order)).all(tx).await?;
        assert_eq!(names[0], ("x".to_owned(), 2), "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_query_set_over_relations_limits_the_rows() {
    in_transactions(async |tx, database| {
        let mut entries = Entry::objects().all(&mut *tx).await?;
        entries.iter_mut().for_each(|entry| entry.rating = Some(77));
        let of_pop = Entry::objects().filter(entry::blog().name.exact("Pop Music"));
        let written = of_pop.bulk_update(&entries, entry::rating, &mut *tx).await?;
        assert_eq!(
            (written, of_pop.filter(entry::rating.exact(77)).count(tx).await?),
            (4, 4),
            "on {database:?}"
        );
        Ok(())
    });
}

#[test]
fn a_foreign_key_is_written_and_taken_away() {
    in_transactions(async |tx, database| {
        let mut blogs = Blog::objects().order_by(blog::id).limit(2).all(&mut *tx).await?;
        (blogs[0].theme_id, blogs[1].theme_id) = (None, Some(3));
        assert_eq!(
            Blog::objects().bulk_update(&blogs, blog::theme_id, &mut *tx).await?,
            2,
            "on {database:?}"
        );
        let themes = Blog::objects().order_by(blog::id).values_list(blog::theme_id).flat().all(tx).await?;
        assert_eq!(themes[..2], [None, Some(3)], "on {database:?}");
        Ok(())
    });
}

#[test]
fn values_of_every_type_are_written() {
    in_transactions(async |tx, database| {
        let mut rows = Specimen::objects().order_by(specimen::id).all(&mut *tx).await?;
        let other = rows[1].clone();
        rows[0] = Specimen { id: rows[0].id, label: "first".to_owned(), ..other };
        rows[1].day = Some(date(2020, 2, 2));
        rows[1].span = Some(SignedDuration::from_hours(24));
        let fields = (
            (specimen::label, specimen::flag, specimen::small, specimen::num, specimen::big, specimen::pos),
            (specimen::real, specimen::dec, specimen::char, specimen::text, specimen::day, specimen::moment),
            (specimen::clock, specimen::span, specimen::uid, specimen::blob, specimen::url, specimen::ip),
            specimen::data,
        );
        let written = Specimen::objects().bulk_update(&rows, fields, &mut *tx).await?;
        assert_eq!(written, rows.len() as u64, "on {database:?}");
        let read = Specimen::objects().order_by(specimen::id).all(&mut *tx).await?;
        assert_eq!(read, rows, "on {database:?}");
        Ok(())
    });
}

#[test]
fn null_of_every_type_is_written() {
    in_transactions(async |tx, database| {
        let full = Nullable::create().label("full").number(1).price(decimal("1.5")).text("t").flag(true);
        let full = full.day(date(2020, 2, 2)).positive_big(7_u64).slug("s").save(&mut *tx).await?;
        let empty = Nullable::create().label("empty").save(&mut *tx).await?;
        let rows = [Nullable { id: full.id, label: full.label, ..empty.clone() }, empty];
        let fields = (
            (nullable::char, nullable::text, nullable::slug, nullable::email, nullable::url, nullable::ip),
            (nullable::small, nullable::number, nullable::big, nullable::positive, nullable::positive_big),
            (
                nullable::real,
                nullable::price,
                nullable::wide,
                nullable::flag,
                nullable::day,
                nullable::moment,
            ),
            (nullable::clock, nullable::span, nullable::uid, nullable::data, nullable::blob),
        );
        assert_eq!(Nullable::objects().bulk_update(&rows, fields, &mut *tx).await?, 2, "on {database:?}");
        let read = Nullable::objects().filter(nullable::label.in_(["full", "empty"])).order_by(nullable::id);
        assert_eq!(read.all(tx).await?, rows, "on {database:?}");
        Ok(())
    });
}

#[test]
fn nothing_is_written_when_a_value_is_refused() {
    in_transactions(async |tx, database| {
        let mut books = Product::objects().filter(product::category_id.exact(3)).all(&mut *tx).await?;
        let before = books.clone();
        books[0].price = decimal("1.00");
        books[1].price = decimal("0.999");
        let outcome = Product::objects().bulk_update(&books, product::price, &mut *tx).batch_size(1).await;
        assert!(
            matches!(outcome, Err(Error::InvalidValue { model: "Product", field: "price", .. })),
            "on {database:?}: {outcome:?}"
        );
        let after = Product::objects().filter(product::category_id.exact(3)).all(tx).await?;
        assert_eq!(after, before, "on {database:?}");
        Ok(())
    });
}

#[test]
fn many_rows_are_written() {
    in_transactions(async |tx, database| {
        let new = (0..1200).map(|number| Theme::create().name("n").order(number));
        let mut themes = Theme::objects().bulk_create(new, &mut *tx).await?;
        themes.iter_mut().for_each(|theme| theme.order += 1);
        assert_eq!(
            Theme::objects().bulk_update(&themes, theme::order, &mut *tx).await?,
            1200,
            "on {database:?}"
        );
        let read = Theme::objects().filter(theme::name.exact("n")).order_by(theme::id).all(tx).await?;
        themes.sort_by_key(|theme| theme.id);
        assert_eq!(read, themes, "on {database:?}");
        Ok(())
    });
}
