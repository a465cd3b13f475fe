"""Hand-worked cases at the edges; the working of each stands beside it and in README.md."""

import copy
import json
import random
import unittest
from datetime import date
from pathlib import Path

from compare import differences, lacking, overturned
from completions import completions
from days import add_years, full_years, retirement_day
from generate import Generator, id_number
from oracle import assess, conditions_of_all, is_complete, loads, refusals

HERE = Path(__file__).parent
TODAY = "2026-11-24"
EXAMPLE = (HERE / "example.dossier.json").read_text()


def person(**profile):
    """A complete, eligible dossier of 2026 without titles, degrees, certificates, achievements."""
    found = loads(EXAMPLE)
    found["profile"].update(profile)
    for name in ("degrees", "titles", "certificates", "achievements"):
        found[name] = []
    hours = {"total_hours": 90, "professional_hours": 60, "public_hours": 18}
    found["training"].insert(0, {"id": "h0", "year": 2021, **hours})
    return found


def engineer(appointed, level="engineer"):
    """A title by review."""
    return {"id": "t", "level": level, "how": "review", "appointed": appointed}


def degree(level, mode="full_time", on="2010-06-30"):
    """A degree."""
    return {"id": "d", "level": level, "mode": mode, "date": on}


def certificate(kind, on, until=None):
    """A certificate."""
    return {"id": "c", "kind": kind, "date": on, "valid_until": until}


def item(kind, on="2025-06-30", **fields):
    """An achievement."""
    return {"id": "a", "kind": kind, "title": "x", "date": on, "evidence": [], **fields}


def award(grade, klass, rank, key=None, on="2025-06-30"):
    """An award."""
    return item("award", on, grade=grade, **{"class": klass}, rank=rank, project_key=key)


def patent(kind, rank, key=None, on="2025-06-30"):
    """A patent."""
    return item("patent", on, type=kind, rank=rank, family_key=key)


def paper(tier, authorship="first_or_corresponding"):
    """A paper."""
    return item("paper", tier=tier, authorship=authorship)


def with_items(*items, **profile):
    """An eligible person with these achievements."""
    found = person(**profile)
    found["achievements"] = list(items)
    return found


class Verdicts(unittest.TestCase):
    """Helpers to look at one line of an assessment."""

    def gate(self, dossier, name, level="senior", season=2026):
        return assess(dossier, season)["verdicts"]["gates"][level][name]

    def condition(self, dossier, name, level="senior"):
        return assess(dossier, 2026)["verdicts"]["conditions"][level][name]

    def beside(self, dossier, route, level="senior"):
        return assess(dossier, 2026)["verdicts"]["routes_beside_gates"][level][route]

    def row(self, dossier, name, season=2026):
        return assess(dossier, season)["score"]["rows"][name]["high"]

    def first(self, dossier, route, level="senior", cut_off=None):
        return assess(dossier, 2026, cut_off)["earliest"][level][route]


class Example(Verdicts):
    """The published pair."""

    def test_the_published_example_is_reproduced(self):
        expected = json.loads((HERE / "example.assessment.json").read_text())
        del expected["book"]
        self.assertEqual(assess(loads(EXAMPLE), 2026), expected)


