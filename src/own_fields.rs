//! [`OwnFields`]: the columns of a model itself, as `save_fields()` and the like take them.

use crate::backend::No;
use crate::expr::{At, Expr};
use crate::meta;
use crate::model::{Column, Just};
use crate::path::{Path, Root};

/// Columns of the model itself: a field, or a tuple of up to 16.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of fields",
    label = "neither a field nor a tuple of up to 16 fields",
    note = "write `theme::name` or `(theme::name, theme::order)`",
    note = "Django raises ValueError: The following fields do not exist in this model, are m2m fields, primary keys, or are non-concrete fields"
)]
pub trait OwnFields {
    /// The models whose fields it names, as a list.
    type Models;
    /// How they are reached, as a list.
    type Paths;
    /// Whether they are the primary key, as a list.
    type Keys;

    #[doc(hidden)]
    fn columns(&self, all: &mut Vec<&'static meta::Column>);
}

/// Says that columns are those of the model itself.
#[diagnostic::on_unimplemented(
    message = "only columns of the model itself can be named here, and this one is reached over a relation",
    label = "a field of a related model",
    note = "save or refresh the related instance by itself",
    note = "Django raises ValueError or FieldDoesNotExist"
)]
pub trait IsOwnColumn {}

#[diagnostic::do_not_recommend]
impl<M> IsOwnColumn for Root<M> {}
/// Says that a column is not the primary key.
#[diagnostic::on_unimplemented(
    message = "the primary key says which row is meant, so it cannot be written or refreshed",
    label = "the primary key",
    note = "to change a key, write `filter(…).update(theme::id.set(…), &db)`",
    note = "Django raises ValueError: … fields do not exist in this model, are m2m fields, primary keys, or are non-concrete fields"
)]
pub trait NotKey {}

#[diagnostic::do_not_recommend]
impl NotKey for No {}

/// Says it of all columns of a list.
#[doc(hidden)]
pub trait AllOwn {}

impl<P: IsOwnColumn> AllOwn for Just<P> {}
impl<F: AllOwn, R: AllOwn> AllOwn for (F, R) {}

/// Says it of all columns of a list.
#[doc(hidden)]
pub trait NoKeys {}

impl<K: NotKey> NoKeys for Just<K> {}
impl<F: NoKeys, R: NoKeys> NoKeys for (F, R) {}

#[diagnostic::do_not_recommend]
impl<P: Path, C: Column<Model = P::Target>, K, N> OwnFields for Expr<At<P, C>, K, N> {
    type Models = Just<P::Root>;
    type Paths = Just<P>;
    type Keys = Just<C::IsKey>;

    fn columns(&self, all: &mut Vec<&'static meta::Column>) {
        all.push(C::meta());
    }
}

/// Types as a list: `(A, (B, C))`.
macro_rules! list {
    ($one:ty) => { $one };
    ($first:ty, $($rest:ty),+) => { ($first, list!($($rest),+)) };
}

macro_rules! tuples {
    ($($($name:ident)+;)*) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<$($name: OwnFields),+> OwnFields for ($($name,)+) {
                type Models = list!($($name::Models),+);
                type Paths = list!($($name::Paths),+);
                type Keys = list!($($name::Keys),+);

                #[allow(non_snake_case, reason = "one name for the type and its value")]
                fn columns(&self, all: &mut Vec<&'static meta::Column>) {
                    let ($($name,)+) = self;
                    $($name.columns(all);)+
                }
            }
        )*
    };
}

/// The columns that a list names.
pub(crate) fn columns_of(fields: &impl OwnFields) -> Vec<&'static meta::Column> {
    let mut all = Vec::new();
    fields.columns(&mut all);
    all
}

tuples! {
    A;
    A B;
    A B C;
    A B C D;
    A B C D E;
    A B C D E F;
    A B C D E F G;
    A B C D E F G H;
    A B C D E F G H I;
    A B C D E F G H I J;
    A B C D E F G H I J K;
    A B C D E F G H I J K L;
    A B C D E F G H I J K L M;
    A B C D E F G H I J K L M N;
    A B C D E F G H I J K L M N O;
    A B C D E F G H I J K L M N O P;
}
