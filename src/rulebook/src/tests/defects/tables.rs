//! The defects: the text changed, its replacement, a text on the line of the error, what is said.
//!
//! `text@-2` is the line two above that of the text.

use super::Defect;

#[rustfmt::skip]
pub(super) const BOOK: &[Defect] = &[
    ("zhicheng-book/1", "zhicheng-book/9", "zhicheng-book/9", "this version reads `zhicheng-book/1`"),
    ("1.0.0", "1.0", "version", "write MAJOR.MINOR.PATCH"),
    ("1.0.0", "1.00.0", "version", "write MAJOR.MINOR.PATCH"),
    ("id = \"small\"", "id = \"小书\"", "id = \"小书\"", "`小书` cannot be an id"),
    ("horizon = 10", "horizon = 31", "horizon", "from 0 to 30 is possible"),
    ("2030-12-31", "2019-12-31", "effective_to", "comes before"),
    ("month = 12, day = 31", "month = 2, day = 29", "cut_off = {", "no day of every year"),
    ("rule = \"cut_off\"", "rule = { answer = \"birth\" }", "截止日@-2", "says on what authority"),
    ("\"只用于测试。\"", "\" \\t\"", "about", "the text is empty"),
    ("locator = \"示例·级别\"", "locator = \"\"", "locator = \"\"", "the text is empty"),
    ("name = \"name\"", "name = \"sex\"", "name = \"sex\"", "it must be a text"),
    ("name = \"name\"", "name = \"nam\"", "name = \"nam\"", "did you mean `name`?"),
    ("id_number = \"id_number\"", "id_number = \"name\"", "id_number = \"name\"", "an identity number"),
    ("category = \"field\"\n", "", "[roles]", "in a book with categories"),
    ("category = \"field\"", "category = \"path\"", "category = \"path\"", "they must be science"),
    ("category = \"field\"", "category = \"field\"\ntarget = \"sex\"", "target = \"sex\"", "they must be generous"),
    ("{ id = \"top\", label = \"正高级\" }", "{ id = \"tops\", label = \"正高级\" }", "level = \"target_level\"", "they must be senior, top"),
    ("window = \"senior_window\"\nauthority = \"plan\"", "window = \"window\"\nauthority = \"plan\"", "window = \"window\"", "there is no window `window`"),
];

#[rustfmt::skip]
pub(super) const ANSWERS: &[Defect] = &[
    ("id = \"in_post\"\nscreen = \"who\"", "id = \"in_post\"\nscreen = \"what\"", "screen = \"what\"", "there is no screen `what`"),
    ("id = \"in_post\"", "id = \"years\"", "label = \"一线年数\"@-2", "used by another question"),
    ("{ scale = \"grade\" }", "{ scale = \"grades\" }", "scale = \"grades\"", "did you mean `grade`?"),
    ("{ scale = \"grade\" }", "{ scale = \"grade\", only = [\"city\"] }", "only", "there is no choice `city`"),
    ("min = 0, max = 60", "min = 61, max = 60", "max = 60", "comes before"),
    ("min = 0, max = 1000", "min = 0.5, max = 0.25", "max = 0.25", "comes before"),
    ("year = { min = 1990 }", "year = { min = 19 }", "min = 19 ", "from 1900 to 2200"),
    ("text = { max = 100 }", "text = { max = 0 }", "max = 0 }", "out of range"),
    ("birth_date = \"birth\" }", "birth_date = \"sex\" }", "birth_date", "it must be a date"),
    ("sex = \"sex\"", "sex = \"path\"", "sex = \"path\"", "a choice with `male` and `female`"),
    ("choice = [{ id = \"city\", label = \"市\" }, { id = \"agency\", label = \"代理\" }]", "choice = []", "choice = []", "there is no choice"),
    ("id = \"agency\"", "id = \"city\"", "代理", "used by another choice"),
    ("id = \"training\"", "id = \"profile\"", "id = \"profile\"", "a meaning of its own"),
    ("id = \"hours\"", "id = \"evidence\"", "id = \"evidence\"", "a meaning of its own"),
    ("unique = \"year\"", "unique = \"yeer\"", "unique", "did you mean `year`?"),
    ("kind_field = \"kind\"\n", "", "id = \"works\"@-1", "`kind_field` is needed in a list with kinds"),
    ("window_field = \"date\"", "window_field = \"rank\"", "window_field", "it must be a date"),
    ("window_field = \"date\"", "window_field = \"key\"", "window_field", "records of kind `research` have no field `key`"),
    ("{ title = \"title\", lead", "{ title = \"date\", lead", "title = \"date\"", "it must be a text"),
    ("lead = [{ field=\"rank\", is = 1 }]", "lead = []", "lead = []", "there is no field"),
    ("lead = [{ field=\"rank\", is = 1 }]", "lead = [{ field = \"rnk\", is = 1 }]", "field = \"rnk\"", "did you mean `rank`?"),
    ("lead = [{ field=\"rank\", is = 1 }]", "lead = [{ field = \"rank\", is = \"first\" }]", "is = \"first\"", "write a number"),
    ("id = \"tier\"", "id = \"date\"", "id = \"date\", label = \"层次\"", "used by another field"),
    ("question = \"birth\" }, {", "question = \"sex\" }, {", "question = \"sex\" }, {", "it must be a date"),
    ("field = \"appointed\" } }]", "field = \"level\" } }]", "field = \"level\" } }]", "it must be a date"),
    ("grade = \"national\", rank", "tier = \"core\", rank", "tier = \"core\", rank", "there is no field `tier`"),
];

