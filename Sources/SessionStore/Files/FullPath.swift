#if canImport(Glibc)
  import Glibc
#endif

/// The whole path of a file, so that it is the same from every folder.
public enum FullPath {
  public static func of(_ path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    if path.hasPrefix("/") { return path }
    guard let here = getcwd(nil, 0) else { return path }
    defer { free(here) }
    return String(cString: here) + "/" + path
  }
}
