//! `Category.objects.create(name="Books", created_at=…)`: Django ignores the time that is given.

use jiff::Timestamp;
use queryset::demo::shop::Category;

fn main() {
    let _ = Category::create().name("Books").created_at(Timestamp::UNIX_EPOCH);
}
