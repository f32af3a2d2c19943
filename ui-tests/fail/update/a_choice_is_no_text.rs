//! `Order.objects.update(status="lost")`: Django stores it, though it is none of the choices.

use queryset::demo::shop::order;

fn main() {
    let _ = order::status.set("lost");
}
