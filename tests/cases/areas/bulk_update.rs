//! `bulk_update()`.

use jiff::SignedDuration;
use queryset::demo::shop::*;

use super::prelude::*;
use super::tables::{blogs, ratings, themes};

pub(super) fn cases() -> Vec<Case> {
    let first = |rows| Entry::objects().order_by(entry::id).limit(rows);
    vec![
        ported("bulk_update-001", async move |tx| {
            let mut entries = first(3).all(&mut *tx).await?;
            for (number, entry) in (0..).zip(&mut entries) {
                entry.rating = Some(number * 10);
            }
            Entry::objects().bulk_update(&entries, entry::rating, tx).await
        })
        .state(ratings),
        ported("bulk_update-002", async move |tx| {
            let mut entries = first(5).all(&mut *tx).await?;
            for entry in &mut entries {
                entry.rating = None;
            }
            Entry::objects().bulk_update(&entries, entry::rating, tx).batch_size(2).await
        })
        .state(ratings),
        // A field of an instance holds a value; an expression for each row is a choice in `update()`.
        ported("bulk_update-003", async move |tx| {
            let entries = first(2).all(&mut *tx).await?;
            let is_first = entry::id.exact(entries[0].id);
            let rating = case().when(is_first.clone(), entry::rating + 100).otherwise(7);
            let headline =
                case().when(is_first, entries[0].headline.as_str()).otherwise(entries[1].headline.as_str());
            let both = Entry::objects().filter(entry::id.in_([entries[0].id, entries[1].id]));
            both.update((entry::rating.set(rating), entry::headline.set(headline)), tx).await
        })
        .state(ratings),
        ported("bulk_update-004", async |tx| {
            Entry::objects().bulk_update(&Vec::new(), entry::rating, tx).await
        }),
        compile_error("bulk_update-005", "bulk_update/a_bulk_update_writes_some_fields"),
        compile_error("bulk_update-006", "bulk_update/the_key_is_not_written"),
        compile_error("bulk_update-007", "bulk_update/rows_that_were_not_written_have_no_key"),
        compile_error("bulk_update-008", "bulk_update/a_many_to_many_relation_is_not_written"),
        ported("bulk_update-009", async |tx| {
            let mut blogs = Blog::objects().order_by(blog::id).limit(2).all(&mut *tx).await?;
            (blogs[0].theme_id, blogs[1].theme_id) = (None, Some(3));
            Blog::objects().bulk_update(&blogs, blog::theme_id, tx).await
        })
        .state(blogs),
        ported("bulk_update-010", async |tx| {
            let themes =
                [(1, "x"), (999, "y")].map(|(id, name)| Theme { id, name: name.to_owned(), order: 0 });
            Theme::objects().bulk_update(&themes, theme::name, tx).await
        })
        .state(themes),
        ported("bulk_update-011", async |tx| {
            let books = Product::objects().filter(product::category().name.exact("Books"));
            let mut books = books.all(&mut *tx).await?;
            for book in &mut books {
                // A price has two places, and none is cut off in silence.
                book.price = (book.price * decimal("0.9")).round_dp(2);
            }
            Product::objects().bulk_update(&books, product::price, tx).await
        })
        .state(async |tx| {
            let books = Product::objects().filter(product::category_id.exact(3)).order_by(product::id);
            books.values_list(product::price).flat().all(tx).await
        }),
        ported("bulk_update-012", async |tx| {
            let mut specimens = Specimen::objects().order_by(specimen::id).limit(2).all(&mut *tx).await?;
            specimens[0].day = Some(date(2020, 2, 2));
            specimens[0].data = Some(serde_json::json!({ "z": [1] }));
            specimens[0].span = Some(SignedDuration::from_hours(24));
            let fields = (specimen::day, specimen::data, specimen::span);
            Specimen::objects().bulk_update(&specimens, fields, tx).await
        })
        .state(async |tx| {
            let specimens = Specimen::objects().order_by(specimen::id);
            specimens.values_list((specimen::day, specimen::data, specimen::span)).limit(2).all(tx).await
        }),
    ]
}
