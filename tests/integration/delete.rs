//! `delete()`, and what becomes of the rows that point at the deleted ones.

use queryset::demo::blog::{
    Author, Blog, City, Country, Entry, EntryAuthors, EntryDetail, Event, Person, Reading, Theme, author,
    blog, city, country, entry, entry_detail, event, person, reading, theme,
};
use queryset::demo::everything::{CharKey, char_key};
use queryset::demo::everything::{Deleting, Egg, Hen, Named, Node, OneToOneKey, deleting, hen, named, node};
use queryset::demo::shop::{InventoryLog, Product, Tag, inventory_log, product, tag};
use queryset::{AnyBackend, Deleted, Error, Fetch, Model, Transaction, Violation};

use crate::support::{Database, check_error, in_transactions, lines};

type Tx = Transaction<'static, AnyBackend>;

/// Checks what a call deletes, in the order of Django's dictionary.
#[track_caller]
fn check_deleted(call: impl for<'t> Fn(&'t mut Tx) -> Fetch<'t, Deleted>, expected: &str) {
    in_transactions(async |tx, database| {
        let deleted = call(tx).await?;
        assert_eq!(shown(&deleted), expected, "on {database:?}");
        Ok(())
    });
}

fn shown(deleted: &Deleted) -> String {
    let each: Vec<_> = deleted.iter().map(|(label, rows)| format!("{label} {rows}")).collect();
    let sum = deleted.iter().map(|(_, rows)| rows).sum::<u64>();
    assert_eq!(sum, deleted.total());
    each.join(", ")
}

#[test]
fn rows_that_nothing_points_at_are_deleted() {
    check_deleted(|tx| Theme::objects().filter(theme::id.exact(4)).delete(tx), "blog.Theme 1");
    check_deleted(|tx| Theme::objects().filter(theme::id.exact(99)).delete(tx), "");
    check_deleted(|tx| Country::objects().filter(country::code.exact("XX")).delete(tx), "blog.Country 1");
    check_deleted(|tx| Reading::objects().filter(reading::stars.isnull(true)).delete(tx), "blog.Reading 2");
    check_deleted(|tx| Theme::objects().none().delete(tx), "");
    check_deleted(|tx| Reading::objects().none().delete(tx), "");
}

#[test]
fn what_points_at_the_rows_goes_with_them() {
    let pairs = "blog.Entry_authors 5, blog.EntryDetail 1, blog.Entry 4";
    check_deleted(|tx| Entry::objects().filter(entry::blog_id.exact(1)).delete(tx), pairs);
    check_deleted(
        |tx| Blog::objects().filter(blog::id.exact(1)).delete(tx),
        "blog.Entry_authors 5, blog.EntryDetail 1, blog.Entry 4, blog.Blog 1",
    );
    check_deleted(
        |tx| Entry::objects().filter(entry::authors().name.exact("Alice")).delete(tx),
        "blog.Entry_authors 13, blog.EntryDetail 3, blog.Entry 7",
    );
    check_deleted(
        |tx| Entry::objects().distinct().delete(tx),
        "blog.Entry_authors 21, blog.EntryDetail 4, blog.Entry 16",
    );
    check_deleted(
        |tx| Tag::objects().filter(tag::name.exact("new")).delete(tx),
        "shop.Tag_products 3, shop.Tag 1",
    );
    check_deleted(
        |tx| {
            let john = queryset::demo::shop::customer::user().username.exact("john_doe");
            queryset::demo::shop::Customer::objects().filter(john).delete(tx)
        },
        "shop.OrderItem 5, shop.Review 4, shop.Order 2, shop.Customer 1",
    );
    check_deleted(
        |tx| {
            let two = queryset::demo::shop::user::id.exact(2);
            queryset::demo::shop::User::objects().filter(two).delete(tx)
        },
        "shop.OrderItem 4, shop.Review 2, shop.Order 2, shop.Customer 1, shop.User 1",
    );
}

#[test]
fn an_instance_is_deleted_by_its_key() {
    in_transactions(async |tx, database| {
        let six = Blog::objects().filter(blog::id.exact(6)).get(&mut *tx).await?;
        let deleted = six.delete(&mut *tx).await?;
        let expected = "blog.Entry_authors 5, blog.EntryDetail 1, blog.Entry 3, blog.Blog 1";
        assert_eq!(shown(&deleted), expected, "on {database:?}");
        assert_eq!((deleted.of::<Entry>(), deleted.of::<EntryAuthors>(), deleted.of::<Author>()), (3, 5, 0));
        assert_eq!(
            (Blog::objects().count(&mut *tx).await?, Entry::objects().count(&mut *tx).await?),
            (5, 13)
        );
        assert_eq!(six.delete(&mut *tx).await?.total(), 0, "on {database:?}");

        let one = Reading::objects().filter(reading::id.exact(1)).only(reading::stars).get(&mut *tx).await?;
        assert_eq!(one.delete(&mut *tx).await?.total(), 1, "on {database:?}");
        let five = Blog::objects().filter(blog::id.exact(5)).defer(blog::tagline).get(&mut *tx).await?;
        assert_eq!(shown(&five.delete(tx).await?), "blog.Blog 1", "on {database:?}");
        Ok(())
    });
}

