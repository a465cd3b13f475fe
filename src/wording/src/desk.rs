//! What employers and desks read: of rosters, of many candidates at once, of the employer's part.

mod endorse;
mod line;
pub mod office;
mod page;
mod results;
mod roster;
mod summary;

pub use endorse::{
    NOT_ENDORSED, ONE_APPLICATION, PARTS, bad_objection, employer_statements, endorse_lacks,
    endorsed, notice_page, opinion_page,
};
pub use line::{
    Desk, Found, Person, of_draft, of_endorsed, of_fault, of_package, of_roster, refused_roster,
    told,
};
pub use page::{page, page_candidate, page_opening, page_refused};
pub use results::{
    candidate_row, column, csv_header, csv_record, duplicate_rows, refused_rows, sheets, shown,
    workbook,
};
pub use roster::{
    mapping_fault, problem_line, roster_place, roster_problem, row_of, template_about,
    template_words,
};
pub use summary::{duplicate, line as summary_line, merge_fault, refused as refused_lines, tally};