class Days(Verdicts):
    """Anniversaries, full years, retirement."""

    def test_five_years_are_full_on_the_day_itself(self):
        self.assertEqual(full_years(date(2021, 12, 31), date(2026, 12, 31)), 5)
        self.assertEqual(full_years(date(2022, 1, 1), date(2026, 12, 31)), 4)

    def test_a_leap_day_makes_a_year_on_28_february(self):
        self.assertEqual(full_years(date(2024, 2, 29), date(2025, 2, 28)), 1)
        self.assertEqual(full_years(date(2024, 2, 29), date(2025, 2, 27)), 0)
        self.assertEqual(full_years(date(2024, 2, 29), date(2028, 2, 28)), 3)
        self.assertEqual(full_years(date(2024, 2, 29), date(2028, 2, 29)), 4)
        self.assertEqual(add_years(date(2024, 2, 29), -5), date(2019, 2, 28))

    def test_retirement_is_delayed_in_steps_of_four_months(self):
        for sex, born, retired in (
            ("male", date(1964, 12, 31), date(2024, 12, 31)),
            ("male", date(1965, 1, 1), date(2025, 2, 1)),
            ("male", date(1965, 4, 30), date(2025, 5, 30)),
            ("male", date(1965, 5, 1), date(2025, 7, 1)),
            ("male", date(1976, 9, 1), date(2039, 9, 1)),
            ("male", date(1990, 1, 1), date(2053, 1, 1)),
            ("female", date(1969, 12, 31), date(2024, 12, 31)),
            ("female", date(1970, 1, 1), date(2025, 2, 1)),
            ("female", date(1981, 9, 30), date(2039, 9, 30)),
        ):
            self.assertEqual(retirement_day(sex, born), retired, (sex, born))

    def test_years_and_delay_are_clipped_once(self):
        # 26th month since 1970-01: seven months; 2027-09-29, not 28 by way of 2027-02-28.
        self.assertEqual(retirement_day("female", date(1972, 2, 29)), date(2027, 9, 29))
        # 31 December 1968 is the 48th month: twelve months; 2029-12-31.
        self.assertEqual(retirement_day("male", date(1968, 12, 31)), date(2029, 12, 31))
        # 31 March 1966 is the 15th month: four months; 2026-07-31.
        self.assertEqual(retirement_day("male", date(1966, 3, 31)), date(2026, 7, 31))
        # 31 October 1965 is the 10th month: three months; 2026-01-31.
        self.assertEqual(retirement_day("male", date(1965, 10, 31)), date(2026, 1, 31))
        # 31 May 1965 is the fifth month: two months; 2025-07-31.
        self.assertEqual(retirement_day("male", date(1965, 5, 31)), date(2025, 7, 31))
        # 31 March 1970 is the third month: one month; 2025-04 has thirty days.
        self.assertEqual(retirement_day("female", date(1970, 3, 31)), date(2025, 4, 30))


class Gates(Verdicts):
    """G3, G4, G6 and G7 at their edges."""

    def test_retirement_on_the_cut_off_day_fails(self):
        # July of the year after the first is the 19th month: five months; 2026-12-31.
        self.assertEqual(self.gate(person(sex="male", birth_date="1966-07-31"), "G3"), "not_met")
        self.assertEqual(self.gate(person(sex="female", birth_date="1971-07-31"), "G3"), "not_met")
        self.assertEqual(self.gate(person(sex="female", birth_date="1971-08-01"), "G3"), "met")

    def test_approved_late_retirement_keeps_the_gate(self):
        late = person(sex="male", birth_date="1950-01-01", late_retirement_approved=True)
        self.assertEqual(self.gate(late, "G3"), "met")

    def test_misconduct_closes_its_year_and_three_more(self):
        barred = {2022: "met", 2023: "not_met", 2024: "not_met", 2026: "not_met", None: "met"}
        for year, verdict in barred.items():
            self.assertEqual(self.gate(person(misconduct_year=year), "G4"), verdict, year)

    def test_the_first_season_after_a_ban_is_the_fourth_year(self):
        barred = with_items(award("national", 2, 9), misconduct_year=2025)
        self.assertEqual(self.first(barred, "landmark"), 2029)

    def test_one_basically_competent_year_fails(self):
        dossier = person()
        dossier["assessments"][0]["result"] = "basically_competent"
        self.assertEqual(self.gate(dossier, "G6"), "not_met")

    def test_assessments_of_the_season_year_do_not_count_for_it(self):
        dossier = person()
        dossier["assessments"].append({"id": "y4", "year": 2026, "result": "incompetent"})
        self.assertEqual(self.gate(dossier, "G6"), "met")

    def test_the_fifth_training_year_is_asked_of_professorial_only(self):
        dossier = person()
        dossier["training"][0]["public_hours"] = 17.5
        self.assertEqual(self.gate(dossier, "G7"), "met")
        self.assertEqual(self.gate(dossier, "G7", "professorial"), "not_met")

    def test_sixty_professional_hours_suffice_whatever_the_total(self):
        dossier = person()
        dossier["training"][2].update(total_hours=200, professional_hours=60)
        self.assertEqual(self.gate(dossier, "G7"), "met")
        dossier["training"][2].update(professional_hours=59.99)
        self.assertEqual(self.gate(dossier, "G7"), "not_met")


