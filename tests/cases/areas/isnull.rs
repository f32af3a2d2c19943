//! `isnull`: on columns, and on relations, which may have no row at their end.

use super::prelude::*;

fn blogs(id: &'static str, q: Q<Blog>) -> Case {
    rows(id, Blog::objects().filter(q).order_by(blog::id))
}

fn people(id: &'static str, q: Q<Person>) -> Case {
    rows(id, Person::objects().filter(q).order_by(person::id))
}

fn books(id: &'static str, q: Q<Book>) -> Case {
    rows(id, Book::objects().filter(q).order_by(book::id))
}

fn events(id: &'static str, q: Q<Event>) -> Case {
    rows(id, Event::objects().filter(q).order_by(event::id))
}

pub(super) fn cases() -> Vec<Case> {
    vec![
        entries("isnull-001", entry::rating.isnull(true)),
        ported("isnull-002", async |tx| Entry::objects().filter(entry::rating.isnull(false)).count(tx).await),
        blogs("isnull-003", blog::theme().isnull(true)),
        blogs("isnull-004", blog::theme().name.isnull(true)),
        blogs("isnull-005", blog::theme().name.isnull(false)),
        blogs("isnull-006", blog::entry().isnull(true)),
        blogs("isnull-007", blog::entry().isnull(false)),
        blogs("isnull-008", blog::entry().rating.isnull(true)),
        blogs("isnull-009", blog::entry().rating.isnull(true) & blog::entry().isnull(false)),
        rows(
            "isnull-010",
            Blog::objects()
                .filter(blog::entry().summary.isnull(true))
                .filter(blog::entry().rating.isnull(true))
                .order_by(blog::id),
        ),
        entries("isnull-011", entry::authors().isnull(true)),
        entries("isnull-012", entry::authors().age.isnull(true)),
        entries("isnull-013", entry::entry_detail().isnull(false)),
        entries("isnull-014", entry::entry_detail().reviewer().isnull(true)),
        people("isnull-015", person::hometown().country().isnull(true)),
        people("isnull-016", person::hometown().country().name.isnull(true)),
        people("isnull-017", person::hometown().country().isnull(false)),
        people("isnull-018", person::hometown().isnull(false) & person::hometown().country().isnull(true)),
        events("isnull-019", event::parent().isnull(true) & event::children().isnull(true)),
        events("isnull-020", event::parent().parent().isnull(true)),
        people("isnull-021", person::books().author().isnull(true)),
        books("isnull-022", book::author().isnull(true) | book::author().hometown().isnull(true)),
        books(
            "isnull-023",
            book::author().hometown().name.isnull(true) & book::editor().hometown().name.isnull(true),
        ),
        entries("isnull-024", entry::blog().theme().isnull(true)),
        compile_error("isnull-025", "lookup/isnull_takes_a_boolean"),
        blogs("isnull-026", blog::entry().id.isnull(true)),
    ]
}
