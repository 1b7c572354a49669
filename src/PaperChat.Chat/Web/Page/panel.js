// The paper beside the rest: abstract with the quoted words, links, citation, papers like it.

import { byId, h, button, outLink, announce } from './dom.js';
import * as api from './api.js';
import { failureNotice, isAbort } from './failure.js';
import { titleOf, metaText, published, dayText, linksOf, markedAbstract, statusBadge } from './papers.js';
import { selection, citation } from './selection.js';

let shown = null;
let before = [];
let opener = null;
let loading = null;
let ask = () => {};

const overlays = () => window.matchMedia('(max-width: 1180px)').matches;

/**
 * Opens a paper. `quotes` are passages to mark, with stored offsets; `from` is the element that the focus goes back to.
 */
export function openPaper(paper, { quotes = [], from = document.activeElement, keep = false } = {}) {
  if (!keep) {
    before = [];
    opener?.setAttribute?.('aria-expanded', 'false');
    opener = from;
    if (opener?.classList?.contains('chip')) {
      opener.setAttribute('aria-expanded', 'true');
    }
  }

  shown = { paper, quotes };
  byId('panel').hidden = false;
  byId('shell').classList.add('with-panel');
  setInert(overlays());
  byId('panel-back').hidden = before.length === 0;
  heading(paper);
  byId('panel-content').replaceChildren(h('p', { class: 'muted' }, 'Opening …'));
  byId('panel-body').scrollTop = 0;
  byId('panel-title').focus({ preventScroll: true });
  load(paper.id, quotes);
}

export function closePaper() {
  if (byId('panel').hidden) {
    return false;
  }

  loading?.abort();
  byId('panel').hidden = true;
  byId('shell').classList.remove('with-panel');
  setInert(false);
  opener?.setAttribute?.('aria-expanded', 'false');
  if (opener?.isConnected) {
    opener.focus({ preventScroll: true });
  }

  shown = null;
  opener = null;
  return true;
}

function setInert(inert) {
  byId('main').inert = inert;
  byId('rail').inert = inert;
  byId('tray').inert = inert;
}

function heading(paper) {
  byId('panel-title').textContent = titleOf(paper);
  byId('panel-kicker').textContent = [published(paper), (paper.categories ?? []).slice(0, 3).join(', ')].filter(Boolean).join(' · ');
  byId('panel-authors').textContent = (paper.authors ?? []).join(', ');
  const select = byId('panel-select');
  select.dataset.select = paper.id;
  select.setAttribute('aria-label', `Select ${titleOf(paper)}`);
  select.setAttribute('aria-pressed', String(selection.has(paper.id)));
  select.textContent = selection.has(paper.id) ? 'Selected' : 'Select';
}

async function load(id, quotes) {
  loading?.abort();
  loading = new AbortController();
  const { signal } = loading;
  try {
    const paper = await api.paper(id, signal);
    shown = { paper, quotes };
    heading(paper);
    const near = h('ol', { class: 'similar' });
    fill(paper, quotes, near);
    announce(`${titleOf(paper)} is open.`);
    await fillSimilar(near, paper, signal);
  } catch (error) {
    if (!isAbort(error)) {
      byId('panel-content').replaceChildren(failureNotice(error, () => load(id, quotes)));
    }
  }
}

function fill(paper, quotes, near) {
  const inAbstract = quotes.filter((q) => q.field === 'abstract');
  if (quotes.some((q) => q.field === 'title')) {
    byId('panel-title').replaceChildren(h('mark', {}, titleOf(paper)));
  }

  const abstract = paper.abstract
    ? h('p', { class: 'abstract' }, markedAbstract(paper, inAbstract))
    : h('p', { class: 'muted' }, 'The library holds no abstract of this paper.');
  byId('panel-content').replaceChildren(...[
    statusBadge(paper),
    paper.kind === 'summary' && h('p', { class: 'badge' }, 'Summary written for the sample'),
    paper.holdsInstructions && h('div', { class: 'notice bad' }, h('p', {}, 'This text tries to instruct language models; such sentences are never given to one.')),
    abstract,
    links(paper),
    h('div', { class: 'panel-actions' }, button('Ask about this paper', { class: 'button small' }, () => { closePaper(); ask(`What is new in "${titleOf(paper)}"?`); })),
    citeSection(paper),
    h('section', { class: 'panel-section', 'aria-label': 'Papers like it' }, h('h3', {}, 'Papers like it'), near),
  ].filter(Boolean));
  const first = byId('panel-content').querySelector('mark:not(.other)') ?? byId('panel-content').querySelector('mark');
  first?.scrollIntoView({ block: 'nearest' });
}

function links(paper) {
  const all = linksOf(paper);
  return all.length > 0 && h('ul', { class: 'links', 'aria-label': 'Links' }, all.map(([address, text]) => h('li', {}, outLink(address, text))));
}

function citeSection(paper) {
  const details = h('details', { class: 'panel-section' }, h('summary', {}, 'Cite'));
  details.addEventListener('toggle', () => {
    if (details.open && details.children.length === 1) {
      details.append(citation([paper.id]));
    }
  });
  return details;
}

async function fillSimilar(list, paper, signal) {
  try {
    const { hits } = await api.similar(paper.id, signal);
    list.replaceChildren(...hits.map((hit) => h('li', {},
      h('button', { type: 'button', class: 'title-button', on: { click: () => step(hit.paper) } }, titleOf(hit.paper)),
      h('p', { class: 'kicker' }, metaText(hit.paper, 2) || dayText(hit.paper.listed)))));
    if (hits.length === 0) {
      list.replaceChildren(h('li', { class: 'muted' }, 'No other paper of the library is near it.'));
    }
  } catch (error) {
    if (!isAbort(error)) {
      list.replaceChildren(h('li', {}, failureNotice(error, () => fillSimilar(list, paper, signal))));
    }
  }
}

function step(paper) {
  before.push(shown);
  openPaper(paper, { keep: true });
}

export function startPanel(onAsk) {
  ask = onAsk;
  byId('panel-close').addEventListener('click', closePaper);
  byId('panel-select').addEventListener('click', () => shown && selection.toggle(shown.paper));
  byId('panel-back').addEventListener('click', () => {
    const last = before.pop();
    if (last) {
      openPaper(last.paper, { quotes: last.quotes, keep: true });
    }
  });
  window.matchMedia('(max-width: 1180px)').addEventListener('change', (wide) => {
    if (!byId('panel').hidden) {
      setInert(wide.matches);
    }
  });
}
