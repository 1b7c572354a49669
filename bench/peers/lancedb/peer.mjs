// Builds and searches a LanceDB full-text index for the comparison: peer.mjs version | build JOB.json | search JOB.json.
// The job and what is written are described in ../README.md. LanceDB spreads a query over threads of its own, so that "one at a
// time" may use more than one core.
import { createReadStream } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { connect, Index, MatchQuery } from "@lancedb/lancedb";

const BATCH = 10_000;

async function build(job) {
  const began = performance.now();
  const database = await connect(job.index);
  let table = null;
  for await (const batch of batches(job.papers)) {
    if (table) {
      await table.add(batch);
    } else {
      table = await database.createTable("papers", batch);
    }
  }
  await table.optimize();
  await table.createIndex("text", {
    config: Index.fts({ language: "English", lowercase: true, stem: true, removeStopWords: true, asciiFolding: true, withPosition: true }),
  });
  await table.waitForIndex(["text_idx"], 3600);
  database.close();
  return { seconds: (performance.now() - began) / 1000 };
}

async function* batches(path) {
  let batch = [];
  for await (const line of createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Infinity })) {
    const paper = JSON.parse(line);
    batch.push({ id: paper.id, text: `${paper.title}\n${paper.abstract}` });
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) {
    yield batch;
  }
}

async function find(table, words, limit) {
  const rows = await table.query().fullTextSearch(new MatchQuery(words.join(" "), "text")).select(["id"]).limit(limit).toArray();
  return rows.map((row) => row.id);
}

async function search(job) {
  const { queries, plan } = job;
  const began = performance.now();
  const table = await (await connect(job.index)).openTable("papers");
  await find(table, queries[0].words, job.depth);
  const openMs = performance.now() - began;

  const rankings = await rank(job, table);
  await latencies(job, table, plan.warmSeconds, 1);
  const latenciesMs = await latencies(job, table, plan.latencySeconds, plan.passes);
  const windows = [];
  for (let i = 0; i < 2 * plan.windows; i++) {
    const threads = 1 + (i % 2);
    const starts = Array.from({ length: threads }, (_, worker) => Math.floor((worker * queries.length) / threads));
    const rates = await Promise.all(starts.map((start) => rate(job, table, start)));
    windows.push({ threads, queriesPerSecond: rates.reduce((a, b) => a + b) });
  }
  return { openMs, rankings, latenciesMs, windows };
}

async function rank(job, table) {
  const rankings = [];
  const began = performance.now();
  for (const query of job.queries) {
    if ((performance.now() - began) / 1000 >= job.plan.qualitySeconds) {
      break;
    }
    rankings.push({ set: query.set, id: query.id, papers: await find(table, query.words, job.qualityDepth) });
  }
  return rankings;
}

async function latencies(job, table, seconds, passes) {
  const times = [];
  const began = performance.now();
  for (let i = 0; i < passes * job.queries.length && (performance.now() - began) / 1000 < seconds; i++) {
    const asked = performance.now();
    await find(table, job.queries[i % job.queries.length].words, job.depth);
    times.push(performance.now() - asked);
  }
  return times;
}

async function rate(job, table, start) {
  const began = performance.now();
  let answered = 0;
  let seconds = 0;
  do {
    await find(table, job.queries[(start + answered) % job.queries.length].words, job.depth);
    answered++;
    seconds = (performance.now() - began) / 1000;
  } while (seconds < job.plan.windowSeconds);
  return answered / seconds;
}

const [step, path] = process.argv.slice(2);
if (step === "version") {
  const manifest = new URL("./node_modules/@lancedb/lancedb/package.json", import.meta.url);
  console.log(JSON.parse(await readFile(manifest, "utf8")).version);
} else {
  const job = JSON.parse(await readFile(path, "utf8"));
  await writeFile(job.output, JSON.stringify(await { build, search }[step](job)));
}
