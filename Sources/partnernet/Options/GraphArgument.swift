import ArgumentParser

/// The graph to look at.
struct GraphArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "A store, or a graph file (\(GraphFile.endings)).", valueName: "graph"),
    completion: .file())
  var graph: String
}
