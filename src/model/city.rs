//! Cities whose local time meetings and deadlines use, with the rules of their time zones.
//!
//! The rules are those of the IANA time zone database, as supplied by `chrono-tz`: summer time
//! begins and ends correctly, even when a meeting is moved to another day.

use chrono::{NaiveDateTime, Offset, TimeZone};
use chrono_tz::Tz;

use super::keyed;

keyed! {
    /// A city where meetings are held, or whose local time a deadline uses.
    pub enum City as "city" {
        /// Abuja.
        Abuja = "abuja",
        /// Abu Dhabi.
        AbuDhabi = "abu-dhabi",
        /// Addis Ababa.
        AddisAbaba = "addis-ababa",
        /// Amman.
        Amman = "amman",
        /// Ankara.
        Ankara = "ankara",
        /// Athens.
        Athens = "athens",
        /// Bangkok.
        Bangkok = "bangkok",
        /// Beijing.
        Beijing = "beijing",
        /// Berlin.
        Berlin = "berlin",
        /// Bogotá.
        Bogota = "bogota",
        /// Brasília.
        Brasilia = "brasilia",
        /// Brussels.
        Brussels = "brussels",
        /// Bucharest.
        Bucharest = "bucharest",
        /// Buenos Aires.
        BuenosAires = "buenos-aires",
        /// Cairo.
        Cairo = "cairo",
        /// Canberra.
        Canberra = "canberra",
        /// Doha.
        Doha = "doha",
        /// Dublin.
        Dublin = "dublin",
        /// Geneva.
        Geneva = "geneva",
        /// Helsinki.
        Helsinki = "helsinki",
        /// Jakarta.
        Jakarta = "jakarta",
        /// Kyiv.
        Kyiv = "kyiv",
        /// Lisbon.
        Lisbon = "lisbon",
        /// London.
        London = "london",
        /// Madrid.
        Madrid = "madrid",
        /// Mexico City.
        MexicoCity = "mexico-city",
        /// Moscow.
        Moscow = "moscow",
        /// Nairobi.
        Nairobi = "nairobi",
        /// New Delhi.
        NewDelhi = "new-delhi",
        /// New York.
        NewYork = "new-york",
        /// Ottawa.
        Ottawa = "ottawa",
        /// Paris.
        Paris = "paris",
        /// Pretoria.
        Pretoria = "pretoria",
        /// Riyadh.
        Riyadh = "riyadh",
        /// Rome.
        Rome = "rome",
        /// Santiago.
        Santiago = "santiago",
        /// Seoul.
        Seoul = "seoul",
        /// Singapore.
        Singapore = "singapore",
        /// Stockholm.
        Stockholm = "stockholm",
        /// Strasbourg.
        Strasbourg = "strasbourg",
        /// Tallinn.
        Tallinn = "tallinn",
        /// Tehran.
        Tehran = "tehran",
        /// The Hague.
        TheHague = "the-hague",
        /// Tokyo.
        Tokyo = "tokyo",
        /// Vienna.
        Vienna = "vienna",
        /// Warsaw.
        Warsaw = "warsaw",
        /// Washington.
        Washington = "washington",
        /// Wellington.
        Wellington = "wellington",
    }
}

