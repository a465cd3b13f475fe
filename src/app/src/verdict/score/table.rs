//! The table behind the chart.

use assess::{RowLine, ScoreSheet, Sum};
use wording::explain::Explain;
use wording::ui::verdict as words;
use wording::{points, span};
use yew::prelude::*;

use crate::state::AppState;
use crate::verdict::explain;

/// Every row and block with its points, the sum before the cap, and the cap.
pub(super) fn table(app: &AppState, sheet: &ScoreSheet) -> Html {
    let explain = explain(app);
    html! {
        <div class="table-scroll" tabindex="0" role="group" aria-label={words::TABLE}>
            <table class="table">
                <caption>{ words::TABLE }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ words::ROW }</th>
                        <th scope="col" class="number">{ words::BEFORE_CAP }</th>
                        <th scope="col" class="number">{ words::CAP }</th>
                        <th scope="col" class="number">{ words::POINTS }</th>
                    </tr>
                </thead>
                for block in sheet.blocks.iter() {
                    <tbody key={block.id.clone()}>
                        for row in sheet.rows.iter().filter(|row| row.block == block.id) {
                            <tr key={row.id.clone()}>{ of_row(explain, row) }</tr>
                        }
                        <tr class="table__sum" key="sum">{ of_block(explain, block) }</tr>
                    </tbody>
                }
                <tfoot key="total">
                    <tr>
                        <th scope="row" colspan="3">{ words::TOTAL }</th>
                        <td class="number">{ span(sheet.total) }</td>
                    </tr>
                </tfoot>
            </table>
        </div>
    }
}

fn of_row(explain: Explain<'_>, row: &RowLine) -> Html {
    html! {
        <>
            <th scope="row">{ explain.labels().row(&row.id) }</th>
            <td class="number">{ span(row.before_cap) }</td>
            <td class="number">{ row.cap.map_or_else(|| words::NO_CAP.to_owned(), points) }</td>
            <td class="number">{ span(row.points) }</td>
        </>
    }
}

fn of_block(explain: Explain<'_>, block: &Sum) -> Html {
    html! {
        <>
            <th scope="row">{ explain.labels().block(&block.id) }</th>
            <td class="number">{ span(block.before_cap) }</td>
            <td class="number">{ points(block.cap) }</td>
            <td class="number"><strong>{ span(block.points) }</strong></td>
        </>
    }
}
