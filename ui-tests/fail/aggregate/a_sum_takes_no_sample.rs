//! `Sum("rating", sample=True)`: TypeError: Func.__init__() got an unexpected keyword argument 'sample'

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::rating.sum().sample();
}
