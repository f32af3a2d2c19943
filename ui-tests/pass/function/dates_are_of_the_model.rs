//! A book was published.

use queryset::DateUnit;
use queryset::demo::blog::{Book, book};

fn main() {
    let _ = Book::objects().dates(book::published, DateUnit::Year);
}
