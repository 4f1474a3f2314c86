/// A line on the terminal that says how far the work is; nothing where there is no terminal.
struct Progress {
  private let isShown: Bool
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant?

  init(_ options: MessageOptions) { isShown = Messages.isTerminal && !options.quiet }

  /// Shows a text in place of the one before, ten times a second at most.
  mutating func show(_ text: @autoclosure () -> String) {
    guard isShown else { return }
    let now = clock.now
    if let last, now - last < .milliseconds(100) { return }
    last = now
    Messages.write("\r\u{1B}[K" + text())
  }

  /// Clears the line, so that a message can take it.
  func clear() {
    if isShown, last != nil { Messages.write("\r\u{1B}[K") }
  }
}
