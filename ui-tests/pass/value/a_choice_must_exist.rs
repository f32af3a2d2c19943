//! The enum has the choices of the schema.

use queryset::demo::shop::{Order, OrderStatus, order};

fn main() {
    let _ = Order::objects().filter(order::status.exact(OrderStatus::Cancelled));
}
