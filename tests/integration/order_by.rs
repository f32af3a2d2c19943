//! `order_by()` and `reverse()`.

use expect_test::expect;
use queryset::demo::blog::{
    Blog, City, Country, Entry, Event, Specimen, Theme, blog, city, country, entry, event, specimen, theme,
};
use queryset::demo::shop::{Product, product};

use crate::support::{check_rows, check_rows_uncounted};

#[test]
fn a_second_order_by_replaces_the_first() {
    check_rows(
        Entry::objects()
            .order_by(entry::headline)
            .order_by((entry::pub_date, entry::id))
            .values_list(entry::id)
            .flat(),
        "15 14 3 1 2 4 5 6 12 13 7 9 10 11 16 8",
    );
}

#[test]
fn several_columns_order_one_after_another() {
    check_rows(
        Entry::objects()
            .order_by((entry::pub_date.desc(), entry::headline, entry::id))
            .values_list(entry::id)
            .flat(),
        "8 16 10 11 9 7 13 12 6 5 4 2 1 3 14 15",
    );
}

#[test]
fn null_stands_where_the_database_puts_it() {
    check_rows(
        Entry::objects().order_by((entry::rating, entry::id)).values_list((entry::id, entry::rating)),
        [
            expect![[r#"
        [3,null]
        [11,null]
        [13,-2]
        [12,0]
        [5,1]
        [7,2]
        [4,3]
        [14,3]
        [16,3]
        [2,4]
        [8,4]
        [9,4]
        [1,5]
        [6,5]
        [10,5]
        [15,5]
    "#]],
            expect![[r#"
        [13,-2]
        [12,0]
        [5,1]
        [7,2]
        [4,3]
        [14,3]
        [16,3]
        [2,4]
        [8,4]
        [9,4]
        [1,5]
        [6,5]
        [10,5]
        [15,5]
        [3,null]
        [11,null]
    "#]],
            expect![[r#"
        [3,null]
        [11,null]
        [13,-2]
        [12,0]
        [5,1]
        [7,2]
        [4,3]
        [14,3]
        [16,3]
        [2,4]
        [8,4]
        [9,4]
        [1,5]
        [6,5]
        [10,5]
        [15,5]
    "#]],
        ],
    );
    check_rows(
        Entry::objects().order_by((entry::rating.desc(), entry::id)).values_list((entry::id, entry::rating)),
        [
            expect![[r#"
        [1,5]
        [6,5]
        [10,5]
        [15,5]
        [2,4]
        [8,4]
        [9,4]
        [4,3]
        [14,3]
        [16,3]
        [7,2]
        [5,1]
        [12,0]
        [13,-2]
        [3,null]
        [11,null]
    "#]],
            expect![[r#"
        [3,null]
        [11,null]
        [1,5]
        [6,5]
        [10,5]
        [15,5]
        [2,4]
        [8,4]
        [9,4]
        [4,3]
        [14,3]
        [16,3]
        [7,2]
        [5,1]
        [12,0]
        [13,-2]
    "#]],
            expect![[r#"
        [1,5]
        [6,5]
        [10,5]
        [15,5]
        [2,4]
        [8,4]
        [9,4]
        [4,3]
        [14,3]
        [16,3]
        [7,2]
        [5,1]
        [12,0]
        [13,-2]
        [3,null]
        [11,null]
    "#]],
        ],
    );
}

#[test]
fn nulls_first_and_last_are_the_same_everywhere() {
    check_rows(
        Entry::objects()
            .order_by((entry::rating.asc().nulls_first(), entry::id))
            .values_list(entry::id)
            .flat(),
        "3 11 13 12 5 7 4 14 16 2 8 9 1 6 10 15",
    );
    check_rows(
        Entry::objects()
            .order_by((entry::rating.asc().nulls_last(), entry::id))
            .values_list(entry::id)
            .flat(),
        "13 12 5 7 4 14 16 2 8 9 1 6 10 15 3 11",
    );
    check_rows(
        Entry::objects()
            .order_by((entry::rating.desc().nulls_first(), entry::id))
            .values_list(entry::id)
            .flat(),
        "3 11 1 6 10 15 2 8 9 4 14 16 7 5 12 13",
    );
    check_rows(
        Entry::objects()
            .order_by((entry::rating.desc().nulls_last(), entry::id))
            .values_list(entry::id)
            .flat(),
        "1 6 10 15 2 8 9 4 14 16 7 5 12 13 3 11",
    );
    check_rows(
        Specimen::objects().order_by(specimen::span.desc().nulls_last()).values_list(specimen::label).flat(),
        "\"max\" \"week53\" \"sunday\" \"half\" \"mixed\" \"quarter\" \"one\" \"unicode\" \"zero\" \"wild\" \"neg\" \"nulls\"",
    );
    check_rows(
        Specimen::objects()
            .order_by((specimen::flag.asc().nulls_last(), specimen::id))
            .values_list(specimen::label)
            .flat(),
        "\"zero\" \"neg\" \"wild\" \"sunday\" \"one\" \"max\" \"half\" \"unicode\" \"quarter\" \"week53\" \"nulls\" \"mixed\"",
    );
    check_rows(
        Specimen::objects().order_by(specimen::moment.asc().nulls_last()).values_list(specimen::label).flat(),
        "\"zero\" \"neg\" \"mixed\" \"week53\" \"half\" \"sunday\" \"one\" \"wild\" \"quarter\" \"unicode\" \"max\" \"nulls\"",
    );
}

#[test]
fn related_columns_order() {
    check_rows(
        Blog::objects().order_by((blog::theme_id, blog::id)).values_list(blog::id).flat(),
        ["3 5 2 6 1 4", "2 6 1 4 3 5", "3 5 2 6 1 4"],
    );
    check_rows(
        Blog::objects().order_by((blog::theme().id, blog::id)).values_list(blog::id).flat(),
        ["3 5 2 6 1 4", "2 6 1 4 3 5", "3 5 2 6 1 4"],
    );
    check_rows(
        Blog::objects().order_by((blog::theme().name, blog::id)).values_list(blog::id).flat(),
        ["3 5 2 6 4 1", "2 6 4 1 3 5", "3 5 1 2 6 4"],
    );
    check_rows(
        Entry::objects().order_by((entry::blog_id, entry::id)).values_list(entry::id).flat(),
        "1 2 9 15 3 4 5 13 12 6 7 8 16 10 11 14",
    );
    check_rows(
        Event::objects().order_by((event::parent().date, event::id)).values_list(event::id).flat(),
        ["1 6 7 9 2 3 4 5 8", "9 2 3 4 5 8 1 6 7", "1 6 7 9 2 3 4 5 8"],
    );
    check_rows(
        Entry::objects().order_by((entry::entry_detail().details, entry::id)).values_list(entry::id).flat(),
        [
            "2 3 5 6 7 9 11 12 13 14 15 16 4 10 1 8",
            "4 10 1 8 2 3 5 6 7 9 11 12 13 14 15 16",
            "2 3 5 6 7 9 11 12 13 14 15 16 4 10 8 1",
        ],
    );
}

#[test]
fn the_ordering_of_the_model_is_used_where_none_is_named() {
    check_rows(Country::objects().values_list(country::code).flat(), "\"UV\" \"JP\" \"FR\" \"BR\" \"XX\"");
    check_rows(
        Country::objects().reverse().values_list(country::code).flat(),
        "\"XX\" \"BR\" \"FR\" \"JP\" \"UV\"",
    );
    check_rows(Product::objects().values_list(product::id).flat(), "10 9 8 7 6 5 4 3 2 1");
}

#[test]
fn a_relation_in_the_ordering_of_a_model_means_the_ordering_of_its_model() {
    check_rows(City::objects().values_list(city::id).flat(), ["3 2 1 5 6 4", "6 4 3 2 1 5", "3 2 1 5 6 4"]);
}

#[test]
fn text_sorts_by_the_collation_of_the_database() {
    check_rows(
        Theme::objects().order_by(theme::name).values_list(theme::name).flat(),
        [
            "\"Space\" \"Zoo\" \"art\" \"unused\"",
            "\"Space\" \"Zoo\" \"art\" \"unused\"",
            "\"art\" \"Space\" \"unused\" \"Zoo\"",
        ],
    );
}

#[test]
fn expressions_order() {
    check_rows(
        Entry::objects()
            .order_by((entry::pub_date.year(), entry::pub_date.month().desc(), entry::id))
            .values_list(entry::id)
            .flat(),
        "15 14 2 1 3 4 5 6 12 8 16 10 11 9 7 13",
    );
    check_rows(
        Entry::objects()
            .order_by((entry::number_of_comments - entry::number_of_pingbacks, entry::id))
            .values_list(entry::id)
            .flat(),
        "14 2 5 8 3 4 7 9 12 15 13 1 11 10 16 6",
    );
    check_rows(
        Entry::objects()
            .order_by(((entry::number_of_comments - entry::number_of_pingbacks).desc(), entry::id))
            .values_list(entry::id)
            .flat(),
        "6 16 10 1 11 13 3 4 7 9 12 15 8 2 5 14",
    );
}

#[test]
fn an_order_over_a_to_many_relation_repeats_rows() {
    check_rows_uncounted(
        Event::objects().order_by((event::children().date, event::id)).values_list(event::id).flat(),
        ["4 5 7 8 9 6 1 2 2 1 3", "6 1 2 2 1 3 4 5 7 8 9", "4 5 7 8 9 6 1 2 2 1 3"],
    );
    check_rows(
        Blog::objects()
            .order_by((blog::entry().rating, blog::id))
            .values_list((blog::id, blog::entry().rating)),
        [
            expect![[r#"
        [2,null]
        [5,null]
        [6,null]
        [2,-2]
        [3,0]
        [2,1]
        [4,2]
        [2,3]
        [4,3]
        [6,3]
        [1,4]
        [1,4]
        [4,4]
        [1,5]
        [1,5]
        [4,5]
        [6,5]
    "#]],
            expect![[r#"
        [2,-2]
        [3,0]
        [2,1]
        [4,2]
        [2,3]
        [4,3]
        [6,3]
        [1,4]
        [1,4]
        [4,4]
        [1,5]
        [1,5]
        [4,5]
        [6,5]
        [2,null]
        [5,null]
        [6,null]
    "#]],
            expect![[r#"
        [2,null]
        [5,null]
        [6,null]
        [2,-2]
        [3,0]
        [2,1]
        [4,2]
        [2,3]
        [4,3]
        [6,3]
        [1,4]
        [1,4]
        [4,4]
        [1,5]
        [1,5]
        [4,5]
        [6,5]
    "#]],
        ],
    );
    check_rows(
        Entry::objects()
            .order_by((entry::authors().name, entry::id))
            .values_list((entry::id, entry::authors().name)),
        [
            expect![[r#"
        [3,null]
        [13,null]
        [1,"Alice"]
        [2,"Alice"]
        [6,"Alice"]
        [7,"Alice"]
        [8,"Alice"]
        [10,"Alice"]
        [15,"Alice"]
        [11,"O'Brien"]
        [12,"O'Brien"]
        [6,"Zoë"]
        [7,"Zoë"]
        [10,"Zoë"]
        [16,"Zoë"]
        [1,"bob"]
        [4,"bob"]
        [9,"bob"]
        [10,"bob"]
        [4,"Élodie"]
        [5,"Élodie"]
        [8,"Élodie"]
        [14,"Élodie"]
    "#]],
            expect![[r#"
        [1,"Alice"]
        [2,"Alice"]
        [6,"Alice"]
        [7,"Alice"]
        [8,"Alice"]
        [10,"Alice"]
        [15,"Alice"]
        [11,"O'Brien"]
        [12,"O'Brien"]
        [6,"Zoë"]
        [7,"Zoë"]
        [10,"Zoë"]
        [16,"Zoë"]
        [1,"bob"]
        [4,"bob"]
        [9,"bob"]
        [10,"bob"]
        [4,"Élodie"]
        [5,"Élodie"]
        [8,"Élodie"]
        [14,"Élodie"]
        [3,null]
        [13,null]
    "#]],
            expect![[r#"
        [3,null]
        [13,null]
        [1,"Alice"]
        [2,"Alice"]
        [6,"Alice"]
        [7,"Alice"]
        [8,"Alice"]
        [10,"Alice"]
        [15,"Alice"]
        [1,"bob"]
        [4,"bob"]
        [9,"bob"]
        [10,"bob"]
        [4,"Élodie"]
        [5,"Élodie"]
        [8,"Élodie"]
        [14,"Élodie"]
        [11,"O'Brien"]
        [12,"O'Brien"]
        [6,"Zoë"]
        [7,"Zoë"]
        [10,"Zoë"]
        [16,"Zoë"]
    "#]],
        ],
    );
}

#[test]
fn an_order_need_not_be_selected() {
    check_rows(
        Entry::objects().values(entry::headline).order_by((entry::rating, entry::id)),
        [
            expect![[r#"
        {"headline":"Hello World"}
        {"headline":"Cheddar, please"}
        {"headline":""}
        {"headline":"Hello Lennon"}
        {"headline":"100% cotton"}
        {"headline":"C:\\new\\path"}
        {"headline":"hello world"}
        {"headline":"ß straße"}
        {"headline":"  padded  "}
        {"headline":"Lennon Returns"}
        {"headline":"Émile Zola – naïve"}
        {"headline":"Best Beatles ALBUMS"}
        {"headline":"Hello Lennon"}
        {"headline":"snake_case"}
        {"headline":"Cheddar, please"}
        {"headline":"O'Reilly \"quoted\""}
    "#]],
            expect![[r#"
        {"headline":""}
        {"headline":"Hello Lennon"}
        {"headline":"100% cotton"}
        {"headline":"C:\\new\\path"}
        {"headline":"hello world"}
        {"headline":"ß straße"}
        {"headline":"  padded  "}
        {"headline":"Lennon Returns"}
        {"headline":"Émile Zola – naïve"}
        {"headline":"Best Beatles ALBUMS"}
        {"headline":"Hello Lennon"}
        {"headline":"snake_case"}
        {"headline":"Cheddar, please"}
        {"headline":"O'Reilly \"quoted\""}
        {"headline":"Hello World"}
        {"headline":"Cheddar, please"}
    "#]],
            expect![[r#"
        {"headline":"Hello World"}
        {"headline":"Cheddar, please"}
        {"headline":""}
        {"headline":"Hello Lennon"}
        {"headline":"100% cotton"}
        {"headline":"C:\\new\\path"}
        {"headline":"hello world"}
        {"headline":"ß straße"}
        {"headline":"  padded  "}
        {"headline":"Lennon Returns"}
        {"headline":"Émile Zola – naïve"}
        {"headline":"Best Beatles ALBUMS"}
        {"headline":"Hello Lennon"}
        {"headline":"snake_case"}
        {"headline":"Cheddar, please"}
        {"headline":"O'Reilly \"quoted\""}
    "#]],
        ],
    );
}

#[test]
fn decimals_order_as_numbers() {
    check_rows(
        Specimen::objects().order_by((specimen::dec, specimen::id)).values_list(specimen::label).flat(),
        [
            "\"nulls\" \"neg\" \"wild\" \"zero\" \"quarter\" \"mixed\" \"one\" \"week53\" \"half\" \"unicode\" \"sunday\" \"max\"",
            "\"neg\" \"wild\" \"zero\" \"quarter\" \"mixed\" \"one\" \"week53\" \"half\" \"unicode\" \"sunday\" \"max\" \"nulls\"",
            "\"nulls\" \"neg\" \"wild\" \"zero\" \"quarter\" \"mixed\" \"one\" \"week53\" \"half\" \"unicode\" \"sunday\" \"max\"",
        ],
    );
}

#[test]
fn reverse_flips_every_part_of_the_order() {
    check_rows(Entry::objects().order_by(entry::id).reverse().slice(..3), "16 15 14");
    check_rows(
        Entry::objects()
            .order_by((entry::rating, entry::id.desc()))
            .reverse()
            .values_list(entry::id)
            .flat()
            .slice(..5),
        ["1 6 10 15 2", "3 11 1 6 10", "1 6 10 15 2"],
    );
    check_rows(Product::objects().reverse().values_list(product::id).flat(), "1 2 3 4 5 6 7 8 9 10");
    check_rows(Entry::objects().order_by(entry::id).reverse().reverse().slice(..2), "1 2");
    check_rows(
        Entry::objects()
            .order_by((entry::rating.asc().nulls_last(), entry::id))
            .reverse()
            .values_list(entry::id)
            .flat()
            .slice(..4),
        "11 3 15 10",
    );
}

#[test]
fn reverse_flips_an_order_by_that_comes_later() {
    check_rows(
        Entry::objects()
            .order_by(entry::id)
            .reverse()
            .order_by((entry::rating, entry::id))
            .values_list(entry::id)
            .flat()
            .slice(..3),
        ["15 10 6", "11 3 15", "15 10 6"],
    );
}
