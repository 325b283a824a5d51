"""Training groups: one question, the window that answers it (or none), and windows that do not.

    python make_groups.py EVAL_DIR MODEL_DIR [SEED] > groups.jsonl

EVAL_DIR has the data sets that ../README.md names. Our own questions are in questions/: over the stories of test/eval/segmentation/practice-*.jsonl
and over articles.jsonl beside them; over the news and the encyclopaedia passages of EVAL_DIR, whose text is not ours to print: there the evidence is given as
a place in the text; and off-topic.jsonl, which nothing answers.

Windows that do not answer: another window of the same article, the right one without its answering sentence, and windows of other articles that
the embedder (for news) or shared terms (for encyclopaedia passages; in the passage's language, since XQuAD's questions are parallel) take for near.
For a near miss, a question that its article almost answers: the nearest windows of that article. Questions with a date or a number
that the window names are also asked with another one: a near miss made by arithmetic. A question that nothing answers, or that is asked of another
collection, goes with the windows that are nearest there.
"""
import collections, functools, glob, json, os, random, re, sys, unicodedata
import numpy as np, onnxruntime
from text import load_tokenizer, normalize, sentences, windows

EVAL, MODEL = sys.argv[1:3]
HERE = os.path.dirname(os.path.abspath(__file__))
STORIES = f"{HERE}/../../test/eval/segmentation"
random.seed(int(sys.argv[3]) if len(sys.argv) > 3 else 7)
TOKENIZER = load_tokenizer(f"{MODEL}/tokenizer.json")
TITLED = 0.85  # the share of windows shown under their headline; without one now and then, so that the reader can do without
COMPANY = 2  # windows that do not answer, for each question
# Groups of each kind, so that a run ends within the hour.
MOST = {"own": 6500, "news": 2600, "elsewhere": 600, "off-topic": 700, "xquad": 500, "drcd": 250, "cmrc2018": 150, "number": 350}


def rows(path):
    return [json.loads(line) for line in open(path, encoding="utf-8")]


def terms(s):
    s = unicodedata.normalize("NFKC", s).lower()
    out = set(re.findall(r"[a-z]+|\d+", s))
    for run in re.findall(r"[\u4e00-\u9fff]+", s):
        out.update(run[i : i + 2] for i in range(len(run) - 1))
    return out


class Embedder:
    def __init__(self):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 2
        self.session = onnxruntime.InferenceSession(f"{MODEL}/onnx/model_q4.onnx", options)

    @functools.cache
    def __call__(self, text):
        ids = np.array([[0] + TOKENIZER.encode(normalize(text)).ids[:510] + [2]])
        mean = self.session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0][0].mean(0)
        return mean / np.linalg.norm(mean)


class Pool:
    """The windows of one collection and what is near to a question in it."""

    def __init__(self, articles, embed=None):
        self.title = {a["id"]: a.get("title", "").replace("_", " ") for a in articles}
        self.windows = {a["id"]: windows(TOKENIZER, a["text"]) for a in articles}
        self.flat = [(i, w) for i, ws in self.windows.items() for w in ws]
        self.embed = embed
        if embed:
            self.vectors = np.stack([embed(f"passage: {self.title[i]}\n{w}") for i, w in self.flat])
        else:
            self.index = collections.defaultdict(list)
            for n, (_, w) in enumerate(self.flat):
                for t in terms(w):
                    self.index[t].append(n)

    def scores(self, question):
        """Of each window, more is nearer."""
        if self.embed:
            return self.vectors @ self.embed("query: " + question)
        out = np.random.default_rng(len(question)).random(len(self.flat)) * 1e-3
        for t in terms(question):
            if len(self.index[t]) < 2000:
                out[self.index[t]] += 1 / (1 + len(self.index[t]) ** 0.5)
        return out

    def strangers_to(self, question, source):
        """For a question that nothing here answers."""
        near = np.argsort(-self.scores(question))[:COMPANY]
        return {"q": question, "pos": None, "ans": None, "neg": [self.shown(*self.flat[n]) for n in near], "from": source}

    def shown(self, article, window):
        title = self.title[article]
        return f"{title}\n{window}" if title and random.random() < TITLED else window

    def group(self, question, article, answer, source, mined=None):
        """`mined` is the question in the language of the windows where that differs."""
        scores = self.scores(mined or question)
        order = np.argsort(-scores)
        own = [self.flat[n][1] for n in order if self.flat[n][0] == article]
        others = [self.flat[n] for n in order[:40] if self.flat[n][0] != article] or [self.flat[n] for n in order[-3:]]
        # Mostly the nearest few: what the reader will be asked to tell apart.
        strangers = [others[min(int(random.expovariate(0.4)), len(others) - 1)] for _ in range(2)]
        if answer is None:
            near = own[:2] if random.random() < 0.5 else own[:3]
            return {"q": question, "pos": None, "ans": None, "neg": [self.shown(article, w) for w in near] + [self.shown(*strangers[0])], "from": source}
        holding = [w for w in own if answer in w]
        if not holding:
            return None
        right, rest = holding[0], [w for w in own if answer not in w]
        cut = "".join(s for s in sentences(right) if answer not in s)
        negatives = [self.shown(article, random.choice(rest[:2]))] if rest else []
        negatives += [self.shown(article, cut)] if len(cut) > 20 and random.random() < 0.7 else []
        negatives += [self.shown(*s) for s in strangers[: 3 - len(negatives)]]
        return {"q": question, "pos": self.shown(article, right), "ans": answer, "neg": negatives, "from": source}


