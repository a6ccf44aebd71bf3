/// Turns what is not numbers into bytes and back; Foundation's coders do, at the edge.
public protocol ArchiveCoder {
  func encode(_ value: some Encodable) throws -> [UInt8]
  func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value
}
