//! `iterator()`, `explain()`, locks and raw SQL.

use queryset::ExplainOptions;
use serde_json::json;

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
        ported("iterator_misc-007", async |tx| {
            let n = blog::entry().count();
            let busy = Blog::objects().annotate(&n).filter(n.gt(1));
            Ok(!busy.explain(ExplainOptions::new(), tx).await?.is_empty())
        }),
        ported("iterator_misc-008", async move |tx| first().get(tx).await),
        no_counterpart("iterator_misc-009", "a query set knows no database before it runs"),
        ported("iterator_misc-010", async move |tx| first().select_for_update().all(tx).await),
        ported("iterator_misc-011", async move |tx| first().select_for_update().nowait().all(tx).await),
        ported("iterator_misc-012", async move |tx| first().select_for_update().skip_locked().all(tx).await),
        compile_error("iterator_misc-013", "lock/nowait_and_skip_locked_exclude_each_other"),
        ported("iterator_misc-014", async |tx| {
            let entry = Entry::objects().filter(entry::id.exact(1)).select_related(entry::blog());
            entry.select_for_update().of_self().all(tx).await
        }),
        ported("iterator_misc-015", async move |tx| first().select_for_update().no_key().all(tx).await),
        ported("iterator_misc-016", async |tx| {
            let sql = "SELECT id, headline FROM blog_entry WHERE rating = ? ORDER BY id";
            let rows = Entry::raw(sql).only(entry::headline).bind(5).all(tx).await?;
            Ok(rows.iter().map(|row| row.get(entry::headline).clone()).collect::<Vec<_>>())
        }),
        ported("iterator_misc-017", async |tx| {
            let sql = "SELECT id, rating + 1 AS x FROM blog_entry WHERE id < 3 ORDER BY id";
            let rows = Entry::raw(sql).only(entry::id).column::<i64>("x").all(tx).await?;
            Ok(rows.iter().map(|(row, x)| (*row.get(entry::id), *x)).collect::<Vec<_>>())
        }),
        compile_error("iterator_misc-018", "only_defer/a_field_that_only_left_out_is_not_read"),
        ported("iterator_misc-019", async |tx| {
            let headlines = Entry::raw("SELECT headline FROM blog_entry").only(entry::headline);
            Ok(headlines.all(tx).await?.len())
        }),
        ported("iterator_misc-020", async |tx| {
            let sql = "SELECT id, body_text AS headline FROM blog_entry WHERE id = 1";
            let rows = Entry::raw(sql).only(entry::headline).all(tx).await?;
            Ok(rows.iter().map(|row| row.get(entry::headline).clone()).collect::<Vec<_>>())
        }),
        no_counterpart("iterator_misc-021", "`AS` names the columns"),
        ported("iterator_misc-022", async |tx| {
            let big = raw_sql::<Entry, kind::Bool>("number_of_comments > 5").expr();
            Entry::objects().order_by(entry::id).values_list((entry::id, big)).limit(3).all(tx).await
        })
        .unlike("a predicate is a boolean on every database", json!([[1, true], [2, false], [3, false]])),
        ported("iterator_misc-023", async |tx| {
            let favoured = raw_sql_predicate("rating = ? OR rating IS NULL").bind(5).q();
            Entry::objects().filter(favoured).order_by(entry::id).all(tx).await
        }),
    ]
}
