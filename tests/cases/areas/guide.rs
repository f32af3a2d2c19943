//! The queries of a shop, as guides to Django show them.

use jiff::civil::datetime;
use queryset::demo::shop::*;
use serde_json::json;

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    let mut cases = basics();
    cases.extend(lookups());
    cases.extend(over_relations());
    cases.extend(counts());
    cases.extend(statistics());
    cases.extend(choices());
    cases.extend(instances_and_relations());
    cases.extend(order());
    cases.extend(subqueries());
    cases.extend(reports());
    cases.extend(writes());
    cases
}

/// A moment in UTC.
fn utc(year: i16, month: i8, day: i8) -> jiff::Timestamp {
    let zoned = datetime(year, month, day, 0, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC);
    zoned.expect("a moment of the calendar").timestamp()
}

fn basics() -> Vec<Case> {
    vec![
        ported("guide-001", async |tx| Product::objects().count(tx).await),
        ported("guide-002", async |tx| {
            let first = Product::objects().first(&mut *tx).await?;
            let last = Product::objects().last(tx).await?;
            Ok((first.map(|product| product.name), last.map(|product| product.name)))
        }),
        ported("guide-003", async |tx| Product::objects().filter(product::price.gt(500)).exists(tx).await),
        ported("guide-004", async |tx| {
            Product::objects().filter(product::category().name.exact("Electronics")).count(tx).await
        }),
        ported("guide-005", async |tx| {
            Product::objects()
                .filter(product::category().name.exact("Electronics") & product::price.gt(500))
                .values_list((product::name, product::price))
                .all(tx)
                .await
        }),
        ported("guide-006", async |tx| {
            Product::objects()
                .filter(product::price.lt(50) | product::category().name.exact("Books"))
                .count(tx)
                .await
        }),
        ported("guide-007", async |tx| {
            Product::objects().exclude(product::category().name.exact("Electronics")).count(tx).await
        }),
        ported("guide-008", async |tx| {
            Product::objects()
                .filter(
                    product::category().name.exact("Electronics")
                        & (product::price.lt(1000) | product::stock_quantity.gt(30)),
                )
                .values_list(product::name)
                .flat()
                .all(tx)
                .await
        }),
    ]
}

fn lookups() -> Vec<Case> {
    let products = |such: Q<Product>| Product::objects().filter(such);
    vec![
        ported("guide-009", async move |tx| {
            let exact = products(product::name.exact("MacBook Pro")).count(&mut *tx).await?;
            Ok((exact, products(product::name.iexact("macbook pro")).count(tx).await?))
        }),
        ported("guide-010", async move |tx| {
            let contains = products(product::name.contains("iPhone")).count(&mut *tx).await?;
            Ok((contains, products(product::name.icontains("samsung")).count(tx).await?))
        }),
        ported("guide-011", async move |tx| {
            let begins = products(product::name.startswith("Data")).count(&mut *tx).await?;
            Ok((begins, products(product::name.endswith("Course")).count(tx).await?))
        }),
        ported("guide-012", async move |tx| {
            let dear = products(product::price.gt(100)).count(&mut *tx).await?;
            let cheap = products(product::price.lt(50)).count(&mut *tx).await?;
            Ok((dear, cheap, products(product::price.gte(50) & product::price.lte(200)).count(tx).await?))
        }),
        ported("guide-013", async |tx| {
            Product::objects()
                .filter(product::category().name.in_(["Electronics", "Books"]))
                .values_list(product::name)
                .flat()
                .all(tx)
                .await
        }),
        ported("guide-014", async move |tx| {
            products(product::created_at.range(utc(2024, 2, 1), utc(2024, 2, 28))).count(tx).await
        }),
        ported("guide-015", async move |tx| {
            let in_february = products(product::created_at.month().exact(2)).count(&mut *tx).await?;
            Ok((in_february, products(product::created_at.year().exact(2024)).count(tx).await?))
        }),
        ported("guide-016", async move |tx| {
            let without = products(product::description.isnull(true)).count(&mut *tx).await?;
            let with = products(product::description.isnull(false)).count(&mut *tx).await?;
            Ok((without, with, products(product::description.exact("")).count(tx).await?))
        }),
        ported("guide-039", async |tx| {
            let orders = Order::objects;
            let date = order::order_date;
            let in_march = orders().filter(date.month().exact(3) & date.year().exact(2024));
            let later = orders().filter(date.date().gte(jiff::civil::date(2024, 3, 8)));
            Ok((in_march.count(&mut *tx).await?, later.count(tx).await?))
        }),
        ported("guide-040", async move |tx| {
            let of_techcorp = || product::supplier().name.exact("TechCorp");
            let some = products(product::price.gt(500) | of_techcorp()).count(&mut *tx).await?;
            let cheap =
                products(product::price.lt(100) & product::stock_quantity.gt(50)).count(&mut *tx).await?;
            Ok((some, cheap, products(!of_techcorp()).count(tx).await?))
        }),
    ]
}

