//! `numeric` in PostgreSQL's binary form: digits to the base 10,000.

use std::str::FromStr;

use rust_decimal::Decimal;

const NEGATIVE: u16 = 0x4000;
const NAN: u16 = 0xC000;
const INFINITY: u16 = 0xD000;
const NEGATIVE_INFINITY: u16 = 0xF000;

/// A number as the server sent it.
pub(super) struct Numeric<'r> {
    /// Two bytes for each group of four decimal digits.
    groups: &'r [u8],
    /// The power of 10,000 of the first group.
    weight: i16,
    sign: u16,
    /// Decimal digits after the point.
    scale: u16,
}

impl<'r> Numeric<'r> {
    pub(super) fn new(bytes: &'r [u8]) -> Option<Self> {
        let (header, groups) = bytes.split_first_chunk::<8>()?;
        let word = |at: usize| [header[at], header[at + 1]];
        let count = usize::from(u16::from_be_bytes(word(0)));
        (groups.len() == count * 2).then(|| Self {
            groups,
            weight: i16::from_be_bytes(word(2)),
            sign: u16::from_be_bytes(word(4)),
            scale: u16::from_be_bytes(word(6)),
        })
    }

    fn groups(&self) -> impl Iterator<Item = u16> + '_ {
        self.groups.chunks_exact(2).map(|group| u16::from_be_bytes([group[0], group[1]]))
    }

    fn len(&self) -> usize {
        self.groups.len() / 2
    }

    fn is_finite(&self) -> bool {
        self.sign & NAN != NAN
    }

    /// The digits as one number, when they are few enough, and its power of ten.
    fn mantissa(&self) -> Option<(i64, i32)> {
        if self.len() > 4 || !self.is_finite() {
            return None;
        }
        let digits = self.groups().fold(0, |number, group| number * 10_000 + i64::from(group));
        let last = i32::from(self.weight) + 1 - self.len() as i32;
        Some((if self.sign == NEGATIVE { -digits } else { digits }, last * 4))
    }

    /// The number when it is an integer.
    pub(super) fn to_i128(&self) -> Option<i128> {
        if !self.is_finite() {
            return None;
        }
        let integral = usize::try_from(i32::from(self.weight) + 1).unwrap_or(0);
        if self.groups().skip(integral).any(|group| group != 0) {
            return None;
        }
        let mut number = 0_i128;
        for group in self.groups().chain(std::iter::repeat(0)).take(integral) {
            number = number.checked_mul(10_000)?.checked_add(i128::from(group))?;
        }
        Some(if self.sign == NEGATIVE { -number } else { number })
    }

    /// The nearest floating point number.
    pub(super) fn to_f64(&self) -> f64 {
        match self.sign {
            NAN => return f64::NAN,
            INFINITY => return f64::INFINITY,
            NEGATIVE_INFINITY => return f64::NEG_INFINITY,
            _ => {}
        }
        // Both numbers are exact up to here, so that one division rounds once.
        if let Some((mantissa, exponent @ -22..=0)) = self.mantissa()
            && mantissa.unsigned_abs() < 1 << 53
        {
            return mantissa as f64 / 10_f64.powi(-exponent);
        }
        f64::from_str(&self.to_text()).expect("digits with a point are a number")
    }

    /// The decimal number, with its trailing zeros. Digits after the point that are more than 28 in
    /// all are rounded, as Python's decimals are; `None` when those before it are.
    pub(super) fn to_decimal(&self) -> Option<Decimal> {
        if !self.is_finite() {
            return None;
        }
        let scale = u32::from(self.scale);
        if let Some((mantissa, exponent)) = self.mantissa()
            && (-28..=0).contains(&exponent)
        {
            let mut decimal = Decimal::new(mantissa, exponent.unsigned_abs());
            if decimal.scale() != scale {
                decimal.rescale(scale.min(28));
            }
            return Some(decimal);
        }
        Decimal::from_str(&self.to_text()).ok()
    }

    pub(super) fn to_text(&self) -> String {
        match self.sign {
            NAN => return "NaN".to_owned(),
            INFINITY => return "Infinity".to_owned(),
            NEGATIVE_INFINITY => return "-Infinity".to_owned(),
            _ => {}
        }
        let weight = i32::from(self.weight);
        let group_at = |power: i32| {
            let at = usize::try_from(weight - power).ok();
            at.and_then(|at| self.groups().nth(at)).unwrap_or(0)
        };
        let mut text = if self.sign == NEGATIVE { "-".to_owned() } else { String::new() };
        text.push_str(&group_at(weight.max(0)).to_string());
        for power in (0..weight.max(0)).rev() {
            text.push_str(&format!("{:04}", group_at(power)));
        }
        let scale = usize::from(self.scale);
        if scale > 0 {
            text.push('.');
            let start = text.len();
            let mut power = -1;
            while text.len() - start < scale {
                text.push_str(&format!("{:04}", group_at(power)));
                power -= 1;
            }
            text.truncate(start + scale);
        }
        text
    }
}
