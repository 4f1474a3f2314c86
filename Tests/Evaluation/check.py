#!/usr/bin/env python3
"""Check the evaluation set (Python standard library).

usage: check.py                     check both halves: offsets, names, vocabulary, uniqueness
       check.py --counts            the same, and print what each half holds
       check.py --as-system HALF    print a half's required rows as `partnernet extract` would
       check.py --score SCORE.py    score the required rows of each half as a system's output with
                                    the given scorer; anything below 100 % is a fault

HALF is `tuned` or `untuned`. Exit status 0 when sound, 1 otherwise.
"""
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
HALVES = ["tuned", "untuned"]
KINDS = {"country", "organisation", "person"}
UNDIRECTED = {"agree", "consult", "cooperate", "compete"}
TYPES = UNDIRECTED | {
    "support", "aid", "transfer", "accuse", "reject", "threaten", "sanction", "coerce", "assault",
    "leads", "memberOf", "partOf", "basedIn",
}
STATUSES = {"asserted", "planned", "negated", "historical"}
DATE_BASES = {"stated", "inferable-from-text", "inferable-from-other-document", "only-estimable"}


def load(half):
    with open(os.path.join(HERE, half, "gold.json"), encoding="utf-8") as file:
        return json.load(file)


def key(row):
    pair = (row["source"], row["target"])
    return (row["type"],) + (tuple(sorted(pair)) if row["type"] in UNDIRECTED else pair)


def faults_of(half, document):
    faults = []

    def fault(*parts):
        faults.append(" ".join([half, document["file"]] + [str(part) for part in parts]))

    path = os.path.join(HERE, half, document["file"])
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    flat = re.sub(r"\s+", " ", text)
    if (document["chars"], document["words"]) != (len(text), len(text.split())):
        fault("counts do not fit the text")
    entities = {entity["id"]: entity for entity in document["entities"]}
    if len(entities) != len(document["entities"]):
        fault("two entities share an id")
    for entity in document["entities"]:
        if entity["kind"] not in KINDS:
            fault("unknown kind", entity["kind"])
        if entity["organOf"] not in entities and entity["organOf"] is not None:
            fault("unknown organOf", entity["organOf"])
        if not entity["surface"]:
            fault("no surface form", entity["id"])
        for form in entity["surface"] + entity["titles"] + entity["pronouns"]:
            if form not in flat:
                fault("not in the text:", form)
    if document["date"]["derivable"] not in DATE_BASES:
        fault("unknown date basis", document["date"]["derivable"])
    for mark in document["boilerplate"]:
        if text[mark["start"]:mark["end"]] != mark["text"]:
            fault("boilerplate offsets", mark["label"])
    for start, end in document["sentences"]:
        if not text[start:end].strip() or text[start:end] != text[start:end].strip():
            fault("sentence offsets", start, end)
    seen = set()
    for row in document["relations"] + document["liftedOptional"]:
        ends = [row["source"], row["target"]]
        if row["type"] not in TYPES or row["status"] not in STATUSES:
            fault("unknown type or status", ends, row["type"], row["status"])
        if any(end not in entities for end in ends) or ends[0] == ends[1]:
            fault("bad participants", ends)
        if row["directed"] != (row["type"] not in UNDIRECTED):
            fault("direction", ends, row["type"])
        if key(row) in seen:
            fault("repeated row", key(row))
        seen.add(key(row))
    for row in document["relations"]:
        if set(row["statusAlso"]) - STATUSES or row["status"] in row["statusAlso"]:
            fault("statusAlso", key(row))
        if not row["optional"] and any(
            entities[end]["optional"] for end in (row["source"], row["target"])
        ):
            fault("a required row needs required entities", key(row))
        if not row["evidence"]:
            fault("no evidence", key(row))
        for piece in row["evidence"]:
            whole = text[piece["start"]:piece["end"]]
            raw = text.encode()[piece["startByte"]:piece["endByte"]].decode()
            if not piece["text"] == whole == raw:
                fault("evidence offsets", key(row))
            if [piece["start"], piece["end"]] not in document["sentences"]:
                fault("evidence is not a sentence", key(row))
        for other in row["alts"]:
            full = {name: other.get(name, row[name]) for name in ("source", "type", "target")}
            if full["type"] not in TYPES or {full["source"], full["target"]} - set(entities):
                fault("alts", key(row))
            if key(full) == key(row):
                fault("an alternative repeats its row", key(row))
    return faults


