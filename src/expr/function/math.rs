//! Functions of numbers: `round()`, `sqrt()`, `log()`, trigonometry.
//!
//! What has no value (the root of a negative number, a division by 0) is `NULL`, on PostgreSQL an error.
//! `abs()` is a transform, which lookups know by name.

use crate::context::Merge;
use crate::expr::{Computed, Expr, Made, MadeWith, Source, Term};
use crate::kind::{Calculates, Float, IsWholeNumber, Kind, Number};
use crate::model::{AllAre, Model};
use crate::path::{NotNull, Nullability, Nullable};
use crate::state::{FunctionName, MathFunction, Node};

fn math(function: MathFunction) -> FunctionName {
    FunctionName::Math(function)
}

macro_rules! of_a_number {
    ($($(#[$doc:meta])* $name:ident -> $out:ident, $null:ident = $function:ident;)*) => {
        impl<E: Source, K: Kind, N: Nullability> Expr<E, K, N> {
            $(
                $(#[$doc])*
                pub fn $name<L: Kind>(&self) -> Expr<Made<E>, L, of_a_number!(@null $null)>
                where
                    K: Number<$out = L>,
                {
                    self.call(math(MathFunction::$function))
                }
            )*
        }
    };
    (@null Same) => { N };
    (@null Nullable) => { Nullable };
}

of_a_number! {
    /// The angle whose cosine it is. `NULL` beyond -1 and 1, on PostgreSQL an error.
    ///
    /// Django: `ACos("x")`. SQL: `ACOS(…)`.
    #[doc(alias = "ACos")]
    acos -> Real, Nullable = ACos;

    /// The angle whose sine it is. `NULL` beyond -1 and 1, on PostgreSQL an error.
    ///
    /// Django: `ASin("x")`. SQL: `ASIN(…)`.
    #[doc(alias = "ASin")]
    asin -> Real, Nullable = ASin;

    /// The angle whose tangent it is.
    ///
    /// Django: `ATan("x")`. SQL: `ATAN(…)`.
    #[doc(alias = "ATan")]
    atan -> Real, Same = ATan;

    /// Its cosine, of an angle in radians.
    ///
    /// Django: `Cos("x")`. SQL: `COS(…)`.
    #[doc(alias = "Cos")]
    cos -> Real, Same = Cos;

    /// Its cotangent, of an angle in radians. That of 0 is infinite, on MySQL an error.
    ///
    /// Django: `Cot("x")`. SQL: `COT(…)`.
    #[doc(alias = "Cot")]
    cot -> Real, Same = Cot;

    /// It in degrees, of an angle in radians.
    ///
    /// Django: `Degrees("x")`. SQL: `DEGREES(…)`.
    #[doc(alias = "Degrees")]
    degrees -> Real, Same = Degrees;

    /// `e` to its power.
    ///
    /// Django: `Exp("x")`. SQL: `EXP(…)`.
    #[doc(alias = "Exp")]
    exp -> Real, Same = Exp;

    /// Its natural logarithm. `NULL` for 0 and below, on PostgreSQL an error.
    ///
    /// Django: `Ln("x")`. SQL: `LN(…)`.
    #[doc(alias = "Ln")]
    ln -> Real, Nullable = Ln;

    /// It in radians, of an angle in degrees.
    ///
    /// Django: `Radians("x")`. SQL: `RADIANS(…)`.
    #[doc(alias = "Radians")]
    radians -> Real, Same = Radians;

    /// Its sine, of an angle in radians.
    ///
    /// Django: `Sin("x")`. SQL: `SIN(…)`.
    #[doc(alias = "Sin")]
    sin -> Real, Same = Sin;

    /// Its square root. `NULL` below 0, on PostgreSQL an error.
    ///
    /// Django: `Sqrt("x")`. SQL: `SQRT(…)`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let roots: Vec<Option<f64>> = Entry::objects().values_list(entry::rating.sqrt()).flat().all(&db).await?;
    /// assert_eq!(roots[0], Some(5_f64.sqrt()));
    /// # Ok(()) });
    /// ```
    #[doc(alias = "Sqrt")]
    sqrt -> Real, Nullable = Sqrt;

    /// Its tangent, of an angle in radians.
    ///
    /// Django: `Tan("x")`. SQL: `TAN(…)`.
    #[doc(alias = "Tan")]
    tan -> Real, Same = Tan;

    /// The least whole number that is not smaller.
    ///
    /// Django: `Ceil("x")`. SQL: `CEILING(…)`.
    #[doc(alias = "Ceil")]
    ceil -> Same, Same = Ceil;

    /// The greatest whole number that is not greater.
    ///
    /// Django: `Floor("x")`. SQL: `FLOOR(…)`.
    #[doc(alias = "Floor")]
    floor -> Same, Same = Floor;

    /// -1, 0 or 1: whether it is below 0, 0 itself, or above.
    ///
    /// Django: `Sign("x")`. SQL: `SIGN(…)`.
    #[doc(alias = "Sign")]
    sign -> Same, Same = Sign;
}

impl<E: Source, K: Kind, N: Nullability> Expr<E, K, N> {
    /// It, rounded to so many digits behind the point; a negative number rounds to tens, hundreds and so
    /// on, which SQLite does not have: [`Error::NotSupported`](crate::Error::NotSupported).
    ///
    /// Halves are rounded away from 0; those of floats on MySQL to the even number.
    ///
    /// Django: `Round("x", 2)`, and `Round("x")` for `round(0)`. SQL: `ROUND(…)`; floats are cast to
    /// decimals for it on PostgreSQL.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let average = entry::rating.avg().round(1);
    /// let average: Option<f64> = Entry::objects().aggregate(average, &db).await?;
    /// assert_eq!(average, Some(5.0));
    /// # Ok(()) });
    /// ```
    #[doc(alias = "Round")]
    pub fn round<T, L: Kind>(&self, digits: T) -> Expr<MadeWith<E, T>, L, N::Or<T::Null>>
    where
        K: Number<Same = L>,
        T: Term<E::Model, Models: AllAre<E::Model>, Kind: IsWholeNumber>,
        E::Context: Merge<T::Context>,
    {
        self.call_with(math(MathFunction::Round), digits)
    }
}

impl<E: Source, K: Kind, N: Nullability> Expr<E, K, N> {
    /// The angle of the point whose ordinate it is, and whose abscissa is `x`.
    ///
    /// Django: `ATan2("y", "x")`. SQL: `ATAN2(…)`.
    #[doc(alias = "ATan2")]
    pub fn atan2<T>(&self, x: T) -> Expr<MadeWith<E, T>, K::Out, N::Or<T::Null>>
    where
        T: Term<E::Model, Models: AllAre<E::Model>>,
        K: Calculates<T::Kind>,
        E::Context: Merge<T::Context>,
    {
        self.call_with(math(MathFunction::ATan2), x)
    }

    /// Its logarithm to the base `base`. `NULL` where there is none, on PostgreSQL an error.
    ///
    /// Django: `Log(2, "x")`, with the base first. SQL: `LOG(…)`; floats are cast to decimals for it on
    /// PostgreSQL.
    #[doc(alias = "Log")]
    pub fn log<T>(&self, base: T) -> Expr<MadeWith<E, T>, K::Out, Nullable>
    where
        T: Term<E::Model, Models: AllAre<E::Model>>,
        K: Calculates<T::Kind>,
        E::Context: Merge<T::Context>,
    {
        self.call_with(math(MathFunction::Log), base)
    }

    /// The remainder of a division by `divisor`, with the sign of what is divided. `NULL` for 0, on
    /// PostgreSQL an error.
    ///
    /// Of integers it is a float, as in Django; `%` gives an integer.
    ///
    /// Django: `Mod("x", 5)`. SQL: `MOD(…)`; floats are cast to decimals for it on PostgreSQL.
    #[doc(alias = "Mod")]
    #[doc(alias = "modulo")]
    pub fn mod_<T>(&self, divisor: T) -> Expr<MadeWith<E, T>, K::Out, Nullable>
    where
        T: Term<E::Model, Models: AllAre<E::Model>>,
        K: Calculates<T::Kind>,
        E::Context: Merge<T::Context>,
    {
        self.call_with(math(MathFunction::Mod), divisor)
    }

    /// It, to the power of `exponent`. `NULL` where there is no such number, on PostgreSQL an error.
    ///
    /// Of integers it is a float; [`pow()`](Self::pow), Django's `**`, gives an integer.
    ///
    /// Django: `Power("x", 2)`. SQL: `POWER(…)`.
    #[doc(alias = "Power")]
    pub fn power<T>(&self, exponent: T) -> Expr<MadeWith<E, T>, K::Out, Nullable>
    where
        T: Term<E::Model, Models: AllAre<E::Model>>,
        K: Calculates<T::Kind>,
        E::Context: Merge<T::Context>,
    {
        self.call_with(math(MathFunction::Power), exponent)
    }
}

/// The number π, the same for each row.
///
/// Django: `Pi()`. SQL: `PI()`.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// # tokio_test(async |db| {
/// let circle: Vec<f64> =
///     Entry::objects().values_list(pi() * entry::number_of_comments).flat().all(&db).await?;
/// # let _ = circle;
/// # Ok(()) });
/// ```
#[doc(alias = "Pi")]
pub fn pi<M: Model>() -> Expr<Computed<M>, Float, NotNull> {
    Expr::computed(Node::function(math(MathFunction::Pi), Vec::new(), Float::<f64>::TYPE))
}

/// A number from 0 to below 1, another one for each row and each time.
///
/// Django: `order_by("?")`, `Random()`. SQL: `RANDOM()`, on MySQL and SQLite `RAND()`, which is
/// registered with each connection to SQLite.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// let query = Entry::objects().order_by(random()).values_list(entry::id).limit(3);
/// assert_sql!(query, r#"SELECT "blog_entry"."id" FROM "blog_entry" ORDER BY RAND() ASC LIMIT ?"#);
/// ```
#[doc(alias = "Random")]
#[doc(alias = "shuffle")]
pub fn random<M: Model>() -> Expr<Computed<M>, Float, NotNull> {
    Expr::computed(Node::Random)
}
