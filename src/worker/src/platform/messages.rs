//! Messages, as the application's `platform/desk` writes and reads them.
//!
//! | to the worker | from the worker |
//! |---|---|
//! | `["rules", [book…], [season…]]` | `["progress", id, done, size]` |
//! | `["errand", id, text, [file…]]` | `["done", id, text, [file…]]` |
//! | `["stop", id]` | `["failed", id, sentence]` |

use js_sys::{Array, JsString};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

/// A message to the worker.
pub enum Message {
    /// The books and seasons, as compiled.
    Rules(Vec<String>, Vec<String>),
    /// Something to do, with the files that it is about.
    Errand(u32, String, Vec<Blob>),
    /// What is no longer wanted.
    Stop(u32),
}

/// What becomes of an errand.
pub enum Answer {
    /// How many bytes are done, and of how many.
    Progress(u64, u64),
    /// Done: the answer, and files.
    Done(String, Vec<Blob>),
    /// Not done: why, in a sentence.
    Failed(String),
}

impl Message {
    /// Reads a message; none when it is none.
    pub fn read(data: JsValue) -> Option<Self> {
        let list: Array = data.dyn_into().ok()?;
        let kind = list.get(0).as_string()?;
        match kind.as_str() {
            "rules" => Some(Self::Rules(texts(list.get(1))?, texts(list.get(2))?)),
            "errand" => {
                let files: Array = list.get(3).dyn_into().ok()?;
                let files = files.iter().map(|file| file.dyn_into().ok());
                let text = list.get(2).as_string()?;
                Some(Self::Errand(
                    id(&list)?,
                    text,
                    files.collect::<Option<_>>()?,
                ))
            }
            "stop" => Some(Self::Stop(id(&list)?)),
            _ => None,
        }
    }
}

impl Answer {
    /// The message about an errand.
    pub fn write(self, id: u32) -> JsValue {
        let own = JsValue::from(id);
        match self {
            Self::Progress(done, size) => list("progress", &own, &[number(done), number(size)]),
            Self::Done(text, files) => {
                let files: Array = files.into_iter().collect();
                list("done", &own, &[text.into(), files.into()])
            }
            Self::Failed(text) => list("failed", &own, &[text.into()]),
        }
    }
}

fn list(kind: &str, id: &JsValue, rest: &[JsValue]) -> JsValue {
    let list = Array::of2(&JsString::from(kind), id);
    for value in rest {
        list.push(value);
    }
    list.into()
}

fn texts(list: JsValue) -> Option<Vec<String>> {
    let list: Array = list.dyn_into().ok()?;
    list.iter().map(|text| text.as_string()).collect()
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the application counts its errands"
)]
fn id(list: &Array) -> Option<u32> {
    list.get(1).as_f64().map(|id| id as u32)
}

#[allow(
    clippy::cast_precision_loss,
    reason = "a number of bytes is below 2^53"
)]
fn number(bytes: u64) -> JsValue {
    JsValue::from(bytes as f64)
}
