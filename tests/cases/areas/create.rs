//! `create()`, `save()`, `refresh()`.

use queryset::demo::shop::*;

use super::prelude::*;
use super::tables::{blog_of, entry_of, theme_of, themes};

pub(super) fn cases() -> Vec<Case> {
    let over = |id, name: &str| Theme { id, name: name.to_owned(), order: 0 };
    let new_entry = || Entry::create().headline("n").body_text("").pub_date(date(2025, 1, 1));
    vec![
        ported("create-001", async |tx| Ok(Theme::create().name("New").order(5).save(tx).await?.id))
            .state(themes),
        ported("create-002", async |tx| Theme::create().name("New").order(5).save(tx).await).state(themes),
        ported("create-003", async |tx| {
            let mut theme = theme_of(1, tx).await?;
            theme.name = "Changed".to_owned();
            theme.save(tx).await
        })
        .state(themes),
        ported("create-004", async |tx| {
            let mut theme = theme_of(1, tx).await?;
            (theme.name, theme.order) = ("Changed".to_owned(), 77);
            theme.save_fields(theme::name, tx).await
        })
        .state(themes),
        ported("create-005", async move |tx| over(1, "Over").save(tx).await).state(themes),
        ported("create-006", async move |tx| over(50, "Fifty").save(tx).await).state(themes),
        ported("create-007", async move |tx| over(1, "Over").force_insert(tx).await).state(themes),
        ported("create-008", async move |tx| over(50, "Fifty").force_update(tx).await).state(themes),
        ported("create-009", async |tx| Theme::create().id(1).name("Over").order(0).save(tx).await)
            .state(themes),
        ported("create-010", async move |tx| Ok(new_entry().blog_id(1).save(tx).await?.rating)).state(
            async |tx| {
                let new = Entry::objects().filter(entry::id.gt(16));
                let fields =
                    (entry::id, entry::summary, entry::mod_date, entry::number_of_comments, entry::rating);
                new.values_list(fields).all(tx).await
            },
        ),
        ported("create-011", async |tx| {
            let blog = blog_of(1, tx).await?;
            let new = blog.entry_set().create().headline("n").body_text("").pub_date(date(2025, 1, 1));
            Ok(new.save(tx).await?.blog_id)
        })
        .state(async |tx| {
            let entries = Entry::objects().filter(entry::blog_id.exact(1)).order_by(entry::id);
            entries.values_list(entry::id).flat().all(tx).await
        }),
        compile_error("create-012", "create/a_required_relation_is_given"),
        compile_error("create-013", "create/a_relation_takes_no_new_row"),
        ported("create-014", async |tx| {
            Category::create().name("Electronics").description("").save(tx).await
        }),
        compile_error("create-015", "create/an_unknown_field_is_not_set"),
        ported("create-016", async |tx| {
            let before = jiff::Timestamp::now();
            let category = Category::create().name("Toys").description("").save(tx).await?;
            Ok(category.created_at >= before)
        })
        .state(async |tx| {
            let categories = Category::objects().order_by(category::id);
            categories.values_list((category::id, category::name, category::description)).all(tx).await
        }),
        // A query set has no `create()`: what it is filtered by plays no part.
        ported("create-017", async |tx| Ok(Theme::create().name("Moon").order(1).save(tx).await?.name))
            .state(themes),
        // A field of an instance holds a value; an expression is set by `update()`.
        ported("create-018", async |tx| {
            let mut entry = entry_of(1, tx).await?;
            let this = Entry::objects().filter(entry::id.exact(entry.id));
            this.update(entry::rating.set(entry::rating + 1), &mut *tx).await?;
            entry.refresh(tx).await?;
            Ok(entry.rating)
        })
        .state(async |tx| {
            Entry::objects().filter(entry::id.exact(1)).values_list(entry::rating).flat().all(tx).await
        }),
        ported("create-019", async |tx| {
            let mut entry = entry_of(1, tx).await?;
            Entry::objects().filter(entry::id.exact(1)).update(entry::rating.set(0), &mut *tx).await?;
            entry.refresh_fields(entry::rating, tx).await?;
            Ok(entry.rating)
        }),
        ported("create-020", async |tx| {
            let mut theme = theme_of(4, tx).await?;
            theme.save_as_new(tx).await?;
            Ok(theme.id)
        })
        .state(themes),
    ]
}
