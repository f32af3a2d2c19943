//! `FilteredRelation`: a condition in the `ON` of a join.

use queryset::demo::pizza::*;
use queryset::demo::shop::{Product, product};
use serde_json::json;

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    let mut cases = pizzas();
    cases.extend(entries());
    cases.extend(themes());
    cases.extend(refused());
    cases
}

fn pizzas() -> Vec<Case> {
    filtered_relation!(v: restaurant::pizzas(), |pizza| pizza.vegetarian.exact(true));
    filtered_relation!(w: restaurant::pizzas(), |pizza| pizza.vegetarian.exact(false));
    let restaurants = || Restaurant::objects().order_by(restaurant::id).filtered_relation(&v);
    vec![
        rows("filtered_relation-001", restaurants().filter(v.name.icontains("mozzarella"))),
        rows(
            "filtered_relation-002",
            restaurants().order_by((restaurant::id, v.name)).values_list((restaurant::name, v.name)),
        ),
        rows(
            "filtered_relation-003",
            Restaurant::objects()
                .filter(restaurant::pizzas().vegetarian.exact(true))
                .order_by((restaurant::id, restaurant::pizzas().name))
                .values_list((restaurant::name, restaurant::pizzas().name)),
        ),
        rows("filtered_relation-004", restaurants().values_list((restaurant::id, v.count()))),
        rows(
            "filtered_relation-005",
            restaurants().filtered_relation(&w).values_list((
                restaurant::id,
                v.count().distinct(),
                w.count().distinct(),
            )),
        ),
        rows("filtered_relation-006", restaurants().filter(v.isnull(true))),
        rows("filtered_relation-007", restaurants().exclude(v.name.exact("Plain"))),
    ]
}

fn entries() -> Vec<Case> {
    filtered_relation!(top: blog::entry(), |entry| entry.rating.exact(5));
    filtered_relation!(
        good: blog::entry(),
        |entry| entry.rating.gte(4) & !entry.headline.contains("Beatles")
    );
    // Another entry of the blog, as `F("entry__number_of_pingbacks")` is in Django.
    filtered_relation!(even: blog::entry(), |entry| entry.rating.exact(blog::entry().number_of_pingbacks));
    filtered_relation!(h: blog::entry(), |entry| entry.headline.startswith("H"));
    filtered_relation!(of_x: blog::entry(), |_entry| blog::name.exact("x"));
    let blogs = || Blog::objects().order_by(blog::id);
    let topped = blogs().filtered_relation(&top);
    let all = Blog::objects().filtered_relation(&top);
    let (n, s) = (top.count(), top.number_of_comments.sum());
    let of_none = blogs().filtered_relation(&of_x).filter(of_x.isnull(true));
    vec![
        rows(
            "filtered_relation-008",
            topped.clone().order_by((blog::id, top.id)).values_list((blog::id, top.headline)),
        ),
        rows("filtered_relation-009", blogs().filtered_relation(&good).values_list((blog::id, good.count()))),
        rows(
            "filtered_relation-010",
            blogs()
                .filtered_relation(&even)
                .filter(even.isnull(false))
                .order_by((blog::id, even.id))
                .values_list((blog::id, even.id)),
        ),
        rows("filtered_relation-011", blogs().filtered_relation(&h).filter(h.authors().name.exact("Alice"))),
        ported("filtered_relation-016", async move |tx| {
            let (n, s) = all.aggregate((&n, &s), tx).await?;
            Ok(json!({ "n": n, "s": s }))
        }),
        rows("filtered_relation-017", topped.filter(top.isnull(false) | blog::theme().isnull(true))),
        ported("filtered_relation-018", async move |tx| of_none.count(tx).await),
    ]
}

fn themes() -> Vec<Case> {
    filtered_relation!(t: blog::theme(), |theme| theme.order.exact(2));
    filtered_relation!(e: theme::blogs().entry(), |entry| entry.rating.exact(5));
    filtered_relation!(r5: product::reviews(), |review| review.rating.exact(5));
    vec![
        rows(
            "filtered_relation-013",
            Blog::objects().filtered_relation(&t).order_by(blog::id).values_list((blog::id, t.name)),
        ),
        {
            let blogs = Blog::objects().filtered_relation(&t).select_related(&t).order_by(blog::id);
            // Django sets no attribute where there is no such row.
            ported("filtered_relation-014", async move |tx| {
                let rows = blogs.all(tx).await?.into_iter();
                let row = |(blog, theme): (Blog, Option<Theme>)| match theme {
                    Some(theme) => json!([blog, theme]),
                    None => json!(blog),
                };
                Ok(rows.map(row).collect::<Vec<_>>())
            })
        },
        rows(
            "filtered_relation-015",
            Theme::objects().filtered_relation(&e).order_by(theme::id).values_list((theme::id, e.count())),
        ),
        rows(
            "filtered_relation-023",
            Product::objects()
                .filtered_relation(&r5)
                .order_by(product::id)
                .values_list((product::name, r5.customer().user().username)),
        ),
    ]
}

fn refused() -> Vec<Case> {
    filtered_relation!(space: blog::entry(), |entry| entry.blog().theme().name.exact("Space"));
    vec![
        rows(
            "filtered_relation-012",
            Blog::objects()
                .filtered_relation(&space)
                .order_by(blog::id)
                .values_list((blog::id, space.count())),
        ),
        compile_error("filtered_relation-019", "filtered_relation/a_misspelt_relation_does_not_exist"),
        compile_error("filtered_relation-020", "filtered_relation/a_model_is_no_relation"),
        compile_error("filtered_relation-021", "filtered_relation/a_filtered_relation_has_a_name"),
        no_counterpart("filtered_relation-022", "its name is a variable, which hides no field"),
    ]
}
