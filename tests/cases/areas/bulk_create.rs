//! `bulk_create()`.

use queryset::New;
use queryset::demo::shop::*;
use serde_json::json;

use super::prelude::*;
use super::tables::{categories, themes};

/// Django gives back the instances that it was given, written or not; here it is told how many were.
const HOW_MANY: &str = "the number of rows that were written";

pub(super) fn cases() -> Vec<Case> {
    let theme = |name: &str, order| Theme::create().name(name).order(order);
    let keyed = move || [theme("a", 1).id(1).build(), theme("b", 2).id(70).build()];
    let toys =
        || [("Books", "new"), ("Toys", "t")].map(|(name, d)| Category::create().name(name).description(d));
    vec![
        ported("bulk_create-001", async move |tx| {
            Theme::objects().bulk_create([theme("a", 1), theme("b", 2)], tx).await
        })
        .state(themes),
        ported("bulk_create-002", async |tx| {
            Theme::objects().bulk_create(Vec::<New<Theme>>::new(), tx).await
        }),
        ported("bulk_create-003", async move |tx| {
            let new = (0..7).map(|number| theme(&number.to_string(), number));
            Ok(Theme::objects().bulk_create(new, tx).batch_size(3).await?.len())
        })
        .state(themes),
        ported("bulk_create-004", async move |tx| {
            Theme::objects().bulk_create([theme("a", 1).id(60).build(), theme("b", 2).build()], tx).await
        })
        .state(async |tx| {
            let new = Theme::objects().filter(theme::name.in_(["a", "b"])).order_by(theme::name);
            new.values_list((theme::name, theme::order)).all(tx).await
        }),
        ported("bulk_create-005", async move |tx| {
            Theme::objects().bulk_create([theme("a", 1).id(1)], tx).await
        })
        .state(themes),
        ported("bulk_create-006", async move |tx| {
            Theme::objects().bulk_create(keyed(), tx).ignore_conflicts().await
        })
        .state(themes)
        .unlike(
            HOW_MANY,
            json!({
                "result": 1,
                "state": [[1, "Space", 2], [2, "art", 1], [3, "Zoo", 2], [4, "unused", 9], [70, "b", 2]]
            }),
        ),
        ported("bulk_create-007", async move |tx| {
            let new = Theme::objects().bulk_create(keyed(), tx);
            Ok(new.update_conflicts(theme::name, theme::id).await?.len())
        })
        .state(themes),
        ported("bulk_create-008", async move |tx| {
            let new = Category::objects().bulk_create(toys(), tx);
            Ok(new.update_conflicts(category::description, category::name).await?.len())
        })
        .state(categories),
        ported("bulk_create-009", async move |tx| {
            let new = Category::objects().bulk_create(toys(), tx);
            Ok(new.update_any_conflicts(category::description).await?.len())
        })
        .state(categories),
        compile_error("bulk_create-010", "create/conflicts_are_ignored_or_updated"),
        compile_error("bulk_create-011", "create/a_conflict_updates_some_fields"),
        compile_error("bulk_create-012", "create/a_conflict_does_not_update_the_key"),
        compile_error("bulk_create-013", "create/a_batch_is_not_negative"),
        ported("bulk_create-014", async |tx| {
            let review = |customer, rating, comment: &str| {
                Review::create().customer_id(customer).product_id(1).rating(rating).comment(comment)
            };
            let new = [review(1, 1, "again"), review(5, 2, "x")];
            Review::objects().bulk_create(new, tx).ignore_conflicts().await
        })
        .state(async |tx| {
            let reviews = Review::objects().order_by((review::customer_id, review::product_id));
            reviews.values_list((review::customer_id, review::product_id, review::rating)).all(tx).await
        })
        .unlike(
            HOW_MANY,
            json!({
                "result": 1,
                "state": [
                    [1, 1, 5], [1, 4, 4], [1, 7, 5], [1, 8, 4], [2, 2, 5], [2, 3, 4], [3, 5, 4], [4, 9, 5],
                    [5, 1, 2]
                ]
            }),
        ),
        ported("bulk_create-015", async |tx| {
            let new = [(1, 2, 1), (7, 7, 2)]
                .map(|(book, reader, stars)| Reading::create().book_id(book).reader_id(reader).stars(stars));
            let new = Reading::objects().bulk_create(new, tx);
            Ok(new.update_conflicts(reading::stars, (reading::book_id, reading::reader_id)).await?.len())
        })
        .state(async |tx| {
            let readings = Reading::objects().order_by((reading::book_id, reading::reader_id));
            readings.values_list((reading::book_id, reading::reader_id, reading::stars)).all(tx).await
        }),
    ]
}
