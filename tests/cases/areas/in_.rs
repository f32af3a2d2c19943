//! `in`: lists, and query sets on the right.

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    let cheddar = || Blog::objects().filter(blog::name.contains("Cheddar"));
    vec![
        entries("in-001", entry::id.in_(Vec::<i64>::new())),
        ported("in-002", async |tx| {
            Entry::objects().exclude(entry::id.in_(Vec::<i64>::new())).count(tx).await
        }),
        entries("in-003", entry::headline.in_(["a", "b"])),
        entries("in-004", entry::blog().in_(cheddar())),
        entries("in-005", entry::blog_id.in_(cheddar().values_list(blog::id))),
        entries(
            "in-006",
            entry::blog().name.in_(Blog::objects().filter(blog::theme_id.exact(1)).values_list(blog::name)),
        ),
        compile_error("in-007", "subquery/in_takes_a_query_set_of_one_column"),
        ported("in-008", async |tx| {
            let blogs = Blog::objects().filter(blog::theme_id.exact(1)).all(&mut *tx).await?;
            Entry::objects().filter(entry::blog().in_(&blogs)).order_by(entry::id).all(tx).await
        }),
        entries("in-009", entry::blog().in_(Blog::objects().none())),
        entries("in-010", entry::blog().in_(Blog::objects().order_by(blog::id.desc()).limit(2))),
        rows(
            "in-011",
            Entry::objects()
                .exclude(entry::blog().in_(Blog::objects().filter(blog::theme().isnull(true))))
                .order_by(entry::id),
        ),
        rows(
            "in-012",
            Entry::objects()
                .exclude(entry::id.in_(EntryDetail::objects().values_list(entry_detail::entry_id)))
                .order_by(entry::id),
        ),
        rows(
            "in-013",
            Person::objects()
                .exclude(person::id.in_(Book::objects().values_list(book::author_id)))
                .order_by(person::id),
        ),
        rows(
            "in-014",
            Person::objects()
                .filter(person::id.in_(Book::objects().values_list(book::author_id)))
                .order_by(person::id),
        ),
        rows(
            "in-015",
            Author::objects()
                .filter(
                    author::id.in_(
                        Entry::objects().filter(entry::rating.exact(5)).values_list(entry::authors().id),
                    ),
                )
                .order_by(author::id),
        ),
        rows(
            "in-016",
            Author::objects()
                .exclude(author::id.in_(Entry::objects().values_list(entry::authors().id)))
                .order_by(author::id),
        ),
        entries("in-017", entry::authors().in_(Author::objects().filter(author::age.gt(30)))),
        rows(
            "in-018",
            Entry::objects()
                .filter(entry::authors().in_(Author::objects().filter(author::name.exact("Alice"))))
                .distinct()
                .order_by(entry::id),
        ),
        entries("in-019", entry::rating.in_([Some(5), None])),
        rows("in-020", Entry::objects().exclude(entry::rating.in_([Some(5), None])).order_by(entry::id)),
        entries(
            "in-021",
            entry::rating.in_(Entry::objects().filter(entry::blog_id.exact(2)).values_list(entry::rating)),
        ),
        rows(
            "in-022",
            Entry::objects()
                .exclude(
                    entry::rating
                        .in_(Entry::objects().filter(entry::blog_id.exact(2)).values_list(entry::rating)),
                )
                .order_by(entry::id),
        ),
        entries(
            "in-023",
            entry::id
                .in_(Entry::objects().filter(entry::authors().id.exact(1)).values_list(entry::id).flat()),
        ),
        rows("in-024", Blog::objects().filter(blog::entry().id.in_([1, 2, 10])).order_by(blog::id)),
        ported("in-025", async |tx| {
            let n = entry::id.count();
            let groups = Entry::objects().values_list(entry::blog_id).annotate(&n).filter(n.gte(4));
            let busy = Blog::objects().filter(blog::id.in_(groups.values_list(entry::blog_id)));
            busy.order_by(blog::id).all(tx).await
        }),
        rows(
            "in-026",
            Blog::objects()
                .filter(blog::id.in_(
                    Entry::objects().filter(entry::rating.exact(5)).distinct().values_list(entry::blog_id),
                ))
                .order_by(blog::id),
        ),
        entries(
            "in-027",
            entry::rating.in_(
                (Blog::objects().filter(blog::id.lt(4)).values_list(blog::id))
                    .union(Blog::objects().filter(blog::id.exact(5)).values_list(blog::id)),
            ),
        ),
    ]
}
