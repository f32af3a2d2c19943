//! `values()`: rows with names, also over relations.

use queryset::demo::shop::{ProductMeta, product_meta};

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
        later("values-017", "annotate"),
        later("values-018", "names of expressions"),
        later("values-019", "names of expressions"),
        later("values-020", "annotate"),
        later("values-021", "annotate"),
        later("values-022", "annotate"),
        later("values-023", "annotate"),
        later("values-024", "annotate"),
        ported("values-025", async |tx| {
            Blog::objects().values(blog::name).values(blog::id).order_by(blog::id).limit(2).all(tx).await
        }),
        later("values-026", "annotate"),
        ported("values-027", async |tx| {
            Entry::objects().filter(entry::id.exact(1)).values(entry::headline).get(tx).await
        }),
        ported("values-028", async |tx| {
            Entry::objects().values(entry::headline).order_by(entry::id).first(tx).await
        }),
        later("values-029", "annotate"),
        compile_error("values-030", "model/a_misspelt_field_does_not_exist"),
        compile_error("values-031", "model/a_misspelt_field_of_a_relation_does_not_exist"),
        later("values-032", "annotate"),
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
