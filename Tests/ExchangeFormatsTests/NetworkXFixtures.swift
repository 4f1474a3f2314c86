/// Written by scripts/exchange-fixtures.py with NetworkX 3.6.1.
enum NetworkXFixtures {
  static let multigraph = #"""
    {
     "directed": true,
     "multigraph": true,
     "graph": {},
     "nodes": [
      {
       "name": "Russia",
       "kind": "country",
       "aliases": [
        "Moscow",
        "the Kremlin"
       ],
       "id": "country/RU"
      },
      {
       "label": "Jörg Müller",
       "id": "person/müller"
      },
      {
       "id": "alone"
      },
      {
       "id": 7
      }
     ],
     "edges": [
      {
       "relation": "transfer",
       "weight": 2.5,
       "date": "2012-10-17",
       "source": "country/RU",
       "target": 7,
       "key": 0
      },
      {
       "relation": "transfer",
       "weight": 1,
       "date": "2013",
       "source": "country/RU",
       "target": 7,
       "key": 1
      },
      {
       "relation": "agree",
       "status": "planned",
       "source": "country/RU",
       "target": 7,
       "key": 2
      },
      {
       "weight": 1e-05,
       "source": "person/müller",
       "target": "country/RU",
       "key": "envoy"
      },
      {
       "type": "audit \"internal\"",
       "source": 7,
       "target": 7,
       "key": 0
      }
     ]
    }
    """#

  static let multigraphLinks = #"""
    {
     "directed": true,
     "multigraph": true,
     "graph": {},
     "nodes": [
      {
       "name": "Russia",
       "kind": "country",
       "aliases": [
        "Moscow",
        "the Kremlin"
       ],
       "id": "country/RU"
      },
      {
       "label": "Jörg Müller",
       "id": "person/müller"
      },
      {
       "id": "alone"
      },
      {
       "id": 7
      }
     ],
     "links": [
      {
       "relation": "transfer",
       "weight": 2.5,
       "date": "2012-10-17",
       "source": "country/RU",
       "target": 7,
       "key": 0
      },
      {
       "relation": "transfer",
       "weight": 1,
       "date": "2013",
       "source": "country/RU",
       "target": 7,
       "key": 1
      },
      {
       "relation": "agree",
       "status": "planned",
       "source": "country/RU",
       "target": 7,
       "key": 2
      },
      {
       "weight": 1e-05,
       "source": "person/müller",
       "target": "country/RU",
       "key": "envoy"
      },
      {
       "type": "audit \"internal\"",
       "source": 7,
       "target": 7,
       "key": 0
      }
     ]
    }
    """#

  static let simple = #"""
    {
     "directed": false,
     "multigraph": false,
     "graph": {},
     "nodes": [
      {
       "id": "a"
      },
      {
       "id": "b"
      },
      {
       "id": "c"
      }
     ],
     "edges": [
      {
       "weight": 2,
       "relation": "transfer",
       "source": "a",
       "target": "b"
      },
      {
       "source": "a",
       "target": "c"
      },
      {
       "weight": NaN,
       "source": "b",
       "target": "c"
      }
     ]
    }
    """#

  static let edgeList = #"""
    source,target,relation,weight,date
    country/RU,7,transfer,2.5,2012-10-17
    country/RU,7,transfer,1,2013
    country/RU,7,agree,,
    person/müller,country/RU,,1e-05,
    7,7,,,
    """#
}