fn over_relations() -> Vec<Case> {
    vec![
        ported("guide-017", async |tx| {
            let reviewed = Product::objects().filter(product::reviews().isnull(false)).distinct();
            let mut counts = Vec::new();
            for product in reviewed.all(&mut *tx).await? {
                let reviews = product.reviews().count(&mut *tx).await?;
                counts.push((product.name, reviews));
            }
            Ok(counts)
        }),
        ported("guide-018", async |tx| {
            Product::objects()
                .filter(product::reviews().isnull(true))
                .values_list(product::name)
                .flat()
                .all(tx)
                .await
        }),
        ported("guide-019", async |tx| {
            Product::objects().filter(product::reviews().rating.gte(4)).distinct().count(tx).await
        }),
        ported("guide-020", async |tx| {
            Product::objects().filter(product::supplier().rating.gte(4.0)).count(tx).await
        }),
        ported("guide-021", async |tx| {
            Customer::objects().filter(customer::orders().isnull(false)).distinct().count(tx).await
        }),
        ported("guide-037", async |tx| {
            let tagged = |name| Product::objects().filter(product::tags().name.exact(name));
            let bestsellers = tagged("bestseller").count(&mut *tx).await?;
            Ok((bestsellers, tagged("popular").count(tx).await?))
        }),
        ported("guide-059", async |tx| {
            InventoryLog::objects()
                .filter(inventory_log::from_product().name.exact("MacBook Pro"))
                .values_list((inventory_log::to_product().name, inventory_log::quantity))
                .all(tx)
                .await
        }),
    ]
}

fn counts() -> Vec<Case> {
    vec![
        ported("guide-022", async |tx| {
            let order_count = product::order_item().count();
            Product::objects()
                .annotate(&order_count)
                .filter(order_count.gt(0))
                .order_by((order_count.desc(), product::id))
                .values_list((product::name, &order_count))
                .all(tx)
                .await
        }),
        ported("guide-038", async |tx| {
            let tag_count = product::tags().count();
            Product::objects()
                .annotate(&tag_count)
                .filter(tag_count.gt(1))
                .order_by((tag_count.desc(), product::id))
                .values_list((product::name, &tag_count))
                .all(tx)
                .await
        }),
        ported("guide-046", async |tx| {
            let total_spent = customer::orders().total_amount.sum();
            let order_count = customer::orders().count();
            Customer::objects()
                .annotate((&total_spent, &order_count))
                .filter(total_spent.isnull(false))
                .order_by(total_spent.desc())
                .limit(10)
                .values_list((customer::id, &total_spent, &order_count))
                .all(tx)
                .await
        }),
        ported("guide-060", async |tx| {
            named!(n: inventory_log::id.count(), q: inventory_log::quantity.sum());
            InventoryLog::objects()
                .values(inventory_log::action)
                .annotate((&n, &q))
                .order_by(inventory_log::action)
                .all(tx)
                .await
        }),
    ]
}

