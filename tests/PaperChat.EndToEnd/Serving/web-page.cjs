// Drives the page in headless Chromium. Arguments: the server's address, the address of one that wants a key, the key, Chromium's
// program. Writes one JSON object: for each check "ok" or what was wrong.

const { chromium } = require('playwright-core');

const [, , base, guarded, key, executablePath] = process.argv;
const results = {};
const problems = [];
const PATIENCE = 15_000;

function expect(is, what) {
  if (!is) {
    throw new Error(what);
  }
}

async function check(name, action) {
  try {
    await action();
    results[name] = 'ok';
  } catch (error) {
    results[name] = String(error.message).split('\n').slice(0, 6).join('\n');
  }
}

async function open(browser, address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on('console', (message) => {
    // What the browser itself says of an answer with an error status is no error of the page.
    if (['error', 'warning'].includes(message.type()) && !/Failed to load resource/.test(message.text())) {
      problems.push(`${message.type()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
  page.on('dialog', async (dialog) => { problems.push(`dialog: ${dialog.message()}`); await dialog.dismiss(); });
  await page.goto(address);
  return page;
}

async function ask(page, question) {
  const before = await page.locator('.answer[data-state=done]').count();
  await page.fill('#question', question);
  await page.keyboard.press('Enter');
  await page.locator('.answer[data-state=done]').nth(before).waitFor();
  return page.locator('.turn').nth(before);
}

const noSidewaysScroll = (page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

// Texts that stand out too little from what is behind them (WCAG 2.2, 1.4.3: 4.5, large text 3).
const faint = (page) => page.evaluate(() => {
  const numbers = (color) => color.match(/[\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const color = numbers(getComputedStyle(e).backgroundColor);
      if (color.length < 4 || color[3] === 1) {
        return color;
      }
    }

    return [255, 255, 255];
  };
  return [...document.body.querySelectorAll('*')].filter((e) => e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && !e.closest(':disabled, .visually-hidden, option')
    && [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim())).map((e) => {
    const style = getComputedStyle(e);
    const [light, dark] = [luminance(numbers(style.color)), luminance(ground(e))].sort((a, b) => b - a);
    const large = Number.parseFloat(style.fontSize) >= 24 || (Number.parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
    return { ratio: (light + 0.05) / (dark + 0.05), least: large ? 3 : 4.5, text: e.textContent.trim().slice(0, 40) };
  }).filter((t) => t.ratio < t.least).map((t) => `${t.ratio.toFixed(2)}: ${t.text}`);
});

async function contrast(browser) {
  for (const colorScheme of ['light', 'dark']) {
    const page = await open(browser, base, { colorScheme, reducedMotion: 'reduce' });
    await check(`contrast, ${colorScheme}`, async () => {
      const found = [];
      await page.locator('.example').first().waitFor();
      found.push(...await faint(page));
      await ask(page, 'How does ReefWatch count animals?');
      await page.locator('.chip').first().click();
      await page.locator('.similar li').first().waitFor();
      found.push(...await faint(page));
      await page.keyboard.press('Escape');
      for (const [hash, ready] of [['search?q=reefs', '.hit'], ['days', '.card'], ['compare?p=reef:1&p=reef:2', '.comparison'], ['review', '#review-topic'], ['library', '.facts']]) {
        await page.goto(`${base}/#/${hash}`);
        await page.locator(ready).first().waitFor();
        found.push(...await faint(page));
      }
      expect(found.length === 0, found.join(' | '));
    });
    await page.context().close();
  }
}

