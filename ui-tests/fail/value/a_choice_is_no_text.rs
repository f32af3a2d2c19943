//! `Order.objects.filter(status="pending")` is right in Django, which takes any other text too, and
//! finds no row.

use queryset::demo::shop::{Order, order};

fn main() {
    let _ = Order::objects().filter(order::status.exact("pending"));
}
