use queryset::demo::blog::{Entry, entry};
use queryset::{case, row_number, window};

fn main() {
    let number = row_number().over(window().order_by(entry::id));
    let _ = Entry::objects().annotate(case().when(number.lte(3), 1).otherwise(0));
}
