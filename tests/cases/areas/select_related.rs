//! `select_related()`: related rows in the same query.

use serde_json::json;

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    let first = || Entry::objects().filter(entry::id.exact(1));
    let lazy = "Django loads each related row when it is read";
    vec![
        ported("select_related-001", async |tx| {
            let rows = Entry::objects().select_related(entry::blog()).order_by(entry::id).limit(5);
            Ok(rows.all(tx).await?.into_iter().map(|(_, blog)| blog.name).collect::<Vec<_>>())
        })
        .uncounted(lazy),
        ported("select_related-002", async |tx| {
            let rows = Entry::objects().select_related(entry::blog()).order_by(entry::id).limit(5);
            Ok(rows.all(tx).await?.into_iter().map(|(_, blog)| blog.name).collect::<Vec<_>>())
        }),
        rows(
            "select_related-003",
            Entry::objects()
                .select_related((entry::blog(), entry::blog().theme()))
                .order_by(entry::id)
                .limit(3),
        ),
        ported("select_related-004", async |tx| {
            let rows = Entry::objects().select_related(entry::blog().theme()).order_by(entry::id);
            let rows = rows.all(tx).await?;
            Ok(rows
                .into_iter()
                .map(|(entry, theme)| (entry.id, theme.map(|theme| theme.name)))
                .collect::<Vec<_>>())
        }),
        rows("select_related-005", first().select_related((entry::blog(), entry::blog().theme()))),
        rows("select_related-006", Blog::objects().select_related(blog::theme()).order_by(blog::id)),
        rows(
            "select_related-007",
            Blog::objects()
                .select_related(blog::theme())
                .filter(blog::theme().name.exact("Space"))
                .order_by(blog::id),
        ),
        rows(
            "select_related-008",
            Book::objects()
                .select_related((
                    book::author(),
                    book::author().hometown(),
                    book::author().hometown().country(),
                ))
                .select_related((book::editor(), book::editor().hometown()))
                .order_by(book::id)
                .nested(),
        ),
        // Without arguments Django follows the foreign keys that cannot be NULL: here they are named.
        rows("select_related-009", Book::objects().filter(book::id.exact(1))),
        rows("select_related-010", first().select_related(entry::blog())),
        rows("select_related-011", City::objects().filter(city::id.exact(1))),
        rows(
            "select_related-012",
            first().select_related(entry::blog()).select_related(entry::entry_detail()),
        ),
        rows("select_related-013", first().select_related(entry::blog()).clear_select_related()),
        rows(
            "select_related-014",
            Entry::objects().select_related(entry::entry_detail()).order_by(entry::id).limit(4),
        ),
        ported("select_related-015", async |tx| {
            let rows = Entry::objects().select_related(entry::entry_detail()).order_by(entry::id).limit(4);
            Ok(rows.all(tx).await?.iter().map(|(_, detail)| detail.is_some()).collect::<Vec<_>>())
        }),
        ported("select_related-016", async |tx| {
            let rows = Entry::objects().order_by(entry::id).limit(4).all(&mut *tx).await?;
            let mut found = Vec::new();
            for entry in rows {
                found.push(entry.entry_detail(&mut *tx).await?.is_some());
            }
            Ok(found)
        }),
        rows(
            "select_related-017",
            EntryDetail::objects()
                .select_related((
                    entry_detail::entry(),
                    entry_detail::entry().blog(),
                    entry_detail::reviewer(),
                ))
                .order_by(entry_detail::id),
        ),
        rows(
            "select_related-018",
            Entry::objects()
                .select_related((entry::entry_detail(), entry::entry_detail().reviewer()))
                .order_by(entry::id)
                .limit(4)
                .nested(),
        ),
        rows(
            "select_related-019",
            Event::objects()
                .select_related((event::parent(), event::parent().parent()))
                .order_by(event::id)
                .nested(),
        ),
        compile_error("select_related-020", "select_related/a_many_to_many_relation_is_prefetched"),
        compile_error("select_related-021", "select_related/a_reverse_relation_is_prefetched"),
        compile_error("select_related-022", "model/a_misspelt_field_does_not_exist"),
        compile_error("select_related-023", "select_related/a_column_is_no_relation"),
        rows(
            "select_related-024",
            first().only((entry::headline, entry::blog_id)).select_related(entry::blog().only(blog::name)),
        ),
        rows("select_related-025", first().only(entry::headline).select_related(entry::blog())).unlike(
            "the row stands beside the entry, so that the entry can do without its key",
            json!([{ "$": "Entry", "pk": 1, "blog": { "$": "Blog", "pk": 1 }, "deferred": [
                "blog_id", "summary", "body_text", "pub_date", "mod_date", "published_at",
                "number_of_comments", "number_of_pingbacks", "rating",
            ] }]),
        ),
        rows("select_related-026", first().select_related(entry::blog().defer(blog::tagline))),
        ported("select_related-027", async |tx| {
            use queryset::demo::shop::{Customer, customer};
            let rows = Customer::objects().select_related(customer::user()).order_by(customer::id);
            rows.values_list((customer::id, customer::user().username)).all(tx).await
        }),
        ported("select_related-028", async |tx| {
            Entry::objects().select_related(entry::blog()).count(tx).await
        }),
        ported("select_related-029", async move |tx| first().select_related(entry::blog()).get(tx).await),
        rows(
            "select_related-030",
            Blog::objects().select_related(blog::theme()).filter(blog::id.in_([1, 3])).order_by(blog::id),
        ),
        ported("select_related-031", async |tx| {
            let person = Person::objects().select_related(person::hometown()).filter(person::id.exact(3));
            Ok(person.get(tx).await?.1)
        }),
        ported("select_related-032", async |tx| {
            let author = book::author();
            let related = (author, author.hometown(), author.hometown().country());
            let book = Book::objects().select_related(related).filter(book::id.exact(4));
            Ok(book.get(tx).await?.1)
        }),
        ported("select_related-033", async |tx| {
            let people = Person::objects().select_related(person::hometown().country()).order_by(person::id);
            let people = people.all(tx).await?;
            Ok(people.into_iter().map(|(_, country)| country.map(|country| country.name)).collect::<Vec<_>>())
        }),
        ported("select_related-034", async |tx| {
            let blog = Blog::objects().filter(blog::id.exact(1)).get(&mut *tx).await?;
            let entries = blog.entry_set().order_by(entry::id).all(tx).await?;
            Ok(entries.iter().map(|_| blog.name.clone()).collect::<Vec<_>>())
        }),
    ]
}