#[rustfmt::skip]
pub(super) const DAYS: &[Defect] = &[
    ("field = \"appointed\", where", "field = \"level\", where", "field = \"level\", where", "it must be a date"),
    ("years_before_cut_off = 5", "years_before_cut_off = 500", "years_before_cut_off", "out of range"),
    ("answer = \"birth\"", "answer = \"years\"", "answer = \"years\"", "it must be a date"),
    ("on_or_before = \"cut_off\" }", "on_or_before = \"engineer_since\" }", "工程师起算日@-2", "depends on itself: engineer_since → engineer_since"),
    ("from = \"1965-01\"", "from = \"1965-13\"", "1965-13", "a month as YYYY-MM"),
    ("from = \"1970-01\", every = 4", "from = \"1970-01\", every = 0", "every = 0", "out of range"),
    ("female = { years", "woman = { years", "woman", "there is no choice `woman`"),
    ("female = { years", "woman = { years", "[date.rule.staged_age.stage]", "there is no stage `female`"),
    ("by = \"sex\"", "by = \"years\"", "by = \"years\"", "it must be a choice"),
    ("[\"engineer_since\", \"five_years_back\"]", "[\"engineer_since\", \"five_years\"]", "from = [", "there is no date `five_years`"),
    ("[\"engineer_since\", \"five_years_back\"]", "[]", "from = []", "add at least one date"),
    ("to = \"cut_off\"", "to = \"cutoff\"", "to = \"cutoff\"", "did you mean `cut_off`?"),
];

#[rustfmt::skip]
pub(super) const TESTS: &[Defect] = &[
    ("test = true", "test = \"yes\"", "test = \"yes\"", "write `true` or `false`"),
    ("test = true", "test = { at_least = true }", "at_least = true", "`at_least` does not fit `in_post`"),
    ("test = true", "test = {}", "test = {}", "the test bounds nothing"),
    ("test = true", "test = { is = true, or_none = true }", "is = true, or_none", "`null` is no answer to `in_post`"),
    ("grade = { at_least = \"municipal\" }", "grade = { at_least = \"county\" }", "county", "there is no choice `county`"),
    ("grade = { at_least = \"municipal\" }", "grade = 3", "grade = 3", "the id of a choice"),
    ("tier = \"core\" }, at_least", "tier = { at_least = \"core\" } }, at_least", "tier = { at_least", "an order needs a scale"),
    ("rank = { at_most = 5 }", "rank = { at_most = \"five\" }", "\"five\"", "write a number"),
    ("rank = { at_most = 5 }", "rank = { at_most = 5.5 }", "5.5", "write a whole number"),
    ("rank = { at_most = 5 }", "date = { at_least = 5 }", "date = { at_least", "use `on_or_after` or `on_or_before`"),
    ("rank = { at_most = 5 }", "rank = { on_or_after = \"cut_off\" }", "rank = { on_or_after", "`on_or_after` does not fit `rank`"),
    ("rank = { at_most = 5 }", "date = { on_or_after = \"cutoff\" }", "cutoff", "did you mean `cut_off`?"),
    ("tier = \"core\" }, at_least", "key = \"k\" }, at_least", "key = \"k\"", "texts cannot be tested"),
    ("kind = \"paper\", tier", "kind = \"book\", tier", "kind = \"book\", tier", "there is no choice `book`"),
    ("kind = \"paper\", tier = \"core\" }, at", "tier = \"core\" }, at", "tier = \"core\" }, at", "records of kind `research` have no field `tier`"),
    ("hours = { at_least = 90 }", "hours = { one_of = [] }", "one_of", "bounds nothing"),
];

