//! `get()`: one row, or an error.

use queryset::demo::shop::*;

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    vec![
        ported("get-001", async |tx| Entry::objects().filter(entry::id.exact(1)).get(tx).await),
        ported("get-002", async |tx| Ok([Entry::objects().filter(entry::id.exact(8)).get(tx).await?])),
        ported("get-003", async |tx| Entry::objects().filter(entry::id.exact(99)).get(tx).await),
        ported("get-004", async |tx| Entry::objects().filter(entry::rating.exact(5)).get(tx).await),
        ported("get-005", async |tx| {
            let lennon = entry::headline.exact("Hello Lennon") & entry::blog_id.exact(3);
            Entry::objects().filter(lennon).get(tx).await
        }),
        ported("get-006", async |tx| {
            Entry::objects().filter(entry::rating.exact(0) | entry::rating.exact(99)).get(tx).await
        }),
        ported("get-007", async |tx| Entry::objects().filter(entry::rating.exact(0)).get(tx).await),
        ported("get-008", async |tx| Entry::objects().get(tx).await),
        ported("get-009", async |tx| Blog::objects().filter(blog::entry().rating.exact(5)).get(tx).await),
        ported("get-010", async |tx| {
            Blog::objects().filter(blog::entry().headline.exact("Hello World")).get(tx).await
        }),
        ported("get-011", async |tx| {
            let alice = blog::entry().authors().id.exact(1) & blog::entry().rating.exact(4);
            Blog::objects().distinct().filter(alice).get(tx).await
        }),
        ported("get-012", async |tx| {
            let worst = Entry::objects().filter(entry::rating.exact(0));
            worst.values_list(entry::headline).flat().get(tx).await
        }),
        ported("get-013", async |tx| {
            Entry::objects().filter(entry::id.exact(1)).only(entry::headline).get(tx).await
        }),
        ported("get-014", async |tx| {
            let nothing: [i64; 0] = [];
            Entry::objects().filter(entry::id.in_(nothing)).get(tx).await
        }),
        compile_error("get-015", "value/an_integer_takes_no_text"),
        ported("get-016", async |tx| {
            let alice = entry::authors().name.exact("Alice") & entry::blog().name.exact("Cheddar Talk");
            Entry::objects().filter(alice).get(tx).await
        }),
        ported("get-017", async |tx| {
            Customer::objects().filter(customer::user().username.exact("john_doe")).get(tx).await
        }),
        ported("get-018", async |tx| {
            let user = User::objects().filter(user::username.exact("john_doe")).get(&mut *tx).await?;
            let customer = Customer::objects().filter(customer::user().exact(&user)).get(tx).await?;
            Ok(customer.phone)
        }),
        ported("get-019", async |tx| {
            let entry = Entry::objects().filter(entry::id.exact(2)).get(&mut *tx).await?;
            EntryDetail::objects().filter(entry_detail::entry().exact(&entry)).get(tx).await
        }),
    ]
}
