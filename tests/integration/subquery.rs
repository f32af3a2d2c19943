//! Queries inside queries: `in_`, `exists`, `outer`.

use queryset::demo::blog::{
    Author, Blog, Book, Entry, EntryDetail, Person, Specimen, author, blog, book, entry, entry_detail,
    person, specimen,
};
use queryset::prelude::*;

use crate::support::{Database, check_count, check_rows, on_every_database, uuid};

#[test]
fn in_takes_a_query_of_one_column() {
    check_rows(
        Entry::objects()
            .filter(
                entry::blog_id
                    .in_(Blog::objects().filter(blog::name.contains("Cheddar")).values_list(blog::id)),
            )
            .order_by(entry::id),
        "10 11 14",
    );
    check_rows(
        Entry::objects()
            .filter(
                entry::blog()
                    .name
                    .in_(Blog::objects().filter(blog::theme_id.exact(1)).values_list(blog::name)),
            )
            .order_by(entry::id),
        "3 4 5 10 11 13 14",
    );
    check_rows(
        Entry::objects()
            .exclude(entry::id.in_(EntryDetail::objects().values_list(entry_detail::entry_id)))
            .order_by(entry::id),
        "2 3 5 6 7 9 11 12 13 14 15 16",
    );
    check_rows(
        Person::objects()
            .filter(person::id.in_(Book::objects().values_list(book::author_id)))
            .order_by(person::id),
        "1 2 3 4 6",
    );
    check_rows(
        Author::objects()
            .filter(
                author::id
                    .in_(Entry::objects().filter(entry::rating.exact(5)).values_list(entry::authors().id)),
            )
            .order_by(author::id),
        "1 2 4",
    );
    check_rows(
        Entry::objects()
            .filter(
                entry::rating
                    .in_(Entry::objects().filter(entry::blog_id.exact(2)).values_list(entry::rating)),
            )
            .order_by(entry::id),
        "4 5 13 14 16",
    );
    check_rows(
        Entry::objects()
            .filter(
                entry::id
                    .in_(Entry::objects().filter(entry::authors().id.exact(1)).values_list(entry::id).flat()),
            )
            .order_by(entry::id),
        "1 2 6 10 15",
    );
    check_rows(
        Blog::objects()
            .filter(
                blog::id.in_(
                    Entry::objects().filter(entry::rating.exact(5)).distinct().values_list(entry::blog_id),
                ),
            )
            .order_by(blog::id),
        "1 4 6",
    );
}

#[test]
fn in_of_a_relation_takes_a_query_of_instances() {
    check_rows(
        Entry::objects()
            .filter(entry::blog().in_(Blog::objects().filter(blog::name.contains("Cheddar"))))
            .order_by(entry::id),
        "10 11 14",
    );
    check_rows(Entry::objects().filter(entry::blog().in_(Blog::objects().none())).order_by(entry::id), "");
    check_rows(
        Entry::objects()
            .exclude(entry::blog().in_(Blog::objects().filter(blog::theme().isnull(true))))
            .order_by(entry::id),
        "1 2 3 4 5 6 7 8 9 10 11 13 14 15 16",
    );
    check_rows(
        Entry::objects()
            .filter(entry::authors().in_(Author::objects().filter(author::age.gt(30))))
            .order_by(entry::id),
        "6 7 10 16",
    );
    check_rows(
        Entry::objects()
            .filter(entry::authors().in_(Author::objects().filter(author::name.exact("Alice"))))
            .distinct()
            .order_by(entry::id),
        "1 2 6 7 8 10 15",
    );
}

#[test]
fn in_takes_a_list() {
    check_rows(Entry::objects().filter(entry::id.in_([0_i64; 0])).order_by(entry::id), "");
    check_count(Entry::objects().exclude(entry::id.in_([0_i64; 0])), 16);
    check_rows(Blog::objects().filter(blog::entry().id.in_([1, 2, 10])).order_by(blog::id), "1 1 6");
}

#[test]
fn in_takes_more_values_than_a_statement_binds() {
    list_of(70_000);
}

/// PostgreSQL takes it as an array.
#[test]
fn in_takes_some_dozens_of_values() {
    list_of(40);
    // Integers where the column has other numbers.
    let prices: Vec<i32> = (0..40).collect();
    check_rows(Book::objects().filter(book::price.in_(&prices)).order_by(book::id), "1 4 6");
    check_rows(Book::objects().exclude(book::price.in_(&prices)).order_by(book::id), "2 3 5 7 8");
}

fn list_of(many: i64) {
    let numbers: Vec<i64> = (0..many).map(|number| number * 3).collect();
    check_rows(Entry::objects().filter(entry::id.in_(&numbers)).order_by(entry::id), "3 6 9 12 15");
    check_rows(
        Entry::objects()
            .exclude(entry::id.in_(&numbers))
            .filter(
                entry::number_of_comments.in_((0..many as i32).map(|number| number * 3).collect::<Vec<_>>()),
            )
            .order_by(entry::id),
        "8 16",
    );
    let mut texts: Vec<String> = (0..many).map(|number| format!("it's \"{number}\" \\ % 🎉")).collect();
    texts.push("Hello Lennon".to_owned());
    check_rows(
        Entry::objects().filter(entry::headline.in_(&texts)).order_by(entry::id),
        ["1 12", "1 12", "1 12"],
    );
    check_count(Entry::objects().exclude(entry::summary.in_(&texts)), 16);
    let mut uuids: Vec<uuid::Uuid> = (0..many as u128).map(uuid::Uuid::from_u128).collect();
    uuids.push(uuid("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"));
    check_rows(Specimen::objects().filter(specimen::uid.in_(&uuids)).order_by(specimen::id), "1 3");
}

