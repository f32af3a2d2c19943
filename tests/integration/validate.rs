//! `validate()`: what a schema asks of the values of a row, told all at once, in Django's words.

use queryset::demo::blog::{Author, Book, Reading, Specimen, Theme, reading, specimen, theme};
use queryset::demo::everything::{
    Checked, Coded, Constrained, Named, Single, Together, checked, constrained,
};
use queryset::demo::shop::{Customer, Product, Review, product};
use queryset::prelude::*;
use queryset::{Invalid, New};

use crate::support::{chain, clock, date, decimal, in_transactions, ip, moment, uuid};

/// Checks what is wrong with a new row, as JSON.
#[track_caller]
fn check<M: Model>(new: New<M>, expected: &str) {
    let found = match new.validate() {
        Ok(()) => String::new(),
        Err(errors) => serde_json::to_string(&errors).expect("errors serialize"),
    };
    assert_eq!(found, expected);
}

fn one(field: &str, code: &str, message: &str) -> String {
    serde_json::json!({ field: [{ "code": code, "message": message }] }).to_string()
}

fn review(rating: i32) -> New<Review> {
    Review::create().customer_id(1).product_id(1).rating(rating).comment("").build()
}

fn product_for(price: &str) -> New<Product> {
    let new = Product::create().name("p").description("").price(decimal(price));
    new.category_id(1).supplier_id(1).build()
}

fn customer(phone: &str, born: jiff::civil::Date) -> New<Customer> {
    Customer::create().user_id(1).phone(phone).address("").date_of_birth(born).build()
}

macro_rules! specimen {
    ($($field:ident: $value:expr),*) => {
        Specimen::create().label("a-label_1")$(.$field($value))*.build()
    };
}

#[test]
fn a_right_row_has_no_errors() {
    check(review(5), "");
    check(product_for("0.01"), "");
    check(customer("+47 (22) 123-45", date(1990, 1, 2)), "");
    check(Author::create().name("Ann").email("ann@example.com").build(), "");
    check(specimen!(url: "https://example.com/a?b", small: 5), "");
}

#[test]
fn limits_are_told_with_their_value() {
    let low = "Ensure this value is greater than or equal to 1.";
    check(review(0), &one("rating", "min_value", low));
    check(review(6), &one("rating", "max_value", "Ensure this value is less than or equal to 5."));
    let low = "Ensure this value is greater than or equal to 0.01.";
    check(product_for("0"), &one("price", "min_value", low));
    let low = "Ensure this value is greater than or equal to 1900-01-01.";
    check(customer("123", date(1899, 12, 31)), &one("date_of_birth", "min_value", low));
    let high = "Ensure this value is less than or equal to 32767.";
    check(specimen!(small: 40_000), &one("small", "max_value", high));
    let low = "Ensure this value is greater than or equal to 0.";
    check(specimen!(pos: -1), &one("pos", "min_value", low));
}

#[test]
fn text_has_a_length_and_a_form() {
    let long = "Ensure this value has at most 50 characters (it has 51).";
    check(Theme::create().name("x".repeat(51)).order(1).build(), &one("name", "max_length", long));
    let born = date(1990, 1, 2);
    let short = "Ensure this value has at least 3 characters (it has 2).";
    check(customer("12", born), &one("phone", "min_length", short));
    check(customer("call me", born), &one("phone", "invalid", "Enter a valid value."));
    let wrong = Author::create().name("Ann").email("nobody").build();
    check(wrong, &one("email", "invalid", "Enter a valid email address."));
    check(specimen!(url: "example"), &one("url", "invalid", "Enter a valid URL."));
    let slug = "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.";
    check(Specimen::create().label("a b").build(), &one("label", "invalid", slug));
}

