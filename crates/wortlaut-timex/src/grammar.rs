//! The grammar of TIMEX3 values, as a hand-written recogniser.
//!
//! It accepts what TimeML 1.2.1 and the KRAUTS guidelines use: ISO 8601 dates, times and periods, `X` for unknown
//! digits, ISO weeks and weekends, seasons, quarters and halves, decades, centuries and millennia as truncated years,
//! years before Christ, parts of days, periods of decades, weekends and evenings, and the three references.

/// A reader of one value.
struct Reader<'v> {
    rest: &'v [u8],
}

impl Reader<'_> {
    fn eat(&mut self, literal: &[u8]) -> bool {
        match self.rest.strip_prefix(literal) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn at_end(&self) -> bool {
        self.rest.is_empty()
    }

    /// `count` characters that are digits or `X`; the number they make when all are digits.
    fn field(&mut self, count: usize) -> Option<Option<u32>> {
        let (field, rest) = self.rest.split_at_checked(count)?;
        let mut number = Some(0u32);
        for &byte in field {
            match byte {
                b'0'..=b'9' => number = number.map(|n| n * 10 + u32::from(byte - b'0')),
                b'X' => number = None,
                _ => return None,
            }
        }
        self.rest = rest;
        Some(number)
    }

    /// A field whose number, if it is one, lies in a range.
    fn ranged(&mut self, count: usize, low: u32, high: u32) -> bool {
        match self.field(count) {
            Some(Some(number)) => (low..=high).contains(&number),
            Some(None) => true,
            None => false,
        }
    }

    /// How many leading characters are digits or `X`.
    fn run(&self) -> usize {
        self.rest
            .iter()
            .take_while(|b| b.is_ascii_digit() || **b == b'X')
            .count()
    }
}

/// Whether `value` is a TIMEX3 value.
pub(crate) fn is_value(value: &str) -> bool {
    if matches!(value, "PRESENT_REF" | "PAST_REF" | "FUTURE_REF") {
        return true;
    }
    let mut reader = Reader { rest: value.as_bytes() };
    if reader.eat(b"P") {
        return period(&mut reader);
    }
    if reader.eat(b"T") {
        return time(&mut reader) && reader.at_end();
    }
    date(&mut reader)
}

fn date(reader: &mut Reader<'_>) -> bool {
    let before_christ = reader.eat(b"BC");
    let digits = reader.run();
    if digits < 4 {
        // A millennium, a century or a decade: a truncated year.
        return digits > 0 && reader.field(digits).is_some() && reader.at_end();
    }
    if reader.field(4).is_none() {
        return false;
    }
    if reader.at_end() {
        return true;
    }
    if before_christ && !reader.rest.starts_with(b"-") {
        return false;
    }
    if !reader.eat(b"-") {
        return false;
    }
    if reader.eat(b"W") {
        return week(reader);
    }
    if let Some(rest) = reader.rest.get(..2) {
        if matches!(rest, b"SP" | b"SU" | b"FA" | b"WI") {
            return reader.rest.len() == 2;
        }
    }
    if reader.eat(b"Q") {
        return reader.ranged(1, 1, 4) && reader.at_end();
    }
    if reader.eat(b"H") {
        return reader.ranged(1, 1, 2) && reader.at_end();
    }
    if !reader.ranged(2, 1, 12) {
        return false;
    }
    if reader.at_end() {
        return true;
    }
    if !reader.eat(b"-") || !reader.ranged(2, 1, 31) {
        return false;
    }
    reader.at_end() || (reader.eat(b"T") && time(reader) && reader.at_end())
}

/// After `W`: also *WI*, the winter.
fn week(reader: &mut Reader<'_>) -> bool {
    if reader.eat(b"I") {
        return reader.at_end();
    }
    if !reader.ranged(2, 1, 53) {
        return false;
    }
    if reader.at_end() {
        return true;
    }
    if !reader.eat(b"-") {
        return false;
    }
    if reader.eat(b"WE") {
        return reader.at_end();
    }
    reader.ranged(1, 1, 7) && (reader.at_end() || (reader.eat(b"T") && time(reader) && reader.at_end()))
}

