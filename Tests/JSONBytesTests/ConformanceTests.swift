import JSONBytes
import Testing

/// Our own cases for the names of the public list of JSON parsing tests (Seriot, «Parsing JSON is a
/// minefield»): what starts with `y_` must be read, `n_` refused, and of `i_` the answer is ours.
struct ConformanceTests {
  static let accepted: [(name: String, text: String)] = [
    ("y_array_arraysWithSpaces", "[[] ]"), ("y_array_empty-string", #"[""]"#),
    ("y_array_empty", "[]"), ("y_array_ending_with_newline", "[\"a\"]\n"),
    ("y_array_false", "[false]"), ("y_array_heterogeneous", #"[null, 1, "1", {}]"#),
    ("y_array_null", "[null]"), ("y_array_with_1_and_newline", "[1\n]"),
    ("y_array_with_leading_space", " [1]"), ("y_array_with_several_null", "[1,null,null,2]"),
    ("y_array_with_trailing_space", "[2] "), ("y_number", "[123e65]"), ("y_number_0e+1", "[0e+1]"),
    ("y_number_0e1", "[0e1]"), ("y_number_after_space", "[ 4]"),
    ("y_number_double_close_to_zero", "[-0.0000000000000000000000000000000000000000000001]"),
    ("y_number_int_with_exp", "[20e1]"), ("y_number_minus_zero", "[-0]"),
    ("y_number_negative_int", "[-123]"), ("y_number_negative_one", "[-1]"),
    ("y_number_real_capital_e", "[1E22]"), ("y_number_real_capital_e_neg_exp", "[1E-2]"),
    ("y_number_real_capital_e_pos_exp", "[1E+2]"), ("y_number_real_exponent", "[123e45]"),
    ("y_number_real_fraction_exponent", "[123.456e78]"), ("y_number_real_neg_exp", "[1e-2]"),
    ("y_number_simple_real", "[123.456789]"), ("y_object", #"{"a":"b", "c":"d"}"#),
    ("y_object_basic", #"{"a":"b"}"#), ("y_object_duplicated_key", #"{"a":"b","a":"c"}"#),
    ("y_object_empty", "{}"), ("y_object_empty_key", #"{"":0}"#),
    ("y_object_escaped_null_in_key", #"{"a\u0000b": 42}"#),
    ("y_object_extreme_numbers", #"{ "min": -1.0e+28, "max": 1.0e+28 }"#),
    ("y_object_long_strings", #"{"x":[{"id": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}]}"#),
    ("y_object_string_unicode", #"{"t":"\u041f\u043e"}"#),
    ("y_object_with_newlines", "{\n\"a\":1\n}"),
    ("y_string_1_2_3_bytes_UTF-8_sequences", #"["\u0060\u012a\u12AB"]"#),
    ("y_string_accepted_surrogate_pair", #"["\uD801\udc37"]"#),
    ("y_string_accepted_surrogate_pairs", #"["\ud83d\ude39\ud83d\udc8d"]"#),
    ("y_string_allowed_escapes", #"["\"\\\/\b\f\n\r\t"]"#),
    ("y_string_backslash_and_u_escaped_zero", #"["\\u0000"]"#),
    ("y_string_comments", #"["a/*b*/c/*d//e"]"#), ("y_string_double_escape_a", #"["\\a"]"#),
    ("y_string_escaped_control_character", #"["\u0012"]"#),
    ("y_string_escaped_noncharacter", #"["\uFFFF"]"#), ("y_string_in_array", #"["asd"]"#),
    ("y_string_nonCharacterInUTF-8_U+10FFFF", "[\"\u{10FFFF}\"]"),
    ("y_string_null_escape", #"["\u0000"]"#), ("y_string_pi", "[\"π\"]"),
    ("y_string_simple_ascii", #"["asd "]"#), ("y_string_space", #"" ""#),
    ("y_string_u+2028_line_sep", "[\"\u{2028}\"]"), ("y_string_unicode_2", "[\"⍂㈴⍂\"]"),
    ("y_string_unicodeEscapedBackslash", #"["\u005C"]"#),
    ("y_string_with_del_character", "[\"a\u{7F}a\"]"), ("y_structure_lonely_false", "false"),
    ("y_structure_lonely_int", "42"), ("y_structure_lonely_negative_real", "-0.1"),
    ("y_structure_lonely_null", "null"), ("y_structure_lonely_string", #""asd""#),
    ("y_structure_lonely_true", "true"), ("y_structure_string_empty", #""""#),
    ("y_structure_trailing_newline", "[\"a\"]\n"), ("y_structure_true_in_array", "[true]"),
    ("y_structure_whitespace_array", " [] "),
    ("i_number_huge_exp", "[0.4e00669999999999999999999999999999999999999999999]"),
    ("i_number_very_big_negative_int", "[-237462374673276894279832749832423479823246327846]"),
  ]

  @Test(arguments: accepted)
  func accepts(_ example: (name: String, text: String)) throws {
    #expect(throws: Never.self, "\(example.name)") {
      _ = try JSONDocument(Array(example.text.utf8))
    }
  }

  /// A name, a text, and the column and reason of the refusal.
  static let refused: [(name: String, text: String, column: Int, reason: JSONProblem.Reason)] = [
    ("n_array_1_true_without_comma", "[1 true]", 4, .commaOrBracketExpected),
    ("n_array_colon_instead_of_comma", #"["": 1]"#, 4, .commaOrBracketExpected),
    ("n_array_comma_after_close", #"[""],"#, 5, .extra),
    ("n_array_comma_and_number", "[,1]", 2, .valueExpected),
    ("n_array_double_comma", "[1,,2]", 4, .valueExpected),
    ("n_array_extra_close", #"["x"]]"#, 6, .extra),
    ("n_array_extra_comma", #"["",]"#, 5, .valueExpected),
    ("n_array_incomplete", #"["x""#, 5, .truncated),
    ("n_array_inner_array_no_comma", "[3[4]]", 3, .commaOrBracketExpected),
    ("n_array_just_comma", "[,]", 2, .valueExpected),
    ("n_array_just_minus", "[-]", 3, .digitExpected),
    ("n_array_newlines_unclosed", "[\"a\",\n4\n,1,", 4, .truncated),
    ("n_array_star_inside", "[*]", 2, .valueExpected),
    ("n_array_unclosed", #"["""#, 4, .truncated),
    ("n_incomplete_false", "[fals]", 2, .valueExpected),
    ("n_incomplete_null", "[nul", 5, .truncated),
    ("n_number_++", "[++1234]", 2, .valueExpected), ("n_number_+1", "[+1]", 2, .valueExpected),
    ("n_number_+Inf", "[+Inf]", 2, .valueExpected), ("n_number_-01", "[-01]", 4, .leadingZero),
    ("n_number_-1.0.", "[-1.0.]", 6, .commaOrBracketExpected),
    ("n_number_-2.", "[-2.]", 5, .digitExpected),
    ("n_number_-NaN", "[-NaN]", 3, .digitExpected), ("n_number_.-1", "[.-1]", 2, .valueExpected),
    ("n_number_.2e-3", "[.2e-3]", 2, .valueExpected),
    ("n_number_0.1.2", "[0.1.2]", 5, .commaOrBracketExpected),
    ("n_number_0.3e", "[0.3e]", 6, .digitExpected),
    ("n_number_0.3e+", "[0.3e+]", 7, .digitExpected),
    ("n_number_0_capital_E", "[0E]", 4, .digitExpected),
    ("n_number_0.e1", "[0.e1]", 4, .digitExpected),
    ("n_number_0e", "[0e]", 4, .digitExpected),
    ("n_number_1_000", "[1 000]", 4, .commaOrBracketExpected),
    ("n_number_1eE2", "[1eE2]", 4, .digitExpected),
    ("n_number_expression", "[1+2]", 3, .commaOrBracketExpected),
    ("n_number_hex_1_digit", "[0x1]", 3, .commaOrBracketExpected),
    ("n_number_infinity", "[Infinity]", 2, .notANumber("Infinity")),
    ("n_number_minus_infinity", "[-Infinity]", 2, .notANumber("-Infinity")),
    ("n_number_minus_space_1", "[- 1]", 3, .digitExpected),
    ("n_number_NaN", "[NaN]", 2, .notANumber("NaN")),
    ("n_number_neg_int_starting_with_zero", "[-012]", 4, .leadingZero),
    ("n_number_with_alpha", "[1.2a-3]", 5, .commaOrBracketExpected),
    ("n_number_with_leading_zero", "[012]", 3, .leadingZero),
    ("n_object_bad_value", #"["x", truth]"#, 7, .valueExpected),
    ("n_object_bracket_key", "{[: \"x\"}", 2, .keyExpected),
    ("n_object_comma_instead_of_colon", #"{"x", null}"#, 5, .colonExpected),
    ("n_object_double_colon", #"{"x"::"b"}"#, 6, .valueExpected),
    ("n_object_emoji", "{🇨🇭}", 2, .keyExpected),
    ("n_object_key_with_single_quotes", "{key: 'value'}", 2, .keyExpected),
    ("n_object_missing_colon", #"{"a" b}"#, 6, .colonExpected),
    ("n_object_missing_value", #"{"a":"#, 6, .truncated),
    ("n_object_no-colon", #"{"a""#, 5, .truncated),
    ("n_object_non_string_key", "{1:1}", 2, .keyExpected),
    ("n_object_several_trailing_commas", #"{"id":0,,,}"#, 9, .keyExpected),
    ("n_object_single_quote", "{'a':0}", 2, .keyExpected),
    ("n_object_trailing_comma", #"{"id":0,}"#, 9, .keyExpected),
    ("n_object_trailing_comment", #"{"a":"b"}/**/"#, 10, .extra),
    ("n_object_two_commas_in_a_row", #"{"a":"b",,"c":"d"}"#, 10, .keyExpected),
    ("n_object_with_single_string", #"{ "foo" : "bar", "a" }"#, 22, .colonExpected),
    ("n_object_with_trailing_garbage", #"{"a":"b"}#"#, 10, .extra),
    ("n_single_space", " ", 2, .truncated),
    ("n_string_1_surrogate_then_escape_u", #"["\uD800\u"]"#, 13, .truncated),
    ("n_string_1_surrogate_then_escape_u1x", #"["\uD800\u1x"]  "#, 9, .hexadecimalExpected),
    ("n_string_accentuated_char_no_quotes", "[é]", 2, .valueExpected),
    ("n_string_backslash_00", "[\"\\\u{0}\"]", 3, .unknownEscape),
    ("n_string_escape_x", #"["\x00"]"#, 3, .unknownEscape),
    ("n_string_escaped_emoji", "[\"\\🌀\"]", 3, .unknownEscape),
    ("n_string_incomplete_escape", #"["\"]"#, 6, .truncated),
    ("n_string_incomplete_escaped_character", #"["\u00A"]"#, 3, .hexadecimalExpected),
    ("n_string_invalid_unicode_escape", #"["\uqqqq"]"#, 3, .hexadecimalExpected),
    ("n_string_single_doublequote", "\"", 2, .truncated),
    ("n_string_unescaped_ctrl_char", "[\"a\u{0}a\"]", 4, .controlCharacter),
    ("n_string_unescaped_newline", "[\"new\nline\"]", 6, .controlCharacter),
    ("n_string_unescaped_tab", "[\"\t\"]", 3, .controlCharacter),
    ("n_string_with_trailing_garbage", #"""x"#, 3, .extra),
    ("n_structure_angle_bracket_.", "<.>", 1, .valueExpected),
    ("n_structure_array_with_extra_array_close", "[1]]", 4, .extra),
    ("n_structure_capitalized_True", "[True]", 2, .valueExpected),
    ("n_structure_close_unopened_array", "1]", 2, .extra),
    ("n_structure_double_array", "[][]", 3, .extra),
    ("n_structure_end_array", "]", 1, .valueExpected),
    ("n_structure_lone-open-bracket", "[", 2, .truncated),
    ("n_structure_no_data", "", 1, .truncated),
    ("n_structure_null-byte-outside-string", "[\u{0}]", 2, .valueExpected),
    ("n_structure_object_followed_by_closing_object", "{}}", 3, .extra),
    ("n_structure_open_array_object", #"[{"":[{"":"#, 11, .truncated),
    ("n_structure_open_object_comma", "{,", 2, .keyExpected),
    ("n_structure_single_star", "*", 1, .valueExpected),
    ("n_structure_UTF8_BOM_no_data", "\u{FEFF}", 1, .valueExpected),
    ("n_structure_whitespace_formfeed", "[\u{C}]", 2, .valueExpected),
    ("n_structure_unicode-identifier", "å", 1, .valueExpected),
    ("i_string_1st_surrogate_but_2nd_missing", #"["\uDADA"]"#, 3, .loneSurrogate),
    ("i_string_inverted_surrogates_U+1D11E", #"["\uDd1e\uD834"]"#, 3, .loneSurrogate),
    ("i_structure_UTF-8_BOM_empty_object", "\u{FEFF}{}", 1, .valueExpected),
  ]

  @Test(arguments: refused)
  func refuses(_ example: (name: String, text: String, column: Int, reason: JSONProblem.Reason)) {
    do throws(JSONProblem) {
      _ = try JSONDocument(Array(example.text.utf8))
      Issue.record("\(example.name) is accepted")
    } catch {
      #expect(error.reason == example.reason, "\(example.name)")
      #expect(error.column == example.column, "\(example.name)")
    }
  }

  static let invalidText: [(name: String, bytes: [UInt8])] = [
    ("i_string_invalid_utf-8", [0xFF]), ("i_string_iso_latin_1", [0xE9]),
    ("i_string_lone_utf8_continuation_byte", [0x81]),
    ("i_string_overlong_sequence_2_bytes", [0xC0, 0xAF]),
    ("i_string_truncated-utf-8", [0xE0, 0xFF]),
    ("i_string_UTF8_surrogate_U+D800", [0xED, 0xA0, 0x80]),
    ("i_string_not_in_unicode_range", [0xF4, 0xBF, 0xBF, 0xBF]),
  ]

  @Test(arguments: invalidText)
  func repairsTextOnlyWhereAsked(_ example: (name: String, bytes: [UInt8])) throws {
    let bytes = Array(#"{"a":"да"#.utf8) + example.bytes + Array(#"!"}"#.utf8)
    do throws(JSONProblem) {
      _ = try JSONDocument(bytes)
      Issue.record("\(example.name) is accepted")
    } catch {
      #expect(error.reason == .invalidText)
    }
    let document = try JSONDocument(bytes, allowing: .brokenText)
    let text = try #require(document.root["a"]?.string)
    #expect(text.hasPrefix("да\u{FFFD}") && text.hasSuffix("!"), "\(example.name)")
    #expect(document.brokenTextOffset == 10)
  }

  @Test func neverRecurses() {
    for (open, close) in [("[", "]"), (#"{"a":"#, "}")] {
      for depth in [100_000, JSONDocument.depthLimit + 2] {
        let text =
          String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
        do throws(JSONProblem) {
          _ = try JSONDocument(Array(text.utf8))
          Issue.record("accepted")
        } catch {
          #expect(error.reason == .tooDeep)
          #expect(error.path.count == JSONDocument.depthLimit + 1)
        }
      }
    }
  }
}
