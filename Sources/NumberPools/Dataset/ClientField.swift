/// Where the lines of a web log name the client.
public indirect enum ClientField: Hashable, Sendable {
  /// In the one field, from 1, with an address before the time.
  case only(Int)
  /// In the field, from 1, that varies most of several with addresses before the time.
  case mostVarying(Int)
  /// Before the time, where most lines have a name and no address.
  case name
  /// In a field behind the status, from 1, where that holds an address; else in another one.
  case behindStatus(Int, otherwise: ClientField)
}