class TitlesAndWindow(Verdicts):
    """What counts as engineer, and which achievements are inside."""

    def test_five_years_before_the_cut_off_are_inside(self):
        for on, verdict in (("2021-12-31", "met"), ("2021-12-30", "not_met")):
            self.assertEqual(self.beside(with_items(award("national", 1, 1, on=on)), "landmark"), verdict)

    def test_the_cut_off_day_is_inside_and_the_next_is_not(self):
        for on, verdict in (("2026-12-31", "met"), ("2027-01-01", "not_met")):
            self.assertEqual(self.beside(with_items(award("national", 1, 1, on=on)), "landmark"), verdict)

    def test_the_appointment_day_is_inside(self):
        for on, verdict in (("2015-03-01", "met"), ("2015-02-28", "not_met")):
            dossier = with_items(award("national", 1, 1, on=on))
            dossier["titles"] = [engineer("2015-03-01")]
            self.assertEqual(self.beside(dossier, "landmark"), verdict)

    def test_a_recent_appointment_does_not_narrow_the_five_years(self):
        dossier = with_items(award("national", 1, 1, on="2022-01-01"))
        dossier["titles"] = [engineer("2026-01-01")]
        self.assertEqual(self.beside(dossier, "landmark"), "met")

    def test_each_level_has_its_own_window_and_the_score_has_the_senior_one(self):
        dossier = with_items(award("national", 2, 1, on="2018-01-01"))
        dossier["titles"] = [engineer("2010-01-01"), engineer("2020-01-01", "senior_engineer")]
        self.assertEqual(self.beside(dossier, "landmark"), "met")
        self.assertEqual(self.beside(dossier, "landmark", "professorial"), "not_met")
        self.assertEqual(self.row(dossier, "B4"), 2500)

    def test_the_earliest_title_counts_and_one_after_the_cut_off_does_not(self):
        dossier = person()
        dossier["titles"] = [engineer("2027-01-01")]
        self.assertEqual(self.row(dossier, "A2"), 0)
        dossier["titles"] += [engineer("2020-01-01"), engineer("2016-12-31")]
        self.assertEqual(self.row(dossier, "A2"), 500)

    def test_an_expired_registration_still_makes_an_engineer(self):
        dossier = person()
        dossier["certificates"] = [
            certificate("registered_safety_engineer", "2018-12-31", "2022-12-31")
        ]
        self.assertEqual(self.row(dossier, "A2"), 400)
        self.assertEqual(self.row(dossier, "A4"), 0)
        self.assertEqual(self.condition(dossier, "TC2"), "not_met")

    def test_a_senior_engineer_is_no_engineer_unless_entered(self):
        dossier = person()
        dossier["titles"] = [engineer("2010-01-01", "senior_engineer")]
        self.assertEqual(self.row(dossier, "A2"), 0)
        old = with_items(award("national", 1, 1, on="2015-01-01"))
        old["titles"] = dossier["titles"]
        self.assertEqual(self.beside(old, "landmark"), "not_met")
        self.assertEqual(self.beside(old, "landmark", "professorial"), "met")

    def test_a_certificate_expiring_on_the_cut_off_is_valid(self):
        for until, verdict in (("2026-12-31", "met"), ("2026-12-30", "not_met"), (None, "met")):
            dossier = person()
            dossier["certificates"] = [certificate("safety_assessor_1", "2020-01-01", until)]
            self.assertEqual(self.condition(dossier, "TC2"), verdict, until)

    def test_a_month_alone_means_its_last_day(self):
        dossier = person()
        dossier["titles"] = [engineer("2021-12")]
        self.assertEqual(self.row(dossier, "A2"), 300)