#[test]
fn decimals_have_so_many_digits() {
    let places = "Ensure that there are no more than 2 decimal places.";
    check(product_for("1.005"), &one("price", "max_decimal_places", places));
    let errors = product_for("123456789.00").validate().expect_err("it is too great");
    let codes: Vec<&str> = errors.of("price").iter().map(Invalid::code).collect();
    assert_eq!(codes, ["max_digits", "max_whole_digits"]);
    assert_eq!(errors.of("price")[0].message(), "Ensure that there are no more than 10 digits in total.");
    assert_eq!(
        errors.of("price")[1].message(),
        "Ensure that there are no more than 8 digits before the decimal point."
    );
}

#[test]
fn a_function_of_ones_own_is_asked() {
    let future = jiff::Zoned::now().date().saturating_add(jiff::Span::new().days(2));
    check(customer("123", future), &one("date_of_birth", "future", "This day is still to come."));
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let errors = customer("x", date(1800, 1, 1)).validate().expect_err("it is wrong");
    let codes = |field| errors.of(field).iter().map(Invalid::code).collect::<Vec<_>>().join(" ");
    assert_eq!((codes("phone"), codes("date_of_birth")), ("min_length invalid".into(), "min_value".into()));
    assert_eq!((errors.model(), codes("address")), ("Customer", String::new()));
    assert_eq!(errors.iter().map(|(field, _)| field).collect::<Vec<_>>(), ["phone", "date_of_birth"]);
    assert_eq!(
        errors.to_string(),
        "a `Customer` is not valid; `phone`: Ensure this value has at least 3 characters (it has 1). Enter a \
         valid value., `date_of_birth`: Ensure this value is greater than or equal to 1900-01-01."
    );
}

#[test]
fn save_valid_writes_what_is_valid_alone() {
    in_transactions(async |tx, database| {
        let refused = review(9).save_valid(&mut *tx).await;
        let Err(Error::Invalid(errors)) = refused else { panic!("on {database:?}: {refused:?}") };
        assert_eq!(errors.of("rating")[0].code(), "max_value", "on {database:?}");

        let mut one = Product::objects().filter(product::id.exact(1)).get(&mut *tx).await?;
        let price = one.price;
        one.price = decimal("0");
        let refused = one.save_valid(&mut *tx).await;
        assert!(matches!(refused, Err(Error::Invalid(_))), "on {database:?}: {refused:?}");
        // `save()` asks the database alone.
        one.save(&mut *tx).await?;
        one.price = price + decimal("1");
        one.save_valid(&mut *tx).await?;
        one.refresh(&mut *tx).await?;
        assert_eq!(one.price, price + decimal("1"), "on {database:?}");

        let new = Theme::create().name("valid").order(1).build();
        let saved = new.save_valid(&mut *tx).await?;
        assert_eq!(Theme::objects().filter(theme::id.exact(saved.id)).get(tx).await?, saved);
        Ok(())
    });
}

/// What is wrong, field by field: `code: message; message, …`.
fn told(outcome: Result<(), Error>) -> String {
    let errors = match outcome {
        Ok(()) => return String::new(),
        Err(Error::Invalid(errors)) => errors,
        Err(error) => panic!("{}", chain(&error)),
    };
    let of = |errors: &[Invalid]| {
        let each = errors.iter().map(|error| format!("{}: {}", error.code(), error.message()));
        each.collect::<Vec<_>>().join(" ")
    };
    errors.iter().map(|(field, errors)| format!("{field} {}\n", of(errors))).collect()
}

#[test]
fn unique_values_of_other_rows_are_told_by_field() {
    in_transactions(async |tx, database| {
        let first = Specimen::create().label("first").save(&mut *tx).await?;
        let mut other = Specimen::create().label("other").save(&mut *tx).await?;
        let taken = "label unique: Specimen with this Label already exists.\n";
        let new = Specimen::create().label("first").build();
        assert_eq!(told(new.full_clean(&mut *tx).await), taken, "on {database:?}");
        // The row itself does not count, nor does its key.
        assert_eq!(told(other.full_clean(&mut *tx).await), "", "on {database:?}");
        assert_eq!(told(first.full_clean(&mut *tx).await), "", "on {database:?}");
        other.label = "first".to_owned();
        assert_eq!(told(other.full_clean(&mut *tx).await), taken, "on {database:?}");
        // The key of a new row is asked about; of a wrong value nothing is.
        let new = Specimen::create().id(first.id).label("a b").url("no").build();
        assert_eq!(
            told(new.full_clean(&mut *tx).await),
            "id unique: Specimen with this ID already exists.\n\
             label invalid: Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.\n\
             url invalid: Enter a valid URL.\n",
            "on {database:?}"
        );
        let refused = other.save_valid(&mut *tx).await;
        assert_eq!(told(refused), taken, "on {database:?}");
        let labels = Specimen::objects().filter(specimen::id.exact(other.id));
        assert_eq!(labels.get(tx).await?.label, "other", "on {database:?}");
        Ok(())
    });
}

