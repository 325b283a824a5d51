"""Training groups from the data sets named in ../README.md: one question, its passage, and passages that do not answer it.

    python make_pairs.py EVAL_DIR TOKENIZER_JSON > groups.jsonl

Negatives: another window of the same article, the right window without the sentence that answers, and a window of another article that shares most
terms with the question; for a near miss, the windows of the article that it nearly fits.
"""
import collections, json, random, re, sys, unicodedata
from text import load_tokenizer, sentences, windows

random.seed(7)
EVAL, TOKENIZER = sys.argv[1], load_tokenizer(sys.argv[2])
rows = lambda path: [json.loads(line) for line in open(f"{EVAL}/{path}", encoding="utf-8")]


def terms(s):
    s = unicodedata.normalize("NFKC", s).lower()
    out = set(re.findall(r"[a-z]+|\d+", s))
    for run in re.findall(r"[\u4e00-\u9fff]+", s):
        out.update(run[i : i + 2] for i in range(len(run) - 1))
    return out


class Pool:
    """All windows of one collection, with an inverted index for hard negatives."""

    def __init__(self, articles):
        self.title = {a["id"]: a.get("title", "") for a in articles}
        self.windows = {a["id"]: windows(TOKENIZER, a["text"]) for a in articles}
        self.flat = [(i, w) for i, ws in self.windows.items() for w in ws]
        self.index = collections.defaultdict(list)
        for n, (_, w) in enumerate(self.flat):
            for t in terms(w):
                self.index[t].append(n)

    def shown(self, article, window):
        title = self.title[article].replace("_", " ")
        return f"{title}\n{window}" if title and random.random() < 0.8 else window

    def near(self, question, but):
        hits = collections.Counter()
        for t in terms(question):
            if len(self.index[t]) < 2000:
                hits.update({n: 1 / (1 + len(self.index[t]) ** 0.5) for n in self.index[t]})
        found = [self.flat[n] for n, _ in hits.most_common(30) if self.flat[n][0] != but]
        return random.choice(found[:6]) if found else random.choice(self.flat)

    def group(self, question, article, answer, source):
        own, q = self.windows[article], terms(question)
        other = self.shown(*self.near(question, article))
        if answer is None:
            return {"q": question, "pos": None, "ans": None, "neg": ([self.shown(article, w) for w in sorted(own, key=lambda w: -len(q & terms(w)))[:3]] + [other])[:3], "from": source}
        holding = [w for w in own if answer in w]
        if not holding:
            return None
        right = max(holding, key=lambda w: len(q & terms(w)))
        rest = [w for w in own if answer not in w]
        cut = "".join(s for s in sentences(right) if answer not in s)
        negatives = [self.shown(article, max(rest, key=lambda w: len(q & terms(w)) + random.random()))] if rest else []
        negatives += [self.shown(article, cut)] if len(cut) > 20 else []
        return {"q": question, "pos": self.shown(article, right), "ans": answer, "neg": (negatives + [other])[:3], "from": source}


def main():
    groups = []
    news = Pool(rows("reader/articles.jsonl"))
    for q in rows("reader/questions.jsonl"):
        groups.append(news.group(q["question"], q["article"], q.get("evidence") if q["answerable"] else None, "news"))
    for name in ("drcd", "cmrc2018"):
        pool = Pool(rows(f"retrieval/{name}/passages.jsonl"))
        for q in rows(f"retrieval/{name}/questions.jsonl"):
            groups.append(pool.group(q["question"], q["passage_id"], q["answers"][0], name))
    passages, questions = rows("retrieval/xquad/passages.jsonl"), rows("retrieval/xquad/questions.jsonl")
    langs = sorted({p["lang"] for p in passages})
    pools = {lang: Pool([p for p in passages if p["lang"] == lang]) for lang in langs}
    by = {(q["id"], q["lang"]): q for q in questions}
    for i in sorted({q["id"] for q in questions}):
        for _ in range(3):  # three pairs of languages for each question
            ask, read = random.choice(["en", "en", "en", "zh", *langs]), random.choice(["zh", "zh", "zh", "en", *langs])
            groups.append(pools[read].group(by[i, ask]["question"], by[i, ask]["passage_id"], by[i, read]["answers"][0], "xquad"))
    groups = [g for g in groups if g]
    random.shuffle(groups)
    for g in groups:
        print(json.dumps(g, ensure_ascii=False))
    print(collections.Counter((g["from"], g["pos"] is not None) for g in groups), file=sys.stderr)


main()