async function chat(browser) {
  const page = await open(browser, base);
  await check('examples', async () => {
    await page.locator('.example').first().waitFor();
    expect((await page.locator('.example').count()) >= 2, 'fewer than two example questions');
  });
  await check('ask', async () => {
    const turn = await ask(page, 'How does ReefWatch count animals?');
    expect(/stereo video/.test(await turn.locator('.prose').innerText()), 'the answer does not say it');
    expect((await page.locator('#live').innerText()).includes('stereo video'), 'the finished answer is not announced');
  });
  await check('citation', async () => {
    const chip = page.locator('.chip').first();
    await chip.click();
    await page.locator('#panel-content mark').first().waitFor();
    expect((await page.locator('#panel-title').innerText()).startsWith('ReefWatch'), 'another paper is open');
    const marked = (await page.locator('#panel-content mark:not(.other)').allInnerTexts()).join(' ');
    expect(/tracking them through stereo video/.test(marked), `marked: ${marked}`);
    expect((await page.locator('#panel-content mark').first().evaluate((m) => getComputedStyle(m).backgroundColor)) !== 'rgba(0, 0, 0, 0)', 'the mark cannot be seen');
    await page.keyboard.press('Escape');
    expect(await page.locator('#panel').isHidden(), 'Escape does not close the paper');
    expect(await chip.evaluate((c) => c === document.activeElement), 'the focus does not come back');
  });
  await check('displayed', async () => {
    const turn = await ask(page, 'How much faster does KelpScan map forests?');
    expect((await turn.locator('.prose').innerText()).includes('40% faster'), 'LaTeX is not displayed');
    await turn.locator('.chip').first().click();
    await page.locator('#panel-content mark').first().waitFor();
    const marked = await page.locator('#panel-content mark:not(.other)').first().innerText();
    expect(marked.startsWith('KelpScan maps') && marked.endsWith('than divers.'), `marked: ${marked}`);
    await page.keyboard.press('Escape');
  });
  await check('follow-up', async () => {
    const sent = page.waitForRequest((request) => request.url().endsWith('/api/ask'));
    await page.fill('#question', 'How accurate is it?');
    await page.keyboard.press('Enter');
    const { history } = (await sent).postDataJSON();
    expect(history.length === 2 && history[0].startsWith('How does ReefWatch'), JSON.stringify(history));
    await page.locator('.answer[data-state=done]').nth(2).waitFor();
  });
  await check('kept', async () => {
    await page.reload();
    await page.locator('.answer[data-state=done]').nth(2).waitFor();
    await page.locator('.chip').first().click();
    await page.locator('#panel-content mark').first().waitFor();
    await page.keyboard.press('Escape');
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('#conversation-export')]);
    expect(file.suggestedFilename() === 'conversation.md', file.suggestedFilename());
    await page.click('#conversation-delete');
    await page.locator('#start').waitFor();
    expect((await page.evaluate(() => JSON.parse(localStorage.getItem('paperchat.conversations')).length)) === 0, 'it is not deleted');
    await page.click('#toast-action');
    await page.locator('.turn').first().waitFor();
  });
  await check('refusal', async () => {
    await page.goto(`${base}/#/ask`);
    await page.locator('#start').waitFor();
    const turn = await ask(page, 'What is the boiling point of tungsten hexafluoride?');
    expect((await turn.locator('.prose.refused').count()) === 1 && (await turn.locator('.chip').count()) === 0, 'it is not refused');
  });
  await page.context().close();
}

