//! `Entry.objects.update(rating=Window(RowNumber()))`: FieldError: Window expressions are not
//! allowed in this query.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;
use queryset::{Computed, Expr, OverWindow, Plain};

fn renumber(number: Expr<Computed<Entry, Plain, OverWindow>, kind::Integer>) {
    let _ = entry::number_of_comments.set(number);
}

fn main() {}
