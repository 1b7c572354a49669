"""Builds and searches a Xapian index for the comparison: peer.py version | build JOB.json | search JOB.json.

The job and what is written are described in ../README.md. Two queries at a time are two processes, because Python runs one
thread at a time.
"""

import json
import multiprocessing
import os
import sys
import time

import xapian

# Fewer and larger flushes build faster; without the variable Xapian flushes every 10,000 documents.
FLUSH_EVERY = 100_000


def build(job):
    began = time.perf_counter()
    os.environ["XAPIAN_FLUSH_THRESHOLD"] = str(FLUSH_EVERY)
    fast = xapian.DB_NO_SYNC | xapian.DB_DANGEROUS
    database = xapian.WritableDatabase(path_of(job), xapian.DB_CREATE_OR_OVERWRITE | fast)
    generator = xapian.TermGenerator()
    generator.set_stemmer(xapian.Stem("porter"))
    generator.set_stemming_strategy(xapian.TermGenerator.STEM_ALL)
    with open(job["papers"], encoding="utf-8") as papers:
        for line in papers:
            paper = json.loads(line)
            document = xapian.Document()
            document.set_data(json.dumps([paper["id"], paper["title"], paper["abstract"]], ensure_ascii=False))
            document.add_value(0, paper["id"])
            generator.set_document(document)
            generator.set_termpos(0)
            generator.index_text(paper["title"])
            generator.increase_termpos()
            generator.index_text(paper["abstract"])
            database.add_document(document)
    database.commit()
    database.close()
    return {"seconds": time.perf_counter() - began}


class Index:
    def __init__(self, job):
        self._database = xapian.Database(path_of(job))
        self._stem = xapian.Stem("porter")

    def search(self, words, limit):
        enquire = xapian.Enquire(self._database)
        enquire.set_weighting_scheme(xapian.BM25Weight(1.2, 0, 1, 0.75, 0.5))
        enquire.set_query(xapian.Query(xapian.Query.OP_OR, [self._stem(word.encode()).decode() for word in words]))
        return [match.document.get_value(0).decode() for match in enquire.get_mset(0, limit)]


def search(job):
    queries, plan, depth = job["queries"], job["plan"], job["depth"]
    began = time.perf_counter()
    index = Index(job)
    index.search(queries[0]["words"], depth)
    open_ms = (time.perf_counter() - began) * 1000
    return {
        "openMs": open_ms,
        "rankings": rank(job, index),
        "latenciesMs": latencies(job, index, plan["warmSeconds"], 1) and latencies(job, index, plan["latencySeconds"], plan["passes"]),
        "windows": [window(job, 1 + i % 2) for i in range(2 * plan["windows"])],
    }


def rank(job, index):
    rankings = []
    began = time.perf_counter()
    for query in job["queries"]:
        if time.perf_counter() - began >= job["plan"]["qualitySeconds"]:
            break
        papers = index.search(query["words"], job["qualityDepth"])
        rankings.append({"set": query["set"], "id": query["id"], "papers": papers})
    return rankings


def latencies(job, index, seconds, passes):
    queries, times = job["queries"], []
    began = time.perf_counter()
    for i in range(passes * len(queries)):
        if time.perf_counter() - began >= seconds:
            break
        asked = time.perf_counter()
        index.search(queries[i % len(queries)]["words"], job["depth"])
        times.append((time.perf_counter() - asked) * 1000)
    return times


def window(job, threads):
    starts = [(job, worker * len(job["queries"]) // threads) for worker in range(threads)]
    with multiprocessing.Pool(threads) as pool:
        return {"threads": threads, "queriesPerSecond": sum(pool.starmap(rate, starts, chunksize=1))}


def rate(job, start):
    index = Index(job)
    queries = job["queries"]
    index.search(queries[start]["words"], job["depth"])
    began, answered, seconds = time.perf_counter(), 0, 0.0
    while seconds < job["plan"]["windowSeconds"]:
        index.search(queries[(start + answered) % len(queries)]["words"], job["depth"])
        answered += 1
        seconds = time.perf_counter() - began
    return answered / seconds


def path_of(job):
    return os.path.join(job["index"], "xapian")


def main():
    if sys.argv[1] == "version":
        print(xapian.version_string())
        return
    with open(sys.argv[2], encoding="utf-8") as file:
        job = json.load(file)
    output = {"build": build, "search": search}[sys.argv[1]](job)
    with open(job["output"], "w", encoding="utf-8") as file:
        json.dump(output, file)


if __name__ == "__main__":
    main()
