// The draft of a review: stages while it is made, then quotations by theme, and its files.

import { byId, h, icon, announce, download, keepTogether } from './dom.js';
import * as api from './api.js';
import { failureNotice, isAbort } from './failure.js';
import { titleOf, metaText } from './papers.js';
import { openPaper } from './panel.js';
import { selection } from './selection.js';

const FILES = [
  ['review.md', 'Markdown', 'text/markdown'], ['references.bib', 'BibTeX', 'application/x-bibtex'], ['review.tex', 'LaTeX', 'application/x-tex'],
  ['review.html', 'HTML', 'text/html'], ['outline.md', 'Outline', 'text/markdown'], ['ledger.json', 'Ledger', 'application/json'],
];

// As the ledger calls the section.
const GAPS = 'Gaps that the papers state';

let working = null;

export function startReview() {
  byId('review-form').addEventListener('submit', (event) => { event.preventDefault(); working ? working.abort() : run(); });
  byId('review-selected').addEventListener('change', fields);
  selection.onChange(fields);
}

export function showReview(parameters) {
  if (parameters.get('topic')) {
    byId('review-topic').value = parameters.get('topic');
  }

  byId('review-selected').checked = parameters.has('selected') && selection.papers().length > 0;
  fields();
  if (window.matchMedia('(pointer: fine)').matches) {
    byId('review-topic').focus({ preventScroll: true });
  }
}

function fields() {
  const count = selection.papers().length;
  byId('review-selected-field').hidden = count === 0;
  byId('review-selected').checked &&= count > 0;
  byId('review-selected-text').textContent = count === 1 ? 'Only the selected paper' : `Only the ${count} selected papers`;
  byId('review-count-field').hidden = byId('review-selected').checked;
}

// Papers that somebody picked are an outline with one theme.
function request() {
  const topic = byId('review-topic').value.trim();
  if (!byId('review-selected').checked) {
    return { topic, papers: Number(byId('review-count').value) || undefined };
  }

  const line = (text) => text.replace(/\s+/g, ' ');
  const papers = selection.papers().map((p) => `- \`${line(p.id)}\` ${line(p.title)}`);
  return { topic, outline: [`# ${line(topic)}`, '', '## Selected papers', '', ...papers, ''].join('\n') };
}

async function run() {
  const wanted = request();
  if (!wanted.topic) {
    byId('review-result').replaceChildren(h('div', { class: 'notice' }, h('p', {}, 'Say in a few words what the review is about.')));
    byId('review-topic').focus();
    return;
  }

  working = new AbortController();
  byId('review-run').textContent = 'Stop';
  byId('review-result').replaceChildren();
  byId('review-stages').hidden = false;
  stage('');
  try {
    for await (const { event, data } of api.events('/api/review', wanted, working.signal)) {
      if (event === 'progress') {
        stage(data.stage, data);
      } else if (event === 'completed') {
        await show(data);
      } else if (event === 'failed') {
        throw new api.ApiError(0, data.code, data.message);
      }
    }
  } catch (error) {
    if (!isAbort(error)) {
      byId('review-result').replaceChildren(failureNotice(error, run));
    }
  } finally {
    working = null;
    byId('review-run').textContent = 'Draft';
    byId('review-stages').hidden = true;
  }
}

function stage(name, { done, total } = {}) {
  const all = [...byId('review-stages').children];
  const at = all.findIndex((s) => s.dataset.stage === name);
  all.forEach((s, i) => {
    s.classList.toggle('done', i < at);
    s.dataset.count = i === at && total ? `${done} of ${total}` : '';
    i === at ? s.setAttribute('aria-current', 'step') : s.removeAttribute('aria-current');
  });
  if (at >= 0 && !done) {
    announce(all[at].textContent);
  }
}

async function show({ ledger, files }) {
  const papers = new Map((await api.papers(ledger.references.map((r) => r.paper))).map((p) => [p.id, p]));
  const number = new Map(ledger.references.map((r, i) => [r.paper, i + 1]));
  const draft = { ledger, papers, number };
  byId('review-result').replaceChildren(
    h('article', { class: 'review', 'aria-label': `Review of ${ledger.topic}` },
      h('h2', { class: 'review-topic' }, ledger.topic),
      h('p', { class: 'result-note' }, `${notes(ledger).join('. ')}.`),
      h('div', { class: 'files', role: 'group', 'aria-label': 'Files' }, FILES.filter(([name]) => files[name] !== undefined)
        .map(([name, text, type]) => h('button', { type: 'button', class: 'button small', on: { click: () => download(name, files[name], type) } }, icon('down'), text))),
      ledger.themes.map((theme) => section(theme.title, theme.papers, draft)),
      gaps(draft),
      references(draft)));
  announce(`The draft is done: ${ledger.themes.length} themes, ${ledger.references.length} papers.`);
}

