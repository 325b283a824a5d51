"""Writes centres.json: the mean token state of questions and of passages, which search takes away before it compares the two.

    python fit_centres.py MODEL_DIR QUESTIONS.jsonl,… ARTICLES.jsonl,… > MODEL_DIR/centres.json

Questions have a "question", articles "title" and "text". The states of a language's texts share a direction that says which language it is, and
passages one that questions lack; without it a question finds its passage in another language nearly as well as in its own (compare Libovický,
Rosa and Fraser, "On the Language Neutrality of Pre-trained Multilingual Representations", 2020, who centre sentence vectors by language).
"""
import json, os, sys
import numpy as np, onnxruntime

sys.path.append(os.path.join(os.path.dirname(__file__), "..", "reader"))
from text import load_tokenizer, normalize, windows

MODEL, QUESTIONS, ARTICLES = sys.argv[1], sys.argv[2].split(","), sys.argv[3].split(",")
TOKENIZER = load_tokenizer(f"{MODEL}/tokenizer.json")
SESSION = onnxruntime.InferenceSession(f"{MODEL}/onnx/model_q4.onnx")


def states(prefix, text):
    """The states of a text's own tokens: neither of the prefix's nor of the special ones."""
    own = len(TOKENIZER.encode(prefix.strip()).ids)
    ids = np.array([[0] + TOKENIZER.encode(normalize(prefix + text)).ids[:510] + [2]])
    return SESSION.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0][0][1 + own : -1]


def centre(prefix, texts):
    total, count = 0, 0
    for text in texts:
        found = states(prefix, text)
        total, count = total + found.sum(0), count + len(found)
    return [round(float(x), 4) for x in total / count]


def rows(paths):
    return [json.loads(line) for path in paths for line in open(path, encoding="utf-8")]


passages = [f"{a['title']}\n{w}" for a in rows(ARTICLES) for w in windows(TOKENIZER, a["text"])]
questions = [q["question"] for q in rows(QUESTIONS)]
json.dump({"questions": centre("query: ", questions), "passages": centre("passage: ", passages)}, sys.stdout)
