/// On what a map is seen.
public enum MapTheme: String, CaseIterable, Sendable {
  /// White paper.
  case print
  /// A dark background, for slides and dark pages.
  case dark

  var palette: Palette {
    switch self {
    case .print: .print
    case .dark: .dark
    }
  }
}
