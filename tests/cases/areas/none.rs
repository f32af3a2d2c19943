//! `none()`.

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    let none = || Entry::objects().none();
    let first = || Entry::objects().filter(entry::id.exact(1));
    vec![
        ported("none-001", async move |tx| none().all(tx).await),
        ported("none-002", async move |tx| none().count(tx).await),
        ported("none-003", async move |tx| none().filter(entry::id.exact(1)).exists(tx).await),
        ported("none-004", async move |tx| {
            none().aggregate((entry::id.count(), entry::rating.sum()), tx).await
        }),
        no_counterpart("none-005", "an empty query set has no type of its own"),
        ported("none-006", async move |tx| {
            (none() | Entry::objects().filter(entry::id.exact(1))).order_by(entry::id).all(tx).await
        }),
        ported("none-007", async move |tx| (none() & Entry::objects()).all(tx).await),
        ported("none-008", async move |tx| {
            Entry::objects().filter(entry::id.in_(none().values_list(entry::id))).all(tx).await
        }),
        ported("none-009", async move |tx| {
            Entry::objects().exclude(entry::id.in_(none().values_list(entry::id))).count(tx).await
        }),
        ported("none-010", async move |tx| {
            let updated = none().update(entry::rating.set(1), &mut *tx).await?;
            Ok((updated, super::delete::pair(none().delete(tx).await?)))
        }),
        ported("none-011", async move |tx| {
            let first = none().first(&mut *tx).await?;
            Ok((first, none().values_list(entry::id).flat().first(tx).await?))
        }),
        ported("none-012", async move |tx| none().get(tx).await),
        ported("none-013", async move |tx| {
            named!(e: exists(none()));
            first().annotate(&e).values(&e).all(tx).await
        }),
        ported("none-014", async move |tx| {
            named!(s: subquery(none().values_list(entry::id)));
            first().annotate(&s).values(&s).all(tx).await
        }),
        ported("none-015", async move |tx| {
            named!(s: subquery(none().values_list(entry::id)).coalesce(7));
            first().annotate(&s).values(&s).all(tx).await
        }),
    ]
}
