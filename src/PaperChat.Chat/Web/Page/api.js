// The server's API: JSON, server-sent events, and failures in words that say what to do.

import { byId } from './dom.js';

const KEY = 'paperchat.key';

/** What went wrong, as the server or the network says it. `retryAfter` is in seconds. */
export class ApiError extends Error {
  constructor(status, code, message, retryAfter) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

const gone = () => new ApiError(
  0, 'gone', 'The server does not answer. Look whether “paperchat serve” still runs, start it again if not, and try again.');

let key = storedKey();

function storedKey() {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function useKey(given) {
  key = given;
  try {
    sessionStorage.setItem(KEY, given);
  } catch {
    // Where storage is forbidden it lasts until the page is left.
  }
}

const headers = (more) => ({ ...more, ...(key ? { Authorization: `Bearer ${key}` } : {}) });

async function errorOf(response) {
  let problem = {};
  try {
    problem = await response.json();
  } catch {
    // A proxy in between answers in its own way; the status is all there is.
  }

  const seconds = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  const fallback = `The server answered ${response.status}. Try again in a moment.`;
  return new ApiError(response.status, problem.code ?? 'http', problem.detail ?? fallback, Number.isFinite(seconds) ? seconds : undefined);
}

async function send(path, options) {
  for (;;) {
    let response;
    try {
      response = await fetch(path, { ...options, headers: headers(options?.headers), credentials: 'same-origin', cache: 'no-store' });
    } catch (error) {
      throw error.name === 'AbortError' ? error : gone();
    }

    if (response.ok) {
      return response;
    }

    const error = await errorOf(response);
    if (response.status !== 401 || !(await askForKey(error))) {
      throw error;
    }
  }
}

let asking = null;

// One question for the key, however many requests wait for it.
function askForKey() {
  asking ??= new Promise((resolve) => {
    const dialog = byId('key-dialog');
    if (key !== null) {
      byId('key-text').textContent = 'The server does not know this key. Look for a missing letter, or ask whoever runs it for another one.';
    }

    byId('key-input').value = '';
    const done = (given) => {
      asking = null;
      dialog.onclose = null;
      resolve(given);
    };
    byId('key-form').onsubmit = () => useKey(byId('key-input').value.trim());
    byId('key-cancel').onclick = () => dialog.close('cancel');
    byId('key-save').value = 'save';
    dialog.onclose = () => done(dialog.returnValue === 'save');
    dialog.returnValue = '';
    dialog.showModal();
  });
  return asking;
}

export async function get(path, parameters, signal) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters ?? {})) {
    for (const one of [value].flat()) {
      if (one !== undefined && one !== null && one !== '') {
        query.append(name, one);
      }
    }
  }

  const text = query.toString();
  const response = await send(text ? `${path}?${text}` : path, { signal, headers: { Accept: 'application/json' } });
  return response.json();
}

export async function post(path, body, signal) {
  const response = await send(path, {
    method: 'POST', signal, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
  });
  return response.json();
}

/** The events of an answer or a review as `{ event, data }`, as they come. */
export async function* events(path, body, signal) {
  const response = await send(path, {
    method: 'POST', signal, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
  });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        break;
      }

      buffer += value.replaceAll('\r', '');
      for (let end = buffer.indexOf('\n\n'); end >= 0; end = buffer.indexOf('\n\n')) {
        const parsed = parse(buffer.slice(0, end));
        buffer = buffer.slice(end + 2);
        if (parsed) {
          yield parsed;
        }
      }
    }
  } catch (error) {
    throw error.name === 'AbortError' ? error : gone();
  } finally {
    reader.cancel().catch(() => {});
  }
}

function parse(block) {
  let event = 'message';
  const data = [];
  for (const line of block.split('\n')) {
    if (line.startsWith('event:')) {
      event = line.slice(6).trim();
    } else if (line.startsWith('data:')) {
      data.push(line.slice(5).replace(/^ /, ''));
    }
  }

  return data.length > 0 ? { event, data: JSON.parse(data.join('\n')) } : null;
}

/** An id stands in the address; slashes within it are encoded, so that none of them is a path. */
export const idPath = (id) => encodeURIComponent(id).replaceAll('%3A', ':');

export const stats = (signal) => get('/api/library', {}, signal);
export const examples = () => get('/api/examples');
export const search = (parameters, signal) => get('/api/search', parameters, signal);
export const similar = (id, signal) => get(`/api/similar/${idPath(id)}`, { limit: 5 }, signal);
export const paper = (id, signal) => get(`/api/papers/${idPath(id)}`, {}, signal);
export const papers = async (ids) => (ids.length === 0 ? [] : (await get('/api/papers', { id: ids })).papers);
export const days = (signal) => get('/api/days', {}, signal);
export const day = (name, offset, signal) => get(`/api/days/${encodeURIComponent(name)}`, { offset: offset || '', limit: 100 }, signal);
export const compare = (body, signal) => post('/api/compare', body, signal);
export const cite = (ids, format) => post('/api/cite', { papers: ids, format });