class Conditions(Verdicts):
    """Readings of single conditions."""

    def test_a_rank_limit_binds_national_awards_unless_only_national_is_said(self):
        eighth = award("national", 1, 8)
        self.assertEqual(self.condition(with_items(eighth), "TP3"), "not_met")
        science = with_items(eighth, category="safety_science")
        self.assertEqual(self.condition(science, "SP1"), "met")
        self.assertEqual(self.condition(science, "SP1", "professorial"), "met")
        self.assertEqual(self.beside(science, "landmark", "professorial"), "met")

    def test_provincial_first_class_needs_no_rank_for_the_senior_landmark(self):
        dossier = with_items(award("provincial", 1, 15))
        self.assertEqual(self.beside(dossier, "landmark"), "met")
        self.assertEqual(self.beside(dossier, "landmark", "professorial"), "not_met")

    def test_landmark_ranks_at_their_limits(self):
        for grade, klass, rank in (
            ("provincial", 2, 7), ("provincial", 3, 5), ("municipal", 1, 3), ("municipal", 2, 2),
        ):  # fmt: skip
            self.assertEqual(self.beside(with_items(award(grade, klass, rank)), "landmark"), "met")
            over = with_items(award(grade, klass, rank + 1))
            self.assertEqual(self.beside(over, "landmark"), "not_met")
        self.assertEqual(self.beside(with_items(award("municipal", 3, 1)), "landmark"), "not_met")

    def test_patent_types_do_not_mix(self):
        mixed = with_items(patent("utility", 1), patent("software", 1), patent("software", 1),
                           category="safety_science")  # fmt: skip
        self.assertEqual(self.condition(mixed, "SP3"), "not_met")
        mixed["achievements"].append(patent("software", 1))
        self.assertEqual(self.condition(mixed, "SP3"), "met")

    def test_patents_of_one_family_count_each_in_conditions_but_once_in_the_score(self):
        twins = with_items(patent("utility", 1, "f"), patent("utility", 3, "f"))
        self.assertEqual(self.condition(twins, "TP4"), "met")
        self.assertEqual(self.row(twins, "C3"), 200)

    def test_every_paper_must_be_first_or_corresponding(self):
        papers = [paper("indexed"), paper("indexed", "second"), paper("core"), paper("core")]
        dossier = with_items(*papers, category="safety_science")
        self.assertEqual(self.condition(dossier, "SP4", "professorial"), "not_met")
        dossier["achievements"][1]["authorship"] = "first_or_corresponding"
        self.assertEqual(self.condition(dossier, "SP4", "professorial"), "met")

    def test_a_monograph_alternative_is_for_senior_only(self):
        book = item("monograph", ten_thousand_characters=0.5, rank=9)
        service = with_items(book)
        manager = with_items(book, category="safety_management")
        for dossier, name in ((service, "TP6"), (manager, "MP6")):
            self.assertEqual(self.condition(dossier, name), "met")
            self.assertEqual(self.condition(dossier, name, "professorial"), "not_met")

    def test_one_record_may_meet_two_conditions(self):
        standard = item("standard", grade="provincial", rank=3)
        dossier = with_items(standard, category="safety_science")
        self.assertEqual(self.condition(dossier, "SC2"), "met")
        self.assertEqual(self.condition(dossier, "SP6"), "met")

    def test_a_doctor_needs_two_years_and_a_bachelor_five(self):
        records = [item("project", grade="municipal", role="lead")] * 3 + [paper("core")]
        dossier = with_items(*records)
        dossier["certificates"] = [certificate("safety_assessor_1", "2020-01-01")]
        for level, appointed, verdict in (
            ("doctor", "2024-12-31", "met"), ("doctor", "2025-01-01", "not_met"),
            ("bachelor", "2021-12-31", "met"), ("second_bachelor", "2022-01-01", "not_met"),
            ("college", "2000-01-01", "not_met"),
        ):  # fmt: skip
            dossier["degrees"] = [degree(level, "in_service")]
            dossier["titles"] = [engineer(appointed)]
            self.assertEqual(self.beside(dossier, "standard"), verdict, (level, appointed))
        dossier["titles"] = [engineer("2000-01-01")]
        for on, verdict in (("2026-12-31", "met"), ("2027-01-01", "not_met")):
            dossier["degrees"] = [degree("bachelor", on=on)]
            self.assertEqual(self.beside(dossier, "standard"), verdict, on)