impl City {
    /// Its time zone.
    fn zone(self) -> Tz {
        match self {
            Self::Abuja => Tz::Africa__Lagos,
            Self::AbuDhabi => Tz::Asia__Dubai,
            Self::AddisAbaba => Tz::Africa__Addis_Ababa,
            Self::Amman => Tz::Asia__Amman,
            Self::Ankara => Tz::Europe__Istanbul,
            Self::Athens => Tz::Europe__Athens,
            Self::Bangkok => Tz::Asia__Bangkok,
            Self::Beijing => Tz::Asia__Shanghai,
            Self::Berlin => Tz::Europe__Berlin,
            Self::Bogota => Tz::America__Bogota,
            Self::Brasilia => Tz::America__Sao_Paulo,
            Self::Brussels => Tz::Europe__Brussels,
            Self::Bucharest => Tz::Europe__Bucharest,
            Self::BuenosAires => Tz::America__Argentina__Buenos_Aires,
            Self::Cairo => Tz::Africa__Cairo,
            Self::Canberra => Tz::Australia__Sydney,
            Self::Doha => Tz::Asia__Qatar,
            Self::Dublin => Tz::Europe__Dublin,
            Self::Geneva => Tz::Europe__Zurich,
            Self::Helsinki => Tz::Europe__Helsinki,
            Self::Jakarta => Tz::Asia__Jakarta,
            Self::Kyiv => Tz::Europe__Kyiv,
            Self::Lisbon => Tz::Europe__Lisbon,
            Self::London => Tz::Europe__London,
            Self::Madrid => Tz::Europe__Madrid,
            Self::MexicoCity => Tz::America__Mexico_City,
            Self::Moscow => Tz::Europe__Moscow,
            Self::Nairobi => Tz::Africa__Nairobi,
            Self::NewDelhi => Tz::Asia__Kolkata,
            Self::NewYork | Self::Washington => Tz::America__New_York,
            Self::Ottawa => Tz::America__Toronto,
            Self::Paris | Self::Strasbourg => Tz::Europe__Paris,
            Self::Pretoria => Tz::Africa__Johannesburg,
            Self::Riyadh => Tz::Asia__Riyadh,
            Self::Rome => Tz::Europe__Rome,
            Self::Santiago => Tz::America__Santiago,
            Self::Seoul => Tz::Asia__Seoul,
            Self::Singapore => Tz::Asia__Singapore,
            Self::Stockholm => Tz::Europe__Stockholm,
            Self::Tallinn => Tz::Europe__Tallinn,
            Self::Tehran => Tz::Asia__Tehran,
            Self::TheHague => Tz::Europe__Amsterdam,
            Self::Tokyo => Tz::Asia__Tokyo,
            Self::Vienna => Tz::Europe__Vienna,
            Self::Warsaw => Tz::Europe__Warsaw,
            Self::Wellington => Tz::Pacific__Auckland,
        }
    }

    /// Its UTC offset at a moment of local time, in minutes, positive to the east. When the clock
    /// is put back, an hour occurs twice, and the first is meant; when it is put forward, an hour
    /// is missing, and the offset before it counts.
    pub fn offset(self, local: NaiveDateTime) -> i16 {
        let at = |local: NaiveDateTime| self.zone().offset_from_local_datetime(&local).earliest();
        let before = || at(local - chrono::Duration::hours(1));
        let seconds = at(local).or_else(before).map_or(0, |it| it.fix().local_minus_utc());
        i16::try_from(seconds / 60).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Keyed;

    #[test]
    fn a_city_keeps_its_own_summer_time() {
        let at = |city: City, local: &str| city.offset(local.parse().unwrap());
        // Between the American and the European change of the clock Geneva is an hour nearer.
        assert_eq!(at(City::NewYork, "2026-03-07T12:00:00"), -300);
        assert_eq!(at(City::NewYork, "2026-03-09T12:00:00"), -240);
        assert_eq!(at(City::Geneva, "2026-03-09T12:00:00"), 60);
        assert_eq!(at(City::TheHague, "2026-03-30T12:00:00"), 120);
        assert_eq!(at(City::Nairobi, "2026-07-01T12:00:00"), 180);
        assert_eq!(at(City::NewDelhi, "2026-07-01T12:00:00"), 330);
    }

    #[test]
    fn an_hour_that_comes_twice_or_not_at_all_has_an_offset() {
        let at = |local: &str| City::Vienna.offset(local.parse().unwrap());
        assert_eq!(at("2026-10-25T02:30:00"), 120, "the first of the two");
        assert_eq!(at("2026-03-29T02:30:00"), 60, "left out");
    }

    #[test]
    fn every_city_has_an_offset_that_a_clock_can_have() {
        for city in City::ALL {
            let offset = city.offset("2026-07-01T12:00:00".parse().unwrap());
            assert!((-720..=840).contains(&offset), "{city:?}");
        }
    }
}
