// Builds elements. Whatever comes from a paper or a user gets in as text only: there is no way from here to markup.

const SVG = 'http://www.w3.org/2000/svg';

/** The element of index.html with this id. */
export const byId = (id) => document.getElementById(id);

/** An element with attributes, listeners (`on`) and children: strings become text, null and false nothing. */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) {
      continue;
    }

    if (name === 'on') {
      for (const [event, listener] of Object.entries(value)) {
        element.addEventListener(event, listener);
      }
    } else if (name === 'data') {
      Object.assign(element.dataset, value);
    } else if (/^(on|style$|srcdoc$|href$|src$)/.test(name)) {
      throw new Error(`${name} is not set here; see link()`);
    } else {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }

  element.append(...children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false));
  return element;
}

/** A link within the page, to one of its views. */
export function viewLink(hash, attributes, ...children) {
  const element = h('a', attributes, ...children);
  element.setAttribute('href', '#' + hash.replace(/^#/, ''));
  return element;
}

/** The address when it is one that may be opened, else null: `javascript:` and the like come from papers too. */
export function safeUrl(address) {
  try {
    const url = new URL(address);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}

/** A link to another site; plain text where the address is not http(s). */
export function outLink(address, text) {
  const url = safeUrl(address);
  if (url === null) {
    return h('span', { class: 'muted' }, text);
  }

  const element = h('a', { rel: 'noopener noreferrer', target: '_blank' }, text);
  element.setAttribute('href', url);
  return element;
}

export function button(text, attributes, onClick) {
  return h('button', { type: 'button', class: 'button', ...attributes, on: { click: onClick } }, text);
}

const LONGEST_WORD = 24;

/** Text and what stands behind its last word, which a line break is not to tear off; an address is too long for that. */
export function keepTogether(text, ...behind) {
  const at = text.trimEnd().lastIndexOf(' ') + 1;
  const last = text.slice(at).replace(/\s+$/, '\u00a0');
  return last.length > LONGEST_WORD ? [text.slice(0, at), last, behind] : [text.slice(0, at), h('span', { class: 'keep' }, last, behind)];
}

const ICONS = {
  copy: 'M7 7h9v9.5H7zM4 13V3.500h9',
  down: 'M10 3.500v9M6 9l4 4 4-4M4 16.500h12',
  out: 'M8 4.500H4.500v11h11V12M11 3.500h5.500V9M16 4l-7 7',
  cross: 'm6 6 8 8M14 6l-8 8',
};

export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/** Tells a screen reader, without moving the focus. */
export function announce(text) {
  const live = byId('live');
  live.textContent = '';
  requestAnimationFrame(() => { live.textContent = text; });
}

let toastTimer = 0;

/** A short message at the bottom, with at most one thing to do about it. */
export function toast(text, action, onAction) {
  const act = byId('toast-action');
  byId('toast-text').textContent = text;
  act.hidden = !action;
  act.textContent = action ?? '';
  act.onclick = () => { byId('toast').hidden = true; onAction?.(); };
  byId('toast').hidden = false;
  announce(text);
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { byId('toast').hidden = true; }, 7000);
}

export async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    toast(`${what} copied.`);
  } catch {
    toast('The browser does not let this page copy; select the text and copy it by hand.');
  }
}

export function download(name, text, type) {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = h('a', { download: name });
  link.setAttribute('href', url);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function debounce(action, milliseconds) {
  let timer = 0;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...given), milliseconds);
  };
}

/** Arrow keys go through the elements that match, when one of them has the focus. */
export function arrowKeys(container, selector) {
  container.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }

    const all = [...container.querySelectorAll(selector)];
    const at = all.indexOf(document.activeElement);
    if (at >= 0 && all[at + step]) {
      event.preventDefault();
      all[at + step].focus();
    }
  });
}