/// After `T`: a part of the day, or hours with minutes and seconds.
fn time(reader: &mut Reader<'_>) -> bool {
    for part in [b"MO", b"MI", b"AF", b"EV", b"NI", b"DT"] {
        if reader.eat(part) {
            return true;
        }
    }
    if !reader.ranged(2, 0, 24) {
        return false;
    }
    for _ in 0..2 {
        if !reader.eat(b":") {
            return true;
        }
        if !reader.ranged(2, 0, 59) {
            return false;
        }
    }
    true
}

/// After `P`: `nY`, `nM`, `nW`, `nD`, `nQ`, decades `nDE`, centuries `nCE`, weekends `nWE`, evenings `nEV`, nights
/// `nNI`, and after `T` hours, minutes, seconds; `n` may be a decimal number or `X`.
fn period(reader: &mut Reader<'_>) -> bool {
    let mut fields = 0;
    let mut in_time = false;
    while !reader.at_end() {
        if !in_time && reader.eat(b"T") {
            in_time = true;
            if reader.at_end() {
                return false;
            }
            continue;
        }
        let digits = reader.run();
        if digits == 0 || reader.field(digits).is_none() {
            return false;
        }
        if reader.eat(b".") {
            let fraction = reader.run();
            if fraction == 0 || reader.field(fraction).is_none() {
                return false;
            }
        }
        let units: &[&[u8]] = if in_time {
            &[b"H", b"M", b"S", b"EV", b"NI", b"MO", b"AF"]
        } else {
            &[b"DE", b"CE", b"ML", b"WE", b"EV", b"NI", b"Y", b"M", b"W", b"D", b"Q"]
        };
        if !units.iter().any(|unit| reader.eat(unit)) {
            return false;
        }
        fields += 1;
    }
    fields > 0
}

#[cfg(test)]
mod tests {
    use super::is_value;

    #[test]
    fn accepts_the_forms_in_use() {
        for value in [
            "2025",
            "2025-02",
            "2025-02-18",
            "XXXX",
            "XXXX-02",
            "XXXX-02-18",
            "XXXX-XX-XX",
            "2025-W08",
            "XXXX-WXX",
            "2025-W08-WE",
            "XXXX-WXX-WE",
            "XXXX-WXX-2",
            "2025-SP",
            "2025-SU",
            "XXXX-FA",
            "2025-WI",
            "2025-Q3",
            "2025-H2",
            "XXXX-QX",
            "195",
            "19",
            "2",
            "BC0500",
            "BC07",
            "BC0044-03-15",
            "2025-02-18T20:15",
            "2025-02-18T20",
            "2025-02-18T24:00",
            "2025-02-18TMO",
            "2025-02-18TMI",
            "2025-02-18TAF",
            "2025-02-18TEV",
            "2025-02-18TNI",
            "XXXX-XX-XXT20:15",
            "XXXX-WXX-2T20:15",
            "XXXX-WXX-2TEV",
            "T20:15",
            "P1Y",
            "P2Y9M",
            "P0.5Y",
            "P1.5Y",
            "PXY",
            "PXDE",
            "P2DE",
            "P2WE",
            "P1Q",
            "PT35H",
            "PTXH",
            "PT3.5M",
            "PT60S",
            "P1DT2H",
            "PT2EV",
            "PRESENT_REF",
            "PAST_REF",
            "FUTURE_REF",
        ] {
            assert!(is_value(value), "{value}");
        }
    }

    #[test]
    fn refuses_everything_else() {
        for value in [
            "",
            "x",
            "2025-13",
            "2025-02-32",
            "2025-2-18",
            "2025-W54",
            "2025-Q5",
            "2025-H3",
            "P",
            "PT",
            "P1",
            "PY",
            "PT1Y",
            "18.2.2025",
            "2025-02-18T",
            "2025-02-18T25:00",
            "2025-02-18T20:60",
            "T8:30",
            "present_ref",
            "2025-WE",
            "BC",
            "2025-02-18 ",
            "P1Y ",
            "20255",
            "ä",
            "P-1Y",
            "P1.Y",
        ] {
            assert!(!is_value(value), "{value}");
        }
    }
}
