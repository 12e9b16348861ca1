/// A site that would show what its visitor did before, and so is not a safe destination (SAF-13).
struct PersonalisedHost {
  /// A label of the host, such as `google` in `www.google.co.uk`, or a whole domain.
  let name: String
  let reason: String

  func covers(_ host: String) -> Bool {
    if name.utf8.contains(UInt8(ascii: ".")) { return host == name || host.hasSuffix("." + name) }
    let labels = host.split(separator: ".")
    // The label before `.com` or `.co.uk`.
    return labels.dropLast().suffix(2).contains { $0 == name }
  }

  static let all =
    hosts("google bing yandex baidu", "it shows earlier searches and who is signed in")
    + hosts("yahoo aol", "it shows mail and earlier searches")
    + hosts(
      "youtube youtu.be netflix tiktok twitch vimeo hulu disneyplus primevideo",
      "it shows what was watched before, and may start to play")
    + hosts(
      "amazon ebay etsy aliexpress temu shein vinted",
      "it shows what was looked at and bought before")
    + hosts("pinterest", "it shows what was looked at before")
    + hosts("linkedin", "it opens a person’s own account and tells others of visits")
    + hosts(
      "facebook instagram threads spotify twitter x.com reddit tumblr snapchat discord quora bsky.app vk.com weibo "
        + "icloud dropbox paypal microsoftonline tinder bumble hinge grindr okcupid chatgpt",
      "it opens a person’s own account")
    + hosts(
      "whatsapp messenger telegram t.me slack teams.microsoft.com teams.live.com",
      "it opens a person’s own messages")
    + hosts(
      "gmail outlook live.com hotmail proton protonmail gmx web.de mail.com",
      "it opens a person’s own mail")
    + hosts(
      "bit.ly t.co tinyurl.com goo.gl is.gd ow.ly lnkd.in cutt.ly rebrand.ly tiny.cc",
      "it counts its visitors, and leads on to a place that can be changed")

  private static func hosts(_ names: String, _ reason: String) -> [Self] {
    names.split(separator: " ").map { Self(name: String($0), reason: reason) }
  }
}
