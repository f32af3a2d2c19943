//! What writes leave behind: tables that several cases read afterwards.

use queryset::Error;
use queryset::demo::shop::*;

use super::prelude::*;
use crate::case::Tx;

/// Key, name and order of each theme.
pub(super) async fn themes(tx: &mut Tx) -> Result<Vec<(i64, String, i32)>, Error> {
    Theme::objects().order_by(theme::id).values_list((theme::id, theme::name, theme::order)).all(tx).await
}

/// Key and rating of each entry.
pub(super) async fn ratings(tx: &mut Tx) -> Result<Vec<(i64, Option<i32>)>, Error> {
    Entry::objects().order_by(entry::id).values_list((entry::id, entry::rating)).all(tx).await
}

/// Key, name and theme of each blog.
pub(super) async fn blogs(tx: &mut Tx) -> Result<Vec<(i64, String, Option<i64>)>, Error> {
    Blog::objects().order_by(blog::id).values_list((blog::id, blog::name, blog::theme_id)).all(tx).await
}

/// Name and description of each category.
pub(super) async fn categories(tx: &mut Tx) -> Result<Vec<(String, String)>, Error> {
    let categories = Category::objects().order_by(category::id);
    categories.values_list((category::name, category::description)).all(tx).await
}

/// The keys of the tags of a product.
pub(super) async fn tags_of(id: i64, tx: &mut Tx) -> Result<Vec<i64>, Error> {
    let product = Product::objects().filter(product::id.exact(id)).get(&mut *tx).await?;
    product.tags().order_by(tag::id).values_list(tag::id).flat().all(tx).await
}

/// The one theme with a key.
pub(super) async fn theme_of(id: i64, tx: &mut Tx) -> Result<Theme, Error> {
    Theme::objects().filter(theme::id.exact(id)).get(tx).await
}

/// The one blog with a key.
pub(super) async fn blog_of(id: i64, tx: &mut Tx) -> Result<Blog, Error> {
    Blog::objects().filter(blog::id.exact(id)).get(tx).await
}

/// The one entry with a key.
pub(super) async fn entry_of(id: i64, tx: &mut Tx) -> Result<Entry, Error> {
    Entry::objects().filter(entry::id.exact(id)).get(tx).await
}

/// The one product with a key.
pub(super) async fn product_of(id: i64, tx: &mut Tx) -> Result<Product, Error> {
    Product::objects().filter(product::id.exact(id)).get(tx).await
}
