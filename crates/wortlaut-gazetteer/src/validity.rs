//! When what an entry says is true.

use jiff::civil::Date;

/// The days on which an entry holds: an office, a name of a company. Both ends are included; an end that is open is `None`.
///
/// Who knows the day of a document gives it to [`Recognizer::recognize_on_into`](crate::Recognizer::recognize_on_into), which
/// prefers entries that hold, or to [`NameFinder::on`](crate::NameFinder::on), which leaves the others out; or asks
/// [`ListedEntry::validity`](crate::ListedEntry::validity).
///
/// ```
/// use wortlaut_gazetteer::Validity;
///
/// let term = Validity::parse("2021-12-08", "2025-05")?;
/// assert!(term.contains("2025-05-31".parse()?));
/// assert!(!term.contains("2021-12-07".parse()?));
/// assert!(Validity::default().contains("1848-03-18".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Validity {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
}

/// A day, month or year of a list could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no date; write 2025, 2025-05 or 2025-05-31")]
pub struct ValidityError(pub(crate) String);

impl Validity {
    /// From its ends as ISO dates; a month or a year means its first day at the start and its last day at the end. An
    /// empty text is an open end.
    ///
    /// # Errors
    ///
    /// [`ValidityError`] for anything else.
    pub fn parse(from: &str, until: &str) -> Result<Self, ValidityError> {
        let end = |text: &str, last: bool| match text.trim() {
            "" => Ok(None),
            text => day(text, last).map(Some).ok_or_else(|| ValidityError(text.to_owned())),
        };
        Ok(Validity {
            from: end(from, false)?,
            until: end(until, true)?,
        })
    }

    /// Whether the entry holds on a day.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether both ends are open.
    #[must_use]
    pub fn is_always(&self) -> bool {
        self.from.is_none() && self.until.is_none()
    }
}

/// The first or the last day of a year, a month or a day.
fn day(text: &str, last: bool) -> Option<Date> {
    let mut parts = text.split('-');
    let number = |part: &str, digits: usize| {
        (part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| part.parse::<i16>().ok())
            .flatten()
    };
    let year = number(parts.next()?, 4)?;
    let month = parts.next().map(|part| number(part, 2));
    let day = parts.next().map(|part| number(part, 2));
    if parts.next().is_some() || month == Some(None) || day == Some(None) {
        return None;
    }
    let month = month.flatten();
    let date = |month: i16, day: i16| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
    match (month, day.flatten()) {
        (Some(month), Some(day)) => date(month, day),
        (Some(month), None) => date(month, 1).map(|first| if last { first.last_of_month() } else { first }),
        (None, _) if last => date(12, 31),
        (None, _) => date(1, 1),
    }
}

/// A day as a number, for files.
pub(crate) fn to_number(day: Date) -> i64 {
    i64::from(day.year()) * 512 + i64::from(day.month()) * 32 + i64::from(day.day())
}

/// The day of a number; `None` for a number that is none.
pub(crate) fn from_number(number: i64) -> Option<Date> {
    let year = i16::try_from(number.div_euclid(512)).ok()?;
    let rest = number.rem_euclid(512);
    Date::new(year, (rest / 32) as i8, (rest % 32) as i8).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_months_and_years() {
        for (from, until, first, last) in [
            ("2021", "2021", "2021-01-01", "2021-12-31"),
            ("2024-02", "2024-02", "2024-02-01", "2024-02-29"),
            ("2024-02-28", "2024-02-28", "2024-02-28", "2024-02-28"),
            ("0962", "1806-08-06", "0962-01-01", "1806-08-06"),
        ] {
            let validity = Validity::parse(from, until).unwrap();
            assert_eq!(validity.from, Some(first.parse().unwrap()));
            assert_eq!(validity.until, Some(last.parse().unwrap()));
        }
        assert!(Validity::parse("", " ").unwrap().is_always());
        for wrong in [
            "heute",
            "21",
            "2021-13",
            "2021-02-30",
            "2021-1-1",
            "2021-01-01-01",
            "+021",
            "8.12.2021",
        ] {
            assert!(Validity::parse(wrong, "").is_err(), "{wrong}");
        }
    }

    #[test]
    fn numbers_come_back() {
        for text in ["0001-01-01", "1999-12-31", "9999-12-31", "-000044-03-15"] {
            let day: Date = text.parse().unwrap();
            assert_eq!(from_number(to_number(day)), Some(day));
        }
        assert_eq!(from_number(7), None);
        assert_eq!(from_number(i64::MAX), None);
    }
}
