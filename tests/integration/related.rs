//! The rows that an instance leads to: what they are, how they are created, bound and unbound.

use queryset::demo::blog::{
    Author, Blog, Book, City, Entry, EntryDetail, Person, PersonFriends, Reading, Theme, author, blog, book,
    city, entry, entry_detail, person, person_friends, reading, theme,
};
use queryset::demo::everything::{Coded, Group, Membership, Named, Node, coded, node};
use queryset::demo::shop::{Product, Tag, TagProducts, product, tag, tag_products};
use queryset::{AnyBackend, Error, Fetch, QuerySet, Transaction, Violation};

use crate::support::{check_error, date, in_transactions, lines};

type Tx = Transaction<'static, AnyBackend>;

async fn blog_of(id: i64, tx: &mut Tx) -> Result<Blog, Error> {
    Blog::objects().filter(blog::id.exact(id)).get(tx).await
}

async fn theme_of(id: i64, tx: &mut Tx) -> Result<Theme, Error> {
    Theme::objects().filter(theme::id.exact(id)).get(tx).await
}

async fn product_of(id: i64, tx: &mut Tx) -> Result<Product, Error> {
    Product::objects().filter(product::id.exact(id)).get(tx).await
}

async fn person_of(id: i64, tx: &mut Tx) -> Result<Person, Error> {
    Person::objects().filter(person::id.exact(id)).get(tx).await
}

/// The theme of each blog, by the key of the blog.
async fn themes(tx: &mut Tx) -> Result<String, Error> {
    let rows = Blog::objects().order_by(blog::id).values_list(blog::theme_id).flat();
    Ok(rows.all(tx).await?.iter().map(|theme| theme.map_or("-".to_owned(), |id| id.to_string())).collect())
}

async fn tags_of(product: &Product, tx: &mut Tx) -> Result<Vec<i64>, Error> {
    product.tags().order_by(tag::id).values_list(tag::id).flat().all(tx).await
}

async fn friends(tx: &mut Tx) -> Result<String, Error> {
    let pairs =
        PersonFriends::objects().order_by((person_friends::from_person_id, person_friends::to_person_id));
    let pairs =
        pairs.values_list((person_friends::from_person_id, person_friends::to_person_id)).all(tx).await?;
    Ok(lines(&pairs).replace('\n', " "))
}

