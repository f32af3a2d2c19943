//! `values()`, `values_list()`, `flat()`, `named()`.

use expect_test::expect;
use queryset::demo::blog::{Author, Blog, Entry, Event, Person, author, blog, entry, event, person};

use crate::support::check_rows;

#[test]
fn a_record_has_the_keys_that_were_asked_for() {
    check_rows(
        Blog::objects().values((blog::id, blog::name)).order_by(blog::id),
        expect![[r#"
        {"id":1,"name":"Beatles Blog"}
        {"id":2,"name":"Pop Music"}
        {"id":3,"name":"beatles blog"}
        {"id":4,"name":"Ünïcode Café"}
        {"id":5,"name":"Empty Blog"}
        {"id":6,"name":"Cheddar Talk"}
    "#]],
    );
    check_rows(
        Entry::objects().values(entry::blog_id).order_by(entry::id).slice(..2),
        expect![[r#"
        {"blog_id":1}
        {"blog_id":1}
    "#]],
    );
    check_rows(
        Entry::objects().values((entry::blog().name, entry::headline)).order_by(entry::id).slice(..3),
        expect![[r#"
        {"blog__name":"Beatles Blog","headline":"Hello Lennon"}
        {"blog__name":"Beatles Blog","headline":"Lennon Returns"}
        {"blog__name":"Pop Music","headline":"Hello World"}
    "#]],
    );
}

#[test]
fn a_missing_related_row_gives_null() {
    check_rows(
        Entry::objects().values(entry::blog().theme().name).order_by(entry::id),
        expect![[r#"
        {"blog__theme__name":"art"}
        {"blog__theme__name":"art"}
        {"blog__theme__name":"Space"}
        {"blog__theme__name":"Space"}
        {"blog__theme__name":"Space"}
        {"blog__theme__name":"Zoo"}
        {"blog__theme__name":"Zoo"}
        {"blog__theme__name":"Zoo"}
        {"blog__theme__name":"art"}
        {"blog__theme__name":"Space"}
        {"blog__theme__name":"Space"}
        {"blog__theme__name":null}
        {"blog__theme__name":"Space"}
        {"blog__theme__name":"Space"}
        {"blog__theme__name":"art"}
        {"blog__theme__name":"Zoo"}
    "#]],
    );
    check_rows(
        Blog::objects().values((blog::name, blog::entry().headline)).order_by((blog::id, blog::entry().id)),
        expect![[r#"
        {"name":"Beatles Blog","entry__headline":"Hello Lennon"}
        {"name":"Beatles Blog","entry__headline":"Lennon Returns"}
        {"name":"Beatles Blog","entry__headline":"Best Beatles ALBUMS"}
        {"name":"Beatles Blog","entry__headline":"O'Reilly \"quoted\""}
        {"name":"Pop Music","entry__headline":"Hello World"}
        {"name":"Pop Music","entry__headline":"hello world"}
        {"name":"Pop Music","entry__headline":"100% cotton"}
        {"name":"Pop Music","entry__headline":""}
        {"name":"beatles blog","entry__headline":"Hello Lennon"}
        {"name":"Ünïcode Café","entry__headline":"snake_case"}
        {"name":"Ünïcode Café","entry__headline":"C:\\new\\path"}
        {"name":"Ünïcode Café","entry__headline":"Émile Zola – naïve"}
        {"name":"Ünïcode Café","entry__headline":"  padded  "}
        {"name":"Empty Blog","entry__headline":null}
        {"name":"Cheddar Talk","entry__headline":"Cheddar, please"}
        {"name":"Cheddar Talk","entry__headline":"Cheddar, please"}
        {"name":"Cheddar Talk","entry__headline":"ß straße"}
    "#]],
    );
    check_rows(
        Entry::objects()
            .values((entry::headline, entry::authors().name))
            .order_by((entry::id, entry::authors().id)),
        expect![[r#"
        {"headline":"Hello Lennon","authors__name":"Alice"}
        {"headline":"Hello Lennon","authors__name":"bob"}
        {"headline":"Lennon Returns","authors__name":"Alice"}
        {"headline":"Hello World","authors__name":null}
        {"headline":"hello world","authors__name":"bob"}
        {"headline":"hello world","authors__name":"Élodie"}
        {"headline":"100% cotton","authors__name":"Élodie"}
        {"headline":"snake_case","authors__name":"Alice"}
        {"headline":"snake_case","authors__name":"Zoë"}
        {"headline":"C:\\new\\path","authors__name":"Zoë"}
        {"headline":"C:\\new\\path","authors__name":"Alice"}
        {"headline":"Émile Zola – naïve","authors__name":"Élodie"}
        {"headline":"Émile Zola – naïve","authors__name":"Alice"}
        {"headline":"Best Beatles ALBUMS","authors__name":"bob"}
        {"headline":"Cheddar, please","authors__name":"Alice"}
        {"headline":"Cheddar, please","authors__name":"bob"}
        {"headline":"Cheddar, please","authors__name":"Zoë"}
        {"headline":"Cheddar, please","authors__name":"O'Brien"}
        {"headline":"Hello Lennon","authors__name":"O'Brien"}
        {"headline":"","authors__name":null}
        {"headline":"ß straße","authors__name":"Élodie"}
        {"headline":"O'Reilly \"quoted\"","authors__name":"Alice"}
        {"headline":"  padded  ","authors__name":"Zoë"}
    "#]],
    );
    check_rows(
        Person::objects().values((person::name, person::hometown().country().name)).order_by(person::id),
        expect![[r#"
        {"name":"Ann","hometown__country__name":"France"}
        {"name":"Ben","hometown__country__name":"France"}
        {"name":"Cid","hometown__country__name":null}
        {"name":"Dee","hometown__country__name":null}
        {"name":"Eve","hometown__country__name":"Brasil"}
        {"name":"ann","hometown__country__name":"France"}
        {"name":"Fay","hometown__country__name":null}
    "#]],
    );
    check_rows(
        Event::objects()
            .values((event::name, event::parent().name, event::parent().parent().name))
            .order_by(event::id),
        expect![[r#"
        {"name":"Conference","parent__name":null,"parent__parent__name":null}
        {"name":"Day 1","parent__name":"Conference","parent__parent__name":null}
        {"name":"Day 2","parent__name":"Conference","parent__parent__name":null}
        {"name":"Talk A","parent__name":"Day 1","parent__parent__name":"Conference"}
        {"name":"Talk B","parent__name":"Day 1","parent__parent__name":"Conference"}
        {"name":"Meetup","parent__name":null,"parent__parent__name":null}
        {"name":"Orphan","parent__name":null,"parent__parent__name":null}
        {"name":"Workshop","parent__name":"Day 2","parent__parent__name":"Conference"}
        {"name":"Afterparty","parent__name":"Meetup","parent__parent__name":null}
    "#]],
    );
}

#[test]
fn a_later_call_replaces_an_earlier_one() {
    check_rows(
        Blog::objects().values(blog::name).values(blog::id).order_by(blog::id).slice(..2),
        expect![[r#"
        {"id":1}
        {"id":2}
    "#]],
    );
}

#[test]
fn a_list_has_tuples() {
    check_rows(
        Entry::objects().values_list((entry::id, entry::headline)).order_by(entry::id).slice(..3),
        expect![[r#"
        [1,"Hello Lennon"]
        [2,"Lennon Returns"]
        [3,"Hello World"]
    "#]],
    );
    check_rows(
        Author::objects()
            .values_list((author::name, author::entry().headline))
            .order_by((author::id, author::entry().id)),
        expect![[r#"
        ["Alice","Hello Lennon"]
        ["Alice","Lennon Returns"]
        ["Alice","snake_case"]
        ["Alice","Cheddar, please"]
        ["Alice","O'Reilly \"quoted\""]
        ["bob","Hello Lennon"]
        ["bob","hello world"]
        ["bob","Best Beatles ALBUMS"]
        ["bob","Cheddar, please"]
        ["Élodie","hello world"]
        ["Élodie","100% cotton"]
        ["Élodie","Émile Zola – naïve"]
        ["Élodie","ß straße"]
        ["Zoë","snake_case"]
        ["Zoë","C:\\new\\path"]
        ["Zoë","Cheddar, please"]
        ["Zoë","  padded  "]
        ["Alice","C:\\new\\path"]
        ["Alice","Émile Zola – naïve"]
        ["O'Brien","Cheddar, please"]
        ["O'Brien","Hello Lennon"]
        ["Nobody",null]
    "#]],
    );
}

#[test]
fn a_flat_list_has_values() {
    check_rows(
        Entry::objects().values_list(entry::headline).flat().order_by(entry::id).slice(..3),
        "\"Hello Lennon\" \"Lennon Returns\" \"Hello World\"",
    );
    check_rows(
        Blog::objects().values_list(blog::theme().name).flat().order_by(blog::id),
        "\"art\" \"Space\" null \"Zoo\" null \"Space\"",
    );
    check_rows(
        Entry::objects().values_list(entry::pub_date.year()).flat().order_by(entry::id),
        "2008 2008 2008 2020 2021 2021 2024 2024 2024 2024 2024 2023 2024 2000 1999 2024",
    );
}

#[test]
fn named_tuples_know_their_names() {
    check_rows(
        Entry::objects().values_list((entry::id, entry::headline)).named().order_by(entry::id).slice(..2),
        expect![[r#"
        {"id":1,"headline":"Hello Lennon"}
        {"id":2,"headline":"Lennon Returns"}
    "#]],
    );
}

#[test]
fn an_expression_can_be_selected() {
    check_rows(
        Entry::objects()
            .values_list(entry::number_of_comments + entry::number_of_pingbacks)
            .flat()
            .order_by(entry::id)
            .slice(..3),
        "15 15 0",
    );
}

#[test]
fn rows_over_a_many_to_many_relation_repeat() {
    check_rows(
        Entry::objects().values_list(entry::authors().id).order_by((entry::id, entry::authors().id)),
        expect![[r#"
        [1]
        [2]
        [1]
        [null]
        [2]
        [3]
        [3]
        [1]
        [4]
        [4]
        [5]
        [3]
        [5]
        [2]
        [1]
        [2]
        [4]
        [6]
        [6]
        [null]
        [3]
        [1]
        [4]
    "#]],
    );
}
