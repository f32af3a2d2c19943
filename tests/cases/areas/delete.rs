//! `delete()`, and what goes with the rows.

use queryset::demo::shop::*;
use queryset::{AnyBackend, Deleted, Error, Transaction};
use serde_json::json;

use super::prelude::*;
use super::tables::{theme_of, themes};

type Tx = Transaction<'static, AnyBackend>;

/// Django's pair: all rows, and the rows of each model.
pub(super) fn pair(deleted: Deleted) -> (u64, Deleted) {
    (deleted.total(), deleted)
}

async fn entries(tx: &mut Tx) -> Result<(u64, u64, u64), Error> {
    let entries = Entry::objects().count(&mut *tx).await?;
    Ok((entries, EntryAuthors::objects().count(&mut *tx).await?, EntryDetail::objects().count(tx).await?))
}

pub(super) fn cases() -> Vec<Case> {
    let one_theme = |id| Theme::objects().filter(theme::id.exact(id));
    vec![
        ported("delete-001", async move |tx| Ok(pair(one_theme(4).delete(tx).await?))).state(themes),
        ported("delete-002", async move |tx| Ok(pair(one_theme(99).delete(tx).await?))),
        ported("delete-003", async |tx| {
            Ok(pair(Entry::objects().filter(entry::blog_id.exact(1)).delete(tx).await?))
        })
        .state(entries),
        ported("delete-004", async |tx| {
            Ok(pair(Blog::objects().filter(blog::id.exact(1)).delete(tx).await?))
        })
        .state(async |tx| {
            let (entries, pairs, details) = entries(tx).await?;
            Ok((Blog::objects().count(tx).await?, entries, pairs, details))
        }),
        ported("delete-005", async |tx| {
            let blog = Blog::objects().filter(blog::id.exact(6)).get(&mut *tx).await?;
            Ok(pair(blog.delete(tx).await?))
        })
        .state(async |tx| Ok((Blog::objects().count(&mut *tx).await?, Entry::objects().count(tx).await?))),
        ported("delete-006", async move |tx| Ok(pair(one_theme(1).delete(tx).await?))).state(themes),
        ported("delete-007", async |tx| Ok(pair(Theme::objects().delete(tx).await?))).state(themes),
        ported("delete-008", async |tx| {
            Ok(pair(Country::objects().filter(country::code.exact("FR")).delete(tx).await?))
        }),
        ported("delete-009", async |tx| {
            Ok(pair(Country::objects().filter(country::code.exact("XX")).delete(tx).await?))
        })
        .state(async |tx| {
            Country::objects().order_by(country::code).values_list(country::code).flat().all(tx).await
        }),
        ported("delete-010", async |tx| {
            Ok(pair(City::objects().filter(city::id.exact(1)).delete(tx).await?))
        })
        .state(async |tx| {
            let people = Person::objects().order_by(person::id);
            people.values_list((person::id, person::hometown_id)).all(tx).await
        }),
        ported("delete-011", async |tx| {
            Ok(pair(Person::objects().filter(person::id.exact(1)).delete(tx).await?))
        })
        .state(async |tx| {
            let books = Book::objects().order_by(book::id);
            let books = books.values_list((book::id, book::author_id, book::editor_id)).all(&mut *tx).await?;
            let readings = Reading::objects().order_by(reading::id).values_list(reading::id).flat();
            Ok((books, readings.all(&mut *tx).await?, PersonFriends::objects().count(tx).await?))
        }),
        ported("delete-012", async |tx| {
            Ok(pair(Event::objects().filter(event::name.exact("Conference")).delete(tx).await?))
        })
        .state(async |tx| Event::objects().order_by(event::id).values_list(event::id).flat().all(tx).await),
        ported("delete-013", async |tx| {
            Ok(pair(Event::objects().filter(event::name.exact("Talk A")).delete(tx).await?))
        })
        .state(async |tx| Event::objects().count(tx).await),
        ported("delete-014", async |tx| {
            Ok(pair(Entry::objects().filter(entry::authors().name.exact("Alice")).delete(tx).await?))
        })
        .state(async |tx| Entry::objects().order_by(entry::id).values_list(entry::id).flat().all(tx).await),
        ported("delete-015", async |tx| {
            Ok(pair(Author::objects().filter(author::entry().isnull(true)).delete(tx).await?))
        })
        .state(async |tx| {
            Author::objects().order_by(author::id).values_list(author::id).flat().all(tx).await
        }),
        ported("delete-016", async |tx| {
            Ok(pair(Author::objects().filter(author::id.exact(3)).delete(tx).await?))
        })
        .state(async |tx| {
            let entries = Entry::objects().count(&mut *tx).await?;
            let details = EntryDetail::objects().order_by(entry_detail::id);
            Ok((entries, details.values_list(entry_detail::reviewer_id).flat().all(tx).await?))
        }),
        ported("delete-017", async |tx| Ok(pair(Entry::objects().distinct().delete(tx).await?))),
        compile_error("delete-018", "delete/values_are_not_deleted"),
        ported("delete-019", async |tx| {
            let n = blog::entry().count();
            Ok(pair(Blog::objects().annotate(&n).filter(n.exact(0)).delete(tx).await?))
        })
        .state(async |tx| Blog::objects().order_by(blog::id).values_list(blog::id).flat().all(tx).await),
        ported("delete-020", async |tx| {
            Ok(pair(Tag::objects().filter(tag::name.exact("new")).delete(tx).await?))
        })
        .state(async |tx| TagProducts::objects().count(tx).await),
        ported("delete-021", async |tx| {
            Ok(pair(Product::objects().filter(product::id.exact(3)).delete(tx).await?))
        })
        .state(async |tx| {
            let items = OrderItem::objects().count(&mut *tx).await?;
            let reviews = Review::objects().count(&mut *tx).await?;
            let metas = ProductMeta::objects().count(&mut *tx).await?;
            let logs = InventoryLog::objects().order_by(inventory_log::id);
            let logs = logs.values_list((inventory_log::from_product_id, inventory_log::to_product_id));
            Ok((items, reviews, metas, logs.all(tx).await?))
        }),
        ported("delete-022", async |tx| {
            let john = Customer::objects().filter(customer::user().username.exact("john_doe"));
            Ok(pair(john.delete(tx).await?))
        })
        .state(async |tx| {
            let orders = Order::objects().count(&mut *tx).await?;
            let items = OrderItem::objects().count(&mut *tx).await?;
            let reviews = Review::objects().count(&mut *tx).await?;
            Ok((orders, items, reviews, User::objects().count(tx).await?))
        }),
        ported("delete-023", async |tx| {
            Ok(pair(User::objects().filter(user::id.exact(2)).delete(tx).await?))
        })
        .state(async |tx| {
            let customers = Customer::objects().count(&mut *tx).await?;
            let orders = Order::objects().count(&mut *tx).await?;
            let items = OrderItem::objects().count(&mut *tx).await?;
            Ok((customers, orders, items, Review::objects().count(tx).await?))
        }),
        ported("delete-024", async |tx| {
            Ok(pair(Product::objects().filter(product::stock_quantity.exact(0)).delete(tx).await?))
        }),
        ported("delete-025", async |tx| {
            Ok(pair(Reading::objects().filter(reading::stars.isnull(true)).delete(tx).await?))
        })
        .state(async |tx| Reading::objects().count(tx).await),
        ported("delete-026", async |tx| {
            let best = Entry::objects().filter(entry::rating.exact(5)).values_list(entry::id);
            Ok(Entry::objects().filter(entry::id.in_(best)).delete(tx).await?.total())
        })
        .state(async |tx| Entry::objects().count(tx).await),
        compile_error("delete-027", "save/a_row_that_was_not_written_is_not_deleted"),
        ported("delete-028", async |tx| {
            let theme = theme_of(4, tx).await?;
            theme.delete(tx).await?;
            Ok(theme.id)
        })
        .unlike("an instance whose row is gone keeps its values", json!(4)),
    ]
}
