// The papers that somebody has picked, over all views; they live as long as the tab.

import { byId, h, button, copy } from './dom.js';
import { titleOf } from './papers.js';
import * as api from './api.js';
import { failureNotice } from './failure.js';

const STORE = 'paperchat.selection';
const MOST = 50;

let picked = read();
const listeners = new Set();

function read() {
  try {
    const stored = JSON.parse(sessionStorage.getItem(STORE) ?? '[]');
    return Array.isArray(stored) ? stored.filter((p) => typeof p?.id === 'string' && typeof p?.title === 'string') : [];
  } catch {
    return [];
  }
}

export const selection = {
  papers: () => picked,
  has: (id) => picked.some((p) => p.id === id),
  toggle(paper) {
    picked = selection.has(paper.id) ? picked.filter((p) => p.id !== paper.id) : [...picked, { id: paper.id, title: titleOf(paper) }].slice(-MOST);
    changed();
  },
  clear() {
    picked = [];
    changed();
  },
  onChange: (listener) => listeners.add(listener),
};

function changed() {
  try {
    sessionStorage.setItem(STORE, JSON.stringify(picked));
  } catch {
    // Without storage it lives until the page is left.
  }

  show();
  listeners.forEach((listener) => listener());
}

function show() {
  byId('tray').hidden = picked.length === 0;
  document.body.classList.toggle('with-tray', picked.length > 0);
  byId('tray-count').textContent = picked.length === 1 ? '1 paper' : `${picked.length} papers`;
  byId('tray-compare').disabled = picked.length < 2;
  for (const box of document.querySelectorAll('[data-select]')) {
    const on = selection.has(box.dataset.select);
    box.setAttribute('aria-pressed', String(on));
    box.textContent = on ? 'Selected' : 'Select';
  }
}

/** A button that picks a paper or puts it back. */
export function selectButton(paper, attributes) {
  const on = selection.has(paper.id);
  return h('button', {
    type: 'button', class: 'button quiet small', 'aria-pressed': String(on), 'aria-label': `Select ${titleOf(paper)}`, data: { select: paper.id }, title: 'For comparing, reviewing and citing', ...attributes,
    on: { click: () => selection.toggle(paper) },
  }, on ? 'Selected' : 'Select');
}

/** Formats to choose from, the text, and a button that copies it. */
export function citation(ids) {
  const body = h('div', { class: 'cite' });
  const formats = [['bibtex', 'BibTeX'], ['ris', 'RIS'], ['apa', 'APA'], ['csl-json', 'CSL-JSON']];
  const choices = h('div', { class: 'segments', role: 'group', 'aria-label': 'Format' });
  const output = h('div', { class: 'cite-output' });
  let wanted = '';
  const choose = async (format) => {
    wanted = format;
    for (const choice of choices.children) {
      choice.setAttribute('aria-pressed', String(choice.dataset.format === format));
    }

    try {
      const { text } = await api.cite(ids, format);
      if (wanted === format) {
        output.replaceChildren(
          h('pre', { class: 'code', tabindex: '0', 'aria-label': 'Citation' }, text.trim()), button('Copy', { class: 'button small' }, () => copy(text, 'Citation')));
      }
    } catch (error) {
      output.replaceChildren(failureNotice(error, () => choose(format)));
    }
  };
  choices.append(...formats.map(([format, name]) => button(name, { class: 'segment', data: { format } }, () => choose(format))));
  body.append(choices, output);
  choose('bibtex');
  return body;
}

export function startSelection(go) {
  byId('tray-clear').addEventListener('click', () => selection.clear());
  byId('tray-compare').addEventListener('click', () => go(`/compare?${picked.slice(0, 10).map((p) => `p=${encodeURIComponent(p.id)}`).join('&')}`));
  byId('tray-review').addEventListener('click', () => go('/review?selected=1'));
  byId('tray-cite').addEventListener('click', () => {
    byId('cite-body').replaceChildren(citation(picked.map((p) => p.id)));
    byId('cite-dialog').showModal();
  });
  byId('cite-close').addEventListener('click', () => byId('cite-dialog').close());
  show();
}