#[rustfmt::skip]
pub(super) const CLAUSES: &[Defect] = &[
    ("id = \"G2\"", "id = \"G1\"", "title = \"无禁期\"@-2", "used by another clause, at `clause[0]`"),
    ("id = \"C2\"\nkind = \"condition\"\ncategory = \"science\"", "id = \"C2\"\nkind = \"condition\"", "id = \"C2\"@-1", "`category` is needed by a condition"),
    ("part = \"ability\"\ntitle = \"论文\"", "part = \"skill\"\ntitle = \"论文\"", "part = \"skill\"", "there is no part `skill`"),
    ("part = \"ability\"\ntitle = \"论文\"", "title = \"论文\"", "id = \"C2\"@-1", "`part` is needed by a condition"),
    ("kind = \"gate\"\ntitle = \"在职\"", "kind = \"gate\"\npart = \"ability\"\ntitle = \"在职\"", "title = \"在职\"@-1", "`part` has no meaning"),
    ("question = \"in_post\", test", "question = \"inpost\", test", "inpost", "did you mean `in_post`?"),
    ("year = \"misconduct\"", "year = \"years\"", "year = \"years\"", "it must be a year"),
    ("date = \"retirement\", after", "date = \"retired\", after", "retired", "there is no date `retired`"),
    ("dated = \"born\"", "dated = \"bor\"", "dated = \"bor\"", "did you mean `born`?"),
    ("last = 4", "last = 21", "last = 21", "from 1 to 20"),
    ("last = 4", "last = 0", "last = 0", "from 1 to 20"),
    ("year = \"year\", last", "year = \"hours\", last", "year = \"hours\"", "it must be a year"),
    ("list = \"training\", year", "list = \"trainings\", year", "trainings", "did you mean `training`?"),
    ("tier = \"core\" }, at_least = 2", "tier = \"core\" }, at_least = 0", "at_least = 0", "out of range"),
    ("since = \"engineer_since\", at_least = 5", "since = \"engineer_since\", at_least = 0", "at_least = 0", "out of range"),
    ("count = 1, of", "count = 3, of", "count = 3", "3 asked for, yet there is 2"),
    ("count = 1, of", "count = 0, of", "count = 0", "out of range"),
    ("{ clause = \"C2\" }", "{ clause = \"score\" }", "clause = \"score\"", "no form for the level `top`"),
    ("{ clause = \"C2\" }", "{ clause = \"years\" }", "title = \"年限\"@-3", "depends on itself: years → years"),
    ("part = \"ability\", at_least = 2", "part = \"ability\", at_least = 3", "at_least = 3", "3 asked for, yet there is 2 times a condition in `science`"),
    ("level = [\"top\"], text", "level = [\"senior\"], text", "两项中的一项", "a second form for the level `senior`"),
    ("level = [\"top\"], text", "level = [\"topp\"], text", "topp", "did you mean `top`?"),
    ("cases = { senior", "cases = { seniors", "seniors", "did you mean `senior`?"),
    ("question = \"target_level\", cases", "question = \"years\", cases", "question = \"years\", cases", "it must be a choice"),
    ("{ any = [{ day = { date = \"retirement\", after = \"cut_off\" } }, { dated = \"born\" }] }", "{ any = [] }", "any = []", "there is no rule"),
    ("form = [{ text = \"须在职。\", rule = { answer = { question = \"in_post\", test = true } } }]", "form = []", "form = []", "add at least one form"),
];

#[rustfmt::skip]
pub(super) const ROUTES: &[Defect] = &[
    ("id = \"scored\"", "id = \"standard\"", "label = \"破格\"@-2", "used by another route"),
    ("level = \"top\"\nlabel = \"正常申报\"", "level = \"senior\"\nlabel = \"正常申报\"", "text = \"评审并答辩。\"@-3", "there is no route"),
    ("requires = [\"score\"]", "requires = [\"scores\"]", "scores", "did you mean `score`?"),
    ("requires = [\"score\"]", "requires = []", "requires = []", "there is no clause"),
    ("level = \"senior\"\nlabel = \"破格\"", "level = \"top\"\nlabel = \"破格\"", "requires = [\"score\"]", "no form for the level `top`"),
    ("level = \"senior\"\nlabel = \"破格\"", "level = \"none\"\nlabel = \"破格\"", "level = \"none\"", "there is no level `none`"),
];

