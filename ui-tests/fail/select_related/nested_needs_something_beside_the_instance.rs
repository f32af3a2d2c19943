//! Rows that are instances alone are no tree.

use queryset::demo::blog::{Entry};


fn main() {
    let _ = Entry::objects().nested();
}