#[test]
fn rows_that_are_protected_against_it_are_told() {
    check_error(
        |tx| Theme::objects().filter(theme::id.exact(1)).delete(tx),
        "rows of `Theme` cannot be deleted: `Blog.theme` of 2 rows points at them, and is protected",
    );
    check_error(
        |tx| Theme::objects().delete(tx),
        "rows of `Theme` cannot be deleted: `Blog.theme` of 4 rows points at them, and is protected",
    );
    in_transactions(async |tx, database| {
        let one = Theme::objects().filter(theme::id.exact(1)).get(&mut *tx).await?;
        let Err(Error::Protected { model, by }) = one.delete(&mut *tx).await else {
            panic!("on {database:?}: it is protected")
        };
        let keys: Vec<String> = by[0].keys.iter().map(ToString::to_string).collect();
        assert_eq!(
            (model, by[0].model, by[0].field, keys.join(" ")),
            ("Theme", "Blog", "theme", "2 6".to_owned())
        );
        assert_eq!(Theme::objects().count(tx).await?, 4, "on {database:?}");
        Ok(())
    });
}

#[test]
fn rows_that_would_be_left_restrict_it() {
    check_error(
        |tx| Country::objects().filter(country::code.exact("FR")).delete(tx),
        "rows of `Country` cannot be deleted: `City.country` of 2 rows points at them, and is restricted",
    );
    in_transactions(async |tx, database| {
        // What is deleted by another way does not restrict.
        let owner = Named::create().name("n").code("N1").number(1).save(&mut *tx).await?;
        let other = Named::create().name("o").code("O1").number(2).save(&mut *tx).await?;
        let new = |cascade: &Named, restrict: &Named| {
            let new =
                Deleting::create().cascade(cascade).restrict(restrict).protect(&other).do_nothing(&other);
            new.set_default(&other).set_null(&other)
        };
        new(&owner, &owner).save(&mut *tx).await?;
        assert_eq!(shown(&owner.delete(&mut *tx).await?), "everything.Deleting 1, everything.Named 1");
        let owner = Named::create().name("n").code("N1").number(1).save(&mut *tx).await?;
        new(&other, &owner).save(&mut *tx).await?;
        let outcome = owner.delete(&mut *tx).await;
        assert!(
            matches!(&outcome, Err(Error::Restricted { model: "Named", by }) if by[0].field == "restrict"),
            "on {database:?}: {outcome:?}"
        );
        Ok(())
    });
}

