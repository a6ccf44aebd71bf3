/// Mappings of well-known systems.
enum MetadataPresets {
  /// FreePBX: `type-called-caller-YYYYMMDD-HHMMSS-uniqueid`. Numbers may hold hyphens, so the name
  /// is taken apart from its end.
  static func rule(_ name: String) -> MetadataMapping.PathRule? {
    guard name == "freepbx" else { return nil }
    let pattern =
      #"(?:^|/)(?<kind>out|in|external|internal|exten|q|rg|conf|page|force|generic|ondemand)"#
      + #"-(?<called>[^/]+)-(?<caller>[^/-]*)-(?<date>\d{8})-(?<time>\d{6})"#
      + #"-(?<uniqueid>[^/]*?\d{6,}\.\d+)(?:[._-][^/]*)?$"#
    guard let regex = try? Regex(pattern) else { return nil }
    return MetadataMapping.PathRule(
      pattern: regex,
      fields: [
        .startedAt: "{date}T{time}", .direction: "{kind}", .employee: "{own}",
        .clientPhone: "{client}",
      ], key: "{uniqueid}", skippedKinds: ["internal", "exten", "conf", "page"],
      directions: [
        "out": .outgoing, "in": .incoming, "external": .incoming, "q": .incoming, "rg": .incoming,
      ])
  }

  static func table(_ name: String, file: String) -> MetadataMapping.TableRule? {
    switch name {
    case "asterisk":
      MetadataMapping.TableRule(
        file: file, key: "recordingfile",
        columns: [.startedAt: "calldate", .calledPhone: "dst", .callerPhone: "src"])
    case "asterisk-master":
      // Master.csv has no header; its rows are found by the id that FreePBX writes into names.
      MetadataMapping.TableRule(
        file: file, key: "uniqueid",
        columns: [.startedAt: "start", .calledPhone: "dst", .callerPhone: "src"],
        header: [
          "accountcode", "src", "dst", "dcontext", "clid", "channel", "dstchannel", "lastapp",
          "lastdata", "start", "answer", "end", "duration", "billsec", "disposition", "amaflags",
          "uniqueid", "userfield",
        ])
    case "speechsense":
      MetadataMapping.TableRule(
        file: file, key: "file",
        columns: [
          .employee: "operator_name", .startedAt: "date", .direction: "direction_outgoing",
        ], directions: ["true": .outgoing, "false": .incoming])
    case "tqm":
      MetadataMapping.TableRule(
        file: file, key: "fileLink",
        columns: [.startedAt: "StartDate", .direction: "CallDirection", .employee: "AgentName"],
        directions: ["inbound": .incoming, "outbound": .outgoing])
    default: nil
    }
  }
}
