//! A field with choices takes the enum of its choices.

use queryset::demo::shop::{OrderStatus, order};

fn main() {
    let _ = order::status.set(OrderStatus::Cancelled);
}
