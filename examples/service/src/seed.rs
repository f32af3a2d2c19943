//! Rows to begin with.

use queryset::prelude::*;
use rust_decimal::Decimal;

use crate::Database;
use crate::email::Email;
use crate::models::shop::{Category, Customer, Product};

/// What a shop has that was just opened.
pub struct Seeded {
    pub products: Vec<Product>,
    pub customers: Vec<Customer>,
}

/// So many products of two categories, with as much stock each, and so many customers.
pub async fn seed(products: u32, stock: u32, customers: u32, db: &Database) -> Result<Seeded, Error> {
    let tx = async |mut tx| {
        let books = Category::create().name("Books").save(&mut tx).await?;
        let games = Category::create().name("Games").save(&mut tx).await?;
        let product = |number: u32| {
            Product::create()
                .name(format!("Product {number:04}"))
                .price(Decimal::from(number) + Decimal::new(99, 2))
                .stock(stock)
                .category(if number.is_multiple_of(2) { &books } else { &games })
        };
        let customer = |number: u32| {
            Customer::create()
                .name(format!("Customer {number}"))
                .email(Email::new(&format!("customer{number}@example.com")))
        };
        Product::objects().bulk_create((1..=products).map(product), &mut tx).await?;
        Customer::objects().bulk_create((1..=customers).map(customer), &mut tx).await?;
        Ok(Seeded {
            products: Product::objects().all(&mut tx).await?,
            customers: Customer::objects().all(&mut tx).await?,
        })
    };
    db.atomic(tx).await
}
