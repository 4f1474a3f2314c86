"""Makes the folder of text files that the benchmark of reading reads."""
import html.parser
import os
import shutil


class Visible(html.parser.HTMLParser):
    """The text of a page, without markup, scripts and styles."""

    def __init__(self):
        super().__init__()
        self.parts, self.hidden = [], 0

    def handle_starttag(self, tag, attributes):
        self.hidden += tag in ("script", "style")
        if tag in ("p", "h1", "h2", "li", "div"):
            self.parts.append("\n\n")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style")

    def handle_data(self, text):
        if not self.hidden:
            self.parts.append(text)


def text_of(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if path.endswith(".html"):
        page = Visible()
        page.feed(text)
        text = "".join(page.parts)
    return text


def documents_of(treebank, words, length=220):
    """The sentences of a treebank as documents in paragraphs of three, about so many words in all.

    Unlike copies of a few documents they say nothing twice.
    """
    texts, sentences, count = {}, [], 0
    with open(treebank, encoding="utf-8") as file:
        for line in file:
            if not line.startswith("# text = "):
                continue
            sentences.append(line[9:].strip())
            if sum(len(sentence.split()) for sentence in sentences) < length:
                continue
            count += sum(len(sentence.split()) for sentence in sentences)
            paragraphs = [" ".join(sentences[at:at + 3]) for at in range(0, len(sentences), 3)]
            texts[f"{len(texts):04d}.txt"] = "\n\n".join(paragraphs) + "\n"
            sentences = []
            if count >= words:
                break
    return texts


def repeat(source, folder, words):
    """Copies of the documents of a folder as plain text, whole rounds of them, about so many words;
    of a treebank (.conllu) as many documents.

    Gives the number of copies of each, of documents and of words.
    """
    if source.endswith(".conllu"):
        texts = documents_of(source, words)
    else:
        texts = {
            name: text_of(os.path.join(source, name)) for name in sorted(os.listdir(source))
            if name.endswith((".txt", ".md", ".html"))}
    count = sum(len(text.split()) for text in texts.values())
    copies = max(1, round(words / max(count, 1)))
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for copy in range(copies):
        for name, text in texts.items():
            stem = os.path.splitext(name)[0]
            path = os.path.join(folder, f"{stem}-{copy:04d}.txt")
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
    return copies, copies * len(texts), copies * count
