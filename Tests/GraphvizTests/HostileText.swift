/// Texts that have broken or could break a picture: markup, escapes of Graphviz, controls, marks
/// that turn the reading direction, what XML cannot hold, and sheer length.
enum HostileText {
  static let samples: [String] = [
    "", " ", "<script>alert(1)</script>", "</text></svg><svg onload=alert(1)>", "]]>", "<!--",
    "-->",
    "a & b", "&amp;", "&#1;", "&#x0;", "&eacute;", "&lt;b&gt;", "\"quoted\"", "'single'",
    "javascript:alert(1)", "\\N \\G \\E \\T \\H \\L", "line\\nline", "\\", "\\\\", "{a|b|<f0>}",
    "nul\u{0}here", "bell\u{7}", "escape\u{1B}[31m", "tab\tnew\nline\r\n", "\u{85}\u{2028}\u{2029}",
    "\u{202E}drawkcab", "\u{2066}isolate\u{2069}", "\u{200F}rtl mark", "\u{FEFF}bom", "\u{FFFE}",
    "\u{FFFF}", "\u{1FFFF}", "\u{E0001}tag", "\u{E000}private",
    "zalgo" + String(repeating: "\u{301}", count: 200),
    "שלום עולם", "السلام عليكم", "中国人民解放军", "Владимир Путин", "👩‍👩‍👧‍👦🇷🇺", "ﷺ",
    String(repeating: "long ", count: 4_000), String(repeating: "x", count: 20_000), "node",
    "graph",
    "strict digraph {", "<<b>html</b>>", "<b>html</b>", "n0", "first", "url(#x)", "%s%n%d",
  ]
}
