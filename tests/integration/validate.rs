//! `validate()`: what a schema asks of the values of a row, told all at once, in Django's words.

use queryset::demo::blog::{Author, Specimen, Theme, theme};
use queryset::demo::shop::{Customer, Product, Review, product};
use queryset::prelude::*;
use queryset::{Invalid, New};

use crate::support::{date, decimal, in_transactions};

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
