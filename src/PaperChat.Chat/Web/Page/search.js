// Search as one types: a pause starts it, the next letter aborts it.

import { byId, h, debounce, arrowKeys } from './dom.js';
import * as api from './api.js';
import { failureNotice, isAbort } from './failure.js';
import { titleOf, metaText, statusBadge, withWords } from './papers.js';
import { openPaper } from './panel.js';
import { selectButton } from './selection.js';

const FIRST = 20;
const MOST = 200;
const NAMES = ['year', 'venue', 'author', 'cat', 'mode'];

let limit = FIRST;
let searching = null;

export function startSearch() {
  const later = debounce(() => { limit = FIRST; run(); }, 160);
  byId('search-words').addEventListener('input', later);
  byId('search-form').addEventListener('submit', (event) => { event.preventDefault(); run(); });
  NAMES.forEach((name) => byId(`search-${name}`).addEventListener('input', later));
  byId('search-filters-toggle').addEventListener('click', () => {
    const open = byId('search-filters').classList.toggle('open');
    byId('search-filters-toggle').setAttribute('aria-expanded', String(open));
  });
  byId('search-more').addEventListener('click', () => { limit = Math.min(MOST, limit + 40); run(); });
  byId('search-words').addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      byId('search-hits').querySelector('.title-button')?.focus();
    }
  });
  arrowKeys(byId('search-hits'), '.title-button');
}

export function showSearch(parameters) {
  byId('search-words').value = parameters.get('q') ?? '';
  NAMES.forEach((name) => { byId(`search-${name}`).value = parameters.get(name) ?? ''; });
  if (window.matchMedia('(pointer: fine)').matches) {
    byId('search-words').focus({ preventScroll: true });
  }

  run();
}

function asked() {
  const q = byId('search-words').value.trim();
  return { q, ...Object.fromEntries(NAMES.map((name) => [name, byId(`search-${name}`).value.trim()]).filter(([, value]) => value)) };
}

async function run() {
  searching?.abort();
  searching = new AbortController();
  const { signal } = searching;
  const parameters = asked();
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value)).toString();
  history.replaceState(null, '', query ? `#/search?${query}` : '#/search');
  if (!parameters.q) {
    byId('search-hits').replaceChildren();
    byId('search-more').hidden = true;
    byId('search-note').textContent = 'Results come as you type. A year is 2024, or a range: 2020..2023, 2023.., ..2019.';
    return;
  }

  try {
    const began = performance.now();
    const result = await api.search({ ...parameters, limit }, signal);
    show(result, parameters.q, performance.now() - began);
  } catch (error) {
    if (!isAbort(error)) {
      byId('search-hits').replaceChildren();
      byId('search-more').hidden = true;
      byId('search-note').replaceChildren(failureNotice(error, run));
    }
  }
}

function show({ hits, notes }, words, milliseconds) {
  const count = hits.length === 0 ? 'Nothing found. Try fewer or other words, or a wider filter.'
    : `${hits.length === limit ? `The first ${hits.length}` : hits.length} ${hits.length === 1 ? 'paper' : 'papers'} in ${Math.max(1, Math.round(milliseconds))} ms`;
  byId('search-note').textContent = [count, ...(notes ?? [])].join(' · ');
  byId('search-hits').replaceChildren(...hits.map((hit) => hitElement(hit, words)));
  byId('search-more').hidden = hits.length < limit || limit >= MOST;
}

function hitElement({ paper, snippet }, words) {
  const quotes = snippet ? [{ ...snippet, main: true }] : [];
  const meta = metaText(paper);
  return h('li', { class: 'hit' },
    h('div', { class: 'hit-text' },
      h('h2', {}, h('button', { type: 'button', class: 'title-button', on: { click: (event) => openPaper(paper, { quotes: snippet?.field === 'abstract' ? quotes : [], from: event.currentTarget }) } }, titleOf(paper))),
      meta && h('p', { class: 'kicker' }, meta),
      statusBadge(paper),
      snippet?.field === 'abstract' && h('p', { class: 'snippet' }, withWords(snippet.display ?? snippet.text, words))),
    selectButton(paper));
}
