//! Files and folders that a person picked or dropped.

use js_sys::{Array, JsString, Promise, Reflect};
use ui::platform::blob::FileBlob;
use ui::platform::files;
pub(crate) use ui::platform::files::whole;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File};

/// The endings of files that are looked at in a folder; the same as those of the command.
const ENDINGS: [&str; 5] = ["csv", "json", "jsonl", "xlsx", "zip"];

#[wasm_bindgen]
extern "C" {
    /// See `start.js`.
    #[wasm_bindgen(js_name = zhichengDropped)]
    fn dropped_below(items: &JsValue) -> Promise;
}

/// A file that a person picked or dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Picked {
    /// Its name with its folders, in normal form C.
    pub(crate) name: String,
    /// The handle of its bytes.
    pub(crate) blob: FileBlob,
}

/// What was picked in a file field, which is emptied.
pub(crate) fn picked(event: &Event) -> Vec<Picked> {
    let files = files::picked(event).into_iter().map(|file| {
        let path = Reflect::get(&file, &"webkitRelativePath".into());
        let path = path.ok().and_then(|path| path.as_string());
        let path = path.filter(|path| !path.is_empty());
        let name = path.unwrap_or_else(|| file.name());
        of(&name, file)
    });
    sorted(files.collect())
}

/// What was dropped.
pub(crate) async fn dropped(promise: Option<Promise>) -> Vec<Picked> {
    let Some(promise) = promise else {
        return Vec::new();
    };
    let found = JsFuture::from(promise).await.unwrap_or_default();
    let found: Array = found.dyn_into().unwrap_or_default();
    let files = found.iter().filter_map(|pair| {
        let pair: Array = pair.dyn_into().ok()?;
        let file: File = pair.get(1).dyn_into().ok()?;
        Some(of(&pair.get(0).as_string()?, file))
    });
    sorted(files.collect())
}

/// What is dropped has to be asked for while the event lasts.
pub(crate) fn of_drop(event: &DragEvent) -> Option<Promise> {
    Some(dropped_below(&event.data_transfer()?.items().into()))
}

fn of(name: &str, file: File) -> Picked {
    Picked {
        name: JsString::from(name).normalize("NFC").into(),
        blob: FileBlob(file.into()),
    }
}

/// In the order of their names; of folders only what is of a kind that is looked at.
fn sorted(mut files: Vec<Picked>) -> Vec<Picked> {
    files.retain(|file| {
        let ending = file.name.rsplit('.').next().unwrap_or_default();
        let known = ENDINGS.contains(&ending.to_ascii_lowercase().as_str());
        known || !file.name.contains('/')
    });
    order::sort(&mut files, &mut |a, b| a.name.cmp(&b.name));
    files
}