fn statistics() -> Vec<Case> {
    vec![
        ported("guide-023", async |tx| {
            let products = category::products();
            named!(product_count: products.count(), avg_price: products.price.avg());
            named!(total_stock: products.stock_quantity.sum());
            named!(max_price: products.price.max(), min_price: products.price.min());
            Category::objects()
                .values((category::name, &product_count, &avg_price, &total_stock, &max_price, &min_price))
                .order_by(category::id)
                .all(tx)
                .await
        }),
        ported("guide-024", async |tx| {
            let review_count = product::reviews().count();
            let avg_rating = product::reviews().rating.avg();
            let total_ordered = product::order_item().quantity.sum();
            Product::objects()
                .annotate((&review_count, &avg_rating, &total_ordered))
                .filter(review_count.gt(0))
                .order_by(product::id)
                .values_list((product::name, &review_count, &avg_rating, &total_ordered))
                .all(tx)
                .await
        }),
        ported("guide-025", async |tx| {
            let products = supplier::products();
            let (product_count, avg_price) = (products.count(), products.price.avg());
            let (total_reviews, avg_rating) = (products.reviews().count(), products.reviews().rating.avg());
            let total_stock = products.stock_quantity.sum();
            Supplier::objects()
                .annotate((&product_count, &avg_price, &total_reviews, &avg_rating, &total_stock))
                .order_by((avg_rating.desc().nulls_last(), supplier::id))
                .values_list((
                    supplier::name,
                    &product_count,
                    &avg_price,
                    &total_reviews,
                    &avg_rating,
                    &total_stock,
                ))
                .all(tx)
                .await
        }),
        ported("guide-033", async |tx| {
            let products = category::products();
            let product_count = products.count();
            let active_product_count = products.count().filter(products.is_active);
            let (avg_price, total_stock) = (products.price.avg(), products.stock_quantity.sum());
            Category::objects()
                .annotate((&product_count, &active_product_count, &avg_price, &total_stock))
                .order_by((product_count.desc(), category::id))
                .values_list((
                    category::name,
                    &product_count,
                    &active_product_count,
                    &avg_price,
                    &total_stock,
                ))
                .all(tx)
                .await
        }),
        ported("guide-047", async |tx| {
            let last = customer::orders().order_date.max();
            Customer::objects()
                .exclude(customer::orders().order_date.gte(utc(2024, 3, 5)))
                .annotate(&last)
                .order_by(customer::id)
                .values_list((customer::id, &last))
                .all(tx)
                .await
        }),
    ]
}

fn choices() -> Vec<Case> {
    vec![
        ported("guide-026", async |tx| {
            let price = product::price;
            named!(price_category: case()
                .when(price.lt(50), "Cheap")
                .when(price.lt(200), "Medium")
                .otherwise("Expensive"));
            Product::objects().values((product::name, product::price, &price_category)).all(tx).await
        }),
        ported("guide-027", async |tx| {
            named!(price_category: case().when(product::price.lt(50), "Cheap").otherwise("Expensive"));
            let rows = Product::objects().values((product::name, &price_category));
            rows.order_by(product::id).limit(1).all(tx).await
        })
        .unlike(
            "text is a value, and a field is a field",
            json!([{ "name": "MacBook Pro", "price_category": "Expensive" }]),
        ),
        ported("guide-028", async |tx| {
            use OrderStatus::{Delivered, Pending, Processing, Shipped};
            let status = order::status;
            let delivered = case().when(status.exact(Delivered), 1).count();
            let pending = case().when(status.exact(Pending), 1).count();
            let revenue = case().when(status.exact(Delivered), order::total_amount).sum();
            let open = status.in_([Processing, Shipped, Pending]);
            let pending_revenue = case().when(open, order::total_amount).sum();
            Order::objects()
                .aggregate((order::id.count(), delivered, pending, revenue, pending_revenue), tx)
                .await
        }),
    ]
}

