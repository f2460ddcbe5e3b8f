import Drawing
import SessionModel
import Widgets
import Words

extension Registry {
  /// The same things shown in the next way.
  static let views: [Command] = [
    Command(.nextView, [Key("v")], .screens([.initiatives, .plan]), hinted: true) { desk in
      if desk.screen == .plan { desk.turnPlanLook() } else { desk.turnPane(1) }
    }
  ]
}
