@main
struct Partnernet {
  static func main() {}
}
