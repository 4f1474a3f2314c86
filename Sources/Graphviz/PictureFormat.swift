/// The file formats of a picture.
public enum PictureFormat: String, Hashable, Sendable, CaseIterable {
  case svg, png, pdf, dot
}
