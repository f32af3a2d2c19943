//! `iterator()`, `explain()`, locks and raw SQL.

use queryset::ExplainOptions;

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    let all = || Entry::objects().order_by(entry::id);
    let first = || Entry::objects().filter(entry::id.exact(1));
    vec![
        ported("iterator_misc-001", async move |tx| all().iterator(tx).try_collect::<Vec<_>>().await),
        ported("iterator_misc-002", async move |tx| {
            all().iterator_chunked(5, tx).try_collect::<Vec<_>>().await
        }),
        ported("iterator_misc-003", async move |tx| {
            all().values_list(entry::id).flat().iterator(tx).try_collect::<Vec<_>>().await
        }),
        ported("iterator_misc-004", async |tx| {
            Entry::objects().iterator_chunked(0, tx).try_collect::<Vec<_>>().await
        }),
        ported("iterator_misc-005", async move |tx| {
            Ok((all().iterator(&mut *tx).count().await, all().iterator(tx).count().await))
        }),
        ported("iterator_misc-006", async move |tx| {
            Ok(!first().explain(ExplainOptions::new(), tx).await?.is_empty())
        }),
        later("iterator_misc-007", "annotate"),
        ported("iterator_misc-008", async move |tx| first().get(tx).await),
        no_counterpart("iterator_misc-009", "a query set knows no database before it runs"),
        ported("iterator_misc-010", async move |tx| first().select_for_update().all(tx).await),
        ported("iterator_misc-011", async move |tx| first().select_for_update().nowait().all(tx).await),
        ported("iterator_misc-012", async move |tx| first().select_for_update().skip_locked().all(tx).await),
        compile_error("iterator_misc-013", "lock/nowait_and_skip_locked_exclude_each_other"),
        later("iterator_misc-014", "select_related"),
        ported("iterator_misc-015", async move |tx| first().select_for_update().no_key().all(tx).await),
        ported("iterator_misc-016", async |tx| {
            let sql = "SELECT * FROM blog_entry WHERE rating = ? ORDER BY id";
            let rows = Entry::raw(sql).bind(5).all(tx).await?;
            Ok(rows.into_iter().map(|entry| entry.headline).collect::<Vec<_>>())
        }),
        later("iterator_misc-017", "columns of raw queries"),
        later("iterator_misc-018", "columns of raw queries"),
        later("iterator_misc-019", "columns of raw queries"),
        later("iterator_misc-020", "columns of raw queries"),
        later("iterator_misc-021", "columns of raw queries"),
        later("iterator_misc-022", "columns of raw queries"),
        ported("iterator_misc-023", async |tx| {
            let favoured = raw_sql_predicate("rating = ? OR rating IS NULL").bind(5).q();
            Entry::objects().filter(favoured).order_by(entry::id).all(tx).await
        }),
    ]
}
