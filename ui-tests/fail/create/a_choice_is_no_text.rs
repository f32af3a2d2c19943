//! `Order.objects.create(status="lost", …)`: Django stores it, though it is none of the choices.

use queryset::demo::shop::Order;

fn main() {
    let _ = Order::create().status("lost");
}
