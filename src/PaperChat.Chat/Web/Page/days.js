// The papers of a day, with the days before and after it.

import { byId, h, arrowKeys } from './dom.js';
import * as api from './api.js';
import { failureNotice, isAbort } from './failure.js';
import { titleOf, authorsText, dayText, linksOf } from './papers.js';
import { openPaper } from './panel.js';
import { selectButton } from './selection.js';
import { outLink } from './dom.js';

let shown = null;
let loading = null;
let growing = null;
let go = () => {};

export function startDays(navigate) {
  go = navigate;
  byId('day-earlier').addEventListener('click', () => shown?.earlier && go(`/days/${shown.earlier}`));
  byId('day-later').addEventListener('click', () => shown?.later && go(`/days/${shown.later}`));
  byId('day-choice').addEventListener('change', (event) => go(`/days/${event.target.value}`));
  byId('day-filter').addEventListener('input', show);
  byId('day-more').addEventListener('click', more);
  arrowKeys(byId('day-papers'), '.title-button');
}

export async function showDays(wanted) {
  loading?.abort();
  loading = new AbortController();
  const { signal } = loading;
  try {
    const { days } = await api.days(signal);
    if (days.length === 0) {
      empty();
      return;
    }

    const name = wanted ?? days[0].day;
    byId('day-choice').replaceChildren(...days.map(({ day, papers }) => h('option', { value: day }, `${dayText(day)} (${papers})`)));
    byId('day-choice').value = name;
    shown = await api.day(name, 0, signal);
    byId('day-filter').value = '';
    show();
    window.scrollTo(0, 0);
  } catch (error) {
    if (!isAbort(error)) {
      byId('day-papers').replaceChildren();
      byId('day-more').hidden = true;
      byId('day-note').replaceChildren(failureNotice(error, () => showDays(wanted)));
    }
  }
}

function empty() {
  shown = null;
  for (const id of ['day-earlier', 'day-later']) {
    byId(id).disabled = true;
  }

  byId('day-papers').replaceChildren();
  byId('day-note').replaceChildren('No paper of the library says on which day it was listed. Daily Papers pages do: load one with ', h('code', {}, 'paperchat-ingest page.txt'), '.');
}

async function more() {
  const day = shown;
  if (!day || growing === day) {
    return;
  }

  growing = day;
  try {
    day.papers.push(...(await api.day(day.day, day.papers.length)).papers);
    if (shown === day) {
      show();
    }
  } catch (error) {
    if (shown === day) {
      byId('day-note').replaceChildren(failureNotice(error, more));
    }
  } finally {
    growing = growing === day ? null : growing;
  }
}

function show() {
  if (!shown) {
    return;
  }

  const words = byId('day-filter').value.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (paper) => words.every((w) => `${titleOf(paper)} ${authorsText(paper, 99)} ${paper.abstract ?? ''}`.toLowerCase().includes(w));
  const papers = shown.papers.filter(holds);
  byId('days-title').textContent = dayText(shown.day);
  document.title = `${dayText(shown.day)} · PaperChat`;
  byId('day-earlier').disabled = !shown.earlier;
  byId('day-later').disabled = !shown.later;
  byId('day-note').textContent = words.length > 0 ? `${papers.length} of ${shown.total} papers` : `${shown.total} ${shown.total === 1 ? 'paper' : 'papers'}`;
  byId('day-papers').replaceChildren(...papers.map(card));
  byId('day-more').hidden = shown.papers.length >= shown.total;
}

function card(paper) {
  const authors = authorsText(paper, 4);
  const abstract = paper.display?.abstract ?? paper.abstract ?? '';
  return h('li', { class: 'card' },
    h('h2', {}, h('button', { type: 'button', class: 'title-button', on: { click: (event) => openPaper(paper, { from: event.currentTarget }) } }, titleOf(paper))),
    authors && h('p', { class: 'kicker' }, authors),
    abstract && h('p', { class: 'card-abstract' }, abstract),
    h('div', { class: 'card-foot' },
      paper.upvotes > 0 && h('span', { class: 'kicker' }, `▲ ${paper.upvotes}`),
      linksOf(paper).slice(0, 1).map(([address, text]) => outLink(address, text)), h('span', { class: 'panel-space' }), selectButton(paper)));
}
