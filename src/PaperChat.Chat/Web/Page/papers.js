// Papers in words, and their texts with quoted passages marked.

import { h } from './dom.js';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** “28 July 2025”, or “28 July” of `--07-28`. */
export function dayText(day) {
  const [, year, month, date] = /^(\d{4}|-)-(\d\d)-(\d\d)$/.exec(day ?? '') ?? [];
  return month ? `${Number(date)} ${MONTHS[month - 1]}${year === '-' ? '' : ` ${year}`}` : day ?? '';
}

export const titleOf = (paper) => paper.display?.title ?? paper.title;

export function authorsText(paper, most) {
  const authors = paper.authors ?? [];
  return authors.length > most ? `${authors.slice(0, most).join(', ')} and ${authors.length - most} more` : authors.join(', ');
}

/** Says that a work does not stand any more; nothing for one that does. */
export const statusBadge = (paper) =>
  paper.status && h('p', { class: 'badge' }, paper.status === 'retracted' ? 'Retracted by its publisher' : 'Withdrawn by its authors');

/** “[2] was withdrawn. [3] was retracted.” of the sources that do not stand any more; it is no sentence of the answer. */
export const statusNotes = (citations) =>
  [...citations].sort((a, b) => a.n - b.n).filter((c) => c.paper.status).map((c) => `[${c.n}] was ${c.paper.status}.`).join(' ');

/** “Doe and 3 more · ICLR 2024 · cs.CL”: what there is of it. */
export function metaText(paper, most = 3) {
  return [authorsText(paper, most), published(paper), (paper.categories ?? []).slice(0, 2).join(', ')].filter(Boolean).join(' · ');
}

// A venue often names its year already.
export function published(paper) {
  const year = paper.year ? String(paper.year) : '';
  if (!paper.venue && !year) {
    return paper.listed ? `listed ${dayText(paper.listed)}` : '';
  }

  return year && paper.venue?.includes(year) ? paper.venue : `${paper.venue ?? ''} ${year}`.trim();
}

/** Addresses of a paper with what each of them is, the paper itself first. */
export function linksOf(paper) {
  const links = [
    [paper.arxiv ? `https://arxiv.org/abs/${paper.arxiv}` : null, paper.arxiv ? `arXiv ${paper.arxiv}` : ''],
    [paper.doi ? `https://doi.org/${paper.doi}` : null, `doi:${paper.doi}`],
    [paper.url, hostOf(paper.url)],
    ...(paper.links ?? []).map((link) => [link, hostOf(link)]),
  ];
  const seen = new Set();
  return links.filter(([address]) => address && !seen.has(bare(address)) && seen.add(bare(address)));
}

const bare = (address) => address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');

function hostOf(address) {
  const text = bare(address ?? '');
  return text.length > 48 ? `${text.slice(0, 47)}…` : text;
}

/** For each displayed character the stored index where its source begins. */
function storedIndex(length, map) {
  const stored = new Int32Array(length);
  let shift = 0;
  for (let i = 0, pair = 0; i < length; i++) {
    if (map && pair < map.length && map[pair] === i) {
      shift = map[pair + 1] - i;
      pair += 2;
    }

    stored[i] = i + shift;
  }

  return stored;
}

/**
 * Nodes of the abstract with marks. `quotes` have stored offsets; those with `main` are marked more than the others.
 */
export function markedAbstract(paper, quotes) {
  const text = paper.display?.abstract ?? paper.abstract ?? '';
  const stored = storedIndex(text.length, paper.display?.abstractMap);
  const level = (i) => quotes.reduce((most, q) => (stored[i] >= q.start && stored[i] < q.end ? Math.max(most, q.main ? 2 : 1) : most), 0);
  const nodes = [];
  for (let start = 0; start < text.length;) {
    const marked = level(start);
    let end = start + 1;
    while (end < text.length && level(end) === marked) {
      end++;
    }

    const run = text.slice(start, end);
    nodes.push(marked === 0 ? run : h('mark', { class: marked === 2 ? null : 'other' }, run));
    start = end;
  }

  return nodes;
}

/** Text with the words of a search set off. */
export function withWords(text, words) {
  const wanted = (words.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).map((w) => w.slice(0, Math.max(3, w.length - 2)));
  if (wanted.length === 0) {
    return [text];
  }

  return text.split(/([\p{L}\p{N}]+)/u).map((part) => (wanted.some((w) => part.toLowerCase().startsWith(w)) ? h('b', {}, part) : part));
}
