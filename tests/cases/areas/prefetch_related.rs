//! `prefetch_related()`: related rows by one more query for each relation.

use queryset::demo::pizza::{Pizza, Restaurant, Topping, pizza, restaurant, topping};
use queryset::demo::shop::{Order, OrderItem, Product, Review, order, order_item, product, review};
use serde_json::json;

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    let first = || Blog::objects().filter(blog::id.exact(1));
    let blogs = || Blog::objects().order_by(blog::id);
    let by_key = || Entry::objects().order_by(entry::id);
    let restaurants = || Restaurant::objects().order_by(restaurant::id);
    let top = || Entry::objects().filter(entry::rating.exact(5));
    vec![
        rows("prefetch_related-001", blogs().prefetch_related(blog::entry())),
        ported("prefetch_related-002", async move |tx| {
            let rows = blogs().prefetch_related(blog::entry()).all(tx).await?;
            let sorted = |(_, entries): (Blog, Vec<Entry>)| {
                let mut headlines: Vec<_> = entries.into_iter().map(|entry| entry.headline).collect();
                headlines.sort();
                headlines
            };
            Ok(rows.into_iter().map(sorted).collect::<Vec<_>>())
        }),
        ported("prefetch_related-003", async move |tx| {
            let rows = blogs().prefetch_related(blog::entry()).all(tx).await?;
            Ok(rows.iter().map(|(_, entries)| entries.len()).collect::<Vec<_>>())
        }),
        ported("prefetch_related-004", async move |tx| {
            let rows = blogs().prefetch_related(prefetch(blog::entry(), top())).all(tx).await?;
            Ok(rows.iter().map(|(_, entries)| entries.len()).collect::<Vec<_>>())
        }),
        rows("prefetch_related-005", by_key().limit(5).prefetch_related(entry::authors())),
        rows(
            "prefetch_related-006",
            Author::objects().order_by(author::id).limit(3).prefetch_related(author::entry()),
        ),
        rows("prefetch_related-007", Pizza::objects().order_by(pizza::id).prefetch_related(pizza::toppings())),
        rows(
            "prefetch_related-008",
            restaurants().prefetch_related(prefetch(
                restaurant::pizzas(),
                Pizza::objects().prefetch_related(pizza::toppings()),
            )),
        ),
        rows(
            "prefetch_related-009",
            restaurants()
                .prefetch_related(prefetch(
                    restaurant::best_pizza(),
                    Pizza::objects().prefetch_related(pizza::toppings()).nested(),
                ))
                .nested(),
        ),
        rows(
            "prefetch_related-010",
            restaurants()
                .select_related(restaurant::best_pizza())
                .prefetch_related(restaurant::best_pizza().toppings())
                .nested(),
        ),
        rows(
            "prefetch_related-011",
            restaurants().prefetch_related((restaurant::pizzas(), restaurant::best_pizza())).nested(),
        ),
        rows(
            "prefetch_related-012",
            Restaurant::objects()
                .filter(restaurant::id.exact(1))
                .prefetch_related(restaurant::pizzas())
                .prefetch_related(restaurant::best_pizza())
                .nested(),
        ),
        rows(
            "prefetch_related-013",
            Restaurant::objects()
                .filter(restaurant::id.exact(1))
                .prefetch_related(restaurant::pizzas())
                .clear_prefetch_related(),
        ),
        rows("prefetch_related-014", by_key().limit(5).prefetch_related(entry::blog())),
        rows(
            "prefetch_related-015",
            Person::objects().order_by(person::id).prefetch_related(person::hometown()),
        ),
        rows("prefetch_related-016", by_key().limit(5).prefetch_related(entry::entry_detail())),
        rows(
            "prefetch_related-017",
            Event::objects().filter(event::parent().isnull(true)).order_by(event::id).prefetch_related(prefetch(
                event::children(),
                Event::objects().prefetch_related(event::children()),
            )),
        ),
        rows(
            "prefetch_related-018",
            Person::objects().order_by(person::id).prefetch_related(person::friends()),
        ),
        rows(
            "prefetch_related-019",
            Person::objects().order_by(person::id).limit(2).prefetch_related((
                person::read_books(),
                prefetch(person::readings(), Reading::objects().prefetch_related(reading::book())),
            )),
        ),
        rows(
            "prefetch_related-020",
            blogs().prefetch_related(prefetch(blog::entry(), top().order_by(entry::id.desc()))),
        ),
        rows(
            "prefetch_related-021",
            blogs()
                .prefetch_related(prefetch(blog::entry(), top().order_by(entry::id.desc())).to_attr("top"))
                .nested(),
        ),
        ported("prefetch_related-022", async move |tx| {
            let rows = blogs()
                .prefetch_related((prefetch(blog::entry(), top().order_by(entry::id)), blog::entry()))
                .all(tx)
                .await?;
            let keys = |top: Vec<Entry>| top.into_iter().map(|entry| entry.id).collect::<Vec<_>>();
            Ok(rows.into_iter().map(|(_, top, all)| (keys(top), all.len())).collect::<Vec<_>>())
        }),
        rows(
            "prefetch_related-023",
            blogs().prefetch_related(prefetch(
                blog::entry(),
                Entry::objects().order_by((entry::pub_date.desc(), entry::id)).limit(2),
            )),
        ),
        rows("prefetch_related-024", blogs().prefetch_related(prefetch(blog::entry(), by_key().slice(1..3)))),
        rows(
            "prefetch_related-025",
            by_key().limit(5).prefetch_related(prefetch(
                entry::authors(),
                Author::objects().order_by((author::name, author::id)).limit(1),
            )),
        ),
        rows(
            "prefetch_related-026",
            first().prefetch_related(prefetch(blog::entry(), by_key().select_related(entry::entry_detail()))),
        ),
        rows(
            "prefetch_related-027",
            first().prefetch_related(prefetch(blog::entry(), by_key().prefetch_related(entry::authors()))),
        ),
        rows(
            "prefetch_related-028",
            first().prefetch_related(prefetch(blog::entry(), by_key().prefetch_related(entry::authors()))),
        ),
        rows(
            "prefetch_related-029",
            first().prefetch_related(prefetch(
                blog::entry(),
                Entry::objects().prefetch_related((entry::authors(), entry::entry_detail())).nested(),
            )),
        ),
        ported("prefetch_related-030", async move |tx| {
            let n = entry::authors().count();
            first().prefetch_related(prefetch(blog::entry(), by_key().annotate(&n))).all(tx).await
        }),
        rows(
            "prefetch_related-031",
            first()
                .prefetch_related(prefetch(blog::entry(), by_key().only((entry::headline, entry::blog_id)))),
        ),
        rows(
            "prefetch_related-032",
            blogs().prefetch_related(prefetch(blog::theme(), Theme::objects().filter(theme::order.exact(2)))),
        ),
        compile_error("prefetch_related-033", "model/a_misspelt_field_does_not_exist"),
        compile_error("prefetch_related-034", "prefetch_related/a_column_is_no_relation"),
        rows(
            "prefetch_related-035",
            first().prefetch_related((blog::entry(), prefetch(blog::entry(), Entry::objects()))),
        )
        .unlike(
            "each is an element of its own, so that one relation can be loaded twice",
            json!([{ "$": "Blog", "pk": 1, "a": instances("Entry", [1, 2, 9, 15]), "b": instances("Entry", [1, 2, 9, 15]) }]),
        ),
        rows(
            "prefetch_related-036",
            blogs().prefetch_related(prefetch(blog::entry(), by_key().values_list(entry::id).flat())),
        )
        .unlike(
            "values know the row that they belong to, because its key is read beside them",
            json!([
                { "$": "Blog", "pk": 1, "entries": [1, 2, 9, 15] },
                { "$": "Blog", "pk": 2, "entries": [3, 4, 5, 13] },
                { "$": "Blog", "pk": 3, "entries": [12] },
                { "$": "Blog", "pk": 4, "entries": [6, 7, 8, 16] },
                { "$": "Blog", "pk": 5, "entries": [] },
                { "$": "Blog", "pk": 6, "entries": [10, 11, 14] },
            ]),
        ),
        no_counterpart("prefetch_related-037", "what is loaded stands beside the instance, not among its attributes"),
        rows("prefetch_related-038", Blog::objects().none().prefetch_related(blog::entry())),
        rows(
            "prefetch_related-039",
            Blog::objects().filter(blog::id.exact(99)).prefetch_related(blog::entry()),
        ),
        rows(
            "prefetch_related-040",
            Blog::objects().filter(blog::theme().isnull(true)).prefetch_related(blog::theme()),
        ),
        ported("prefetch_related-041", async move |tx| {
            let blogs = blogs().limit(2).all(&mut *tx).await?;
            prefetch_related_objects(blogs, (blog::theme(), blog::entry()), tx).await
        }),
        ported("prefetch_related-042", async move |tx| {
            blogs().prefetch_related(blog::entry()).iterator_chunked(2, tx).try_collect::<Vec<_>>().await
        }),
        compile_error("prefetch_related-043", "prefetch_related/iterator_needs_the_size_of_a_chunk"),
        ported("prefetch_related-044", async move |tx| {
            first().prefetch_related(blog::entry()).get(tx).await
        }),
        ported("prefetch_related-045", async move |tx| {
            blogs().prefetch_related(blog::entry()).first(tx).await
        }),
        rows(
            "prefetch_related-046",
            blogs().prefetch_related(blog::entry()).values(blog::id).limit(1),
        ),
        rows(
            "prefetch_related-047",
            Topping::objects().filter(topping::name.exact("mozzarella")).prefetch_related(prefetch(
                topping::pizza(),
                Pizza::objects().prefetch_related(pizza::restaurants()),
            )),
        ),
        rows(
            "prefetch_related-048",
            Product::objects()
                .select_related((product::category(), product::supplier()))
                .prefetch_related((product::tags(), product::reviews()))
                .order_by(product::id)
                .limit(3),
        ),
        rows(
            "prefetch_related-049",
            Order::objects()
                .filter(order::id.exact(1))
                .select_related((order::customer(), order::customer().user()))
                .prefetch_related(prefetch(
                    order::items(),
                    OrderItem::objects()
                        .prefetch_related(prefetch(
                            order_item::product(),
                            Product::objects().prefetch_related(product::category()).nested(),
                        ))
                        .nested(),
                ))
                .nested(),
        ),
        rows(
            "prefetch_related-050",
            Product::objects()
                .prefetch_related(prefetch(
                    product::reviews(),
                    Review::objects().filter(review::rating.gte(5)).select_related(review::customer()),
                ))
                .order_by(product::id)
                .limit(4),
        ),
    ]
}
