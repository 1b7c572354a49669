// The chat: composer, answers as they come, and the conversations of this browser.

import { byId, h, viewLink, announce, toast, download, arrowKeys } from './dom.js';
import * as api from './api.js';
import { failureNotice, isAbort } from './failure.js';
import { newTurn, apply, answerBody, kept } from './answer.js';
import { conversations, historyOf, asMarkdown } from './conversations.js';

let current = null;
let running = null;
let go = () => {};

export function startAsk(navigate) {
  go = navigate;
  const field = byId('question');
  byId('composer').addEventListener('submit', (event) => { event.preventDefault(); running ? stop() : submit(); });
  field.addEventListener('input', grow);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    } else if (event.key === 'ArrowUp' && field.value === '' && current?.turns.length > 0) {
      event.preventDefault();
      field.value = current.turns.at(-1).question;
      grow();
    }
  });
  byId('ask-filters-toggle').addEventListener('click', () => showFilters(byId('ask-filters').hidden));
  byId('conversation-export').addEventListener('click', () => download('conversation.md', asMarkdown(current), 'text/markdown'));
  byId('conversation-delete').addEventListener('click', remove);
  conversations.onChange(showPast);
  arrowKeys(byId('past-list'), 'a');
  arrowKeys(byId('recent-list'), 'a');
  arrowKeys(byId('examples'), 'button');
  arrowKeys(byId('thread'), '.chip, .title-button');
  showPast();
}

/** Shows a conversation, or the start without one. */
export function showAsk(id) {
  if (current?.id !== id || !id) {
    stop();
    current = id ? conversations.find(id) ?? null : null;
    byId('thread').replaceChildren(...(current?.turns ?? []).map((turn) => turnElement(turn, () => askAgain(turn))));
    if (id && !current) {
      toast('That conversation is not in this browser any more.');
    }
  }

  byId('start').hidden = current !== null;
  byId('ask-head').hidden = current === null;
  byId('ask-title').textContent = current?.title ?? 'Ask the library';
  showPast();
  if (current) {
    byId('thread').lastElementChild?.scrollIntoView({ block: 'start' });
  } else {
    window.scrollTo(0, 0);
    showStart();
  }

  if (window.matchMedia('(pointer: fine)').matches) {
    byId('question').focus({ preventScroll: true });
  }
}

export const titleOfView = () => current?.title ?? 'Ask';

/** Where the chat stands, to come back to. */
export const askPlace = () => (current ? `/ask/${current.id}` : '/ask');

/** A question from elsewhere on the page, as a conversation of its own. */
export function askNew(question) {
  // The way to the chat may be taken only after this: until then the question must not find the open conversation.
  stop();
  current = null;
  go('/ask');
  byId('question').value = question;
  grow();
  submit();
}

async function showStart() {
  try {
    const [library, { questions }] = await Promise.all([api.stats(), api.examples()]);
    if (library.papers === 0) {
      byId('start-lead').replaceChildren('The library is empty. Load papers with ', h('code', {}, 'paperchat-ingest FILE'), ', a saved Daily Papers page, BibTeX, RIS, CSV or JSON Lines; they are found without a restart.');
    }

    byId('examples').replaceChildren(...questions.map((text) => h('li', {}, h('button', { type: 'button', class: 'example', on: { click: () => askNew(text) } }, text))));
  } catch (error) {
    byId('examples').replaceChildren(h('li', {}, failureNotice(error, showStart)));
  }
}

function showFilters(open) {
  byId('ask-filters').hidden = !open;
  byId('ask-filters-toggle').setAttribute('aria-expanded', String(open));
  if (open) {
    byId('ask-year').focus();
  }
}

function filters() {
  const given = Object.fromEntries(['year', 'venue', 'author', 'cat'].map((name) => [name, byId(`ask-${name}`).value.trim()]).filter(([, value]) => value));
  return Object.keys(given).length > 0 ? given : undefined;
}

function grow() {
  const field = byId('question');
  field.style.height = 'auto';
  field.style.height = `${Math.min(field.scrollHeight + 2, 220)}px`;
}

function submit() {
  const field = byId('question');
  const question = field.value.trim();
  if (!question || running) {
    return;
  }

  field.value = '';
  grow();
  if (!current) {
    current = conversations.create(question);
    history.replaceState(null, '', `#/ask/${current.id}`);
    byId('start').hidden = true;
    byId('ask-head').hidden = false;
    byId('ask-title').textContent = current.title;
    byId('thread').replaceChildren();
    document.title = `${current.title} · PaperChat`;
  }

  run(newTurn(question, filters()), current.turns.length);
}

