//! `values()`: rows with names, also over relations.

use queryset::demo::shop::{ProductMeta, product_meta};
use serde_json::json;

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    vec![
        ported("values-001", async |tx| {
            Blog::objects().filter(blog::name.startswith("Beatles")).values(blog::ALL).all(tx).await
        }),
        ported("values-002", async |tx| {
            Blog::objects().values((blog::id, blog::name)).order_by(blog::id).all(tx).await
        }),
        ported("values-003", async |tx| {
            Entry::objects().values(entry::blog()).order_by(entry::id).limit(2).all(tx).await
        }),
        ported("values-004", async |tx| {
            Entry::objects().values(entry::blog_id).order_by(entry::id).limit(2).all(tx).await
        }),
        ported("values-005", async |tx| {
            let rows = Entry::objects().values((entry::blog(), entry::blog_id));
            rows.order_by(entry::id).limit(1).all(tx).await
        }),
        ported("values-006", async |tx| {
            Entry::objects().values(entry::id).order_by(entry::id).limit(2).all(tx).await
        }),
        no_counterpart("values-007", "a column has one name"),
        ported("values-008", async |tx| {
            let rows = Entry::objects().values((entry::blog().name, entry::headline));
            rows.order_by(entry::id).limit(3).all(tx).await
        }),
        ported("values-009", async |tx| {
            Entry::objects().values(entry::blog().theme().name).order_by(entry::id).all(tx).await
        }),
        ported("values-010", async |tx| {
            let rows = Blog::objects().values((blog::name, blog::entry().headline));
            rows.order_by((blog::id, blog::entry().id)).all(tx).await
        }),
        ported("values-011", async |tx| {
            let rows = Entry::objects().values((entry::headline, entry::authors().name));
            rows.order_by((entry::id, entry::authors().id)).all(tx).await
        }),
        ported("values-012", async |tx| {
            let rows = Entry::objects().values(entry::authors());
            rows.order_by((entry::id, entry::authors())).all(tx).await
        }),
        ported("values-013", async |tx| {
            let rows = Person::objects().values((person::name, person::hometown().country().name));
            rows.order_by(person::id).all(tx).await
        }),
        ported("values-014", async |tx| {
            let rows = Entry::objects().values((entry::headline, entry::entry_detail().details));
            rows.order_by(entry::id).limit(5).all(tx).await
        }),
        ported("values-015", async |tx| {
            Entry::objects().values(entry::entry_detail()).order_by(entry::id).limit(4).all(tx).await
        }),
        ported("values-016", async |tx| {
            let names = (event::name, event::parent().name, event::parent().parent().name);
            Event::objects().values(names).order_by(event::id).all(tx).await
        }),
        ported("values-017", async |tx| {
            named!(lower_name: blog::name.lower());
            Blog::objects().values(&lower_name).order_by(blog::id).all(tx).await
        }),
        ported("values-018", async |tx| {
            named!(lower as "name__lower": blog::name.lower(), length as "name__length": blog::name.length());
            Blog::objects().values((&lower, &length)).order_by(blog::id).all(tx).await
        }),
        ported("values-019", async |tx| {
            let date = entry::pub_date;
            named!(year as "pub_date__year": date.year(), month as "pub_date__month": date.month());
            Entry::objects().values((&year, &month)).order_by(entry::id).limit(3).all(tx).await
        }),
        ported("values-020", async |tx| {
            named!(n: blog::entry().count());
            Blog::objects().values((blog::name, &n)).order_by(blog::id).all(tx).await
        }),
        ported("values-021", async |tx| {
            named!(entries: blog::entry().count());
            let rows = Blog::objects().values((blog::entry().authors(), &entries));
            rows.order_by(blog::entry().authors()).all(tx).await
        }),
        ported("values-022", async |tx| {
            named!(entries: blog::entry().count());
            let rows = Blog::objects().values(blog::entry().authors()).annotate(&entries);
            rows.order_by(blog::entry().authors()).all(tx).await
        }),
        ported("values-023", async |tx| {
            named!(x: value(1));
            let rows = Blog::objects().annotate(&x).values((&x, blog::name));
            rows.order_by(blog::id).limit(2).all(tx).await
        }),
        ported("values-024", async |tx| {
            named!(x: value(1));
            let rows = Blog::objects().annotate(&x).values((blog::ALL, &x));
            rows.order_by(blog::id).limit(1).all(tx).await
        }),
        ported("values-025", async |tx| {
            Blog::objects().values(blog::name).values(blog::id).order_by(blog::id).limit(2).all(tx).await
        }),
        ported("values-026", async |tx| {
            named!(x: blog::tagline.length());
            let rows = Blog::objects().values(blog::name).annotate(&x);
            rows.order_by(blog::id).limit(2).all(tx).await
        }),
        ported("values-027", async |tx| {
            Entry::objects().filter(entry::id.exact(1)).values(entry::headline).get(tx).await
        }),
        ported("values-028", async |tx| {
            Entry::objects().values(entry::headline).order_by(entry::id).first(tx).await
        }),
        ported("values-029", async |tx| {
            named!(h: entry::headline, b: entry::blog().name);
            Entry::objects().filter(entry::id.exact(1)).values((&h, &b)).all(tx).await
        }),
        compile_error("values-030", "model/a_misspelt_field_does_not_exist"),
        compile_error("values-031", "model/a_misspelt_field_of_a_relation_does_not_exist"),
        ported("values-032", async |tx| {
            named!(headline: entry::headline.lower());
            Entry::objects().values(&headline).order_by(entry::id).limit(1).all(tx).await
        })
        .unlike("a name is one of the row alone", json!([{ "headline": "hello lennon" }])),
        ported("values-033", async |tx| {
            named!(metadata__color: product_meta::metadata.key("color"));
            ProductMeta::objects().values(metadata__color).order_by(product_meta::id).all(tx).await
        }),
        ported("values-034", async |tx| {
            named!(metadata__specs__cpu__name: product_meta::metadata.key("specs").key("cpu").key("name"));
            ProductMeta::objects().values(metadata__specs__cpu__name).order_by(product_meta::id).all(tx).await
        }),
    ]
}