def as_system(document):
    names = {entity["id"]: entity["name"] for entity in document["entities"]}
    span = document["date"]["range"]
    day = document["date"]["value"] or (None if not span else "/".join(span))
    if document["date"]["derivable"] == "only-estimable":
        day = None
    return {
        "document": document["file"],
        "date": day,
        "entities": [
            {"name": entity["name"], "kind": entity["kind"]} for entity in document["entities"]
        ],
        "relations": [
            {
                "source": names[row["source"]], "type": row["type"],
                "target": names[row["target"]], "status": row["status"],
            }
            for row in document["relations"] if not row["optional"]
        ],
    }


def score_of(half, scorer):
    gold = load(half)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for document in gold["documents"]:
            file.write(json.dumps(as_system(document), ensure_ascii=False) + "\n")
        file.flush()
        command = [sys.executable, scorer, os.path.join(HERE, half, "gold.json"), file.name]
        found = json.loads(subprocess.check_output(command + ["--json"]))
        figures = {
            "entities": found["entities_micro"]["f"],
            "relations": found["relations_strict"]["f"],
            "relations with status": found["relations_strict_with_status"]["f"],
            "pairs": found["pairs"]["f"],
            "status": found["status_accuracy"],
            "dates": found["date_accuracy"],
        }
        faults = [
            f"{half} the gold rows score {100 * figure:.1f} % in {name}"
            for name, figure in figures.items() if figure < 1
        ]
        if faults:
            faults.append(subprocess.check_output(command + ["--errors"], text=True))
    return faults


def print_counts(half):
    documents = load(half)["documents"]
    types, statuses = collections.Counter(), collections.Counter()
    kinds = collections.Counter(
        entity["kind"] for document in documents for entity in document["entities"]
    )
    optional = 0
    for document in documents:
        for row in document["relations"]:
            if row["optional"]:
                optional += 1
            else:
                types[row["type"]] += 1
                statuses[row["status"]] += 1
    words = sum(document["words"] for document in documents)
    print(f"{half}: {len(documents)} documents, {words} words")
    print(f"  entities {sum(kinds.values())} {dict(kinds.most_common())}")
    print(f"  required relations {sum(types.values())} {dict(types.most_common())}")
    print(f"  their status {dict(statuses.most_common())}; optional relations {optional}")


def main():
    arguments = sys.argv[1:]
    if arguments[:1] == ["--as-system"] and arguments[1:] and arguments[1] in HALVES:
        for document in load(arguments[1])["documents"]:
            print(json.dumps(as_system(document), ensure_ascii=False))
        return 0
    if arguments and arguments[0] not in ("--score", "--counts"):
        print(__doc__, file=sys.stderr)
        return 64
    faults = []
    for half in HALVES:
        documents = load(half)["documents"]
        listed = {document["file"] for document in documents}
        present = {name for name in os.listdir(os.path.join(HERE, half)) if name.endswith(".txt")}
        faults += [f"{half} {name} is listed or present, not both" for name in listed ^ present]
        for document in documents:
            faults += faults_of(half, document)
        if arguments[:1] == ["--score"] and len(arguments) == 2:
            faults += score_of(half, arguments[1])
        if arguments[:1] == ["--counts"]:
            print_counts(half)
    for line in faults:
        print(line, file=sys.stderr)
    print("the evaluation set is sound" if not faults else f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
