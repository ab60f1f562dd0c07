import NumberPools

extension Wording {
  /// A value as people read it.
  func text(_ value: Value) -> String {
    switch value {
    case .blank: ""
    case .unknown: "-"
    case .count(let count): self.count(count)
    case .ordinal(let place): "\(place)"
    case .mean(let mean): decimal(mean)
    case .share(let part, let whole): percent(part, of: whole)
    case .portion(let part, let whole): share(part, of: whole)
    case .percents(let part, let whole): whole == 0 ? "." : "\(part * 100 / whole)"
    case .money(let hundredths): money(hundredths)
    case .time(let time): self.time(time)
    case .interval(let interval): length(interval)
    case .flag(let flag): flag ? "+" : "-"
    case .name(let name): name
    case .words(let phrase): phrase.words(in: self)
    }
  }
}
