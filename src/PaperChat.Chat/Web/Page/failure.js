// How a failure looks: what happened, and the way on.

import { h, button, announce } from './dom.js';

const TITLES = {
  gone: 'No connection', rate: 'Too many questions at once', busy: 'The server is busy', key: 'A key is needed', notFound: 'Not found', library: 'The library does not answer',
};

// Said to programs in headers; to people in words.
const WORDS = {
  rate: 'The server takes only so many requests a minute from one client.',
  busy: 'It works on as many requests as it can; a moment later there is room.',
};

/** A notice with “Try again”; where the server says how long to wait, it counts down first. */
export function failureNotice(error, again) {
  const text = h('p', {}, h('span', { class: 'notice-title' }, `${TITLES[error.code] ?? 'That did not work'}. `), WORDS[error.code] ?? error.message);
  const notice = h('div', { class: 'notice bad', role: 'alert' }, text);
  if (again && error.code !== 'notFound') {
    const retry = button('Try again', { class: 'button small' }, () => { notice.remove(); again(); });
    notice.append(retry);
    if (error.retryAfter > 0) {
      countDown(retry, error.retryAfter);
    }
  }

  return notice;
}

function countDown(retry, seconds) {
  const until = performance.now() + seconds * 1000;
  retry.disabled = true;
  const tick = () => {
    const left = Math.ceil((until - performance.now()) / 1000);
    if (left > 0) {
      retry.textContent = `Try again in ${left} s`;
      setTimeout(tick, 250);
    } else {
      retry.disabled = false;
      retry.textContent = 'Try again';
      if (retry.isConnected) {
        announce('You can try again now.');
      }
    }
  };
  tick();
}

export const isAbort = (error) => error?.name === 'AbortError';
