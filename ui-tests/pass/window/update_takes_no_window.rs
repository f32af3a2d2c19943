//! A new value is computed from the row itself.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;
use queryset::{Computed, Expr};

fn renumber(number: Expr<Computed<Entry>, kind::Integer>) {
    let _ = entry::number_of_comments.set(number);
}

fn main() {}
