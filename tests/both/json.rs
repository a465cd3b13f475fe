//! JSON: the bytes that digests are made of.

use json::Json;

use crate::both;

both! {
    fn canonical_bytes_do_not_depend_on_the_machine() {
        let text = r#"{"姓名":"王小明","b":[1.50,-0.0,1e2,true,null],"a":{"\u20ac":"\u0041\n","":4503599627.370495}}"#;
        let value = Json::parse(text.as_bytes()).unwrap();
        assert_eq!(
            value.canonical(),
            "{\"a\":{\"\":4503599627.370495,\"€\":\"A\\n\"},\"b\":[1.5,0,100,true,null],\"姓名\":\"王小明\"}",
        );
    }

    fn the_place_of_a_fault_does_not_depend_on_the_machine() {
        let error = Json::parse(b"{\"a\": 1,\n \"a\": 2}").unwrap_err();
        let place = error.position();
        assert_eq!((place.line, place.column), (2, 2), "{error:?}");
    }
}
