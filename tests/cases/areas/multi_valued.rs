//! To-many relations: one call speaks of one related row, the next may speak of another.

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    let lennon = || blog::entry().headline.contains("Lennon");
    let of_2008 = || blog::entry().pub_date.year().exact(2008);
    let hello = || blog::entry().headline.contains("Hello");
    let rated = |rating| blog::entry().rating.exact(rating);
    let written = |key| blog::entry().authors().id.exact(key);
    let by = |key| entry::authors().id.exact(key);
    vec![
        rows("multi_valued-001", Blog::objects().filter(lennon() & of_2008()).order_by(blog::id)),
        rows("multi_valued-002", Blog::objects().filter(lennon()).filter(of_2008()).order_by(blog::id)),
        rows("multi_valued-003", Blog::objects().filter(hello()).filter(rated(3)).order_by(blog::id)),
        rows("multi_valued-004", Blog::objects().filter(hello() & rated(3)).order_by(blog::id)),
        rows(
            "multi_valued-005",
            Blog::objects().filter(lennon()).filter(of_2008()).distinct().order_by(blog::id),
        ),
        rows(
            "multi_valued-006",
            Entry::objects()
                .filter(entry::authors().name.exact("Alice"))
                .filter(entry::authors().name.exact("bob"))
                .order_by(entry::id),
        ),
        rows(
            "multi_valued-007",
            Entry::objects().filter(by(1)).filter(by(2)).filter(by(4)).order_by(entry::id),
        ),
        rows("multi_valued-008", Entry::objects().filter(by(1)).exclude(by(2)).order_by(entry::id)),
        rows("multi_valued-009", Entry::objects().exclude(by(2)).filter(by(1)).order_by(entry::id)),
        rows("multi_valued-010", Blog::objects().filter(rated(5)).exclude(rated(4)).order_by(blog::id)),
        rows("multi_valued-011", Blog::objects().filter(written(1)).filter(written(2)).order_by(blog::id)),
        rows(
            "multi_valued-012",
            Blog::objects().filter(written(1) & rated(5)).filter(written(2)).distinct().order_by(blog::id),
        ),
        rows(
            "multi_valued-013",
            Blog::objects()
                .filter(blog::theme().name.exact("Space"))
                .filter(blog::theme().order.exact(2))
                .order_by(blog::id),
        ),
        rows(
            "multi_valued-014",
            Entry::objects()
                .filter(entry::blog().entry().rating.exact(5))
                .filter(entry::blog().entry().rating.exact(4))
                .order_by(entry::id)
                .distinct(),
        ),
        rows(
            "multi_valued-015",
            Author::objects()
                .filter(author::entry().rating.exact(5))
                .filter(author::entry().blog().name.exact("Cheddar Talk"))
                .order_by(author::id),
        ),
        rows(
            "multi_valued-016",
            Blog::objects()
                .filter(blog::entry().rating.gt(2))
                .values_list((blog::name, blog::entry().headline))
                .order_by((blog::id, blog::entry().headline)),
        ),
        rows(
            "multi_valued-017",
            Blog::objects()
                .values_list((blog::name, blog::entry().headline))
                .filter(blog::entry().rating.gt(4))
                .order_by((blog::id, blog::entry().headline)),
        ),
        rows(
            "multi_valued-018",
            Blog::objects().filter(rated(5)).order_by(blog::entry().headline).values_list(blog::id).flat(),
        ),
        rows(
            "multi_valued-019",
            Blog::objects()
                .filter(rated(5))
                .filter(rated(4))
                .values_list((blog::id, blog::entry().rating))
                .order_by((blog::id, blog::entry().rating)),
        ),
        rows(
            "multi_valued-020",
            Event::objects()
                .filter(event::children().date.exact(date(2024, 12, 30)))
                .filter(event::children().date.exact(date(2024, 12, 31)))
                .order_by(event::id),
        ),
        rows(
            "multi_valued-021",
            Blog::objects()
                .filter(blog::id.exact(1))
                .filter(blog::entry().in_(Entry::objects().filter(entry::rating.exact(4))))
                .order_by(blog::id),
        ),
        ported("multi_valued-022", async |tx| {
            let blog = Blog::objects().filter(blog::id.exact(1)).get(&mut *tx).await?;
            let (alice, bob) = (entry::authors().name.exact("Alice"), entry::authors().name.exact("bob"));
            let entries = blog.entry_set().filter(alice).filter(bob).all(tx).await?;
            // Django sets the blog of each entry, which it knows already.
            Ok(entries.into_iter().map(|entry| (entry, blog.clone())).collect::<Vec<_>>())
        }),
        ported("multi_valued-023", async |tx| {
            let author = Author::objects().filter(author::id.exact(1)).get(&mut *tx).await?;
            let bob = entry::authors().name.exact("bob");
            author.entry_set().filter(bob).order_by(entry::id).all(tx).await
        }),
        ported("multi_valued-024", async |tx| {
            let author = Author::objects().filter(author::id.exact(1)).get(&mut *tx).await?;
            let either = entry::authors().id.in_([1, 2]);
            author.entry_set().filter(either).order_by(entry::id).all(tx).await
        }),
    ]
}
