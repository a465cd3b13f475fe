//! When at the earliest.

use assess::{RouteLine, Verdict};

use super::Explain;

/// What is taken for granted when later years are looked at.
pub const ASSUMPTION: &str = "假定其他情况不变，从本年度起每年的考核和继续教育都达到要求";

impl Explain<'_> {
    /// The first season in which a route holds, in a word or two.
    pub fn earliest_year(self, route: &RouteLine) -> String {
        let season = self.assessment.season;
        let year = match (route.earliest.year, route.conclusion.verdict) {
            (Some(year), _) if year == season => format!("本年度（{year} 年）"),
            (Some(year), _) => format!("{year} 年"),
            (None, Verdict::Open) => "还算不出来".to_owned(),
            (None, Verdict::Met | Verdict::NotMet) => "光等时间不行".to_owned(),
        };
        let closes = route.earliest.closes;
        let closes = closes.map(|year| format!("，到 {year} 年又会不满足"));
        year + &closes.unwrap_or_default()
    }

    /// The first season in which a route holds, with what is taken for granted.
    pub fn earliest(self, route: &RouteLine) -> String {
        let season = self.assessment.season;
        let horizon = self.labels.book().horizon;
        let Some(year) = route.earliest.year else {
            return match route.conclusion.verdict {
                Verdict::Open => "最早哪一年：还有答案没填，算不出来。".to_owned(),
                Verdict::Met | Verdict::NotMet => format!(
                    "最早哪一年：光等时间不行，{season} 年到 {} 年都不满足（{ASSUMPTION}）；\
                     要先补上不满足的条件。",
                    season.saturating_add(horizon.into())
                ),
            };
        };
        let closes = route.earliest.closes;
        let closes = closes.map(|year| format!("到 {year} 年又会不满足，请留意。"));
        let closes = closes.unwrap_or_default();
        if year == season {
            let tail = if closes.is_empty() {
                String::new()
            } else {
                format!("{closes}（{ASSUMPTION}。）")
            };
            return format!("最早哪一年：本年度（{year} 年）就可以。{tail}");
        }
        format!("最早哪一年：{year} 年（{ASSUMPTION}）。{closes}")
    }
}
