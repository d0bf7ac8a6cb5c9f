//! Calendar arithmetic, after Howard Hinnant's "chrono-compatible low-level date algorithms".

/// A day of the Gregorian calendar, as the number of days since 1 January 1970.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Day(i64);

impl Day {
    /// A day by its year, month (1 to 12) and day of the month; none when there is no such day.
    pub(crate) fn new(year: i64, month: u8, day: u8) -> Option<Self> {
        let valid = (1..=12).contains(&month) && day >= 1 && day <= days_in_month(year, month);
        valid.then(|| Self(days_from_civil(year, i64::from(month), i64::from(day))))
    }

    /// Year, month and day of the month.
    pub(crate) fn civil(self) -> (i64, u8, u8) {
        civil_from_days(self.0)
    }

    /// The day `days` later.
    pub(crate) fn plus(self, days: i64) -> Self {
        Self(self.0 + days)
    }

    /// 1 for Monday to 7 for Sunday, as ISO 8601 counts.
    pub(crate) fn weekday(self) -> u8 {
        ((self.0 + 3).rem_euclid(7) + 1) as u8
    }

    /// How many days lie between the two.
    pub(crate) fn distance(self, other: Self) -> u64 {
        self.0.abs_diff(other.0)
    }

    /// The ISO 8601 week: its year and number. A week belongs to the year of its Thursday.
    pub(crate) fn week(self) -> (i64, i64) {
        let thursday = self.plus(4 - i64::from(self.weekday()));
        let (year, _, _) = thursday.civil();
        let new_year = days_from_civil(year, 1, 1);
        (year, (thursday.0 - new_year) / 7 + 1)
    }
}

pub(crate) fn days_in_month(year: i64, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Years begin in March here, so that the leap day is the last of its year; 400 years are an era.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

fn civil_from_days(days: i64) -> (i64, u8, u8) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = (month_from_march + 2) % 12 + 1;
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month as u8, day as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_eight_centuries_round_trips() {
        let mut expected = Day::new(1600, 1, 1).unwrap();
        for year in 1600..2400 {
            for month in 1..=12 {
                for day in 1..=days_in_month(year, month) {
                    let found = Day::new(year, month, day).unwrap();
                    assert_eq!(found, expected);
                    assert_eq!(found.civil(), (year, month, day));
                    expected = expected.plus(1);
                }
            }
        }
    }

    #[test]
    fn weekdays_and_weeks() {
        assert_eq!(Day::new(2024, 12, 16).unwrap().weekday(), 1);
        assert_eq!(Day::new(1970, 1, 1).unwrap().weekday(), 4);
        assert_eq!(Day::new(2024, 12, 30).unwrap().week(), (2025, 1));
        assert_eq!(Day::new(2021, 1, 3).unwrap().week(), (2020, 53));
    }

    #[test]
    fn there_is_no_30th_of_february() {
        assert_eq!(Day::new(2024, 2, 30), None);
        assert_eq!(Day::new(2024, 13, 1), None);
        assert_eq!(Day::new(2024, 1, 0), None);
    }
}