#[test]
fn a_list_that_no_statement_can_bind_is_refused() {
    let prices: Vec<_> = (0..70_000).map(|price| rust_decimal::Decimal::new(price, 2)).collect();
    on_every_database(async |db, database| {
        let error = Book::objects().filter(book::price.in_(&prices)).all(&db).await.expect_err("too many");
        let (name, most) = match database {
            Database::Sqlite => ("SQLite", 32_766),
            Database::Postgres => ("PostgreSQL", 65_535),
            Database::MySql => ("MariaDB", 65_535),
        };
        let expected = format!(
            "the query binds 70000 values, and {name} takes {most} at most; compare with a query set instead of a list"
        );
        assert_eq!(error.to_string(), expected);
        Ok(())
    });
}

#[test]
fn none_in_a_list_matches_no_row() {
    check_rows(Entry::objects().filter(entry::rating.in_([Some(5), None])).order_by(entry::id), "1 6 10 15");
    check_rows(
        Entry::objects().exclude(entry::rating.in_([Some(5), None])).order_by(entry::id),
        "2 3 4 5 7 8 9 11 12 13 14 16",
    );
}

#[test]
fn not_in_a_query_with_null_matches_no_row() {
    check_rows(
        Person::objects()
            .exclude(person::id.in_(Book::objects().values_list(book::author_id)))
            .order_by(person::id),
        "",
    );
    check_rows(
        Author::objects()
            .exclude(author::id.in_(Entry::objects().values_list(entry::authors().id)))
            .order_by(author::id),
        "",
    );
    check_rows(
        Entry::objects()
            .exclude(
                entry::rating
                    .in_(Entry::objects().filter(entry::blog_id.exact(2)).values_list(entry::rating)),
            )
            .order_by(entry::id),
        "3 11",
    );
}

#[test]
fn a_sliced_query_may_stand_in_in() {
    check_rows(
        Entry::objects()
            .filter(entry::blog().in_(Blog::objects().order_by(blog::id.desc()).slice(..2)))
            .order_by(entry::id),
        "10 11 14",
    );
    check_rows(
        Entry::objects()
            .filter(
                entry::id.in_(Entry::objects().order_by(entry::id.desc()).slice(..2).values_list(entry::id)),
            )
            .order_by(entry::id),
        "15 16",
    );
}

#[test]
fn in_nests() {
    check_rows(
        Author::objects()
            .filter(
                author::id.in_(
                    Entry::objects()
                        .filter(entry::blog().in_(Blog::objects().filter(blog::theme().name.exact("Space"))))
                        .values_list(entry::authors().id),
                ),
            )
            .order_by(author::id),
        "1 2 3 4 6",
    );
}

#[test]
fn exists_gives_a_row_once() {
    check_rows(
        Blog::objects()
            .filter(exists(
                Entry::objects().filter(entry::blog_id.exact(outer(blog::id)) & entry::rating.exact(5)),
            ))
            .order_by(blog::id),
        "1 4 6",
    );
    check_rows(
        Blog::objects()
            .filter(!exists(
                Entry::objects().filter(entry::blog_id.exact(outer(blog::id)) & entry::rating.exact(5)),
            ))
            .order_by(blog::id),
        "2 3 5",
    );
    check_rows(
        Blog::objects()
            .exclude(exists(Entry::objects().filter(entry::blog_id.exact(outer(blog::id)))))
            .order_by(blog::id),
        "5",
    );
    check_rows(
        Entry::objects()
            .filter(exists(EntryDetail::objects().filter(entry_detail::entry_id.exact(outer(entry::id)))))
            .order_by(entry::id),
        "1 4 8 10",
    );
}

#[test]
fn outer_of_outer_is_two_levels_up() {
    check_rows(
        Blog::objects().filter(exists(Entry::objects().filter(
            exists(EntryDetail::objects().filter(
                entry_detail::entry_id.exact(outer(entry::id))
                    & entry_detail::reviewer().name.exact(outer(outer(blog::name))),
            )) & entry::blog_id.exact(outer(blog::id)),
        ))),
        "",
    );
    check_rows(
        Blog::objects()
            .filter(exists(Entry::objects().filter(
                exists(EntryDetail::objects().filter(
                    entry_detail::entry_id.exact(outer(entry::id))
                        & entry_detail::entry().blog().id.exact(outer(outer(blog::id))),
                )) & entry::blog_id.exact(outer(blog::id)),
            )))
            .order_by(blog::id),
        "1 2 4 6",
    );
}

#[test]
fn outer_may_refer_to_the_same_model() {
    check_rows(
        Entry::objects()
            .filter(exists(
                Entry::objects()
                    .filter(entry::headline.exact(outer(entry::headline)))
                    .exclude(entry::id.exact(outer(entry::id))),
            ))
            .order_by(entry::id),
        ["1 10 11 12", "1 10 11 12", "1 3 4 10 11 12"],
    );
}