#[rustfmt::skip]
pub(super) const SCORE: &[Defect] = &[
    ("line = 80", "line = 80.001", "line = 80.001", "80.001 is not a whole number of hundredths"),
    ("line = 80", "line = -1", "line = -1", "out of range"),
    ("cap = 25", "cap = -25", "cap = -25", "out of range"),
    ("points = 3.1 }", "points = 3.15 }", "points = 3.15", "3.15 × 0.3 is not a whole number of hundredths"),
    ("at_least = 2 }, factor = 0.3", "at_least = 2 }, factor = 0.333", "points = 3.1 ", "3.1 × 0.333"),
    ("at_least = 2 }, factor = 0.3", "at_least = 2 }, factor = 101", "factor = 101", "out of range"),
    ("test = 1, factor", "test = \"one\", factor", "\"one\"", "write a number"),
    ("block = \"A\"\nlabel = \"课题\"", "block = \"B\"\nlabel = \"课题\"", "block = \"B\"", "there is no block `B`"),
    ("factor = \"rank\"", "factor = \"rang\"", "factor = \"rang\"", "did you mean `rank`?"),
    ("field = \"rank\"", "field = \"tier\"", "factor = \"rank\"", "there is no field `tier`"),
    ("best_per = \"key\"", "best_per = \"keys\"", "best_per", "did you mean `key`?"),
    ("where = { tier = \"public\" }", "where = { tier = \"publik\" }", "publik", "did you mean `public`?"),
    ("{ at_least = 10, points = 5 }, { at_least = 2,", "{ at_least = 2, points = 5 }, { at_least = 10,", "years_since", "comes before"),
    ("date = \"engineer_since\", band", "date = \"engineer\", band", "band", "there is no date `engineer`"),
    ("question = \"years\", option", "question = \"yers\", option", "yers", "did you mean `years`?"),
    ("test = { at_least = 15 }", "test = true", "test = true, points", "write a number"),
    ("points = [{ points = 4 }]", "points = []", "points = []", "there is no step of points"),
];

#[rustfmt::skip]
pub(super) const PAPERS: &[Defect] = &[
    ("id = \"summary\"", "id = \"sum.mary\"", "sum.mary", "it names a folder of the package"),
    ("证明。\"\nby = \"applicant\"\nlist = \"works\"", "证明。\"\nby = \"applicant\"\nlist = \"titles\"", "证明。\"@+2", "add `evidence = true`"),
    ("id = \"proofs\"", "id = \"summary\"", "label = \"佐证\"@-1", "used by another material"),
    ("level = [\"senior\"]\nwhen", "level = [\"seniors\"]\nwhen", "seniors", "did you mean `senior`?"),
    ("question = \"misconduct\", test", "question = \"conduct\", test", "conduct\", test", "there is no question `conduct`"),
    ("path = [\"city\"]", "path = [\"town\"]", "town", "there is no choice `town`"),
    ("review_path = \"path\"\n", "", "path = [\"city\"]", "`review_path` is needed"),
    ("period = { at_least = 5 }", "period = { at_least = 0 }", "period", "from 1 to 250"),
    ("max_files = 500", "max_files = 0", "max_files", "out of range"),
    ("forbidden = \"&#\"", "forbidden = \"\"", "forbidden", "one after the other"),
    ("material = \"summary\", max", "material = \"sumary\", max", "sumary", "did you mean `summary`?"),
    ("max_file_bytes = 204800", "max_file_bytes = 0", "max_file_bytes = 0, endings", "out of range"),
    ("max_file_bytes = 104857600", "max_file_bytes = 0", "max_total_bytes@-1", "out of range"),
    ("max_total_bytes = 1073741824", "max_total_bytes = 1024", "max_total_bytes", "comes before"),
    ("[\"pdf\", \"jpg\"]", "[\"pdf\", \".JPG\"]", ".JPG", "without the dot"),
    ("when = { clause = \"years\" }", "when = { clause = \"yeas\" }", "yeas", "did you mean `years`?"),
    ("level = \"top\"\nwhen = { clause = \"years\" }", "level = \"top\"\nwhen = { clause = \"score\" }", "when = { clause = \"score\" }", "no form for the level `top`"),
];
