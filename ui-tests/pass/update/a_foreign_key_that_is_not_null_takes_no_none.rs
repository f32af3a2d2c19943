//! The theme of a blog may be `NULL`.

use queryset::demo::blog::blog;

fn main() {
    let _ = blog::theme().set(None);
}