class Score(Verdicts):
    """Rows, best-only, sub-caps and caps."""

    def test_the_best_degree_is_taken_after_the_reduction(self):
        dossier = person()
        dossier["degrees"] = [degree("master", "in_service"), degree("second_bachelor")]
        self.assertEqual(self.row(dossier, "A1"), 350)
        dossier["degrees"][0]["level"] = "doctor"
        self.assertEqual(self.row(dossier, "A1"), 450)

    def test_best_only_is_compared_after_the_coefficient(self):
        # 15 × 0.6 = 9.00 loses to 10 × 1.0; without a key both earn.
        shared = with_items(award("provincial", 2, 4, "k"), award("municipal", 1, 1, "k"))
        self.assertEqual(self.row(shared, "B4"), 1000)
        alone = with_items(award("provincial", 2, 4), award("municipal", 1, 1))
        self.assertEqual(self.row(alone, "B4"), 1900)

    def test_an_award_outside_the_window_does_not_take_the_key(self):
        dossier = with_items(award("national", 1, 1, "k", "2015-01-01"), award("municipal", 3, 1, "k"))
        self.assertEqual(self.row(dossier, "B4"), 600)

    def test_group_and_enterprise_standards_share_six_points(self):
        records = [item("standard", grade="group", rank=1)] * 2
        records += [item("standard", grade="enterprise", rank=1), item("standard", grade="provincial", rank=6)]
        self.assertEqual(self.row(with_items(*records), "B5"), 600 + 240)

    def test_public_papers_share_four_points(self):
        self.assertEqual(self.row(with_items(*[paper("public")] * 3, paper("core", "other")), "C1"), 480)

    def test_ranks_from_six_on_earn_three_tenths(self):
        for rank, points in ((1, 800), (2, 640), (3, 560), (4, 480), (5, 400), (6, 240), (40, 240)):
            research = item("research", grade="municipal", rank=rank)
            self.assertEqual(self.row(with_items(research), "B3"), points, rank)

    def test_each_valid_certificate_earns_also_a_second_of_its_kind(self):
        dossier = person()
        dossier["certificates"] = [certificate("other", "2020-01-01")] * 2
        self.assertEqual(self.row(dossier, "A4"), 200)
        dossier["certificates"] += [certificate("safety_assessor_1", "2020-01-01")] * 2
        self.assertEqual(self.row(dossier, "A4"), 600)

    def test_what_a_row_does_not_list_earns_nothing(self):
        dossier = with_items(
            item("research", grade="enterprise", rank=1), item("advice", grade="enterprise", rank=1),
            item("honour", grade="enterprise"), workplace_tier="city", front_line_years=0,
        )  # fmt: skip
        for name in ("A3", "A5", "B3", "C4"):
            self.assertEqual(self.row(dossier, name), 0, name)

    def test_monographs_by_length(self):
        for length, points in ((0.5, 300), (2.99, 300), (3, 600), (4, 700), (4.99, 700), (5, 800)):
            book = item("monograph", ten_thousand_characters=length, rank=1)
            self.assertEqual(self.row(with_items(book), "C2"), points, length)

    def test_eighty_points_exactly_reach_the_line(self):
        # A: 3.00 + 5.00 + 5.00 + 4.00 = 17.00; B: 30 + 20 (standards) + 10.00 = 60.00; C: 3.00.
        dossier = with_items(
            *[item("project", grade="provincial", role="lead")] * 2,
            *[item("standard", grade="national", rank=1)] * 2,
            award("municipal", 1, 1),
            item("monograph", ten_thousand_characters=1, rank=1),
            front_line_years=15,
        )
        dossier["degrees"] = [degree("bachelor")]
        dossier["titles"] = [engineer("2016-12-31")]
        dossier["certificates"] = [certificate("registered_safety_engineer", "2018-01-01")]
        result = assess(dossier, 2026)
        self.assertEqual(result["score"]["blocks"]["B"]["low"], 6000)
        self.assertEqual(result["score"]["total"]["low"], 8000)
        self.assertEqual(result["verdicts"]["routes"]["senior"]["scored"], "met")
        dossier["achievements"][-1]["rank"] = 2
        result = assess(dossier, 2026)
        self.assertEqual(result["score"]["total"]["low"], 7940)
        self.assertEqual(result["verdicts"]["routes"]["senior"]["scored"], "not_met")

    def test_the_scored_route_needs_an_engineer(self):
        dossier = with_items(
            *[item("project", grade="national", role="lead")] * 2,
            award("national", 1, 1), *[paper("indexed")] * 2, *[patent("invention", 1)] * 2,
            item("advice", grade="national", rank=1), front_line_years=15,
        )  # fmt: skip
        dossier["degrees"] = [degree("doctor")]
        dossier["certificates"] = [certificate("safety_assessor_1", "2018-01-01")] * 2
        result = assess(dossier, 2026)
        # A 16.00, B 60.00, C 12 + 10 + 4 = 26 capped at 25: 101.00, but no title.
        self.assertEqual(result["score"]["total"]["low"], 1600 + 6000 + 2500)
        self.assertEqual(result["verdicts"]["routes_beside_gates"]["senior"]["scored"], "not_met")


