//! `update()`.

use jiff::SignedDuration;
use queryset::demo::shop::*;

use super::prelude::*;
use super::tables::{blogs, ratings, theme_of, themes};

pub(super) fn cases() -> Vec<Case> {
    let entries = Entry::objects;
    let first_blog = || Blog::objects().filter(blog::id.exact(1));
    vec![
        ported("update-001", async move |tx| {
            entries().filter(entry::pub_date.year().exact(2024)).update(entry::rating.set(1), tx).await
        })
        .state(ratings),
        ported("update-002", async move |tx| entries().update(entry::rating.set(0), tx).await).state(ratings),
        ported("update-003", async move |tx| {
            entries().filter(entry::id.exact(99)).update(entry::rating.set(0), tx).await
        })
        .state(ratings),
        ported("update-004", async move |tx| {
            entries().filter(entry::blog().name.exact("Pop Music")).update(entry::rating.set(9), tx).await
        })
        .state(ratings),
        ported("update-005", async move |tx| {
            entries().filter(entry::authors().name.exact("Alice")).update(entry::rating.set(9), tx).await
        })
        .state(ratings),
        ported("update-006", async move |tx| {
            entries().update(entry::number_of_pingbacks.set(entry::number_of_pingbacks + 1), tx).await
        })
        .state(async |tx| {
            let entries = Entry::objects().order_by(entry::id);
            entries.values_list(entry::number_of_pingbacks).flat().all(tx).await
        }),
        ported("update-007", async move |tx| {
            let changes = (
                entry::rating.set(entry::number_of_comments - entry::number_of_pingbacks),
                entry::number_of_pingbacks.set(0),
            );
            entries().filter(entry::id.in_([1, 2])).update(changes, tx).await
        })
        .state(async |tx| {
            let two = Entry::objects().filter(entry::id.in_([1, 2])).order_by(entry::id);
            two.values_list((entry::rating, entry::number_of_pingbacks)).all(tx).await
        }),
        ported("update-008", async move |tx| {
            let swap = (
                entry::number_of_comments.set(entry::number_of_pingbacks),
                entry::number_of_pingbacks.set(entry::number_of_comments),
            );
            entries().filter(entry::id.exact(1)).update(swap, tx).await
        })
        .state(async |tx| {
            let one = Entry::objects().filter(entry::id.exact(1));
            one.values_list((entry::number_of_comments, entry::number_of_pingbacks)).all(tx).await
        }),
        ported("update-009", async move |tx| {
            entries().update(entry::headline.set(entry::blog().name), tx).await
        }),
        compile_error("update-010", "update/a_field_of_a_related_model_is_not_set"),
        compile_error("update-011", "model/a_misspelt_field_does_not_exist"),
        compile_error("update-012", "update/a_many_to_many_relation_is_not_set"),
        ported("update-013", async move |tx| first_blog().update(blog::theme_id.set(None), tx).await)
            .state(blogs),
        ported("update-014", async move |tx| {
            let theme = theme_of(3, tx).await?;
            first_blog().update(blog::theme_id.set(theme.id), tx).await
        })
        .state(blogs),
        ported("update-015", async move |tx| first_blog().update(blog::theme_id.set(3), tx).await)
            .state(blogs),
        ported("update-016", async move |tx| first_blog().update(blog::theme_id.set(99), tx).await),
        ported("update-017", async move |tx| {
            entries().update(entry::headline.set(entry::headline.concat("!")), tx).await
        })
        .state(async |tx| {
            let entries = Entry::objects().order_by(entry::id).limit(3);
            entries.values_list(entry::headline).flat().all(tx).await
        }),
        ported("update-018", async move |tx| {
            let changes = (
                entry::headline.set(entry::headline.upper()),
                entry::rating.set(entry::rating.coalesce(0) + 1),
            );
            entries().filter(entry::id.exact(1)).update(changes, tx).await
        })
        .state(async |tx| {
            let one = Entry::objects().filter(entry::id.exact(1));
            one.values_list((entry::headline, entry::rating)).all(tx).await
        }),
        ported("update-019", async move |tx| {
            let others = entries().exclude(entry::rating.exact(5)).filter(entry::blog_id.exact(1));
            others.update(entry::rating.set(None), tx).await
        })
        .state(ratings),
        ported("update-020", async |tx| {
            let n = blog::entry().count();
            let big = Blog::objects().annotate(&n).filter(n.gt(3));
            big.update(blog::tagline.set("big"), tx).await
        })
        .state(async |tx| Blog::objects().order_by(blog::id).values_list(blog::tagline).flat().all(tx).await),
        compile_error("update-021", "update/an_aggregate_is_not_set"),
        ported("update-022", async move |tx| {
            entries().order_by(entry::id.desc()).update(entry::rating.set(1), tx).await
        }),
        ported("update-023", async move |tx| {
            let by_two = entries().distinct().filter(entry::authors().id.in_([1, 2]));
            by_two.update(entry::rating.set(8), tx).await
        })
        .state(ratings),
        ported("update-024", async |tx| {
            Theme::objects().filter(theme::id.exact(1)).update(theme::id.set(100), tx).await
        }),
        ported("update-025", async |tx| {
            Theme::objects().filter(theme::id.exact(4)).update(theme::id.set(100), tx).await
        })
        .state(themes),
        ported("update-026", async move |tx| {
            let details = EntryDetail::objects().filter(entry_detail::entry_id.exact(outer(entry::id)));
            entries().filter(exists(details)).update(entry::rating.set(77), tx).await
        })
        .state(ratings),
        ported("update-027", async |tx| {
            let electronics = Product::objects().filter(product::category().name.exact("Electronics"));
            electronics.update(product::is_active.set(false), tx).await
        })
        .state(async |tx| {
            let inactive = Product::objects().filter(product::is_active.exact(false)).order_by(product::id);
            inactive.values_list(product::id).flat().all(tx).await
        }),
        ported("update-028", async |tx| {
            let electronics = product::category().name.exact("Electronics");
            let price = case().when(electronics, product::price * decimal("0.9")).otherwise(product::price);
            Product::objects().update(product::price.set(price), tx).await
        }),
        ported("update-029", async |tx| {
            let price = case()
                .when(product::category_id.exact(1), product::price * decimal("0.9"))
                .when(product::category_id.exact(3), product::price * decimal("0.8"))
                .otherwise(product::price);
            Product::objects().update(product::price.set(price), tx).await
        })
        .state(async |tx| {
            let prices = Product::objects().order_by(product::id).values_list(product::price).flat();
            // SQLite keeps what it has computed.
            Ok(prices.all(tx).await?.iter().map(|price| price.round_dp(2)).collect::<Vec<_>>())
        }),
        ported("update-030", async |tx| {
            let later = (
                specimen::day.set((specimen::day + SignedDuration::from_hours(24)).date()),
                specimen::moment.set(specimen::moment - SignedDuration::from_hours(2)),
            );
            Specimen::objects().filter(specimen::label.exact("one")).update(later, tx).await
        })
        .state(async |tx| {
            let one = Specimen::objects().filter(specimen::label.exact("one"));
            one.values_list((specimen::day, specimen::moment)).all(tx).await
        }),
    ]
}
