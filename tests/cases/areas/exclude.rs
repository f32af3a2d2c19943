//! `exclude()`: `NULL` is kept, and over to-many relations no related row may match.

use super::prelude::*;

fn entries(id: &'static str, q: Q<Entry>) -> Case {
    rows(id, Entry::objects().exclude(q).order_by(entry::id))
}

fn blogs(id: &'static str, q: Q<Blog>) -> Case {
    rows(id, Blog::objects().exclude(q).order_by(blog::id))
}

fn people(id: &'static str, q: Q<Person>) -> Case {
    rows(id, Person::objects().exclude(q).order_by(person::id))
}

fn books(id: &'static str, q: Q<Book>) -> Case {
    rows(id, Book::objects().exclude(q).order_by(book::id))
}

pub(super) fn cases() -> Vec<Case> {
    let old_lennon =
        || Entry::objects().filter(entry::headline.contains("Lennon") & entry::pub_date.year().exact(2008));
    vec![
        entries("exclude-001", entry::rating.exact(5)),
        entries("exclude-002", entry::number_of_comments.exact(8)),
        entries("exclude-003", entry::rating.gt(3)),
        entries("exclude-004", entry::rating.in_([4, 5])),
        entries("exclude-005", entry::rating.range(0, 4)),
        entries("exclude-006", entry::rating.isnull(true)),
        entries("exclude-007", entry::rating.isnull(true)),
        entries("exclude-008", entry::summary.contains("t")),
        entries("exclude-009", entry::summary.exact("")),
        entries("exclude-010", entry::headline.exact("Hello Lennon") & entry::rating.exact(5)),
        rows(
            "exclude-011",
            Entry::objects()
                .exclude(entry::headline.exact("Hello Lennon"))
                .exclude(entry::rating.exact(5))
                .order_by(entry::id),
        ),
        entries("exclude-012", entry::headline.exact("Hello Lennon") | entry::rating.exact(5)),
        entries("exclude-013", !entry::rating.exact(5)),
        ported("exclude-014", async |tx| Entry::objects().count(tx).await),
        ported("exclude-015", async |tx| Entry::objects().exclude(Q::default()).count(tx).await),
        entries("exclude-016", entry::blog().name.exact("Pop Music")),
        entries("exclude-017", entry::blog().theme().name.exact("Space")),
        blogs("exclude-018", blog::theme().name.exact("Space")),
        blogs("exclude-019", blog::theme().id.exact(1)),
        blogs("exclude-020", blog::theme().order.gt(1)),
        people("exclude-021", person::hometown().name.exact("Paris")),
        people("exclude-022", person::hometown().country().name.exact("France")),
        people("exclude-023", person::hometown().country().population.gt(70_000_000)),
        people("exclude-024", person::hometown().country().population.isnull(true)),
        people("exclude-025", person::hometown().country().isnull(true)),
        blogs("exclude-026", blog::entry().headline.exact("Hello Lennon")),
        blogs("exclude-027", blog::entry().rating.exact(5)),
        blogs("exclude-028", blog::entry().rating.isnull(true)),
        blogs(
            "exclude-029",
            blog::entry().headline.contains("Lennon") & blog::entry().pub_date.year().exact(2008),
        ),
        blogs("exclude-030", blog::entry().headline.icontains("hello") & blog::entry().rating.exact(1)),
        blogs(
            "exclude-031",
            blog::entry()
                .in_(Entry::objects().filter(entry::headline.icontains("hello") & entry::rating.exact(1))),
        ),
        blogs("exclude-032", blog::entry().in_(old_lennon())),
        blogs("exclude-033", blog::entry().authors().name.exact("Alice")),
        entries("exclude-034", entry::authors().name.exact("Alice")),
        entries("exclude-035", entry::authors().id.exact(1)),
        entries("exclude-036", entry::authors().id.in_([1, 3])),
        entries("exclude-037", entry::authors().isnull(true)),
        entries("exclude-038", entry::authors().isnull(true)),
        entries("exclude-039", entry::authors().isnull(false)),
        rows(
            "exclude-040",
            Author::objects().exclude(author::entry().blog().name.exact("Beatles Blog")).order_by(author::id),
        ),
        entries("exclude-041", entry::entry_detail().reviewer().name.exact("Alice")),
        entries("exclude-042", entry::entry_detail().details.exact("")),
        rows(
            "exclude-043",
            Event::objects().exclude(event::children().name.exact("Talk A")).order_by(event::id),
        ),
        rows(
            "exclude-044",
            Event::objects().exclude(event::parent().name.exact("Conference")).order_by(event::id),
        ),
        books("exclude-045", book::author().hometown().country().code.exact("FR")),
        books("exclude-046", book::price.exact(book::pages)),
        entries("exclude-047", entry::number_of_comments.exact(entry::number_of_pingbacks)),
        entries("exclude-048", entry::rating.exact(entry::number_of_comments)),
        rows(
            "exclude-049",
            Entry::objects()
                .filter(entry::rating.gte(3))
                .exclude(entry::blog().name.startswith("Beatles"))
                .order_by(entry::id),
        ),
        people("exclude-050", person::readings().stars.gt(3)),
        people("exclude-051", person::readings().stars.isnull(true)),
        books("exclude-052", book::readers().name.exact("Ben")),
        people("exclude-053", person::friends().name.exact("Ben")),
    ]
}