def story(a):
    body = "\n".join(p.removeprefix("# ") for p in a["body"])
    return {"id": a["id"], "title": a["headline"].replace("|", " "), "text": f"{a['lead']} {body}" if a.get("lead") else body}


NUMBER = re.compile(r"\d+(?=\s*[年月日号日届名个家万亿%元岁])|(?:19|20)\d\d|\b\d+\b")


def with_another_number(group):
    """The same question with one of its numbers changed, where the right window names that number; else nothing."""
    if not group or not group["pos"]:
        return None
    found = [m for m in NUMBER.finditer(group["q"]) if m[0] in group["pos"] and m[0] != group["ans"]]
    if not found:
        return None
    m = random.choice(found)
    near = [n for n in (int(m[0]) + d for d in (-3, -2, -1, 1, 2, 3, 5)) if n > 0 and str(n) not in group["pos"]]
    if not near:
        return None
    question = group["q"][: m.start()] + str(random.choice(near)) + group["q"][m.end() :]
    return {"q": question, "pos": None, "ans": None, "neg": [group["pos"]], "from": "number"}


def main():
    groups = []

    def add(group):
        groups.append(group)
        if random.random() < 0.5:
            groups.append(with_another_number(group))

    embed = Embedder()
    articles, own = rows(f"{EVAL}/reader/articles.jsonl"), rows(f"{HERE}/questions/articles.jsonl")
    passages = [p for name in ("cmrc2018", "drcd", "xquad") for p in rows(f"{EVAL}/retrieval/{name}/passages.jsonl") if name != "xquad" or p["lang"] == "zh"]
    text = {a["id"]: a["text"] for a in articles + passages}
    asked = {name: rows(f"{HERE}/questions/{name}.jsonl") for name in ("stories", "articles-questions", "news", "encyclopaedia")}
    for q in asked["news"] + asked["encyclopaedia"]:
        start, end = q.get("place", (0, 0))
        q["evidence"] = text[q["article"]][start:end]
    named = {q["article"] for q in asked["encyclopaedia"]}
    pools = {
        "news": Pool(articles, embed),
        "stories": Pool([story(a) for f in sorted(glob.glob(f"{STORIES}/practice-*.jsonl")) for a in rows(f)], embed),
        "articles-questions": Pool(own, embed),
        "encyclopaedia": Pool([p for p in passages if p["id"] in named], embed),
    }
    asked["of news"] = [q for q in rows(f"{EVAL}/reader/questions.jsonl")]
    for name, questions in asked.items():
        pool = pools["news" if name == "of news" else name]
        for q in questions:
            add(pool.group(q["question"], q["article"], q["evidence"] if q["answerable"] else None, "news" if "news" in name else "own"))
    papers = [pools["news"], pools["stories"], pools["articles-questions"]]
    for q in rows(f"{HERE}/questions/off-topic.jsonl"):
        groups.append(random.choice(papers).strangers_to(q["question"], "off-topic"))
    for name, questions in asked.items():
        others = [pool for pool in papers if pool is not pools.get(name, pools["news"])]
        for q in random.sample(questions, 300):
            groups.append(random.choice(others).strangers_to(q["question"], "elsewhere"))
    for name in ("drcd", "cmrc2018"):
        pool, questions = Pool(rows(f"{EVAL}/retrieval/{name}/passages.jsonl")), rows(f"{EVAL}/retrieval/{name}/questions.jsonl")
        for q in random.sample(questions, 2 * MOST[name]):
            add(pool.group(q["question"], q["passage_id"], q["answers"][0], name))
    passages, questions = rows(f"{EVAL}/retrieval/xquad/passages.jsonl"), rows(f"{EVAL}/retrieval/xquad/questions.jsonl")
    languages = sorted({p["lang"] for p in passages})
    pools = {lang: Pool([p for p in passages if p["lang"] == lang]) for lang in languages}
    by = {(q["id"], q["lang"]): q for q in questions}
    for i in sorted({q["id"] for q in questions}):
        for ask, read in (("en", "zh"), (random.choice(["zh", *languages]), random.choice(["zh", "zh", "en", *languages])), (random.choice(["en", "zh"]), random.choice(["zh", "en"]))):
            q = by[i, ask]
            add(pools[read].group(q["question"], q["passage_id"], by[i, read]["answers"][0], "xquad", by[i, read]["question"]))
    random.shuffle(groups)
    count, kept = collections.Counter(), []
    for g in groups:
        if g and count[g["from"]] < MOST[g["from"]]:
            count[g["from"]] += 1
            # Those of a near miss are in the order of nearness; the others are of several kinds.
            g["neg"] = random.sample(g["neg"], min(COMPANY, len(g["neg"]))) if g["pos"] else g["neg"][:COMPANY]
            kept.append(g)
    for g in kept:
        print(json.dumps(g, ensure_ascii=False))
    print(len(kept), count, file=sys.stderr)


main()
