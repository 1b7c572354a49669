// Starts the page: views by the address, keys, colours.

import { byId } from './dom.js';
import * as api from './api.js';
import { startAsk, showAsk, showPast, askNew, stop, titleOfView, askPlace } from './ask.js';
import { startSearch, showSearch } from './search.js';
import { startDays, showDays } from './days.js';
import { startCompare, showCompare } from './compare.js';
import { startReview, showReview } from './review.js';
import { showLibrary, showFoot } from './library.js';
import { startPanel, closePaper } from './panel.js';
import { startSelection } from './selection.js';

const VIEWS = ['ask', 'search', 'days', 'compare', 'review', 'library'];
const NAMES = { search: 'Search', days: 'Days', compare: 'Compare', review: 'Review', library: 'Library' };
const FIELDS = { ask: 'question', search: 'search-words', days: 'day-filter', compare: 'compare-name', review: 'review-topic' };

let view = '';

function go(hash) {
  if (location.hash === `#${hash}`) {
    route();
  } else {
    location.hash = hash;
  }
}

// #/days/2025-07-28, #/search?q=words
function route() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?', 2);
  const [first, rest] = path.split('/', 2);
  const name = VIEWS.includes(first) ? first : 'ask';
  const moved = name !== view;
  view = name;
  document.body.dataset.view = name;
  for (const one of VIEWS) {
    byId(`view-${one}`).hidden = one !== name;
  }

  // From elsewhere the way to the chat leads back into its conversation; within it, to a new one.
  byId('tab-ask').setAttribute('href', name === 'ask' ? '#/ask' : `#${askPlace()}`);
  for (const tab of byId('tabs').children) {
    tab.dataset.view === name ? tab.setAttribute('aria-current', 'page') : tab.removeAttribute('aria-current');
  }

  if (moved) {
    showPast();
    closePaper();
    window.scrollTo(0, 0);
  }

  show(name, rest ? decoded(rest) : undefined, new URLSearchParams(query));
  document.title = `${name === 'ask' ? titleOfView() : NAMES[name]} · PaperChat`;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function show(name, rest, parameters) {
  switch (name) {
    case 'ask': return showAsk(rest);
    case 'search': return showSearch(parameters);
    case 'days': return showDays(rest);
    case 'compare': return showCompare(parameters);
    case 'review': return showReview(parameters);
    default: return showLibrary();
  }
}

const inField = (element) => element.matches?.('input, textarea, select, [contenteditable]');

function keys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) {
    return;
  }

  if (event.key === 'Escape') {
    if (closePaper() || stop()) {
      event.preventDefault();
    }
  } else if (inField(event.target)) {
    return;
  } else if (event.key === '/' && FIELDS[view]) {
    event.preventDefault();
    closePaper();
    byId(FIELDS[view]).focus();
  } else if (event.key === '?') {
    byId('help-dialog').showModal();
  } else if (/^[1-6]$/.test(event.key)) {
    go(event.key === '1' ? askPlace() : `/${VIEWS[event.key - 1]}`);
  }
}

const THEMES = { auto: 'as the system', light: 'light', dark: 'dark' };

function nextTheme() {
  const dark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  const order = dark ? ['auto', 'light', 'dark'] : ['auto', 'dark', 'light'];
  setTheme(order[(order.indexOf(document.documentElement.dataset.theme) + 1) % order.length]);
}

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  byId('theme-toggle').setAttribute('aria-label', `Colours: ${THEMES[theme]}`);
  byId('theme-toggle').title = `Colours: ${THEMES[theme]}`;
  try {
    localStorage.setItem('paperchat.theme', theme);
  } catch {
    // It holds until the page is left.
  }
}

startSelection(go);
startPanel(askNew);
startAsk(go);
startSearch();
startDays(go);
startCompare(go);
startReview();
setTheme(document.documentElement.dataset.theme);
byId('theme-toggle').addEventListener('click', nextTheme);
byId('help-open').addEventListener('click', () => byId('help-dialog').showModal());
byId('help-close').addEventListener('click', () => byId('help-dialog').close());
byId('skip').addEventListener('click', () => byId('main').focus());
document.addEventListener('keydown', keys);
window.addEventListener('hashchange', route);
route();
api.stats().then(showFoot, () => {});
