import Drawing
import MapLayout
import SessionModel

public enum SceneSVG {
  public static func text(_ scene: Scene, title: String, description: String) -> String { "" }
}