#[test]
fn null_is_not_equal_to_null() {
    in_transactions(async |tx, database| {
        let single = |char: &str, number: i32, email: Option<&str>| {
            let new =
                Single::create().char(char).slug(char).number(number).price(decimal(&number.to_string()));
            let new = new.uid(uuid(&format!("{number:032}"))).ip(ip(&format!("10.0.0.{number}")));
            match email {
                None => new.build(),
                Some(email) => new.email(email).build(),
            }
        };
        single("a", 1, None).save(&mut *tx).await?;
        assert_eq!(told(single("b", 2, None).full_clean(&mut *tx).await), "", "on {database:?}");
        single("c", 3, Some("c@example.com")).save(&mut *tx).await?;
        assert_eq!(
            told(single("d", 1, Some("c@example.com")).full_clean(&mut *tx).await),
            "email unique: Single with this Email already exists.\n\
             number unique: Single with this Number already exists.\n\
             price unique: Single with this Price already exists.\n\
             uid unique: Single with this Uid already exists.\n\
             ip unique: Single with this Ip already exists.\n",
            "on {database:?}"
        );
        let pair = |third: Option<jiff::civil::Date>| {
            let new = Together::create().first(901).second("x");
            match third {
                None => new.build(),
                Some(third) => new.third(third).build(),
            }
        };
        pair(Some(date(2025, 1, 1))).save(&mut *tx).await?;
        let both = "unique_together: Together with this First and Second already exists.";
        assert_eq!(told(pair(None).full_clean(&mut *tx).await), format!("__all__ {both}\n"), "{database:?}");
        assert_eq!(
            told(pair(Some(date(2025, 1, 1))).full_clean(&mut *tx).await),
            format!(
                "__all__ {both} unique_together: Together with this Second, Third and First already exists.\n"
            ),
            "on {database:?}"
        );
        Ok(())
    });
}

#[test]
fn constraints_are_told_before_the_database_refuses_them() {
    in_transactions(async |tx, database| {
        let row = Reading::objects().earliest_by(reading::id, &mut *tx).await?;
        let again = Reading::create().book_id(row.book_id).reader_id(row.reader_id).build();
        let twice = "__all__ unique_together: Reading with this Book and Reader already exists.\n";
        assert_eq!(told(again.full_clean(&mut *tx).await), twice, "on {database:?}");

        // Of constraints with a condition only rows that meet it count.
        let owner = Named::create().name("n").code("full_clean").number(77_777).save(&mut *tx).await?;
        let new = |code: &str, number: Option<i32>, flag: bool| {
            let new = Constrained::create().code(code).state("it's on").flag(flag).owner(&owner);
            match number {
                None => new.build(),
                Some(number) => new.number(number).build(),
            }
        };
        new("a", Some(0), true).save(&mut *tx).await?;
        let told_of = async |new: New<Constrained>, tx: &mut Transaction<'static, AnyBackend>| {
            told(new.full_clean(tx).await)
        };
        assert_eq!(told_of(new("b", Some(1), false), tx).await, "", "on {database:?}");
        assert_eq!(told_of(new("b", None, false), tx).await, "", "on {database:?}");
        let one = "__all__ constraint: Constraint “constrained_one” is violated.\n";
        assert_eq!(told_of(new("b", Some(1), true), tx).await, one, "on {database:?}");
        assert_eq!(told_of(new("b", Some(8), false), tx).await, one, "on {database:?}");
        assert_eq!(
            told_of(new("a", Some(0), true), tx).await,
            "code unique: Constrained with this Code already exists.\n\
             __all__ unique_together: Constrained with this Number and State already exists. \
             unique_together: Constrained with this Owner and Code already exists. \
             constraint: Constraint “constrained_alive” is violated. \
             constraint: Constraint “constrained_one” is violated.\n",
            "on {database:?}"
        );
        let mut row =
            Constrained::objects().filter(constrained::owner_id.exact(owner.id)).get(&mut *tx).await?;
        assert_eq!(told(row.full_clean(&mut *tx).await), "", "on {database:?}");
        row.number = None;
        assert_eq!(told(row.full_clean(tx).await), "", "on {database:?}");
        Ok(())
    });
}