function notes(ledger) {
  const written = ledger.sentences.filter((s) => s.written).length;
  return [
    `${ledger.papers.kept} of ${ledger.papers.found} papers found in ${ledger.searched.toLocaleString('en')}, ${ledger.sentences.length - written} ${ledger.sentences.length - written === 1 ? 'quotation' : 'quotations'}`,
    ledger.model && written > 0 && `${written} ${written === 1 ? 'sentence' : 'sentences'} written by ${ledger.model.name} and checked`,
    ledger.dropped?.length > 0 && `${ledger.dropped.length} left out that no paper bears out`,
    ledger.fallback && ledger.fallback.message.replace(/\.$/, ''),
  ].filter(Boolean);
}

function gaps(draft) {
  const stated = draft.ledger.sentences.filter((s) => s.section === GAPS);
  return stated.length > 0 && section(GAPS, [...new Set(stated.map((s) => s.spans[0].paper))], draft);
}

// What a model wrote, then paper by paper its own words.
function section(title, ids, draft) {
  const sentences = draft.ledger.sentences.filter((s) => s.section === title);
  const written = sentences.filter((s) => s.written);
  const quoted = sentences.filter((s) => !s.written);
  const cited = new Set(written.flatMap((s) => s.spans.map((span) => span.paper)));
  return h('section', { class: 'theme' },
    h('h3', {}, title),
    written.length > 0 && h('p', { class: 'theme-text' }, written.map((s) => [keepTogether(`${s.text} `, papersOf(s).map((id) => chip(id, s, written, draft))), ' '])),
    ids.filter((id) => draft.papers.has(id)).map((id) => entry(id, quoted.filter((s) => s.spans[0]?.paper === id), cited.has(id), draft)));
}

const papersOf = (sentence) => [...new Set(sentence.spans.map((span) => span.paper))];

function entry(id, said, cited, draft) {
  if (said.length === 0 && cited) {
    return null;
  }

  const paper = draft.papers.get(id);
  return h('div', { class: 'theme-paper' },
    h('button', { type: 'button', class: 'title-button', on: { click: (event) => openPaper(paper, { quotes: quotesOf(said, id), from: event.currentTarget }) } }, titleOf(paper)),
    said.length > 0
      ? h('p', {}, said.map((s) => [keepTogether(`“${s.text}” `, chip(id, s, said, draft)), ' ']))
      : h('p', { class: 'unstated' }, 'Nothing of its abstract is quoted here.'));
}

const quotesOf = (sentences, id) => sentences.flatMap((s) => s.spans).filter((span) => span.paper === id)
  .map((span) => ({ field: span.field, start: span.start, end: span.start + span.length, main: true }));

function chip(id, sentence, around, draft) {
  const paper = draft.papers.get(id);
  const others = quotesOf(around.filter((s) => s !== sentence), id).map((q) => ({ ...q, main: false }));
  return paper && h('button', {
    type: 'button', class: 'chip', 'aria-label': `Where ${titleOf(paper)} says it`, 'aria-expanded': 'false',
    on: { click: (event) => openPaper(paper, { quotes: [...quotesOf([sentence], id), ...others], from: event.currentTarget }) },
  }, String(draft.number.get(id)));
}

function references({ ledger, papers, number }) {
  return h('section', { class: 'sources', 'aria-label': 'References' }, h('h3', {}, 'References'), h('ol', {}, ledger.references.filter((r) => papers.has(r.paper)).map((r) => {
    const paper = papers.get(r.paper);
    return h('li', {}, h('span', { class: 'source-number', 'aria-hidden': 'true' }, String(number.get(r.paper))),
      h('div', {}, h('button', { type: 'button', class: 'title-button', on: { click: (event) => openPaper(paper, { from: event.currentTarget }) } }, titleOf(paper)),
        h('p', { class: 'kicker' }, [metaText(paper, 2), r.key].filter(Boolean).join(' · '))));
  })));
}