#[test]
fn a_pair_is_made_of_its_two_keys() {
    in_transactions(async |tx, database| {
        let ann = Person::create().name("Ann").save(&mut *tx).await?;
        let [bob, eve] = ["Bob", "Eve"].map(|name| Person::create().name(name).build());
        let others = Person::objects().bulk_create([bob, eve], &mut *tx).await?;
        let pair = PersonFriends::create(ann.id, others[0].id).save(&mut *tx).await?;
        assert_eq!((pair.from_person_id, pair.to_person_id), (ann.id, others[0].id), "on {database:?}");
        let pairs = [PersonFriends::create(ann.id, others[1].id)];
        PersonFriends::objects().bulk_create(pairs, &mut *tx).await?;
        let friends = ann.friends().order_by(person::id).all(&mut *tx).await?;
        assert_eq!(friends, others, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_foreign_key_is_followed_back_to_its_rows() {
    in_transactions(async |tx, database| {
        let beatles = blog_of(1, tx).await?;
        let keys = beatles.entry_set().order_by(entry::id).values_list(entry::id).flat();
        assert_eq!(keys.all(&mut *tx).await?, [1, 2, 9, 15], "on {database:?}");
        let hot = beatles.entry_set().filter(entry::rating.gte(5));
        assert_eq!(hot.count(&mut *tx).await?, 2, "on {database:?}");
        let space = theme_of(1, tx).await?;
        assert_eq!(space.blogs().count(&mut *tx).await?, 2, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_many_to_many_relation_is_followed_both_ways() {
    in_transactions(async |tx, database| {
        let one = product_of(1, tx).await?;
        assert_eq!(tags_of(&one, tx).await?, [1, 4], "on {database:?}");
        let new = Tag::objects().filter(tag::id.exact(2)).get(&mut *tx).await?;
        let products = new.products().order_by(product::id).values_list(product::id).flat();
        assert_eq!(products.all(&mut *tx).await?.len(), 3, "on {database:?}");
        let ann = person_of(1, tx).await?;
        let friends = ann.friends().order_by(person::id).values_list(person::id).flat();
        assert_eq!(friends.all(&mut *tx).await?, [2, 3], "on {database:?}");
        let novel = Book::objects().filter(book::id.exact(1)).get(&mut *tx).await?;
        let readers = novel.readers().order_by(person::id).values_list(person::id).flat();
        assert_eq!(readers.all(&mut *tx).await?, [2, 3, 5], "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_relation_to_one_row_reads_it() {
    in_transactions(async |tx, database| {
        let one = Entry::objects().filter(entry::id.exact(1)).get(&mut *tx).await?;
        assert_eq!(one.blog(&mut *tx).await?.name, "Beatles Blog", "on {database:?}");
        let detail = one.entry_detail(&mut *tx).await?;
        assert_eq!(detail.map(|detail| detail.entry_id), Some(1), "on {database:?}");
        let two = Entry::objects().filter(entry::id.exact(2)).get(&mut *tx).await?;
        assert_eq!(two.entry_detail(&mut *tx).await?, None, "on {database:?}");

        assert_eq!(blog_of(1, tx).await?.theme(&mut *tx).await?.map(|theme| theme.id), Some(2));
        assert_eq!(blog_of(5, tx).await?.theme(&mut *tx).await?, None, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_key_that_is_not_the_primary_one_is_followed() {
    in_transactions(async |tx, database| {
        let named = Named::create().name("a").code("A1").number(7).save(&mut *tx).await?;
        let coded = named.coded_by_code().create().save(&mut *tx).await?;
        assert_eq!((coded.code_id.as_str(), coded.number_id), ("A1", None), "on {database:?}");
        assert_eq!(coded.code(&mut *tx).await?, named, "on {database:?}");
        assert_eq!(coded.number(&mut *tx).await?, None, "on {database:?}");
        named.coded_by_number().add(&coded, &mut *tx).await?;
        let read = Coded::objects().filter(coded::number_id.exact(7)).get(&mut *tx).await?;
        assert_eq!(read.number(&mut *tx).await?, Some(named), "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_new_row_is_bound_to_the_instance() {
    in_transactions(async |tx, database| {
        let beatles = blog_of(1, tx).await?;
        let new = beatles.entry_set().create().headline("n").body_text("").pub_date(date(2025, 1, 1));
        assert_eq!(new.save(&mut *tx).await?.blog_id, 1, "on {database:?}");
        assert_eq!(beatles.entry_set().count(&mut *tx).await?, 5, "on {database:?}");

        let one = product_of(1, tx).await?;
        let hot = one.tags().create().name("hot").save(&mut *tx).await?;
        assert_eq!(tags_of(&one, tx).await?, [1, 4, hot.id], "on {database:?}");

        let rows = ["warm", "cold"].map(|name| one.tags().create().name(name));
        let rows = Tag::objects().bulk_create(rows, &mut *tx).await?;
        assert_eq!(tags_of(&one, tx).await?, [1, 4, hot.id, rows[0].id, rows[1].id], "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_new_row_that_cannot_be_paired_is_not_written() {
    in_transactions(async |tx, database| {
        let mut gone = product_of(1, tx).await?;
        gone.id = 999;
        let mut savepoint = tx.begin().await?;
        let outcome = gone.tags().create().name("new").save(&mut savepoint).await;
        savepoint.rollback().await?;
        assert!(
            matches!(outcome, Err(Error::Integrity { violation: Violation::Unique, .. })),
            "on {database:?}: {outcome:?}"
        );
        assert_eq!(Tag::objects().count(tx).await?, 5, "on {database:?}");
        Ok(())
    });
}

#[test]
fn adding_rows_sets_their_foreign_key() {
    in_transactions(async |tx, database| {
        let empty = blog_of(5, tx).await?;
        let entries =
            Entry::objects().filter(entry::id.in_([1, 3])).order_by(entry::id).all(&mut *tx).await?;
        empty.entry_set().add(&entries, &mut *tx).await?;
        let none: [&Entry; 0] = [];
        empty.entry_set().add(none, &mut *tx).await?;
        let keys = empty.entry_set().order_by(entry::id).values_list(entry::id).flat().all(&mut *tx).await?;
        assert_eq!(keys, [1, 3], "on {database:?}");
        assert_eq!(entries[0].blog_id, 1, "on {database:?}");
        Ok(())
    });
}

#[test]
fn rows_with_a_foreign_key_that_may_be_null_are_unbound() {
    in_transactions(async |tx, database| {
        let (space, blogs) =
            (theme_of(1, tx).await?, Blog::objects().order_by(blog::id).all(&mut *tx).await?);
        assert_eq!(themes(tx).await?, "21-3-1", "on {database:?}");
        space.blogs().remove(&blogs[1], &mut *tx).await?;
        assert_eq!(themes(tx).await?, "2--3-1", "on {database:?}");
        let strange = space.blogs().remove(&blogs[0], &mut *tx).await;
        assert!(
            matches!(strange, Err(Error::DoesNotExist { model: "Blog" })),
            "on {database:?}: {strange:?}"
        );
        space.blogs().clear(&mut *tx).await?;
        assert_eq!(themes(tx).await?, "2--3--", "on {database:?}");
        space.blogs().set(&blogs[..2], &mut *tx).await?;
        assert_eq!(themes(tx).await?, "11-3--", "on {database:?}");
        space.blogs().set([&blogs[1], &blogs[4]], &mut *tx).await?;
        assert_eq!(themes(tx).await?, "-1-31-", "on {database:?}");
        space.blogs().filter(blog::id.gt(2)).clear(&mut *tx).await?;
        assert_eq!(themes(tx).await?, "-1-3--", "on {database:?}");
        Ok(())
    });
}

#[test]
fn pairs_are_added_once() {
    in_transactions(async |tx, database| {
        let one = product_of(1, tx).await?;
        let popular = Tag::objects().filter(tag::name.exact("popular")).get(&mut *tx).await?;
        one.tags().add(&popular, &mut *tx).await?;
        assert_eq!(tags_of(&one, tx).await?, [1, 4, 5], "on {database:?}");
        one.tags().add_keys([2, 4, 2], &mut *tx).await?;
        assert_eq!(tags_of(&one, tx).await?, [1, 2, 4, 5], "on {database:?}");
        assert_eq!(TagProducts::objects().filter(tag_products::product_id.exact(1)).count(tx).await?, 4);
        Ok(())
    });
}

#[test]
fn pairs_are_removed_and_replaced() {
    in_transactions(async |tx, database| {
        let one = product_of(1, tx).await?;
        let all = TagProducts::objects();
        let others = all.clone().exclude(tag_products::product_id.exact(1)).count(&mut *tx).await?;
        one.tags().remove_keys([4, 5], &mut *tx).await?;
        assert_eq!(tags_of(&one, tx).await?, [1], "on {database:?}");
        one.tags().set_keys([1, 2], &mut *tx).await?;
        assert_eq!(tags_of(&one, tx).await?, [1, 2], "on {database:?}");
        let tags = Tag::objects().filter(tag::id.in_([2, 3])).all(&mut *tx).await?;
        one.tags().set(&tags, &mut *tx).await?;
        assert_eq!(tags_of(&one, tx).await?, [2, 3], "on {database:?}");
        one.tags().remove(&tags, &mut *tx).await?;
        assert_eq!(tags_of(&one, tx).await?, [0_i64; 0], "on {database:?}");
        one.tags().set_keys([1, 2, 3], &mut *tx).await?;
        one.tags().filter(tag::id.gt(2) | tag::id.lt(2)).clear(&mut *tx).await?;
        assert_eq!(tags_of(&one, tx).await?, [2], "on {database:?}");
        one.tags().clear(&mut *tx).await?;
        assert_eq!(tags_of(&one, tx).await?, [0_i64; 0], "on {database:?}");
        assert_eq!(all.count(tx).await?, others, "on {database:?}");
        Ok(())
    });
}

#[test]
fn friends_are_friends_both_ways() {
    in_transactions(async |tx, database| {
        let before = "[1,2] [1,3] [2,1] [2,5] [3,1] [5,2] ";
        assert_eq!(friends(tx).await?, before, "on {database:?}");
        let six = person_of(6, tx).await?;
        six.friends().add_keys([7], &mut *tx).await?;
        assert_eq!(friends(tx).await?, format!("{before}[6,7] [7,6] "), "on {database:?}");
        six.friends().clear(&mut *tx).await?;
        let ann = person_of(1, tx).await?;
        ann.friends().remove_keys([2], &mut *tx).await?;
        assert_eq!(friends(tx).await?, "[1,3] [2,5] [3,1] [5,2] ", "on {database:?}");
        let zoe = ann.friends().create().name("Zoe").save(&mut *tx).await?;
        assert_eq!(zoe.friends().values_list(person::id).flat().get(&mut *tx).await?, 1, "on {database:?}");
        Ok(())
    });
}

#[test]
fn whom_one_follows_does_not_follow_back() {
    in_transactions(async |tx, database| {
        let [a, b] = ["a", "b"].map(|name| Node::create().name(name));
        let (a, b) = (a.save(&mut *tx).await?, b.save(&mut *tx).await?);
        a.follows().add(&b, &mut *tx).await?;
        let names = |set: QuerySet<Node>| set.values_list(node::name).flat();
        assert_eq!(names(a.follows().into()).all(&mut *tx).await?, ["b"], "on {database:?}");
        assert_eq!(names(a.followers().into()).all(&mut *tx).await?, [""; 0], "on {database:?}");
        assert_eq!(names(b.followers().into()).all(&mut *tx).await?, ["a"], "on {database:?}");
        Ok(())
    });
}

#[test]
fn pairs_of_a_model_of_their_own_have_its_fields() {
    in_transactions(async |tx, database| {
        let seven = Book::objects().filter(book::id.exact(7)).get(&mut *tx).await?;
        let with_stars = seven.readers().through_defaults(|pair| pair.stars(2));
        with_stars.add_keys([1], &mut *tx).await?;
        seven.readers().add_keys([1, 2], &mut *tx).await?;
        let rows = Reading::objects().filter(reading::book_id.exact(7)).order_by(reading::reader_id);
        let rows = rows.values_list((reading::reader_id, reading::stars)).all(&mut *tx).await?;
        assert_eq!(rows, [(1, Some(2)), (2, None)], "on {database:?}");

        let new = with_stars.create().name("Tim").save(&mut *tx).await?;
        let stars = new.readings().values_list(reading::stars).flat().get(&mut *tx).await?;
        assert_eq!(stars, Some(2), "on {database:?}");

        let group = Group::create().name("g").save(&mut *tx).await?;
        let member = Named::create().name("m").code("M1").number(1).save(&mut *tx).await?;
        group.members().through_defaults(|pair| pair.rank(3)).set([&member], &mut *tx).await?;
        let pair = Membership::objects().get(&mut *tx).await?;
        assert_eq!((pair.group_id, pair.person_id, pair.rank), (group.id, member.id, 3), "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_pair_with_no_row_is_refused_by_the_database() {
    in_transactions(async |tx, database| {
        // PostgreSQL and SQLite tell at the end of the transaction, MariaDB at once.
        let seven = Book::objects().filter(book::id.exact(7)).get(&mut *tx).await?;
        let mut savepoint = tx.begin().await?;
        let added = seven.readers().add_keys([99], &mut savepoint).await;
        assert_eq!(added.is_err(), database == crate::support::Database::MySql, "on {database:?}: {added:?}");
        savepoint.rollback().await
    });
}

/// A function of a service that takes any query set on entries.
fn newest(entries: QuerySet<Entry>, tx: &mut Tx) -> Fetch<'_, Option<Entry>> {
    entries.order_by(entry::pub_date.desc()).first(tx)
}

#[test]
fn the_rows_of_an_instance_go_where_a_query_set_goes() {
    in_transactions(async |tx, database| {
        let beatles = blog_of(1, tx).await?;
        let of_blog = newest(beatles.entry_set().into(), tx).await?.map(|entry| entry.blog_id);
        assert_eq!(of_blog, Some(1), "on {database:?}");
        let authors = Author::objects().filter(author::entry().in_(beatles.entry_set())).distinct();
        assert_eq!(authors.count(&mut *tx).await?, 2, "on {database:?}");
        let cities = City::objects().filter(city::person().isnull(false)).distinct().count(tx).await?;
        assert!(cities > 0, "on {database:?}");
        Ok(())
    });
}

#[test]
fn what_points_at_nothing_is_told() {
    check_error(
        |tx| {
            let lost = EntryDetail { id: 1, entry_id: 999, details: String::new(), reviewer_id: None };
            lost.entry(tx)
        },
        "no `Entry` matches the query",
    );
    in_transactions(async |tx, _| {
        let details = EntryDetail::objects().filter(entry_detail::entry().blog_id.exact(1));
        assert_eq!(details.count(tx).await?, 1);
        Ok(())
    });
}
