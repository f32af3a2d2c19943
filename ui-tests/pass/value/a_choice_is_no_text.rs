//! A field with choices takes the enum of its choices.

use queryset::demo::shop::{Order, OrderStatus, order};

fn main() {
    let _ = Order::objects().filter(order::status.exact(OrderStatus::Pending));
}