fn instances_and_relations() -> Vec<Case> {
    let product = |id: i64| Product::objects().filter(product::id.exact(id));
    let electronics = || Category::objects().filter(category::name.exact("Electronics"));
    vec![
        ported("guide-029", async move |tx| {
            let product = product(1).get(&mut *tx).await?;
            let category = product.category(&mut *tx).await?;
            Ok((category.name, product.supplier(tx).await?.name))
        }),
        ported("guide-030", async move |tx| {
            let related = product(1).select_related((product::category(), product::supplier()));
            let (_, category, supplier) = related.get(tx).await?;
            Ok((category.name, supplier.name))
        }),
        ported("guide-031", async move |tx| {
            let category = electronics().get(&mut *tx).await?;
            let count = category.products().count(&mut *tx).await?;
            let products = category.products().all(tx).await?;
            Ok((count, products.into_iter().map(|product| product.name).collect::<Vec<_>>()))
        }),
        ported("guide-032", async move |tx| {
            let (_, products) = electronics().prefetch_related(category::products()).get(tx).await?;
            let names: Vec<_> = products.into_iter().map(|product| product.name).collect();
            Ok((names.len(), names))
        }),
        ported("guide-034", async |tx| {
            let mut customers = Vec::new();
            for user in User::objects().order_by(user::id).all(&mut *tx).await? {
                let customer = user.customer(&mut *tx).await?;
                customers.push((user.username, customer.is_some()));
            }
            Ok(customers)
        }),
        ported("guide-035", async |tx| {
            let customers = Customer::objects().select_related(customer::user()).order_by(customer::id);
            let rows = customers.all(tx).await?;
            let named = rows.into_iter().map(|(_, user)| format!("{} {}", user.first_name, user.last_name));
            Ok(named.collect::<Vec<_>>())
        }),
        ported("guide-036", async move |tx| {
            let iphone = product(2).get(&mut *tx).await?;
            let tags = iphone.tags().order_by(tag::name).values_list(tag::name).flat().all(&mut *tx).await?;
            let bestseller = Tag::objects().filter(tag::name.exact("bestseller")).get(&mut *tx).await?;
            let products = bestseller.products().all(tx).await?;
            Ok((tags, products.into_iter().map(|product| product.name).collect::<Vec<_>>()))
        }),
        rows(
            "guide-048",
            Product::objects()
                .filter(
                    product::category().name.exact("Electronics")
                        & product::price.range(100, 1000)
                        & (product::supplier().rating.gte(4.0) | product::reviews().rating.gte(4)),
                )
                .distinct()
                .select_related((product::category(), product::supplier()))
                .order_by(product::id),
        ),
        ported("guide-055", async |tx| {
            named!(item_count: order::items().count());
            let products = Product::objects().prefetch_related(product::category()).nested();
            let items =
                OrderItem::objects().prefetch_related(prefetch(order_item::product(), products)).nested();
            let orders = Order::objects()
                .select_related((order::customer(), order::customer().user()))
                .prefetch_related(prefetch(order::items(), items))
                .annotate(&item_count)
                .order_by(order::id)
                .limit(2);
            orders.nested().all(tx).await
        }),
    ]
}

fn order() -> Vec<Case> {
    vec![
        ported("guide-041", async |tx| {
            Product::objects()
                .order_by(product::price.desc())
                .limit(5)
                .values_list((product::name, product::price))
                .all(tx)
                .await
        }),
        ported("guide-042", async |tx| {
            Product::objects()
                .order_by((product::category().name, product::price.desc()))
                .values_list((product::category().name, product::name))
                .all(tx)
                .await
        }),
    ]
}

fn subqueries() -> Vec<Case> {
    vec![
        ported("guide-043", async |tx| {
            let newest = Order::objects()
                .filter(order::customer_id.exact(outer(customer::id)))
                .order_by(order::order_date.desc())
                .limit(1);
            let date = subquery(newest.clone().values_list(order::order_date));
            let amount = subquery(newest.values_list(order::total_amount));
            Customer::objects()
                .annotate((&date, &amount))
                .order_by(customer::id)
                .values_list((customer::id, &date, &amount))
                .all(tx)
                .await
        }),
        ported("guide-044", async |tx| {
            let best = Review::objects()
                .filter(review::product_id.exact(outer(product::id)))
                .order_by(review::rating.desc())
                .values_list(review::rating)
                .limit(1);
            let highest = subquery(best);
            Product::objects()
                .annotate(&highest)
                .order_by(product::id)
                .values_list((product::name, &highest))
                .all(tx)
                .await
        }),
        ported("guide-045", async |tx| {
            let large = Order::objects()
                .filter(order::customer_id.exact(outer(customer::id)) & order::total_amount.gt(500));
            let high = exists(large);
            let customers = Customer::objects().annotate(&high).filter(high.exact(true));
            customers.order_by(customer::id).all(tx).await
        }),
    ]
}

