//! Letters without their accents, so that "São Paulo" and "Sao Paulo" are one name.

/// Appends `folded`, a word in lower case, to `out` without the accents of Latin letters.
pub fn push_plain(out: &mut String, folded: &str) {
    if folded.is_ascii() {
        out.push_str(folded);
        return;
    }
    for letter in folded.chars() {
        out.push(match letter {
            // A combining accent written apart.
            '\u{300}'..='\u{36f}' => continue,
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'æ' | 'ā' | 'ă' | 'ą' | 'ạ' | 'ả' | 'ấ' | 'ầ'
            | 'ẩ' | 'ẫ' | 'ậ' | 'ắ' | 'ằ' | 'ẳ' | 'ẵ' | 'ặ' => 'a',
            'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
            'ð' | 'ď' | 'đ' => 'd',
            'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ə' | 'ẹ' | 'ẻ' | 'ẽ' | 'ế'
            | 'ề' | 'ể' | 'ễ' | 'ệ' => 'e',
            'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
            'ĥ' | 'ħ' => 'h',
            'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ỉ' | 'ị' => 'i',
            'ĵ' => 'j',
            'ķ' | 'ĸ' => 'k',
            'ĺ' | 'ļ' | 'ľ' | 'ł' => 'l',
            'ñ' | 'ń' | 'ņ' | 'ň' | 'ŋ' => 'n',
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'œ' | 'ơ' | 'ọ' | 'ỏ' | 'ố'
            | 'ồ' | 'ổ' | 'ỗ' | 'ộ' | 'ớ' | 'ờ' | 'ở' | 'ỡ' | 'ợ' => 'o',
            'ŕ' | 'ŗ' | 'ř' => 'r',
            'ß' | 'ś' | 'ŝ' | 'ş' | 'š' | 'ſ' | 'ș' => 's',
            'þ' | 'ţ' | 'ť' | 'ŧ' | 'ț' => 't',
            'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ' | 'ủ' | 'ứ'
            | 'ừ' | 'ử' | 'ữ' | 'ự' => 'u',
            'ŵ' => 'w',
            'ý' | 'ÿ' | 'ŷ' | 'ỳ' | 'ỵ' | 'ỷ' | 'ỹ' => 'y',
            'ź' | 'ż' | 'ž' => 'z',
            _ => letter,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_go_and_other_scripts_stay() {
        let mut out = String::new();
        push_plain(&mut out, "łódź são björk 北京 e\u{301}");
        assert_eq!(out, "lodz sao bjork 北京 e");
    }
}
