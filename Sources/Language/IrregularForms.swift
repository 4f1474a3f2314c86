/// Forms that no rule yields, by their dictionary forms.
enum IrregularForms {
  /// Forms of verbs.
  static let verbs: [String: String] = table(
    """
    add: added adding; ally: allied; arise: arisen arose; awake: awoke awoken; \
    be: 'm 're 's ai am are been being is was were ’m ’re ’s; bear: bore born borne; \
    beat: beaten; become: became; befall: befallen befell; begin: began begun; behold: beheld; \
    bend: bent; bias: biased; bind: bound; bite: bit bitten; bleed: bled bleed; blow: blew blown; \
    break: broke broken; breed: bred breed; bring: brought; build: built; burn: burnt; \
    buy: bought; can: ca; canvass: canvassed; catch: caught; choose: chose chosen; cling: clung; \
    come: came; creep: crept; deal: dealt; die: died dying; dig: dug; do: did does done; \
    draw: drawn drew; dream: dreamt; drink: drank drunk; drive: driven drove; dwell: dwelt; \
    dye: dyed; eat: ate eaten; echo: echoes; embargo: embargoes; embed: embed; exceed: exceed; \
    eye: eyed; fall: fallen fell; feed: fed feed; feel: felt; fight: fought; find: found; \
    flee: fled; fling: flung; fly: flew flown; \
    focus: focused focuses focusing focussed focussing; forbid: forbade forbidden; \
    foresee: foresaw foreseen; forget: forgot forgotten; forgive: forgave forgiven; \
    forgo: forgone forwent; free: freed; freeze: froze frozen; get: got gotten; give: gave given; \
    go: goes gon gone went; grind: ground; grow: grew grown; hang: hung; \
    have: 've had has having ’ve; hear: heard; heed: heed; hide: hid hidden; hold: held; \
    keep: kept; kneel: knelt; know: knew known; lay: laid; lead: led; lean: leant; leap: leapt; \
    learn: learnt; leave: left; lend: lent; lie: lain lay lied lying; light: lit; lose: lost; \
    make: made; mean: meant; meet: met; mimic: mimicked; mislead: misled; \
    mistake: mistaken mistook; misunderstand: misunderstood; model: modelled; need: need; \
    outdo: outdid outdone; outgrow: outgrew outgrown; outsell: outsold; overcome: overcame; \
    overhang: overhung; overlay: overlaid; override: overridden overrode; overrun: overran; \
    oversee: oversaw overseen; oversell: oversold; overtake: overtaken overtook; \
    overthrow: overthrew overthrown; panic: panicked; partake: partaken partook; pay: paid; \
    proceed: proceed; program: programmed programming; prove: proved proven; quiz: quizzed; \
    rebuild: rebuilt; redo: redid redone; redraw: redrawn redrew; remake: remade; repay: repaid; \
    rerun: reran; resell: resold; resend: resent; retake: retaken retook; rethink: rethought; \
    rewrite: rewritten rewrote; ride: ridden rode; ring: rang rung; rise: risen rose; run: ran; \
    saw: sawn; say: said; see: saw seen; seed: seed; seek: sought; sell: sold; send: sent; \
    sew: sewn; shake: shaken shook; shall: sha; shed: shed; shine: shone; shoot: shot; \
    show: shown; shrink: shrank shrunk; sing: sang sung; singe: singeing; sink: sank sunk; \
    sit: sat; ski: skied; slay: slain slew; sleep: slept; slide: slid; sling: slung; \
    smell: smelt; sow: sown; speak: spoke spoken; speed: sped speed; spell: spelt; spend: spent; \
    spill: spilt; spin: spun; spit: spat; spoil: spoilt; spring: sprang sprung; stand: stood; \
    steal: stole stolen; stick: stuck; sting: stung; stink: stank stunk; stride: stridden strode; \
    strike: stricken struck; string: strung; strive: striven strove; succeed: succeed; \
    swear: swore sworn; sweep: swept; swell: swollen; swim: swam swum; swing: swung; \
    take: taken took; teach: taught; tear: tore torn; tell: told; think: thought; \
    throw: threw thrown; tie: tied tying; torpedo: torpedoes; traffic: trafficked trafficking; \
    tread: trod trodden; undergo: undergoes undergone underwent; underlie: underlain underlay; \
    understand: understood; undertake: undertaken undertook; underwrite: underwritten underwrote; \
    undo: undid undone; unwind: unwound; uphold: upheld; veto: vetoed vetoes; vie: vied vying; \
    wake: woke woken; want: wan; wear: wore worn; weave: wove woven; wed: wed; weed: weed; \
    weep: wept; will: 'll wo ’ll; win: won; wind: wound; withdraw: withdrawn withdrew; \
    withhold: withheld; withstand: withstood; would: 'd ’d; wring: wrung; write: written wrote;
    """)