// What a model's answer is like, event by event: text that is corrected, taken back, or void because the model failed.
async function written(browser) {
  const page = await open(browser, base);
  const paper = { id: 'reef:2', title: 'TideNet: Reef Maps from Drones', kind: 'abstract' };
  const quote = { text: 'TideNet maps reefs', field: 'abstract', start: 0, end: 18 };
  const sentence = (text) => ({ text, citations: [1], verdict: 'supported', score: 1, quotes: [{ n: 1, ...quote }] });
  const answer = (text, more) => ({
    question: 'q', answered: true, mode: 'model', complete: true, answer: text, confidence: 0.9, sentences: [], unsupported: 1, retrieved: [], citations: [{ n: 1, paper, quotes: [quote] }],
    model: { name: 'a-model' }, timings: { totalMs: 1 }, ...more,
  });
  const stream = (...events) => page.route('**/api/ask', (route) => route.fulfill({
    contentType: 'text/event-stream', body: events.map(([event, data]) => `event: ${event}\r\ndata: ${JSON.stringify(data)}\r\n\r\n`).join(''),
  }), { times: 1 });
  const begin = [['evidence', { retrieved: [], retrieveMs: 1 }], ['citation', { n: 1, paper, quotes: [quote] }]];
  await check('written answer', async () => {
    await stream(...begin, ['text', { text: 'TideNet maps a reef [1]. And mo' }], ['sentence', { sentence: sentence('x'), text: 'TideNet maps reefs [1].', pending: ' And mo' }],
      ['text', { text: 're.' }], ['withdrawn', {}], ['completed', answer('TideNet maps reefs [1].')]);
    const turn = await ask(page, 'What does TideNet do?');
    expect((await turn.locator('.prose').innerText()).replace(/\s+/g, ' ') === 'TideNet maps reefs 1.', await turn.locator('.prose').innerText());
    expect(/a-model.*1 sentence left out/.test(await turn.locator('.basis').innerText()), await turn.locator('.basis').innerText());
  });
  await check('fallback', async () => {
    await stream(...begin, ['text', { text: 'Void' }], ['sentence', { sentence: sentence('Void'), text: 'Void [1].' }], ['fallback', { code: 'model', message: 'the model stopped' }],
      ['citation', { n: 1, paper, quotes: [quote] }], ['sentence', { sentence: sentence('y'), text: 'TideNet maps reefs [1].' }],
      ['completed', answer('TideNet maps reefs [1].', { fallback: { code: 'model', message: 'the model stopped' } })]);
    const turn = await ask(page, 'What else?');
    expect(!/Void/.test(await turn.innerText()) && /the model stopped/.test(await turn.innerText()), await turn.innerText());
  });
  await check('broken answer', async () => {
    await stream(...begin, ['sentence', { sentence: sentence('y'), text: 'TideNet maps reefs [1].' }], ['failed', { code: 'service', message: 'The model went away.', transient: true }]);
    await page.fill('#question', 'And then?');
    await page.keyboard.press('Enter');
    const notice = page.locator('.answer[data-state=failed]');
    await notice.locator('.notice.bad button').waitFor();
    expect(/maps reefs/.test(await notice.innerText()) && /went away/.test(await notice.innerText()), await notice.innerText());
  });
  await check('written review', async () => {
    const span = (id, start, length) => ({ paper: id, field: 'abstract', start, length, quote: '' });
    const ledger = {
      topic: 'reefs', mode: 'model', complete: false, fallback: { code: 'service', message: 'The model went away.' }, model: { name: 'a-model' }, searched: 5, papers: { kept: 2, found: 3 },
      dropped: [{}], themes: [{ title: 'Counting', papers: ['reef:1', 'reef:2'] }], references: [{ key: 'one', paper: 'reef:1' }, { key: 'two', paper: 'reef:2' }],
      sentences: [
        { section: 'Counting', text: 'Both look at reefs from afar.', written: true, spans: [span('reef:1', 43, 63), span('reef:2', 0, 56)] },
        { section: 'Counting', text: 'TideNet maps reefs from drone images at low tide.', spans: [span('reef:2', 0, 49)] },
        { section: 'Gaps that the papers state', text: 'Divers count reefs by hand, which is slow.', spans: [span('reef:1', 0, 42)] },
      ],
    };
    await page.route('**/api/review', (route) => route.fulfill({
      contentType: 'text/event-stream', body: `event: progress\ndata: {"stage":"writing","done":1,"total":2}\n\nevent: completed\ndata: ${JSON.stringify({ ledger, files: {} })}\n\n`,
    }), { times: 1 });
    await page.goto(`${base}/#/review?topic=reefs`);
    await page.click('#review-run');
    await page.locator('.theme-text .chip').nth(1).click();
    await page.locator('#panel-content mark').first().waitFor();
    expect((await page.locator('#panel-content mark:not(.other)').first().innerText()).startsWith('TideNet maps'), 'other words are marked');
    const text = await page.locator('.review').innerText();
    expect(/1 sentence written by a-model/.test(text) && /1 left out/.test(text) && /went away/.test(text) && /Gaps/.test(text), text);
  });
  await page.context().close();
}