class Earliest(Verdicts):
    """Waiting."""

    def test_the_fifth_year_as_engineer_comes_with_its_season(self):
        records = [item("project", grade="municipal", role="lead")] * 3 + [paper("core")]
        dossier = with_items(*records)
        dossier["degrees"] = [degree("master")]
        dossier["titles"] = [engineer("2023-01-01")]
        dossier["certificates"] = [certificate("safety_assessor_1", "2020-01-01")]
        self.assertEqual(self.first(dossier, "standard"), 2028)
        # A certificate that ends before 2028 takes the second capability away.
        dossier["certificates"][0]["valid_until"] = "2028-12-30"
        self.assertIsNone(self.first(dossier, "standard"))

    def test_missing_training_is_waited_out(self):
        dossier = with_items(award("national", 1, 1, on="2025-12-31"))
        del dossier["training"][2]
        # 2023 is missing: the last season to look at it is 2027 with four years, 2028 with five.
        self.assertEqual(self.first(dossier, "landmark"), 2028)
        self.assertEqual(self.first(dossier, "landmark", "professorial"), 2029)

    def test_a_poor_entry_of_the_season_year_is_assumed_met(self):
        dossier = with_items(award("national", 1, 1), misconduct_year=2023)
        dossier["assessments"].append({"id": "y4", "year": 2026, "result": "incompetent"})
        self.assertEqual(self.first(dossier, "landmark"), 2027)

    def test_a_window_can_close_before_a_ban_ends(self):
        # From 2022-01-01 without a title: inside until 2026; the ban ends with 2028.
        dossier = with_items(award("national", 1, 1, on="2022-01-01"), misconduct_year=2025)
        self.assertIsNone(self.first(dossier, "landmark"))

    def test_retirement_ends_the_waiting(self):
        young = with_items(award("national", 1, 1, on="2027-01-01"), sex="male", birth_date="1967-03-31")
        # The 27th month: seven months; retired on 2027-10-31, before the cut-off of 2027.
        self.assertEqual(self.gate(young, "G3"), "met")
        self.assertIsNone(self.first(young, "landmark"))

    def test_the_tenth_season_on_is_the_last(self):
        for on, year in (("2036-12-31", 2036), ("2037-01-01", None)):
            self.assertEqual(self.first(with_items(award("national", 1, 1, on=on)), "landmark"), year)

    def test_a_given_cut_off_holds_for_its_season_alone(self):
        dossier = with_items(award("national", 1, 1, on="2026-12-01"))
        self.assertEqual(self.first(dossier, "landmark", cut_off="2026-11-30"), 2027)


