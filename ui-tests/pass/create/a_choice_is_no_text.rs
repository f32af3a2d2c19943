//! A field with choices takes the enum of its choices.

use queryset::demo::shop::{Order, OrderStatus};

fn main() {
    let _ = Order::create().status(OrderStatus::Cancelled);
}
