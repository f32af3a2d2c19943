//! `Theme.objects.order_by().reverse()`: Django ignores it, and gives the rows in any order.

use queryset::demo::blog::Theme;

fn main() {
    let _ = Theme::objects().order_by(()).reverse();
}
