//! A tour of queries, on the data of a shop: `cargo run --example tour`.
//!
//! It makes an SQLite database in memory from `schema/shop.toml`, loads the shop, and shows for each
//! query how it is written, the SQL that was sent, and the rows that came back.

mod show;

use queryset::demo::shop::{
    Category, Customer, Order, OrderStatus, Product, Review, Supplier, Tag, category, customer, order,
    product, review, supplier, tag,
};
use queryset::demo::{self, MODELS};
use queryset::prelude::*;

use crate::show::{Tour, show, step};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let mut tour = Tour::new();
    let db = Db::<Sqlite>::connect("sqlite::memory:").await?;
    queryset::create_tables(&db, MODELS).await?;
    demo::load(&db).await?;

    tour.chapter("One table");
    show!(tour, db, "All rows of a model", Category::objects());
    show!(
        tour,
        db,
        "Some fields, as tuples",
        Product::objects().values_list((product::name, product::price)).limit(3)
    );
    show!(
        tour,
        db,
        "One field, as bare values",
        Category::objects().order_by(category::name).values_list(category::name).flat()
    );
    show!(
        tour,
        db,
        "A condition",
        Product::objects().filter(product::price.gt(100)).values((product::name, product::price))
    );
    show!(
        tour,
        db,
        "Case is ignored, and % is only a character",
        Product::objects().filter(product::name.icontains("pro")).values_list(product::name).flat()
    );
    show!(
        tour,
        db,
        "AND, OR and NOT",
        Product::objects()
            .filter(
                (product::price.lt(50) | product::stock_quantity.gt(100)) & !product::name.startswith("Y")
            )
            .values((product::name, product::price, product::stock_quantity))
    );
    show!(
        tour,
        db,
        "The rows for which a condition is not true",
        Product::objects()
            .exclude(product::is_active.exact(true))
            .values_list((product::name, product::is_active))
    );
    show!(
        tour,
        db,
        "A range, and an order with two parts",
        Product::objects()
            .filter(product::price.range(20, 100))
            .order_by((product::stock_quantity.desc(), product::name))
            .values((product::name, product::stock_quantity, product::price))
    );
    show!(
        tour,
        db,
        "A choice is an enum: a wrong status does not compile",
        Order::objects()
            .filter(order::status.in_([OrderStatus::Pending, OrderStatus::Shipped]))
            .order_by(order::id)
            .values((order::id, order::status, order::total_amount))
    );
    show!(
        tour,
        db,
        "A part of a date",
        Order::objects().filter(order::order_date.month().exact(2)).values((order::id, order::order_date))
    );
    show!(
        tour,
        db,
        "NULL, and where it stands in the order",
        Customer::objects()
            .order_by(customer::date_of_birth.asc().nulls_last())
            .values((customer::id, customer::date_of_birth))
    );
    show!(
        tour,
        db,
        "A field compared with another one of the same row: Django's F()",
        Product::objects()
            .filter(product::updated_at.gt(product::created_at))
            .values_list((product::name, product::created_at, product::updated_at))
            .limit(3)
    );
    show!(
        tour,
        db,
        "Arithmetic with fields",
        Product::objects()
            .filter((product::price * product::stock_quantity).gt(10_000))
            .values_list((product::name, product::price * product::stock_quantity))
    );
    show!(
        tour,
        db,
        "A slice of a slice",
        Product::objects()
            .order_by(product::id)
            .values_list((product::id, product::name))
            .slice(2..8)
            .slice(1..3)
    );
    show!(
        tour,
        db,
        "Only some fields are loaded, and reading another one does not compile",
        Supplier::objects()
            .only((supplier::name, supplier::rating))
            .order_by(supplier::rating.desc())
            .limit(2)
    );

    tour.chapter("Relations");
    show!(
        tour,
        db,
        "A field of a related row: the join is visible in the call",
        Product::objects().filter(product::category().name.exact("Electronics")).values((
            product::name,
            product::category().name,
            product::supplier().name
        ))
    );
    show!(
        tour,
        db,
        "The key of a related row needs no join",
        Product::objects()
            .filter(product::category().id.exact(3))
            .values_list((product::name, product::category_id))
    );
    show!(
        tour,
        db,
        "Over two relations, and ordered over one",
        Order::objects()
            .filter(order::customer().user().username.startswith("j"))
            .order_by((order::customer().user().username, order::id))
            .values((order::customer().user().username, order::id, order::total_amount))
    );
    show!(
        tour,
        db,
        "Backwards: categories that have a product above 500",
        Category::objects()
            .filter(category::products().price.gt(500))
            .distinct()
            .values_list(category::name)
            .flat()
    );
    show!(
        tour,
        db,
        "Many-to-many, in both directions",
        Tag::objects()
            .filter(tag::products().category().name.exact("Clothing"))
            .distinct()
            .order_by(tag::name)
            .values_list(tag::name)
            .flat()
    );
    show!(
        tour,
        db,
        "One filter() speaks of one related row: a review with 5 stars in one month",
        Product::objects()
            .filter(product::reviews().rating.exact(5) & product::reviews().created_at.year().exact(2024))
            .distinct()
            .values_list(product::name)
            .flat()
    );
    show!(
        tour,
        db,
        "exclude() over a to-many relation: products without a review below 4",
        Product::objects().exclude(product::reviews().rating.lt(4)).values_list(product::name).flat()
    );
    show!(
        tour,
        db,
        "Rows without related rows",
        Product::objects().filter(product::reviews().isnull(true)).values_list(product::name).flat()
    );
    show!(
        tour,
        db,
        "A subquery on the right of in_",
        Review::objects()
            .filter(
                review::product_id
                    .in_(Product::objects().filter(product::price.gt(500)).values_list(product::id).flat())
            )
            .values((review::product_id, review::rating, review::comment))
    );
    show!(
        tour,
        db,
        "exists(), with a reference to the row outside",
        Supplier::objects()
            .filter(exists(
                Product::objects()
                    .filter(product::supplier_id.exact(outer(supplier::id)) & product::stock_quantity.lt(20))
            ))
            .values_list(supplier::name)
            .flat()
    );

    tour.chapter("One answer");
    step!(tour, "One row", Product::objects().filter(product::name.exact("MacBook Pro")).get(&db));
    step!(tour, "The first of an order", Order::objects().order_by(order::total_amount.desc()).first(&db));
    step!(tour, "How many", Product::objects().filter(product::is_active).count(&db));
    step!(
        tour,
        "Whether there is one",
        Product::objects().filter(product::stock_quantity.exact(0)).exists(&db)
    );

    tour.chapter("Changes");
    step!(
        tour,
        "A new row; a missing field does not compile",
        Tag::create().name("limited edition").save(&db)
    );
    step!(
        tour,
        "Many new rows in one statement",
        Tag::objects()
            .bulk_create(["vintage", "refurbished"].map(|name| Tag::create().name(name).build()), &db)
    );
    step!(
        tour,
        "Changed by an expression, in the database",
        Product::objects()
            .filter(product::stock_quantity.lt(20))
            .update(product::stock_quantity.set(product::stock_quantity + 5), &db)
    );
    step!(tour, "Deleted", Tag::objects().filter(tag::name.in_(["vintage", "refurbished"])).delete(&db));

    let mut tx = db.begin().await?;
    step!(tour, "Inside a transaction …", Supplier::objects().update(supplier::rating.set(1.0), &mut tx));
    tx.rollback().await?;
    step!(tour, "… that was rolled back", Supplier::objects().filter(supplier::rating.exact(1.0)).count(&db));
    Ok(())
}