#[test]
fn checks_hold_as_in_the_database() {
    in_transactions(async |tx, database| {
        let new = || {
            let new = Checked::create().stars(3).state("new").price(decimal("1")).ratio(0.5).flag(true);
            new.day(date(2025, 1, 1)).maybe(true).moment(moment("2025-01-01T00:00:00Z")).clock(clock(8, 0, 0))
        };
        let named = async |new: New<Checked>, tx: &mut Transaction<'static, AnyBackend>| {
            let found = told(new.full_clean(&mut *tx).await);
            let names: Vec<&str> = found.split(['“', '”']).skip(1).step_by(2).collect();
            // The database says the same.
            let outcome = tx.atomic(async |mut tx| new.save(&mut tx).await).await;
            assert_eq!(outcome.is_ok(), names.is_empty(), "{names:?} {outcome:?}");
            names.join(" ").replace("checked_", "")
        };
        let checks = [
            (new().build(), ""),
            (new().stars(9).build(), "stars in"),
            (new().stars(0).build(), "stars positive in"),
            (new().least(3).most(2).build(), "order not_column"),
            (new().least(3).build(), "any"),
            (new().least(-20).most(2).build(), "any"),
            (new().state("void").build(), "state not"),
            (new().note("void").build(), "not_null nested"),
            (new().note("a").build(), "not_in"),
            (new().state("\\").build(), "state quotes"),
            (new().price(decimal("-1")).build(), "price"),
            (new().price(decimal("9999.50")).build(), "price_text"),
            (new().ratio(1.6).build(), "ratio"),
            (new().ratio(-1.5).build(), "ratio_whole"),
            (new().flag(false).build(), "flag flags"),
            (new().maybe(false).build(), "maybe"),
            (new().day(date(1899, 1, 1)).build(), "day"),
            (new().moment(moment("2100-01-01T00:00:00Z")).build(), "moment"),
            (new().clock(clock(6, 0, 0)).build(), "clock"),
            (new().uid(uuid("00000000000000000000000000000000")).build(), "uid"),
        ];
        for (new, expected) in checks {
            assert_eq!(named(new, tx).await, expected, "on {database:?}");
        }
        assert_eq!(Checked::objects().filter(checked::stars.exact(3)).count(tx).await?, 1, "on {database:?}");
        Ok(())
    });
}

#[test]
fn foreign_keys_lead_somewhere() {
    in_transactions(async |tx, database| {
        let missing = Reading::create().book_id(7_777).reader_id(1).build();
        let nowhere = "book_id invalid: book instance with id 7777 is not a valid choice.\n";
        assert_eq!(told(missing.full_clean(&mut *tx).await), nowhere, "on {database:?}");
        let coded = Coded::create().code_id("nobody").build();
        let nowhere = "code_id invalid: named instance with code 'nobody' is not a valid choice.\n";
        assert_eq!(told(coded.full_clean(&mut *tx).await), nowhere, "on {database:?}");
        // No author is no mistake.
        let book = Book::create().title("Emma").build();
        assert_eq!(told(book.full_clean(tx).await), "", "on {database:?}");
        Ok(())
    });
}
