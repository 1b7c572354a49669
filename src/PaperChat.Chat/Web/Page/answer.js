// One answer: its events become a turn, and a turn becomes elements, while it is written and when it is opened again later.

import { h, button, copy, keepTogether } from './dom.js';
import { titleOf, metaText, statusBadge, statusNotes } from './papers.js';
import { openPaper } from './panel.js';
import { selectButton } from './selection.js';
import { failureNotice } from './failure.js';

export const newTurn = (question, filters) => ({
  question, filters, at: new Date().toISOString(), state: 'waiting', pieces: [], pending: '', citations: [], progress: 'Reading the papers …',
});

/** What an event changes. Settled text is a list of pieces, each with its sentence, so that a citation opens at that sentence's words. */
export function apply(turn, event, data) {
  switch (event) {
    case 'progress':
      turn.progress = data.text;
      break;
    case 'evidence':
      turn.retrieved = data.retrieved.map(({ id, title }) => ({ id, title }));
      turn.progress = data.retrieved.length > 0 ? `Reading ${data.retrieved.length === 1 ? 'one paper' : `${data.retrieved.length} papers`} …` : turn.progress;
      break;
    case 'citation':
      turn.citations = [...turn.citations.filter((c) => c.n !== data.n), data];
      break;
    case 'text':
      turn.state = 'writing';
      turn.pending += data.text;
      break;
    case 'sentence':
      if (data.text) {
        turn.pieces.push({ text: data.text, quotes: data.sentence.quotes, verdict: data.sentence.verdict });
      }

      turn.pending = data.pending ?? '';
      break;
    case 'withdrawn':
      turn.pending = '';
      break;
    case 'fallback':
      Object.assign(turn, { pieces: [], citations: [], pending: '', fallback: data.message });
      break;
    case 'completed':
      complete(turn, data);
      break;
    case 'failed':
      Object.assign(turn, { state: 'failed', pending: '', error: { code: data.code, message: data.message } });
      break;
  }
}

function complete(turn, answer) {
  Object.assign(turn, {
    state: 'done',
    pending: '',
    progress: undefined,
    answered: answer.answered,
    confidence: answer.confidence,
    standsOn: answer.standsOn,
    understoodAs: answer.understoodAs,
    model: answer.model?.name,
    unsupported: answer.unsupported,
    fallback: answer.fallback?.message,
    cutOff: answer.complete ? undefined : answer.reason,
    citations: answer.citations,
    closest: (answer.closest ?? []).map((id) => answer.retrieved.find((r) => r.id === id) ?? { id, title: id }).map(({ id, title }) => ({ id, title })),
    totalMs: answer.timings.totalMs,
  });
  delete turn.retrieved;
  if (turn.pieces.map((p) => p.text).join('').trim() !== answer.answer.trim()) {
    turn.pieces = [{ text: answer.answer, quotes: [] }];
  }
}

/** The body of a turn, made anew; `again` asks its question once more. */
export function answerBody(turn, again) {
  const parts = [];
  if (turn.understoodAs) {
    parts.push(h('p', { class: 'kicker' }, `Understood as: ${turn.understoodAs}`));
  }

  if (turn.pieces.length > 0 || turn.pending) {
    parts.push(prose(turn));
  } else if (turn.state === 'waiting') {
    parts.push(h('p', { class: 'waiting' }, turn.progress));
  }

  if (turn.state === 'failed') {
    parts.push(failureNotice(turn.error, again));
  } else if (turn.state === 'stopped') {
    parts.push(h('div', { class: 'notice' }, h('p', {}, 'You stopped this answer.'), button('Ask again', { class: 'button small' }, again)));
  }

  if (turn.state === 'done') {
    parts.push(sources(turn), basis(turn));
  }

  return parts.filter(Boolean);
}

function prose(turn) {
  const root = h('div', { class: turn.answered === false ? 'prose refused' : 'prose' });
  const flow = { root, block: null };
  for (const piece of turn.pieces) {
    write(flow, piece.text, turn, piece);
  }

  if (turn.pending) {
    write(flow, turn.pending, turn, null);
  }

  return root;
}

// Lines that begin with a dash are items; other lines are paragraphs.
function write(flow, text, turn, piece) {
  for (const part of text.split(/(\n+)/)) {
    if (part.startsWith('\n')) {
      flow.block = null;
    } else if (part) {
      const rest = flow.block ? part : open(flow, part);
      const into = piece ? flow.block : flow.block.appendChild(h('span', { class: 'pending' }));
      into.append(...inline(rest, turn, piece, flow.block.tagName === 'LI'));
    }
  }
}