  /// Plurals.
  static let nouns: [String: String] = table(
    """
    ache: aches; aircraft: aircraft; airman: airmen; alumnus: alumni; analysis: analyses; \
    antenna: antennae; appendix: appendices; atlas: atlases; avalanche: avalanches; axis: axes; \
    bacterium: bacteria; barracks: barracks; base: bases; bias: biases; bonus: bonuses; \
    bus: buses; businessman: businessmen; cache: caches; cactus: cacti; calf: calves; \
    calorie: calories; campus: campuses; canoe: canoes; canvas: canvases; cargo: cargoes; \
    census: censuses; chairman: chairmen; child: children; chorus: choruses; clothes: clothes; \
    congressman: congressmen; consensus: consensuses; cookie: cookies; corps: corps; \
    corpus: corpora; court-martial: courts-martial; crisis: crises; criterion: criteria; \
    data: data; diagnosis: diagnoses; die: dies; echo: echoes; economics: economics; elf: elves; \
    embargo: embargoes; emphasis: emphases; ethic: ethics; fisherman: fishermen; foe: foes; \
    foot: feet; formula: formulae; freshman: freshmen; fungus: fungi; gas: gases; genie: genies; \
    goods: goods; goose: geese; grandchild: grandchildren; grounds: grounds; gunman: gunmen; \
    half: halves; headache: headaches; headquarters: headquarters; hero: heroes; hoodie: hoodies; \
    hoof: hooves; hypothesis: hypotheses; index: indices; knife: knives; larva: larvae; \
    leaf: leaves; lens: lenses; lie: lies; life: lives; loaf: loaves; man: men; \
    mathematics: mathematics; matrix: matrices; means: means; media: media; \
    memorandum: memoranda; money: monies; mosquito: mosquitoes; mouse: mice; movie: movies; \
    news: news; niche: niches; nucleus: nuclei; oasis: oases; ox: oxen; parenthesis: parentheses; \
    passerby: passersby; people: people; phenomenon: phenomena; physics: physics; pie: pies; \
    policeman: policemen; politics: politics; potato: potatoes; prairie: prairies; \
    premise: premises; proceedings: proceedings; psyche: psyches; quiz: quizzes; \
    referendum: referenda; regards: regards; rookie: rookies; salesman: salesmen; \
    savings: savings; scarf: scarves; schoolchild: schoolchildren; self: selves; selfie: selfies; \
    series: series; serviceman: servicemen; shelf: shelves; shoe: shoes; spacecraft: spacecraft; \
    species: species; spokesman: spokesmen; spokeswoman: spokeswomen; statistic: statistics; \
    status: statuses; stimulus: stimuli; stratum: strata; surroundings: surroundings; \
    syllabus: syllabi; synthesis: syntheses; tactic: tactics; thanks: thanks; thesis: theses; \
    thief: thieves; tie: ties; toe: toes; tomato: tomatoes; tooth: teeth; tornado: tornadoes; \
    torpedo: torpedoes; troops: troops; vertex: vertices; veto: vetoes; virus: viruses; \
    volcano: volcanoes; whereabouts: whereabouts; wife: wives; wolf: wolves; woman: women; \
    zombie: zombies;
    """)

  /// Comparatives and superlatives.
  static let comparisons: [String: String] = table(
    """
    bad: worse worst; big: bigger biggest; early: earlier earliest; \
    far: farther farthest further furthest; few: fewer; free: free freer; good: best better; \
    high: higher highest; late: later latest; least: least; less: less; low: lower lowest; \
    more: more; most: most; old: elder eldest;
    """)

  /// Reads "sell: sold; buy: bought;".
  private static func table(_ text: String) -> [String: String] {
    var table: [String: String] = [:]
    for entry in text.split(separator: ";") {
      let words = entry.split { $0 == ":" || $0 == " " }
      for form in words.dropFirst() { table[String(form)] = String(words[0]) }
    }
    return table
  }
}