fn reports() -> Vec<Case> {
    let items = product::order_item;
    let revenue = move || (items().quantity * items().price).sum();
    vec![
        ported("guide-049", async |tx| {
            let (products, items) = (category::products(), category::products().order_item());
            let (product_count, avg_price) = (products.count(), products.price.avg());
            let total_revenue = (items.quantity * items.price).sum();
            Category::objects()
                .annotate((&product_count, &avg_price, &total_revenue))
                .filter(product_count.gt(0))
                .order_by(category::id)
                .values_list((category::name, &product_count, &avg_price, &total_revenue))
                .all(tx)
                .await
        }),
        ported("guide-050", async move |tx| {
            let (total_sold, revenue) = (items().quantity.sum(), revenue());
            let (avg_rating, review_count) = (product::reviews().rating.avg(), product::reviews().count());
            Product::objects()
                .annotate((&total_sold, &revenue, &avg_rating, &review_count))
                .filter(total_sold.isnull(false))
                .order_by((revenue.desc(), product::id))
                .limit(5)
                .values_list((product::name, &total_sold, &revenue, &avg_rating, &review_count))
                .all(tx)
                .await
        }),
        ported("guide-051", async move |tx| {
            let total_sold = items().quantity.sum().coalesce(0);
            let revenue = revenue().coalesce(decimal("0"));
            let score = case()
                .when(revenue.gt(1000), "A")
                .when(revenue.gt(500), "B")
                .when(revenue.gt(100), "C")
                .otherwise("D");
            Product::objects()
                .annotate((&total_sold, &revenue))
                .annotate(&score)
                .order_by((revenue.desc(), product::id))
                .values_list((product::name, &total_sold, &revenue, &score))
                .all(tx)
                .await
        }),
        ported("guide-052", async move |tx| {
            let revenue = revenue().coalesce(0);
            let rows = Product::objects().annotate(&revenue).order_by(product::id);
            rows.values_list((product::id, &revenue)).limit(3).all(tx).await
        })
        .unlike("an integer goes with a decimal", json!([[1, "1299.99"], [2, "1999.98"], [3, "849.99"]])),
        ported("guide-053", async |tx| {
            let total_sold = product::order_item().count();
            let stock = product::stock_quantity;
            let turnover =
                case().when(stock.exact(0), null::<kind::Float, _>()).otherwise(&total_sold * 1.0 / stock);
            Product::objects()
                .annotate(&total_sold)
                .annotate(&turnover)
                .order_by(product::id)
                .values_list((product::id, &turnover))
                .all(tx)
                .await
        }),
        ported("guide-054", async |tx| {
            let worth = (product::price * product::stock_quantity).sum();
            let running_total = worth.over(window().order_by(product::created_at));
            let category_average = product::price.avg().over(window().partition_by(product::category()));
            Product::objects()
                .annotate((&running_total, &category_average))
                .order_by(product::id)
                .values_list((product::id, &running_total, &category_average))
                .all(tx)
                .await
        }),
    ]
}

fn writes() -> Vec<Case> {
    let product = |id: i64| Product::objects().filter(product::id.exact(id));
    vec![
        ported("guide-056", async |tx| {
            let new = (0..10).map(|number| {
                Product::create()
                    .name(format!("Product {number}"))
                    .description("")
                    .price(decimal(&format!("{}.99", number * 10)))
                    .category_id(1)
                    .supplier_id(1)
            });
            Ok(Product::objects().bulk_create(new, tx).batch_size(4).await?.len())
        })
        .state(async |tx| {
            Product::objects()
                .filter(product::id.gt(10))
                .order_by(product::id)
                .values_list((product::name, product::price, product::stock_quantity, product::is_active))
                .all(tx)
                .await
        }),
        ported("guide-057", async move |tx| {
            let mut product = product(1).get(&mut *tx).await?;
            product.price = decimal("1099.99");
            product.save(tx).await
        })
        .state(async |tx| {
            Product::objects().filter(product::id.exact(1)).values_list(product::price).flat().all(tx).await
        }),
        ported("guide-058", async move |tx| {
            let mut from = product(1).select_for_update().get(&mut *tx).await?;
            let mut to = product(2).select_for_update().get(&mut *tx).await?;
            from.stock_quantity -= 5;
            to.stock_quantity += 5;
            from.save(&mut *tx).await?;
            to.save(&mut *tx).await?;
            let log = InventoryLog::create()
                .action("transfer")
                .from_product(&from)
                .to_product(&to)
                .quantity(5)
                .notes("")
                .created_at(utc(2024, 5, 1))
                .save(tx)
                .await?;
            Ok(log.id)
        })
        .state(async |tx| {
            let both = Product::objects().filter(product::id.lt(3)).order_by(product::id);
            both.values_list(product::stock_quantity).flat().all(tx).await
        }),
    ]
}