async function papers(browser) {
  const page = await open(browser, `${base}/#/search`);
  const titles = () => page.locator('#search-hits .title-button').allInnerTexts();
  await check('search', async () => {
    await page.locator('#search-words').pressSequentially('reefs', { delay: 30 });
    await page.locator('.hit').first().waitFor();
    expect((await titles()).some((t) => t.startsWith('ReefWatch')), 'not found');
    expect(page.url().includes('q=reefs'), 'the address does not say it');
  });
  await check('filters', async () => {
    await page.fill('#search-year', '2025');
    await page.waitForFunction(() => document.querySelectorAll('#search-hits .hit').length === 1);
    expect((await titles())[0].startsWith('TideNet'), (await titles())[0]);
    await page.fill('#search-year', 'soon');
    await page.locator('#search-note .notice').waitFor();
    expect(/range/.test(await page.locator('#search-note').innerText()), 'a wrong year is not explained');
    await page.fill('#search-year', '');
    await page.locator('.hit').nth(1).waitFor();
    await page.fill('#search-author', 'Marsh');
    await page.waitForFunction(() => document.querySelectorAll('#search-hits .hit').length === 1);
    await page.fill('#search-author', '');
  });
  await check('keyboard', async () => {
    await page.locator('.hit').nth(1).waitFor();
    await page.locator('#search-title').click();
    await page.keyboard.press('/');
    expect(await page.locator('#search-words').evaluate((f) => f === document.activeElement), '/ does not reach the field');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const focused = page.locator('#search-hits .title-button').nth(1);
    expect(await focused.evaluate((b) => b === document.activeElement), 'arrows do not move');
    expect((await focused.evaluate((b) => getComputedStyle(b).outlineStyle)) !== 'none', 'the focus cannot be seen');
    await page.keyboard.press('Enter');
    await page.locator('#panel-content .abstract').waitFor();
    await page.keyboard.press('Escape');
    expect(await focused.evaluate((b) => b === document.activeElement), 'the focus does not come back');
    await page.keyboard.press('?');
    expect(await page.locator('#help-dialog').isVisible(), 'no help');
    await page.keyboard.press('Escape');
  });
  await check('similar and cite', async () => {
    await page.locator('#search-hits .title-button').first().click();
    await page.locator('.similar .title-button').first().waitFor();
    await page.locator('#panel details summary').click();
    await page.locator('.cite pre').waitFor();
    expect((await page.locator('.cite pre').innerText()).startsWith('@'), 'no BibTeX');
    await page.locator('.segment', { hasText: 'RIS' }).click();
    await page.waitForFunction(() => document.querySelector('.cite pre')?.textContent.startsWith('TY'));
    await page.locator('.cite-output button').click();
    expect((await page.evaluate(() => navigator.clipboard.readText())).startsWith('TY'), 'not copied');
    await page.locator('.similar .title-button').first().click();
    await page.locator('#panel-back').waitFor();
    await page.click('#panel-close');
  });
  await check('browse', async () => {
    await page.goto(`${base}/#/days`);
    await page.locator('.card').first().waitFor();
    expect((await page.locator('#days-title').innerText()) === '28 July 2025', await page.locator('#days-title').innerText());
    expect(await page.locator('#day-later').isDisabled(), 'there is a day after the last');
    await page.click('#day-earlier');
    await page.waitForFunction(() => document.querySelector('#days-title').textContent === '25 July 2025');
    expect((await page.locator('.card').count()) === 1, 'other papers stand here');
    await page.click('#day-later');
    await page.waitForFunction(() => document.querySelector('#days-title').textContent === '28 July 2025');
    await page.fill('#day-filter', 'drone');
    expect((await page.locator('.card').count()) === 1, 'the words do not filter');
  });
  await page.context().close();
}

async function research(browser) {
  const page = await open(browser, `${base}/#/search?q=reefs`);
  await check('compare', async () => {
    await page.locator('[data-select="reef:1"]').click();
    await page.locator('[data-select="reef:2"]').click();
    await page.click('#tray-compare');
    await page.locator('.comparison tbody tr').first().waitFor();
    expect((await page.locator('.comparison thead th').count()) === 2, 'not two papers');
    await page.locator('.comparison .chip').first().click();
    await page.locator('#panel-content mark').first().waitFor();
    await page.keyboard.press('Escape');
    await page.fill('#compare-name', 'KelpScan');
    await page.click('#compare-run');
    await page.waitForFunction(() => document.querySelectorAll('.comparison thead th').length === 3);
    await page.fill('#compare-name', 'No Paper Is Called So');
    await page.click('#compare-run');
    await page.locator('#compare-result .notice.bad').waitFor();
  });
  await check('review', async () => {
    await page.goto(`${base}/#/review?selected=1`);
    expect(await page.locator('#review-selected').isChecked(), 'the selected papers are not taken');
    await page.fill('#review-topic', 'reefs from above and below');
    await page.click('#review-run');
    await page.locator('.review .theme-paper').nth(1).waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator('.files button', { hasText: 'BibTeX' }).click()]);
    expect(file.suggestedFilename() === 'references.bib', file.suggestedFilename());
  });
  await check('library', async () => {
    await page.goto(`${base}/#/library`);
    await page.locator('.facts').waitFor();
    expect((await page.locator('.facts dd').first().innerText()) === '5', 'another number of papers');
  });
  await page.context().close();
}

