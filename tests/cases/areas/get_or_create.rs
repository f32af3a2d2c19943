//! `get_or_create()` and `update_or_create()`.

use queryset::demo::shop::*;

use super::prelude::*;
use super::tables::{blog_of, product_of, tags_of, themes};

pub(super) fn cases() -> Vec<Case> {
    let named = |name: &str| Theme::objects().filter(theme::name.exact(name));
    let alike = |name: &str| Theme::objects().filter(theme::name.iexact(name));
    let second = || Theme::objects().filter(theme::order.exact(2));
    let new = |name: &str, order| Theme::create().name(name).order(order);
    let tag = |name: &str| (tag::name.exact(name), Tag::create().name(name));
    vec![
        ported("get_or_create-001", async move |tx| named("Space").get_or_create(new("Space", 99), tx).await)
            .state(themes),
        ported("get_or_create-002", async move |tx| named("New").get_or_create(new("New", 99), tx).await)
            .state(themes),
        ported("get_or_create-003", async move |tx| {
            Ok(named("New").get_or_create(new("New", 42), tx).await?.1)
        })
        .state(themes),
        ported("get_or_create-004", async move |tx| alike("SPACE").get_or_create(new("Space", 1), tx).await)
            .state(themes),
        ported("get_or_create-005", async move |tx| alike("mars").get_or_create(new("Mars", 1), tx).await)
            .state(themes),
        ported("get_or_create-006", async move |tx| second().get_or_create(new("x", 2), tx).await)
            .state(themes),
        ported("get_or_create-007", async move |tx| {
            let either = theme::name.exact("Space") | theme::name.exact("Mars");
            second().filter(either).get_or_create(new("z", 2), tx).await
        })
        .state(themes),
        ported("get_or_create-008", async |tx| {
            let new = Category::create().name("Electronics").description("Default description");
            Category::objects().filter(category::name.exact("Electronics")).get_or_create(new, tx).await
        }),
        ported("get_or_create-009", async |tx| {
            let blog = blog_of(1, tx).await?;
            let hello = blog.entry_set().filter(entry::headline.exact("Hello Lennon"));
            let new = blog.entry_set().create().headline("Hello Lennon").body_text("");
            Ok(hello.get_or_create(new.pub_date(date(2025, 1, 1)), tx).await?.1)
        }),
        ported("get_or_create-010", async move |tx| {
            let (is_named, new) = tag("bestseller");
            Ok(product_of(1, tx).await?.tags().filter(is_named).get_or_create(new, tx).await?.1)
        })
        .state(async |tx| tags_of(1, tx).await),
        ported("get_or_create-011", async move |tx| {
            let (is_named, new) = tag("fresh");
            Ok(product_of(1, tx).await?.tags().filter(is_named).get_or_create(new, tx).await?.1)
        })
        .state(async |tx| tags_of(1, tx).await),
        ported("get_or_create-012", async move |tx| {
            let (is_named, new) = tag("new");
            Ok(product_of(1, tx).await?.tags().filter(is_named).get_or_create(new, tx).await?.1)
        })
        .state(async |tx| tags_of(1, tx).await),
        compile_error("get_or_create-013", "model/a_misspelt_field_does_not_exist"),
        ported("get_or_create-014", async move |tx| {
            named("Space").update_or_create(theme::order.set(99), new("Space", 99), tx).await
        })
        .state(themes),
        ported("get_or_create-015", async move |tx| {
            named("New").update_or_create(theme::order.set(99), new("New", 99), tx).await
        })
        .state(themes),
        ported("get_or_create-016", async move |tx| {
            named("New").update_or_create(theme::order.set(1), new("New", 7), tx).await
        })
        .state(themes),
        ported("get_or_create-017", async move |tx| {
            named("Space").update_or_create(theme::order.set(1), new("Space", 7), tx).await
        })
        .state(themes),
        ported("get_or_create-018", async move |tx| {
            second().update_or_create(theme::name.set("x"), new("x", 2), tx).await
        })
        .state(themes),
        ported("get_or_create-019", async move |tx| {
            let later = theme::order.set(theme::order + 10);
            Ok(named("Space").update_or_create(later, new("Space", 1), tx).await?.1)
        })
        .state(themes)
        .uncounted("what the database has computed is in the instance; in Django it keeps the expression"),
    ]
}
