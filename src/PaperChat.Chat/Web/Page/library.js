// What is in the library.

import { byId, h, viewLink } from './dom.js';
import * as api from './api.js';
import { failureNotice } from './failure.js';
import { dayText } from './papers.js';

const number = (value) => value.toLocaleString('en');
const SHOWN_DAYS = 60;

export async function showLibrary() {
  try {
    const [stats, { days }] = await Promise.all([api.stats(), api.days()]);
    showFoot(stats);
    byId('library-body').replaceChildren(...[
      stats.papers === 0 && h('div', { class: 'notice' }, h('p', {}, 'The library is empty. Load papers with ', h('code', {}, 'paperchat-ingest FILE'), '; they are found without a restart.')),
      facts(stats), days.length > 0 && daysElement(days), runs(stats.runs)].filter(Boolean));
  } catch (error) {
    byId('library-body').replaceChildren(failureNotice(error, showLibrary));
  }
}

/** The line at the foot of the rail; it says nothing where the server does not. */
export function showFoot(stats) {
  byId('rail-library').textContent = `${stats.library ? `${stats.library} · ` : ''}${number(stats.papers)} ${stats.papers === 1 ? 'paper' : 'papers'}`;
}

function facts(stats) {
  const range = (first, last) => (first === last ? String(first) : `${first} – ${last}`);
  const all = [
    ['Papers', number(stats.papers)],
    stats.summaries > 0 && ['Summaries of the sample', number(stats.summaries)],
    stats.firstYear && ['Years', range(stats.firstYear, stats.lastYear)],
    stats.firstListed && ['Listed', range(dayText(stats.firstListed), dayText(stats.lastListed))],
    ['Passages', number(stats.chunks)],
    ['Searched by', stats.manifest.embeddingModel ? 'Words and meaning' : 'Words', stats.manifest.embeddingModel?.name],
    ['Made', dayText(stats.manifest.created.slice(0, 10))],
  ].filter(Boolean);
  return h('dl', { class: 'facts' }, all.map(([name, value, note]) => h('div', {}, h('dt', {}, name), h('dd', {}, value, note && h('p', { class: 'kicker' }, note)))));
}

function daysElement(days) {
  const latest = days.slice(0, SHOWN_DAYS);
  const most = Math.max(...latest.map((d) => d.papers));
  return h('section', { class: 'library-part', 'aria-label': 'Papers by day' }, h('h2', {}, 'Papers by day'), h('ol', { class: 'bars' }, latest.map(({ day, papers }) => {
    const bar = h('span', { class: 'bar', 'aria-hidden': 'true' });
    bar.style.width = `${Math.max(1, (100 * papers) / most)}%`;
    return h('li', {}, viewLink(`/days/${day}`, {}, dayText(day)), h('span', { class: 'bar-space' }, bar), h('span', { class: 'bar-number' }, number(papers)));
  })));
}

function runs(all) {
  if (all.length === 0) {
    return null;
  }

  const time = (text) => new Date(text).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  const columns = ['Input', 'When', 'Added', 'Changed', 'Unchanged', 'Rejected'];
  return h('section', { class: 'library-part', 'aria-label': 'Last ingestions' }, h('h2', {}, 'Last ingestions'),
    h('div', { class: 'table-scroll', role: 'group', 'aria-label': 'Table', tabindex: '0' }, h('table', { class: 'plain' },
      h('thead', {}, h('tr', {}, columns.map((c) => h('th', { scope: 'col' }, c)))),
      h('tbody', {}, all.map((run) => h('tr', {},
        h('td', {}, run.input.split(/[\\/]/).at(-1)), h('td', {}, run.finished ? time(run.finished) : `${time(run.started)} (interrupted)`),
        [run.added, run.changed, run.unchanged, run.rejected].map((n) => h('td', { class: 'number' }, number(n)))))))));
}