async function hostile(browser) {
  const page = await open(browser, `${base}/#/search?q=hostile%20markup`);
  await check('hostile text', async () => {
    const title = page.locator('#search-hits .title-button').first();
    await title.waitFor();
    expect((await title.innerText()).includes('<script>'), 'the title is not shown as it is');
    await title.click();
    await page.locator('#panel-content .abstract').waitFor();
    expect((await page.locator('#panel-content .abstract').innerText()).includes('<img'), 'the abstract is not shown as it is');
    expect((await page.locator('#panel-content img, #panel-content script, #main script').count()) === 0, 'it became markup');
    expect((await page.locator('#panel a[href^="javascript"]').count()) === 0, 'a link runs code');
    await page.keyboard.press('Escape');
    await page.goto(`${base}/#/ask`);
    await page.locator('#start').waitFor();
    await ask(page, 'What does <img src=x onerror="window.hit=1"> hostile markup do in a page?');
    await page.goto(`${base}/#/compare?p=hostile&p=reef:1`);
    await page.locator('.comparison').waitFor();
    expect((await page.evaluate(() => window.hit)) === undefined, 'it ran');
  });
  await page.context().close();
}

async function phone(browser) {
  const page = await open(browser, base, { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, colorScheme: 'dark' });
  await check('phone', async () => {
    await page.locator('.example').first().waitFor();
    expect(await noSidewaysScroll(page), 'start');
    await ask(page, 'How does ReefWatch count animals?');
    expect(await noSidewaysScroll(page), 'answer');
    await page.locator('.chip').first().tap();
    await page.locator('#panel-content mark').first().waitFor();
    expect(await noSidewaysScroll(page), 'paper');
    await page.locator('#panel-close').tap();
    for (const [hash, ready] of [
      ['search?q=reefs', '.hit'], ['days', '.card'], ['compare?p=reef:1&p=reef:2', '.comparison'], ['review', '#review-topic'], ['library', '.facts'],
    ]) {
      await page.goto(`${base}/#/${hash}`);
      await page.locator(ready).first().waitFor();
      expect(await noSidewaysScroll(page), hash);
    }
  });
  await check('colours', async () => {
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await ground();
    await page.locator('#theme-toggle').tap();
    expect((await ground()) !== dark, 'the switch does nothing');
    await page.reload();
    expect((await ground()) !== dark, 'it is forgotten');
  });
  await page.context().close();
}

async function trouble(browser) {
  const page = await open(browser, base);
  await check('too many questions', async () => {
    await page.route('**/api/ask', (route) => route.fulfill({
      status: 429, headers: { 'Retry-After': '2' }, contentType: 'application/problem+json', body: JSON.stringify({ status: 429, code: 'rate', detail: 'Too many requests in a minute.' }),
    }));
    await page.fill('#question', 'How does ReefWatch count animals?');
    await page.keyboard.press('Enter');
    const again = page.locator('.notice.bad button');
    await again.waitFor();
    expect(await again.isDisabled(), 'it can be tried at once');
    await page.unroute('**/api/ask');
    await page.locator('.notice.bad button:not([disabled])').click();
    await page.locator('.answer[data-state=done]').waitFor();
  });
  await check('server gone', async () => {
    await page.route('**/api/ask', (route) => route.abort());
    await page.fill('#question', 'How does TideNet map reefs?');
    await page.keyboard.press('Enter');
    await page.locator('.notice.bad').waitFor();
    expect(/does not answer/.test(await page.locator('.notice.bad').innerText()), 'it does not say what to do');
  });
  await page.context().close();
}

async function keyAsked(browser) {
  const page = await open(browser, guarded);
  await check('key', async () => {
    await page.locator('#key-dialog').waitFor();
    await page.fill('#key-input', 'wrong');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => /does not know/.test(document.querySelector('#key-text').textContent) && document.querySelector('#key-dialog').open);
    await page.fill('#key-input', key);
    await page.click('#key-save');
    await page.locator('.example').first().waitFor();
    expect((await page.evaluate(() => JSON.stringify(localStorage))).includes(key) === false, 'the key is kept for good');
  });
  await page.context().close();
}

(async () => {
  const browser = await chromium.launch({
    executablePath,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  for (const part of [chat, written, papers, research, hostile, phone, contrast, trouble, keyAsked]) {
    await check(part.name, () => part(browser));
  }

  await browser.close();
  results['no errors'] = problems.length === 0 ? 'ok' : problems.slice(0, 10).join('\n');
  process.stdout.write(JSON.stringify(results));
})();
