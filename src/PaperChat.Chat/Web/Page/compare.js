// Papers side by side. What is compared stands in the address, so that a table can be kept as a bookmark.

import { byId, h, icon, announce, keepTogether } from './dom.js';
import * as api from './api.js';
import { failureNotice, isAbort } from './failure.js';
import { titleOf, metaText } from './papers.js';
import { openPaper } from './panel.js';
import { selection } from './selection.js';

const MOST = 10;
const ASPECTS = {
  problem: 'Problem', approach: 'Approach', novelty: 'What is new', data: 'Data sets and benchmarks', results: 'Results', cost: 'Cost', limits: 'Limits', code: 'Code',
};

let wanted = [];
let comparing = null;
let go = () => {};

export function startCompare(navigate) {
  go = navigate;
  byId('compare-form').addEventListener('submit', (event) => { event.preventDefault(); add(); start(); });
  byId('compare-add').addEventListener('click', add);
  byId('compare-name').addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target.value.trim() && wanted.length === 0) {
      event.preventDefault();
      add();
    }
  });
}

export function showCompare(parameters) {
  const given = parameters.getAll('p').slice(0, MOST);
  const known = new Map([...selection.papers(), ...wanted].map((p) => [p.id, p.title]));
  wanted = given.length > 0 || wanted.length > 0 ? (given.length > 0 ? given : wanted.map((p) => p.id)).map((id) => ({ id, title: known.get(id) ?? id }))
    : selection.papers().slice(0, MOST);
  showPicked();
  if (given.length >= 2) {
    run();
  } else {
    comparing?.abort();
    byId('compare-result').replaceChildren();
  }
}

function add() {
  const name = byId('compare-name').value.trim();
  byId('compare-name').value = '';
  if (name && wanted.length < MOST && !wanted.some((p) => p.id === name)) {
    wanted.push({ id: name, title: name });
    showPicked();
  }
}

function showPicked() {
  byId('compare-picked').replaceChildren(...wanted.map((paper) => h('li', { class: 'pill' }, h('span', {}, paper.title),
    h('button', { type: 'button', class: 'pill-remove', 'aria-label': `Leave out ${paper.title}`, on: { click: () => leaveOut(paper) } }, icon('cross')))));
}

function leaveOut(paper) {
  wanted = wanted.filter((p) => p !== paper);
  showPicked();
  byId('compare-name').focus();
}

function start() {
  if (wanted.length < 2) {
    byId('compare-result').replaceChildren(h('div', { class: 'notice' }, h('p', {}, 'Two papers or more make a comparison: add names or titles here, or select papers in a search.')));
    return;
  }

  const hash = `/compare?${wanted.map((p) => `p=${encodeURIComponent(p.id)}`).join('&')}`;
  location.hash === `#${hash}` ? run() : go(hash);
}

async function run() {
  comparing?.abort();
  comparing = new AbortController();
  byId('compare-result').replaceChildren(h('p', { class: 'waiting' }, 'Reading the abstracts …'));
  try {
    const table = await api.compare({ papers: wanted.map((p) => p.id) }, comparing.signal);
    wanted = table.papers.map((p, i) => ({ id: wanted[i]?.id ?? p.paper.id, title: titleOf(p.paper) }));
    showPicked();
    byId('compare-result').replaceChildren(tableElement(table), ...figures(table));
    announce(`Comparison of ${table.papers.length} papers.`);
  } catch (error) {
    if (!isAbort(error)) {
      byId('compare-result').replaceChildren(failureNotice(error, run));
    }
  }
}

const paperOf = (table, n) => table.papers.find((p) => p.n === n).paper;

function chip(table, n, quote) {
  const paper = paperOf(table, n);
  return h('button', {
    type: 'button', class: 'chip', 'aria-label': `Where ${titleOf(paper)} says it`, 'aria-expanded': 'false',
    on: { click: (event) => openPaper(paper, { quotes: [{ ...quote, main: true }], from: event.currentTarget }) },
  }, String(n));
}

function tableElement(table) {
  const rows = table.rows.filter((row) => row.cells.some((cell) => cell.stated));
  const silent = table.rows.filter((row) => !rows.includes(row)).map((row) => (ASPECTS[row.aspect] ?? row.aspect).toLowerCase());
  const heads = table.papers.map(({ n, paper }) => h('th', { scope: 'col' },
    h('button', { type: 'button', class: 'title-button', on: { click: (event) => openPaper(paper, { from: event.currentTarget }) } }, `${n}  ${titleOf(paper)}`),
    metaText(paper, 1) && h('p', { class: 'kicker' }, metaText(paper, 1))));
  const element = h('table', { class: 'comparison' },
    h('thead', {}, h('tr', {}, h('td', {}), heads)),
    h('tbody', {}, rows.map((row) => h('tr', {}, h('th', { scope: 'row' }, ASPECTS[row.aspect] ?? row.aspect), row.cells.map((cell) => cellElement(table, cell))))));
  element.style.minWidth = `${9 + 14 * table.papers.length}rem`;
  return h('div', { class: 'comparison-wrap' },
    h('div', { class: 'table-scroll', role: 'region', 'aria-label': 'Comparison', tabindex: '0' }, element),
    silent.length > 0 && h('p', { class: 'result-note' }, `None of these abstracts states: ${silent.join(', ')}.`));
}

function cellElement(table, cell) {
  const name = titleOf(paperOf(table, cell.n)).split(':')[0];
  return h('td', { data: { paper: `${cell.n}  ${name}` } }, cell.stated
    ? cell.statements.map((s) => h('p', {}, keepTogether(`${s.text} `, chip(table, cell.n, s.quote))))
    : h('p', { class: 'unstated' }, 'not stated in the abstract'));
}

function figures(table) {
  if (table.figures.length === 0) {
    return [];
  }

  return [h('section', { class: 'figures', 'aria-label': 'Figures' }, h('h2', {}, 'Figures'), h('ul', {}, table.figures.map((group) => h('li', {},
    h('p', { class: 'figure-name' }, `${group.metric}${group.dataSet ? ` on ${group.dataSet}` : ''}`,
      group.better && h('span', { class: 'muted' }, ` · ${group.better} is better`), group.change && h('span', { class: 'muted' }, ' · change')),
    h('p', { class: 'figure-values' }, group.values.map((v) => [h('span', {}, h('strong', {}, `${v.value}${unitText(v.unit)}`), v.method ? ` ${v.method}` : '', '\u00a0', chip(table, v.n, v.quote))])),
    group.contradicts && h('p', { class: 'warn' }, 'These abstracts contradict each other here.')))))];
}

const unitText = (unit) => (!unit ? '' : /^[%×]$/.test(unit) ? unit : ` ${unit}`);