function open(flow, text) {
  const item = /^[-•*] /.test(text);
  if (item) {
    const last = flow.root.lastElementChild;
    const list = last?.tagName === 'UL' ? last : flow.root.appendChild(h('ul'));
    flow.block = list.appendChild(h('li'));
    return text.slice(2);
  }

  flow.block = flow.root.appendChild(h('p'));
  return text;
}

function inline(text, turn, piece, inItem) {
  const titled = inItem && turn.citations.map((c) => titleOf(c.paper)).find((title) => text.startsWith(`${title}: `));
  const rest = titled ? text.slice(titled.length + 2) : text;
  const nodes = rest.split(/((?: ?\[\d+\])+[.,;:!?)]*)/).flatMap((part, i, all) => {
    if (i % 2 === 1) {
      return [];
    }

    return i + 1 < all.length ? keepTogether(`${part} `, keys(all[i + 1], turn, piece)) : [part];
  });
  return titled ? [h('b', { class: 'item-title' }, titled), ...nodes] : nodes;
}

// " [1] [2]." as chips; a number that no source has stays text.
const keys = (text, turn, piece) => text.trim().split(/\[(\d+)\]/).map((part, i) => {
  const citation = i % 2 === 1 && turn.citations.find((c) => c.n === Number(part));
  return i % 2 === 0 ? part.trim() : citation ? chip(citation, piece) : `[${part}]`;
});

/** The number of a source; it opens the paper at the words that the sentence stands on. */
function chip(citation, piece) {
  const own = (piece?.quotes ?? []).filter((q) => q.n === citation.n);
  const quotes = [...own.map((q) => ({ ...q, main: true })), ...citation.quotes.map((q) => ({ ...q, main: own.length === 0 }))];
  return h('button', {
    type: 'button', class: 'chip', 'aria-label': `Source ${citation.n}: ${titleOf(citation.paper)}`, 'aria-expanded': 'false', title: titleOf(citation.paper),
    on: { click: (event) => openPaper(citation.paper, { quotes, from: event.currentTarget }) },
  }, String(citation.n));
}

function sources(turn) {
  const refused = turn.answered === false;
  const list = refused
    ? turn.closest.map((paper, i) => source(i + 1, paper, []))
    : [...turn.citations].sort((a, b) => a.n - b.n).map((c) => source(c.n, c.paper, c.quotes.map((q) => ({ ...q, main: true }))));
  const notes = refused ? '' : statusNotes(turn.citations);
  return list.length > 0 && h('section', { class: 'sources', 'aria-label': refused ? 'Closest papers' : 'Sources' },
    h('h3', {}, refused ? 'Closest papers' : list.length === 1 ? 'Source' : 'Sources'), h('ol', {}, list),
    notes && h('div', { class: 'notice' }, h('p', {}, notes)));
}

function source(number, paper, quotes) {
  const meta = metaText(paper, 2);
  return h('li', {},
    h('span', { class: 'source-number', 'aria-hidden': 'true' }, String(number)),
    h('div', {},
      h('button', { type: 'button', class: 'title-button', on: { click: (event) => openPaper(paper, { quotes, from: event.currentTarget }) } }, titleOf(paper)),
      meta && h('p', { class: 'kicker' }, meta),
      statusBadge(paper)),
    selectButton(paper));
}

const confidenceText = (value) => (value >= 0.75 ? 'High confidence' : value >= 0.5 ? 'Fair confidence' : 'Low confidence, check the sources');

function basis(turn) {
  const notes = [
    turn.answered && confidenceText(turn.confidence),
    turn.model && `Written by ${turn.model}`,
    turn.fallback && `In the papers’ own sentences: ${turn.fallback}`,
    turn.cutOff && `Cut off (${turn.cutOff})`,
    turn.unsupported > 0 && `${turn.unsupported} ${turn.unsupported === 1 ? 'sentence' : 'sentences'} left out that no source supports`,
    turn.standsOn && `Searched: ${turn.standsOn}`,
  ].filter(Boolean);
  return h('div', { class: 'basis' },
    h('p', {}, notes.join(' · ')),
    h('button', { type: 'button', class: 'link-button', on: { click: () => copy(plain(turn), 'Answer') } }, 'Copy'));
}

function plain(turn) {
  const list = [...turn.citations].sort((a, b) => a.n - b.n).map((c) => `[${c.n}] ${titleOf(c.paper)}${c.paper.url ? ` ${c.paper.url}` : ''}`);
  return [turn.pieces.map((p) => p.text).join('').trim(), list.join('\n'), statusNotes(turn.citations)].filter(Boolean).join('\n\n');
}

/** What is worth keeping of a turn. */
export function kept(turn) {
  const { pending, progress, retrieved, ...rest } = turn;
  return { ...rest, state: rest.state === 'done' || rest.state === 'failed' ? rest.state : 'stopped' };
}
