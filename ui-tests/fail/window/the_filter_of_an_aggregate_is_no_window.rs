//! `annotate(s=Sum("rating", filter=Q(r__lte=3)))`, of `r=Window(RowNumber())`: OperationalError: misuse of window
//! function ROW_NUMBER()

use queryset::demo::blog::{Entry, entry};
use queryset::{row_number, window};

fn main() {
    let number = row_number().over(window().order_by(entry::id));
    let _ = Entry::objects().annotate(entry::rating.sum().filter(number.lte(3)));
}