class Tools(unittest.TestCase):
    """The generator, the completions and the comparison themselves."""

    def setUp(self):
        self.generator = Generator(random.Random(11), 2026, TODAY)

    def test_generated_dossiers_are_complete_and_never_refused(self):
        for _ in range(200):
            dossier = self.generator.dossier()
            self.assertTrue(is_complete(dossier))
            self.assertEqual(refusals(dossier, TODAY), [])

    def test_completions_keep_every_answer_and_are_never_refused(self):
        for seed in range(100):
            partial = self.generator.partial()
            before = copy.deepcopy(partial)
            for whole in completions(partial, random.Random(seed), 12, TODAY):
                self.assertTrue(is_complete(whole))
                self.assertEqual(refusals(whole, TODAY), [])
                for name, answer in partial["profile"].items():
                    self.assertEqual(whole["profile"][name], answer)
            self.assertEqual(partial, before)

    def test_a_definite_claim_on_an_unknown_is_overturned(self):
        partial = person()
        del partial["profile"]["civil_servant"]
        claim = assess(person(), 2026)
        found = []
        for whole in completions(partial, random.Random(1), 4, TODAY):
            found += overturned(claim, assess(whole, 2026), conditions_of_all(whole, 2026))
        self.assertIn(
            "verdicts.gates.senior.G2: the command says met, a completion gives not_met", found
        )

    def test_a_score_beyond_its_interval_is_found(self):
        partial = person()
        partial["complete"].remove("achievements")
        claim = assess(person(), 2026)
        rich = list(completions(partial, random.Random(1), 2, TODAY))[1]
        found = overturned(claim, assess(rich, 2026), conditions_of_all(rich, 2026))
        self.assertTrue(any(line.startswith("score.total: a completion gives") for line in found))

    def test_every_changed_line_of_an_answer_is_found(self):
        dossier = loads(EXAMPLE)
        expected, everything = assess(dossier, 2026), conditions_of_all(dossier, 2026)
        self.assertEqual(differences(expected, copy.deepcopy(expected), everything), [])
        changed = copy.deepcopy(expected)
        changed["verdicts"]["gates"]["senior"]["G7"] = "open"
        changed["score"]["rows"]["B4"]["low"] = 361
        changed["earliest"]["senior"]["scored"] = 2031
        del changed["verdicts"]["levels"]["senior"]
        changed["verdicts"]["routes"]["professorial"]["scored"] = "not_met"
        self.assertEqual(len(differences(expected, changed, everything)), 5)
        self.assertEqual(len(lacking(changed, expected, "technical_service")), 1)

    def test_id_numbers_carry_their_check_digit(self):
        number = id_number(date(1987, 2, 28), "female", random.Random(0))
        weights = [2 ** (17 - place) % 11 for place in range(17)]
        total = sum(w * int(c) for w, c in zip(weights, number))
        last = 10 if number[-1] == "X" else int(number[-1])
        self.assertEqual((total + last) % 11, 1)


if __name__ == "__main__":
    unittest.main()
