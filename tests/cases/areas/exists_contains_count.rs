//! `exists()`, `contains()` and `count()`.

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    let best = || Entry::objects().filter(entry::rating.exact(5));
    let all = || Entry::objects().order_by(entry::id);
    vec![
        ported("exists_contains_count-001", async |tx| Entry::objects().exists(tx).await),
        ported("exists_contains_count-002", async |tx| {
            Entry::objects().filter(entry::id.exact(99)).exists(tx).await
        }),
        ported("exists_contains_count-003", async move |tx| best().exists(tx).await),
        ported("exists_contains_count-004", async |tx| {
            Blog::objects().filter(blog::entry().rating.exact(5)).distinct().exists(tx).await
        }),
        ported("exists_contains_count-005", async move |tx| all().slice(3..3).exists(tx).await),
        ported("exists_contains_count-006", async |tx| {
            let n = entry::id.count();
            Entry::objects().values_list(entry::blog()).annotate(&n).filter(n.gt(3)).exists(tx).await
        }),
        ported("exists_contains_count-007", async |tx| {
            let nothing: [i64; 0] = [];
            Entry::objects().filter(entry::id.in_(nothing)).exists(tx).await
        }),
        ported("exists_contains_count-008", async |tx| {
            let hello = Entry::objects().filter(entry::id.exact(1)).get(&mut *tx).await?;
            Entry::objects().contains(&hello, tx).await
        })
        .uncounted("the instance comes from the database"),
        ported("exists_contains_count-009", async move |tx| {
            let other = Entry::objects().filter(entry::id.exact(2)).get(&mut *tx).await?;
            best().contains(&other, tx).await
        })
        .uncounted("the instance comes from the database"),
        compile_error("exists_contains_count-010", "bulk/contains_takes_an_instance_of_its_model"),
        no_counterpart(
            "exists_contains_count-011",
            "an instance without a key is a builder, not an instance",
        ),
        compile_error("exists_contains_count-012", "bulk/contains_does_not_follow_values"),
        ported("exists_contains_count-013", async move |tx| {
            let rows = best().all(&mut *tx).await?;
            let contains = best().contains(&rows[0], &mut *tx).await?;
            let exists = best().exists(&mut *tx).await?;
            Ok((contains, exists, best().count(tx).await?, rows.len()))
        })
        .uncounted("no rows are kept"),
        ported("exists_contains_count-014", async |tx| Entry::objects().count(tx).await),
        ported("exists_contains_count-015", async |tx| {
            Entry::objects().filter(entry::rating.gt(3)).count(tx).await
        }),
        ported("exists_contains_count-016", async |tx| {
            let good = Blog::objects().filter(blog::entry().rating.gt(3));
            Ok((good.count(&mut *tx).await?, good.distinct().count(tx).await?))
        }),
        ported("exists_contains_count-017", async |tx| {
            let nothing: [i64; 0] = [];
            Entry::objects().filter(entry::id.in_(nothing)).count(tx).await
        }),
        ported("exists_contains_count-018", async |tx| {
            Entry::objects().values(entry::rating).count(tx).await
        }),
        ported("exists_contains_count-019", async |tx| {
            let n = entry::authors().count();
            Entry::objects().annotate(&n).filter(n.exact(0)).count(tx).await
        }),
        ported("exists_contains_count-020", async move |tx| {
            let three = all().limit(3).count(&mut *tx).await?;
            let last = all().slice(14..30).count(&mut *tx).await?;
            Ok((three, last, all().offset(50).count(tx).await?))
        }),
        ported("exists_contains_count-021", async |tx| {
            Entry::objects().select_related(entry::blog()).order_by(entry::blog().name).count(tx).await
        }),
        ported("exists_contains_count-022", async move |tx| {
            Ok((best().exists(&mut *tx).await?, best().all(tx).await?.len()))
        }),
        ported("exists_contains_count-023", async move |tx| {
            let rows = best().order_by(entry::id).all(tx).await?;
            let keys = || rows.iter().map(|entry| entry.id).collect::<Vec<_>>();
            Ok((keys(), keys(), rows[0].id))
        }),
        ported("exists_contains_count-024", async move |tx| {
            Ok((all().nth(0, &mut *tx).await?.id, all().nth(0, tx).await?.id))
        }),
    ]
}
