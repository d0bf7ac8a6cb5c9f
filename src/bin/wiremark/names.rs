//! Reads lists of the newsroom's own names, as JSON or CSV.

use crate::input;
use serde::Deserialize;
use std::path::Path;
use wiremark::entity::own::OwnName;

/// A line of a list, as it is written.
#[derive(Deserialize)]
struct Written<Aliases> {
    name: String,
    kind: String,
    #[serde(default)]
    aliases: Aliases,
    #[serde(default)]
    id: Option<String>,
}

/// Reads the list in `file`. What begins with a bracket is JSON, anything else CSV (RFC 4180).
///
/// # Errors
/// One line that names the file, the entry and the mend.
pub fn read(file: &Path) -> Result<Vec<OwnName>, String> {
    let text = input::read_exactly(file)?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
    let listed = if text.trim_start().starts_with('[') {
        from_json(text)
    } else {
        from_csv(text)
    };
    listed.map_err(|reason| format!("{} is no list of names: {reason}", file.display()))
}

fn from_json(text: &str) -> Result<Vec<OwnName>, String> {
    let written: Vec<Written<Vec<String>>> =
        serde_json::from_str(text).map_err(|error| error.to_string())?;
    let names = written
        .into_iter()
        .map(|line| own(line.name, &line.kind, line.id, &line.aliases));
    names.collect()
}

fn from_csv(text: &str) -> Result<Vec<OwnName>, String> {
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let heading = reader.headers().map_err(|error| error.to_string())?;
    let heading: csv::StringRecord = heading.iter().map(str::to_lowercase).collect();
    if !["name", "kind"]
        .iter()
        .all(|&word| heading.iter().any(|column| column == word))
    {
        return Err("its first line must be a heading with \"name\" and \"kind\"".to_owned());
    }
    reader.set_headers(heading);
    let names = reader.deserialize().map(|line| {
        let line: Written<String> = line.map_err(|error| error.to_string())?;
        let aliases: Vec<&str> = line.aliases.split(';').collect();
        own(line.name, &line.kind, line.id, &aliases)
    });
    names.collect()
}

fn own(
    name: String,
    kind: &str,
    id: Option<String>,
    aliases: &[impl AsRef<str>],
) -> Result<OwnName, String> {
    let kind = OwnName::kind_called(kind).map_err(|error| format!("\"{name}\": {error}"))?;
    if name.trim().is_empty() {
        return Err("one of its names is empty".to_owned());
    }
    let aliases = aliases.iter().map(|alias| alias.as_ref().trim());
    Ok(OwnName {
        name: name.trim().to_owned(),
        kind,
        aliases: aliases
            .filter(|alias| !alias.is_empty())
            .map(str::to_owned)
            .collect(),
        id: id.filter(|id| !id.is_empty()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use wiremark::entity::Kind;

    fn porto(aliases: &[&str], id: Option<&str>) -> OwnName {
        OwnName {
            name: "Porto".to_owned(),
            kind: Some(Kind::Place),
            aliases: aliases.iter().map(|&alias| alias.to_owned()).collect(),
            id: id.map(str::to_owned),
        }
    }

    #[test]
    fn both_forms_say_the_same() {
        let json = r#"[{"name": "Porto", "kind": "place", "aliases": ["Oporto", "Invicta, the"], "id": "own:1"}]"#;
        let csv = "Name,Kind,Aliases,Id\n\nPorto, place,\"Oporto; Invicta, the\",own:1\n";
        let expected = [porto(&["Oporto", "Invicta, the"], Some("own:1"))];
        assert_eq!(from_json(json).unwrap(), expected);
        assert_eq!(from_csv(csv).unwrap(), expected);
    }

    #[test]
    fn aliases_and_id_may_be_left_out() {
        let json = r#"[{"name": "Porto", "kind": "place"}]"#;
        assert_eq!(from_json(json).unwrap(), [porto(&[], None)]);
        assert_eq!(
            from_csv("kind,name\nplace,Porto").unwrap(),
            [porto(&[], None)]
        );
    }

    #[test]
    fn what_is_wrong_is_named() {
        let unknown = from_csv("name,kind\nPorto,boat").unwrap_err();
        assert!(
            unknown.contains("Porto") && unknown.contains("boat"),
            "{unknown}"
        );
        let headless = from_csv("Porto,place").unwrap_err();
        assert!(headless.contains("heading"), "{headless}");
        let cut = from_json("[{\"name\": ").unwrap_err();
        assert!(cut.contains("line 1"), "{cut}");
    }
}
