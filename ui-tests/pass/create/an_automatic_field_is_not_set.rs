//! `auto_now_add` gives the time.

use queryset::demo::shop::Category;

fn main() {
    let _ = Category::create().name("Books").description("Printed, mostly.");
}