#[test]
fn keys_are_set_to_null_or_to_their_default() {
    in_transactions(async |tx, database| {
        let one = City::objects().filter(city::id.exact(1));
        assert_eq!(shown(&one.delete(&mut *tx).await?), "blog.City 1", "on {database:?}");
        let towns = Person::objects().order_by(person::id).values_list(person::hometown_id).flat();
        let expected = [None, Some(2), None, Some(4), Some(5), None, None];
        assert_eq!(towns.all(&mut *tx).await?, expected, "on {database:?}");

        let first = Named::create().id(1).name("default").code("D1").number(1).save(&mut *tx).await?;
        let gone = Named::create().name("gone").code("G1").number(2).save(&mut *tx).await?;
        let new = Deleting::create().cascade(&first).protect(&first).restrict(&first).do_nothing(&first);
        new.set_null(&gone).set_default(&gone).save(&mut *tx).await?;
        assert_eq!(shown(&gone.delete(&mut *tx).await?), "everything.Named 1", "on {database:?}");
        let left = Deleting::objects().values_list((deleting::set_null_id, deleting::set_default_id));
        assert_eq!(left.get(tx).await?, (None, 1), "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_key_that_does_nothing_leaves_it_to_the_database() {
    in_transactions(async |tx, database| {
        let first = Named::create().name("first").code("F1").number(1).save(&mut *tx).await?;
        let gone = Named::create().name("gone").code("G1").number(2).save(&mut *tx).await?;
        let new = Deleting::create().cascade(&first).protect(&first).restrict(&first).set_default(&first);
        new.do_nothing(&gone).save(&mut *tx).await?;
        let mut savepoint = tx.begin().await?;
        let outcome = Named::objects().filter(named::id.exact(gone.id)).delete(&mut savepoint).await;
        savepoint.rollback().await?;
        // The others tell when the transaction ends.
        match database {
            Database::Sqlite | Database::Postgres => assert_eq!(outcome?.total(), 1, "on {database:?}"),
            Database::MySql => assert!(
                matches!(outcome, Err(Error::Integrity { violation: Violation::ForeignKey, .. })),
                "{outcome:?}"
            ),
        }
        Ok(())
    });
}

#[test]
fn one_row_is_reached_by_many_ways() {
    in_transactions(async |tx, database| {
        let one = Person::objects().filter(person::id.exact(1));
        let expected = "blog.Reading 5, blog.Person_friends 4, blog.Person 1, blog.Book 2";
        assert_eq!(shown(&one.delete(&mut *tx).await?), expected, "on {database:?}");
        let books = queryset::demo::blog::Book::objects().order_by(queryset::demo::blog::book::id);
        let books =
            books.values_list((queryset::demo::blog::book::id, queryset::demo::blog::book::editor_id));
        let expected = "[3,null]\n[4,3]\n[5,4]\n[6,null]\n[7,null]\n[8,5]\n";
        assert_eq!(lines(&books.all(&mut *tx).await?), expected, "on {database:?}");

        let three = Product::objects().filter(product::id.exact(3)).delete(&mut *tx).await?;
        let expected =
            "shop.OrderItem 1, shop.Review 1, shop.Tag_products 2, shop.ProductMeta 1, shop.Product 1";
        assert_eq!(shown(&three), expected, "on {database:?}");
        let logs = InventoryLog::objects().filter(inventory_log::to_product_id.isnull(true)).count(tx);
        assert_eq!(logs.await?, 3, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_tree_goes_with_its_root() {
    check_deleted(|tx| Event::objects().filter(event::name.exact("Conference")).delete(tx), "blog.Event 6");
    check_deleted(|tx| Event::objects().filter(event::name.exact("Talk A")).delete(tx), "blog.Event 1");
    in_transactions(async |tx, database| {
        let root = Node::create().name("root").save(&mut *tx).await?;
        let child = root.children().create().name("child").save(&mut *tx).await?;
        let grandchild = child.children().create().name("grandchild").twin(&root).save(&mut *tx).await?;
        grandchild.friends().add(&root, &mut *tx).await?;
        let deleted = child.delete(&mut *tx).await?;
        let expected = "everything.Node_friends 2, everything.Node 2";
        assert_eq!(shown(&deleted), expected, "on {database:?}");
        let left = Node::objects().values_list(node::name).flat().all(tx).await?;
        assert_eq!(left, ["root"], "on {database:?}");
        Ok(())
    });
}

#[test]
fn models_that_point_at_each_other_go_together() {
    in_transactions(async |tx, database| {
        let hen = Hen::create().save(&mut *tx).await?;
        let egg = hen.eggs().create().save(&mut *tx).await?;
        Hen::objects().update(hen::egg_id.set(egg.id), &mut *tx).await?;
        let deleted = hen.delete(&mut *tx).await?;
        assert_eq!((deleted.of::<Hen>(), deleted.of::<Egg>()), (1, 1), "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_key_that_is_a_foreign_key_goes_with_its_row() {
    in_transactions(async |tx, database| {
        let key = CharKey::create().code("k'1").name("n").save(&mut *tx).await?;
        OneToOneKey::create().code(&key).note("x").save(&mut *tx).await?;
        let deleted = CharKey::objects().filter(char_key::code.exact("k'1")).delete(&mut *tx).await?;
        assert_eq!((deleted.of::<CharKey>(), deleted.of::<OneToOneKey>()), (1, 1), "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_filter_may_follow_relations() {
    in_transactions(async |tx, database| {
        let idle = Author::objects().filter(author::entry().isnull(true)).delete(&mut *tx).await?;
        assert_eq!(shown(&idle), "blog.Author 1", "on {database:?}");
        let three = Author::objects().filter(author::id.exact(3)).delete(&mut *tx).await?;
        assert_eq!(shown(&three), "blog.Entry_authors 4, blog.Author 1", "on {database:?}");
        let reviewers =
            EntryDetail::objects().order_by(entry_detail::id).values_list(entry_detail::reviewer_id);
        assert_eq!(reviewers.flat().all(&mut *tx).await?, [None, None, Some(1), Some(6)], "on {database:?}");
        assert_eq!(Entry::objects().count(tx).await?, 16, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_subquery_may_read_the_table_that_is_changed() {
    check_deleted(
        |tx| {
            let starred = Reading::objects().filter(reading::stars.gte(4)).values_list(reading::id);
            Reading::objects().filter(reading::id.in_(starred)).delete(tx)
        },
        "blog.Reading 4",
    );
    check_deleted(
        |tx| {
            let best = Entry::objects().filter(entry::rating.exact(5)).values_list(entry::id);
            Entry::objects().filter(entry::id.in_(best)).delete(tx)
        },
        "blog.Entry_authors 8, blog.EntryDetail 2, blog.Entry 4",
    );
}

#[test]
fn nothing_is_deleted_when_a_part_is_refused() {
    in_transactions(async |tx, database| {
        let before = Theme::objects().count(&mut *tx).await?;
        let outcome = Theme::objects().filter(theme::id.in_([1, 4])).delete(&mut *tx).await;
        assert!(matches!(outcome, Err(Error::Protected { .. })), "on {database:?}: {outcome:?}");
        assert_eq!(Theme::objects().count(tx).await?, before, "on {database:?}");
        Ok(())
    });
}
