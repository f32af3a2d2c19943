//! `filter()`: conditions, relations, `None`, and what is refused.

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    vec![
        ported("filter-001", async |tx| {
            Entry::objects().filter(entry::rating.exact(5)).order_by(entry::id).all(tx).await
        }),
        ported("filter-002", async |tx| {
            Entry::objects()
                .filter(entry::rating.exact(5) & entry::number_of_comments.gt(6))
                .order_by(entry::id)
                .all(tx)
                .await
        }),
        ported("filter-003", async |tx| {
            Entry::objects()
                .filter(entry::rating.gte(4))
                .filter(entry::number_of_pingbacks.lt(6))
                .order_by(entry::id)
                .all(tx)
                .await
        }),
        ported("filter-004", async |tx| Entry::objects().order_by(entry::id).limit(3).all(tx).await),
        ported("filter-005", async |tx| {
            Entry::objects().filter(entry::blog_id.exact(1)).order_by(entry::id).all(tx).await
        }),
        ported("filter-006", async |tx| {
            let blog = Blog::objects().filter(blog::id.exact(1)).get(&mut *tx).await?;
            Entry::objects().filter(entry::blog().exact(&blog)).order_by(entry::id).all(tx).await
        }),
        ported("filter-007", async |tx| {
            Entry::objects().filter(entry::blog_id.exact(1)).order_by(entry::id).all(tx).await
        }),
        ported("filter-008", async |tx| {
            Entry::objects().filter(entry::blog().id.exact(1)).order_by(entry::id).all(tx).await
        }),
        ported("filter-009", async |tx| {
            Entry::objects().filter(entry::blog().id.exact(1)).order_by(entry::id).all(tx).await
        }),
        ported("filter-010", async |tx| Entry::objects().filter(entry::id.exact(3)).all(tx).await),
        ported("filter-011", async |tx| {
            Entry::objects().filter(entry::id.gt(14)).order_by(entry::id).all(tx).await
        }),
        ported("filter-012", async |tx| {
            Entry::objects().filter(entry::id.in_([1, 4, 7])).order_by(entry::id.desc()).all(tx).await
        }),
        ported("filter-013", async |tx| {
            Entry::objects()
                .filter(entry::blog().name.exact("Beatles Blog"))
                .order_by(entry::id)
                .all(tx)
                .await
        }),
        ported("filter-014", async |tx| {
            Entry::objects()
                .filter(entry::blog().theme().name.exact("Space"))
                .order_by(entry::id)
                .all(tx)
                .await
        }),
        ported("filter-015", async |tx| {
            Blog::objects()
                .filter(blog::entry().headline.exact("Hello Lennon"))
                .order_by(blog::id)
                .all(tx)
                .await
        }),
        ported("filter-016", async |tx| {
            Blog::objects().filter(blog::entry().rating.exact(5)).order_by(blog::id).all(tx).await
        }),
        ported("filter-017", async |tx| {
            Blog::objects()
                .filter(blog::entry().authors().name.exact("Alice"))
                .order_by(blog::id)
                .all(tx)
                .await
        }),
        ported("filter-018", async |tx| {
            Author::objects()
                .filter(author::entry().blog().theme().name.exact("Space"))
                .order_by(author::id)
                .all(tx)
                .await
        }),
        ported("filter-019", async |tx| {
            Entry::objects().filter(entry::authors().id.exact(1)).order_by(entry::id).all(tx).await
        }),
        ported("filter-020", async |tx| {
            Entry::objects().filter(entry::authors().id.in_([1, 2])).order_by(entry::id).all(tx).await
        }),
        ported("filter-021", async |tx| {
            Entry::objects()
                .filter(entry::authors().name.in_(["Alice", "bob"]))
                .order_by(entry::id)
                .all(tx)
                .await
        }),
        ported("filter-022", async |tx| {
            Entry::objects().filter(entry::entry_detail().details.exact("Cheddar")).all(tx).await
        }),
        ported("filter-023", async |tx| {
            EntryDetail::objects()
                .filter(entry_detail::entry().blog().name.exact("Cheddar Talk"))
                .all(tx)
                .await
        }),
        ported("filter-024", async |tx| {
            Event::objects()
                .filter(event::parent().parent().name.exact("Conference"))
                .order_by(event::id)
                .all(tx)
                .await
        }),
        ported("filter-025", async |tx| {
            Event::objects()
                .filter(event::children().children().name.exact("Talk B"))
                .order_by(event::id)
                .all(tx)
                .await
        }),
        ported("filter-026", async |tx| {
            Person::objects().filter(person::friends().name.exact("Ben")).order_by(person::id).all(tx).await
        }),
        ported("filter-027", async |tx| {
            Person::objects()
                .filter(person::read_books().title.exact("Alpha"))
                .order_by(person::id)
                .all(tx)
                .await
        }),
        ported("filter-028", async |tx| {
            Person::objects().filter(person::readings().stars.gte(4)).order_by(person::id).all(tx).await
        }),
        ported("filter-029", async |tx| {
            Book::objects().filter(book::reading_row().stars.gte(4)).order_by(book::id).all(tx).await
        }),
        ported("filter-030", async |tx| {
            Person::objects()
                .filter(person::hometown().country_id.exact("FR"))
                .order_by(person::id)
                .all(tx)
                .await
        }),
        ported("filter-031", async |tx| {
            Person::objects()
                .filter(person::hometown().country().name.exact("France"))
                .order_by(person::id)
                .all(tx)
                .await
        }),
        ported("filter-032", async |tx| {
            let japan = Country::objects().filter(country::code.exact("JP")).get(&mut *tx).await?;
            City::objects().filter(city::country().exact(&japan)).all(tx).await
        }),
        ported("filter-033", async |tx| {
            Entry::objects().filter(entry::pub_date.gt(date(2024, 2, 29))).order_by(entry::id).all(tx).await
        }),
        ported("filter-034", async |tx| {
            Entry::objects().filter(entry::mod_date.exact(entry::pub_date)).order_by(entry::id).all(tx).await
        }),
        ported("filter-035", async |tx| {
            Entry::objects()
                .filter(entry::rating.exact(5) & entry::blog_id.exact(1))
                .order_by(entry::id)
                .all(tx)
                .await
        }),
        ported("filter-036", async |tx| {
            Entry::objects()
                .filter(entry::blog().entry().headline.exact("Hello World"))
                .order_by(entry::id)
                .all(tx)
                .await
        }),
        ported("filter-037", async |tx| {
            Entry::objects().filter(entry::rating.isnull(true)).order_by(entry::id).all(tx).await
        }),
        ported("filter-038", async |tx| {
            Entry::objects().filter(entry::rating.isnull(true)).order_by(entry::id).all(tx).await
        }),
        ported("filter-039", async |tx| {
            Blog::objects().filter(blog::theme().isnull(true)).order_by(blog::id).all(tx).await
        }),
        ported("filter-040", async |tx| {
            Blog::objects().filter(blog::entry().isnull(true)).order_by(blog::id).all(tx).await
        }),
        ported("filter-041", async |tx| {
            Entry::objects().filter(entry::authors().isnull(true)).order_by(entry::id).all(tx).await
        }),
        ported("filter-042", async |tx| {
            Entry::objects().filter(entry::entry_detail().isnull(true)).order_by(entry::id).count(tx).await
        }),
        compile_error("filter-043", "model/a_misspelt_field_does_not_exist"),
        compile_error("filter-044", "model/a_misspelt_field_does_not_exist"),
        compile_error("filter-045", "lookup/a_misspelt_lookup_does_not_exist"),
        compile_error("filter-046", "model/a_misspelt_field_of_a_relation_does_not_exist"),
        compile_error("filter-047", "value/an_integer_takes_no_text"),
        compile_error("filter-048", "value/a_date_takes_no_text"),
        compile_error("filter-049", "value/gt_takes_no_none"),
        ported("filter-050", async |tx| {
            let details = EntryDetail::objects().filter(entry_detail::entry_id.exact(outer(entry::id)));
            Entry::objects().filter(exists(details)).order_by(entry::id).all(tx).await
        }),
        compile_error("filter-051", "predicate/a_number_is_no_predicate"),
        ported("filter-052", async |tx| {
            Specimen::objects().filter(specimen::flag).order_by(specimen::id).all(tx).await
        })
        .unlike("a boolean field is a predicate by itself", instances("Specimen", [2, 4, 6, 8, 10, 12])),
        ported("filter-053", async |tx| {
            Specimen::objects()
                .filter(specimen::flag.exact(true) & specimen::num.exact(specimen::pos))
                .order_by(specimen::id)
                .all(tx)
                .await
        }),
        ported("filter-054", async |tx| {
            Entry::objects()
                .filter(entry::number_of_comments.gt(entry::number_of_pingbacks))
                .order_by(entry::id)
                .all(tx)
                .await
        }),
        ported("filter-055", async |tx| {
            Entry::objects()
                .filter(entry::number_of_comments.gt(entry::number_of_pingbacks + 3))
                .order_by(entry::id)
                .all(tx)
                .await
        }),
        ported("filter-056", async |tx| {
            Entry::objects().filter(entry::headline.lookup(NotEqual, "Hello Lennon")).count(tx).await
        }),
        entries("filter-057", entry::summary.lookup(NotEqual, "Intro")),
    ]
}
