//! `add()`, `remove()`, `set()`, `clear()` and `create()` of the rows that an instance leads to.

use queryset::demo::shop::*;
use queryset::{AnyBackend, Error, Transaction};

use super::prelude::*;
use super::tables::{blog_of, blogs, entry_of, product_of, tags_of, theme_of};

type Tx = Transaction<'static, AnyBackend>;

async fn person_of(id: i64, tx: &mut Tx) -> Result<Person, Error> {
    Person::objects().filter(person::id.exact(id)).get(tx).await
}

async fn tags(tx: &mut Tx) -> Result<Vec<i64>, Error> {
    tags_of(1, tx).await
}

async fn friends(tx: &mut Tx) -> Result<Vec<(i64, i64)>, Error> {
    let pairs = PersonFriends::objects().order_by(person_friends::id);
    pairs.values_list((person_friends::from_person_id, person_friends::to_person_id)).all(tx).await
}

/// The keys of the entries of the blog that has none at first.
async fn entries_of_five(tx: &mut Tx) -> Result<Vec<i64>, Error> {
    Entry::objects().filter(entry::blog_id.exact(5)).values_list(entry::id).flat().all(tx).await
}

pub(super) fn cases() -> Vec<Case> {
    vec![
        ported("m2m_write-001", async |tx| {
            let product = product_of(1, tx).await?;
            let popular = Tag::objects().filter(tag::name.exact("popular")).get(&mut *tx).await?;
            product.tags().add(&popular, tx).await
        })
        .state(tags),
        ported("m2m_write-002", async |tx| product_of(1, tx).await?.tags().add_keys([2, 3], tx).await)
            .state(tags),
        ported("m2m_write-003", async |tx| product_of(1, tx).await?.tags().add_keys([1, 4], tx).await)
            .state(tags),
        ported("m2m_write-004", async |tx| product_of(1, tx).await?.tags().add_keys([99], tx).await),
        ported("m2m_write-005", async |tx| product_of(1, tx).await?.tags().remove_keys([4], tx).await)
            .state(tags),
        ported("m2m_write-006", async |tx| product_of(1, tx).await?.tags().remove_keys([5], tx).await)
            .state(tags),
        ported("m2m_write-007", async |tx| product_of(1, tx).await?.tags().set_keys([1, 2], tx).await)
            .state(tags),
        ported("m2m_write-008", async |tx| {
            let product = product_of(1, tx).await?;
            product.tags().clear(&mut *tx).await?;
            product.tags().add_keys([1, 2], tx).await
        })
        .state(tags),
        ported("m2m_write-009", async |tx| {
            let none: [i64; 0] = [];
            product_of(1, tx).await?.tags().set_keys(none, tx).await
        })
        .state(tags),
        ported("m2m_write-010", async |tx| product_of(1, tx).await?.tags().clear(tx).await).state(tags),
        ported("m2m_write-011", async |tx| {
            Ok(product_of(1, tx).await?.tags().create().name("hot").save(tx).await?.id)
        })
        .state(tags),
        ported("m2m_write-012", async |tx| {
            let tag = Tag::objects().filter(tag::id.exact(3)).get(&mut *tx).await?;
            tag.products().add_keys([5, 6], tx).await
        })
        .state(async |tx| {
            let tag = Tag::objects().filter(tag::id.exact(3)).get(&mut *tx).await?;
            tag.products().order_by(product::id).values_list(product::id).flat().all(tx).await
        }),
        ported("m2m_write-013", async |tx| person_of(6, tx).await?.friends().add_keys([7], tx).await)
            .state(friends),
        ported("m2m_write-014", async |tx| person_of(1, tx).await?.friends().remove_keys([2], tx).await)
            .state(friends),
        ported("m2m_write-015", async |tx| {
            let book = Book::objects().filter(book::id.exact(7)).get(&mut *tx).await?;
            book.readers().through_defaults(|reading| reading.stars(2)).add_keys([1], tx).await
        })
        .state(async |tx| {
            let readings = Reading::objects().filter(reading::book_id.exact(7));
            readings.values_list((reading::reader_id, reading::stars)).all(tx).await
        }),
        ported("m2m_write-016", async |tx| {
            let (blog, entry) = (blog_of(5, tx).await?, entry_of(1, tx).await?);
            blog.entry_set().add(&entry, tx).await
        })
        .state(entries_of_five),
        compile_error("m2m_write-017", "related/add_takes_rows_that_were_written"),
        ported("m2m_write-018", async |tx| {
            let new = blog_of(5, tx).await?.entry_set().create().headline("u").body_text("");
            new.pub_date(date(2025, 1, 1)).save(tx).await?;
            Ok(())
        })
        .state(async |tx| {
            let entries = Entry::objects().filter(entry::blog_id.exact(5));
            entries.values_list(entry::headline).flat().all(tx).await
        }),
        ported("m2m_write-019", async |tx| theme_of(1, tx).await?.blogs().clear(tx).await).state(blogs),
        compile_error("m2m_write-020", "related/a_foreign_key_binds_instances"),
        ported("m2m_write-021", async |tx| {
            let theme = theme_of(1, tx).await?;
            let two = Blog::objects().filter(blog::id.in_([1, 2])).all(&mut *tx).await?;
            theme.blogs().set(&two, tx).await
        })
        .state(blogs),
        compile_error("m2m_write-022", "related/rows_with_a_key_of_their_own_are_not_cleared"),
        ported("m2m_write-023", async |tx| {
            let author = Author::objects().filter(author::id.exact(7)).get(&mut *tx).await?;
            let best = Entry::objects().filter(entry::rating.exact(5)).all(&mut *tx).await?;
            author.entry_set().set(&best, tx).await
        })
        .state(async |tx| {
            let author = Author::objects().filter(author::id.exact(7)).get(&mut *tx).await?;
            author.entry_set().order_by(entry::id).values_list(entry::id).flat().all(tx).await
        }),
    ]
}
