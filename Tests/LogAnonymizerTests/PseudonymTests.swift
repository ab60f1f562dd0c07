import Testing

@testable import LogAnonymizer
@testable import TrafficLogs

@Suite("What pseudonyms are made by")
struct PseudonymTests {
  private let keyBytes = (0..<16).map { UInt8($0) }
  private var key: AnonymizationKey { AnonymizationKey(bytes: keyBytes) }

  @Test("SipHash-2-4 gives the reference implementation's values")
  func sipHash() {
    // vectors.h of github.com/veorq/SipHash: key 00 01 ... 0f, messages of 0, 1, 2, ... bytes.
    let published: [UInt64] = [
      0x726F_DB47_DD0E_0E31, 0x74F8_39C5_93DC_67FD, 0x0D6C_8009_D9A9_4F5A, 0x8567_6696_D7FB_7E2D,
      0xCF27_94E0_2771_87B7, 0x1876_5564_CD99_A68D, 0xCBC9_466E_58FE_E3CE, 0xAB02_00F5_8B01_D137,
      0x93F5_F579_9A93_2462,
    ]
    let hash = SipHash(0x0706_0504_0302_0100, 0x0F0E_0D0C_0B0A_0908)
    for (count, value) in published.enumerated() {
      let message = (0..<count).map { UInt8($0) }
      let hashed = hash.hash(message.span)
      #expect(hashed == value)
    }
    // The paper's example, of 15 bytes.
    let message = (0..<15).map { UInt8($0) }
    let hashed = hash.hash(message.span)
    #expect(hashed == 0xA129_CA61_49BE_45E5)
    let bytes = (0..<8).map { UInt8($0) }
    let eight = hash.hash(bytes.span)
    #expect(hash.hash(0x0706_0504_0302_0100) == eight)
  }

  @Test("A key is 32 hexadecimal digits or drawn at random")
  func keys() {
    let text = keyBytes.map { String($0 / 16, radix: 16) + String($0 % 16, radix: 16) }
    let read = AnonymizationKey(hexadecimal: text.joined())
    #expect(read?.first == key.first && read?.second == key.second)
    #expect(AnonymizationKey(hexadecimal: "12") == nil)
    #expect(AnonymizationKey(hexadecimal: String(repeating: "x", count: 32)) == nil)
    #expect(AnonymizationKey().first != AnonymizationKey().first)
  }

  @Test("No two addresses share a pseudonym", arguments: UInt64(0)..<2)
  func permutation(seed: UInt64) {
    let permutation = AddressPermutation(SipHash(seed, ~seed))
    var seen = Set<UInt32>()
    var unchanged = 0
    for address in [0x0A00_0000 as UInt32, 0x7EFF_F000, 0x8000_0000, 0xFFFF_F000] {
      for offset in 0..<4096 as Range<UInt32> {
        let pseudonym = permutation.pseudonym(of: address + offset)
        #expect(seen.insert(pseudonym).inserted)
        if pseudonym == address + offset { unchanged += 1 }
      }
    }
    #expect(unchanged <= 2)
  }

  @Test("No two long numbers share a pseudonym, which is as long", arguments: UInt64(0)..<2)
  func digits(seed: UInt64) {
    let permutation = DigitPermutation(SipHash(seed, ~seed))
    for length in [1, 2, 3, 17, 18] {
      var seen = Set<[UInt8]>()
      let first = length < 4 ? 1 : 0
      for number in first..<(length < 4 ? [10, 100, 1000][length - 1] : 2000) where number % 10 > 0
      {
        let text = String(number)
        let digits = Array("1".utf8) + [UInt8](repeating: 0x30, count: max(0, length - 1))
        let whole = Array(digits.prefix(length - text.utf8.count)) + Array(text.utf8)
        guard length > 3 || text.utf8.count == length else { continue }
        var output: [UInt8] = []
        permutation.append(whole.span, to: &output)
        #expect(output.count == length && output.last != 0x30 && seen.insert(output).inserted)
      }
    }
  }

  @Test("A pseudonym makes no word by which robots are told")
  func letters() {
    let words = (RobotNames.all + " " + RobotNames.serverItself).split(separator: " ")
    #expect(words.allSatisfy { !$0.utf8.allSatisfy(PseudonymText.letters.contains) })
    #expect(PseudonymText.isOne("bcdfghjkmnpqrtvz".utf8) && !PseudonymText.isOne("bcd".utf8))
  }

  @Test("Names that a spreadsheet program has damaged look damaged in a copy too")
  func damagedNames() {
    func name(_ text: String) -> String {
      let bytes = Array(text.utf8)
      var output: [UInt8] = []
      Pseudonyms(key).append(name: bytes.span, to: &output)
      return String(decoding: output, as: UTF8.self)
    }
    #expect(name("1772434500123450000").wholeMatch(of: /[1-9][0-9]{13}[1-9]0000/) != nil)
    #expect(name("1772434500123450000") != "1772434500123450000")
    #expect(name("1.77E+18") == "1.77E+18" && name("null") == "null" && name("0") == "0")
    #expect(name("1772434500.0") == name("1772434500"))
    #expect(name("v1").count == 16)
  }
}