function askAgain(turn) {
  const at = current?.turns.indexOf(turn) ?? -1;
  if (!running && at >= 0) {
    run(newTurn(turn.question, turn.filters), at);
  }
}

// The turn takes its place in the conversation at once, so that a page that is closed meanwhile keeps the question. Places move when a
// long conversation gives up its oldest turns.
async function run(turn, at) {
  const conversation = current;
  const history = historyOf(conversation.turns.slice(0, at));
  let held = kept(turn);
  conversation.turns[at] = held;
  conversations.save(conversation);
  const again = () => askAgain(held);
  const element = turnElement(turn, again);
  const thread = byId('thread');
  thread.children[at] ? thread.children[at].replaceWith(element) : thread.append(element);
  while (thread.children.length > conversation.turns.length) {
    thread.firstElementChild.remove();
  }

  element.scrollIntoView({ block: 'start' });
  const stopper = new AbortController();
  running = stopper;
  showRunning(true);
  announce('Looking for the answer.');
  try {
    await receive(turn, history, element, stopper.signal);
  } catch (error) {
    Object.assign(turn, isAbort(error) ? { state: 'stopped' } : { state: 'failed', error: { code: error.code, message: error.message, retryAfter: error.retryAfter } });
    turn.pending = '';
  }

  if (running === stopper) {
    running = null;
    showRunning(false);
  }

  const place = conversation.turns.indexOf(held);
  held = kept(turn);
  draw(element, turn, again);
  if (place >= 0) {
    conversation.turns[place] = held;
  }

  if (conversations.find(conversation.id)) {
    conversations.save(conversation);
  }

  // Another question may be on its way already.
  if (!running) {
    announceEnd(turn);
  }
}

async function receive(turn, history, element, signal) {
  const request = { question: turn.question, ...(history.length > 0 ? { history } : {}), ...(turn.filters ? { filters: turn.filters } : {}) };
  let drawn = 0;
  try {
    for await (const { event, data } of api.events('/api/ask', request, signal)) {
      apply(turn, event, data);
      if (event === 'completed' || event === 'failed') {
        return;
      }

      cancelAnimationFrame(drawn);
      drawn = requestAnimationFrame(() => draw(element, turn));
    }
  } finally {
    cancelAnimationFrame(drawn);
  }

  throw new api.ApiError(0, 'gone', 'The answer ended before it was complete. Ask again.');
}

function announceEnd(turn) {
  if (turn.state === 'done') {
    const text = turn.pieces.map((p) => p.text).join('').replace(/\s*\[\d+\]/g, '').trim();
    announce(turn.answered ? `Answer from ${turn.citations.length} ${turn.citations.length === 1 ? 'source' : 'sources'}: ${text}` : text);
  } else if (turn.state === 'stopped') {
    announce('Stopped.');
  }
}

function turnElement(turn, again) {
  const element = h('article', { class: 'turn' }, h('h2', { class: 'question' }, turn.question), filterLine(turn), h('div', { class: 'answer' }));
  draw(element, turn, again);
  return element;
}

const filterLine = (turn) => turn.filters && h('p', { class: 'kicker' }, Object.entries(turn.filters).map(([name, value]) => `${name}: ${value}`).join(' · '));

function draw(element, turn, again) {
  const body = element.querySelector('.answer');
  body.setAttribute('aria-busy', String(turn.state === 'waiting' || turn.state === 'writing'));
  body.dataset.state = turn.state;
  body.replaceChildren(...answerBody(turn, again));
}

function showRunning(on) {
  const send = byId('send');
  send.setAttribute('aria-label', on ? 'Stop' : 'Ask');
  send.classList.toggle('running', on);
}

/** Ends the answer that is being written; true when there was one. */
export function stop() {
  const was = running;
  running = null;
  was?.abort();
  showRunning(false);
  return was !== null;
}

function remove() {
  const removed = current;
  stop();
  conversations.remove(removed.id);
  go('/ask');
  toast('The conversation is deleted.', 'Undo', () => { conversations.save(removed); go(`/ask/${removed.id}`); });
}

/** The lists of conversations, with the open one marked while the chat is in view. */
export function showPast() {
  const all = conversations.all();
  const row = (c) => h('li', {}, viewLink(`/ask/${c.id}`, { 'aria-current': c.id === current?.id && document.body.dataset.view === 'ask' ? 'true' : null, title: c.title }, c.title));
  byId('past-list').replaceChildren(...(all.length > 0 ? all.map(row) : [h('li', { class: 'empty' }, 'What you ask is kept in this browser only.')]));
  byId('recent').hidden = all.length === 0;
  byId('recent-list').replaceChildren(...all.slice(0, 5).map(row));
}
