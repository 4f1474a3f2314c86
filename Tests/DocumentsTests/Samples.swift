@testable import Documents

/// Documents written for these tests.
enum Samples {
  static func read(
    _ text: String, name: String = "sample.txt", format: DocumentSource.Format? = nil
  ) throws -> Document {
    try Document(DocumentSource(name: name, bytes: Array(text.utf8), format: format))
  }

  static let story = """
    World

    Ruritania orders ten trainers from Freedonia

    STRELSAU, March 4 (Example Press) -- Ruritania signed a contract for ten jet trainers with
    Freedonian Aircraft Works here Wednesday, Defence Minister Rupert Hentzau said.

    The contract, worth 312 million crowns, was signed by Hentzau and Flavia Elphberg, director of
    Freedonian Aircraft Works, at a ceremony in Zenda Castle attended by Ambassador Antoinette Mauban.

    "This is the largest order that our long-
    standing partner has placed," Elphberg said. Deliveries will begin in Streslau next spring.

    Share this article
    Subscribe to our newsletter for breaking news alerts.
    © 2015 Example Press. All rights reserved.
    """

  /// The same event, told by another outlet that gives the year.
  static let otherReport = """
    Freedonia wins trainer contract
    The Zenda Courier | 5 March 2015

    Defence Minister Rupert Hentzau and the head of Freedonian Aircraft Works, Flavia Elphberg, met \
    in Zenda Castle on Wednesday to sign a contract of 312 million crowns.

    Freedonian Aircraft Works will build ten trainers, it was announced at the ceremony. Ambassador \
    Antoinette Mauban called the largest order of her term a success for both Zenda and Streslau.

    Critics in Ruritania asked why Elphberg had not been asked for a lower price by Hentzau, who \
    visited the Works twice.
    """

  static let transcript = """
    Events
    Meeting with Prime Minister of Freedonia Rufus Firefly
    The leaders discussed arms deliveries.
    June 3, 2014
    16:45
    Strelsau Palace, Strelsau
    2 of 7
    * * *
    King of Ruritania Rudolf Elphberg: Mr Firefly, good afternoon,
    We are glad to see you. Our ministries have worked on the contract for the new trainers all spring.
    ”Our ministries have worked on the contract for the new trainers all spring.“
    Prime Minister of Freedonia Rufus Firefly: Thank you, Your Majesty.
    Freedonia will always be your partner.
    Question: Will you sign today?
    <…>
    Topics
    Defence
    Foreign policy
    Persons
    Hentzau Rupert
    Elphberg Flavia
    3 more
    Publication status
    Published in sections: News, Transcripts
    Publication date: June 3, 2014, 16:45
    Text version
    """

  static let page = """
    <!DOCTYPE html><html><head><title>Ruritania buys radars | Zenda Courier</title>
    <meta property="og:site_name" content="Zenda Courier">
    <meta property="article:published_time" content="2016-02-29T23:10:00+01:00">
    <style>p { color: red }</style><script>if (a < b) { document.write("<p>no</p>") }</script>
    </head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
    <div class="share-buttons">Share</div>
    <h1>Ruritania buys radars</h1>
    <p>Ruritania&#8217;s army &amp; navy bought <b>six</b>&nbsp;radars from Freedonia.</p>
    <ul><li>Two for the coast</li><li>Four for the border with Marshovia</li></ul>
    <!-- <p>not shown</p> -->
    <p>The price was not named.</p>
    <footer><p>&copy; Zenda Courier</p></footer></body></html>
    """

  static let markdown = """
    ---
    title: Freedonia sells radars
    date: 2016-03-01
    source: Zenda Courier
    ---
    # Freedonia sells radars

    Freedonia **will deliver** six radars to [Ruritania](https://zenda.example/r), the *Courier* \
    reports. The model is the `XR_5`.

    - Two for the coast
    - Four for the border

    > “We are content,” said the minister.
    """
}

/// A generator that gives the same numbers every time (SplitMix64).
struct RepeatableGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return WordHashes.mix(state)
  }
}
