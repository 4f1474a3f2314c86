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

  static let graphML = #"""
    <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
      <key id="d8" for="edge" attr.name="type" attr.type="string" />
      <key id="d7" for="edge" attr.name="status" attr.type="string" />
      <key id="d6" for="edge" attr.name="weight" attr.type="long" />
      <key id="d5" for="edge" attr.name="date" attr.type="string" />
      <key id="d4" for="edge" attr.name="weight" attr.type="double" />
      <key id="d3" for="edge" attr.name="relation" attr.type="string" />
      <key id="d2" for="node" attr.name="label" attr.type="string" />
      <key id="d1" for="node" attr.name="kind" attr.type="string" />
      <key id="d0" for="node" attr.name="name" attr.type="string" />
      <graph edgedefault="directed">
        <node id="country/RU">
          <data key="d0">Russia</data>
          <data key="d1">country</data>
        </node>
        <node id="person/m&#252;ller">
          <data key="d2">J&#246;rg M&#252;ller</data>
        </node>
        <node id="alone" />
        <node id="7" />
        <edge source="country/RU" target="7" id="0">
          <data key="d3">transfer</data>
          <data key="d4">2.5</data>
          <data key="d5">2012-10-17</data>
        </edge>
        <edge source="country/RU" target="7" id="1">
          <data key="d3">transfer</data>
          <data key="d6">1</data>
          <data key="d5">2013</data>
        </edge>
        <edge source="country/RU" target="7" id="2">
          <data key="d3">agree</data>
          <data key="d7">planned</data>
        </edge>
        <edge source="person/m&#252;ller" target="country/RU" id="envoy">
          <data key="d4">1e-05</data>
        </edge>
        <edge source="7" target="7" id="0">
          <data key="d8">audit "internal"</data>
        </edge>
      </graph>
    </graphml>
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
