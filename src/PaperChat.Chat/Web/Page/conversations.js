// Conversations, kept in this browser alone: at most so many, the oldest go first when room is short.

import { statusNotes } from './papers.js';

const STORE = 'paperchat.conversations';
const MOST = 60;
const MOST_TURNS = 100;
const MOST_CHARACTERS = 3_000_000;

const listeners = new Set();
let items = read();

function read() {
  try {
    const stored = JSON.parse(localStorage.getItem(STORE) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isConversation) : [];
  } catch {
    return [];
  }
}

function isConversation(c) {
  return typeof c?.id === 'string' && typeof c.title === 'string' && Array.isArray(c.turns)
    && c.turns.every((t) => typeof t?.question === 'string' && Array.isArray(t.pieces) && Array.isArray(t.citations));
}

function write() {
  items = items.slice(0, MOST);
  for (;;) {
    try {
      const text = JSON.stringify(items);
      if (text.length <= MOST_CHARACTERS || items.length <= 1) {
        localStorage.setItem(STORE, text);
        break;
      }
    } catch (error) {
      // Full, and there is something to give up; where storage is forbidden all stays until the page is left.
      if (error.name !== 'QuotaExceededError' || items.length <= 1) {
        break;
      }
    }

    items = items.slice(0, -1);
  }

  listeners.forEach((listener) => listener());
}

export const conversations = {
  all: () => items,
  find: (id) => items.find((c) => c.id === id),
  onChange: (listener) => listeners.add(listener),

  /** Puts a conversation at the head of the list. */
  save(conversation) {
    conversation.turns = conversation.turns.slice(-MOST_TURNS);
    items = [conversation, ...items.filter((c) => c.id !== conversation.id)];
    write();
  },

  remove(id) {
    items = items.filter((c) => c.id !== id);
    write();
  },

  create: (question) => ({
    id: Array.from(crypto.getRandomValues(new Uint8Array(8)), (b) => b.toString(16).padStart(2, '0')).join(''),
    title: question.slice(0, 120),
    at: new Date().toISOString(),
    turns: [],
  }),
};

/** The user's earlier turns as the server takes them: the newest fifty within its limit of characters. */
export function historyOf(turns) {
  const history = [];
  let room = 50_000;
  for (const { question } of turns.slice(-50).reverse()) {
    room -= question.length;
    if (room < 0) {
      break;
    }

    history.unshift(question);
  }

  return history;
}

/** A conversation as Markdown, with the sources of each answer. */
export function asMarkdown(conversation) {
  const parts = [`# ${line(conversation.title)}`];
  for (const turn of conversation.turns) {
    parts.push(`## ${line(turn.question)}`, turn.pieces.map((p) => p.text).join('').trim());
    if (turn.citations.length > 0) {
      parts.push(turn.citations.map(({ n, paper }) => `[${n}] ${line(paper.display?.title ?? paper.title)}${paper.url ? ` <${paper.url}>` : ` (${paper.id})`}`).join('  \n'), statusNotes(turn.citations));
    }
  }

  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

const line = (text) => text.replace(/\s+/g, ' ').trim();

// Another tab may have written.
window.addEventListener('storage', (event) => {
  if (event.key === STORE) {
    items = read();
    listeners.forEach((listener) => listener());
  }
});
