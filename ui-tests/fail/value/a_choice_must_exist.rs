//! `Order.objects.filter(status="lost")`: Django finds no row, and says nothing.

use queryset::demo::shop::{Order, OrderStatus, order};

fn main() {
    let _ = Order::objects().filter(order::status.exact(OrderStatus::Lost));
}
