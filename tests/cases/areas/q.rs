//! `Q`: `&`, `|`, `^` and `!`, over relations and with no condition at all.

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    use entry::{authors, blog_id, headline, id, number_of_comments, rating};
    use person::hometown;
    let none = || id.in_([0; 0]);
    vec![
        entries("q-001", rating.exact(5) | rating.exact(1)),
        entries("q-002", rating.exact(5) & blog_id.exact(1)),
        entries("q-003", !rating.exact(5)),
        entries("q-004", !!rating.exact(5)),
        entries("q-005", rating.exact(5) ^ blog_id.exact(1)),
        entries("q-006", rating.exact(5) ^ blog_id.exact(1) ^ number_of_comments.gt(5)),
        entries("q-007", !(rating.exact(5) ^ blog_id.exact(1))),
        entries("q-008", blog_id.exact(1) ^ blog_id.exact(2)),
        entries("q-009", blog_id.exact(1) ^ blog_id.exact(1)),
        entries("q-010", !(rating.exact(5) | blog_id.exact(1))),
        entries("q-011", !(rating.exact(5) & blog_id.exact(1))),
        entries("q-012", !(rating.exact(5) & !blog_id.exact(1))),
        entries("q-013", (rating.exact(5) | rating.exact(4)) & (blog_id.exact(1) | blog_id.exact(4))),
        entries("q-014", rating.exact(5) | blog_id.exact(1) & number_of_comments.exact(5)),
        counted("q-015", Q::default()),
        counted("q-016", Q::default() | rating.exact(5)),
        counted("q-017", !Q::default()),
        counted("q-018", none()),
        counted("q-019", !none()),
        entries("q-020", none() | rating.exact(5)),
        entries("q-021", none() & rating.exact(5)),
        entries("q-022", none() ^ rating.exact(5)),
        entries("q-023", entry::blog().name.exact("Pop Music") | entry::blog().theme().name.exact("art")),
        blogs("q-024", blog::entry().rating.exact(0) | blog::name.exact("Empty Blog")),
        blogs("q-025", blog::entry().rating.exact(5) | blog::entry().rating.exact(4)),
        entries("q-026", authors().name.exact("Alice") | authors().name.exact("bob")),
        entries("q-027", authors().name.exact("Alice") & authors().name.exact("bob")),
        entries("q-028", authors().name.exact("Alice") & authors().name.exact("bob")),
        entries("q-029", authors().name.exact("Alice") & !authors().name.exact("bob")),
        people("q-030", hometown().name.exact("Paris") | hometown().country().name.exact("Japan")),
        people("q-031", hometown().isnull(true) | hometown().country().isnull(true)),
        people("q-032", !hometown().name.exact("Paris") | person::name.exact("Ann")),
        people("q-033", !hometown().name.exact("Paris") & hometown().country().isnull(true)),
        blogs("q-034", !blog::entry().rating.exact(5) | blog::theme().isnull(true)),
        blogs("q-035", !(blog::entry().rating.exact(5) & blog::entry().number_of_comments.exact(10))),
        entries("q-036", headline.startswith("Hello") & !(rating.exact(5) | rating.isnull(true))),
        entries("q-037", Q::any([rating.exact(5), blog_id.exact(1)])),
        entries(
            "q-038",
            exists(EntryDetail::objects().filter(entry_detail::entry_id.exact(outer(entry::id))))
                | rating.exact(1),
        ),
        entries("q-039", rating.exact(5) | rating.isnull(true)),
    ]
}

/// The number of entries.
fn counted(id: &'static str, q: Q<Entry>) -> Case {
    ported(id, async move |tx| Entry::objects().filter(q.clone()).count(tx).await)
}

/// Blogs by their key.
fn blogs(id: &'static str, q: Q<Blog>) -> Case {
    ported(id, async move |tx| Blog::objects().filter(q.clone()).order_by(blog::id).all(tx).await)
}

/// People by their key.
fn people(id: &'static str, q: Q<Person>) -> Case {
    ported(id, async move |tx| Person::objects().filter(q.clone()).order_by(person::id).all(tx).await)
}
