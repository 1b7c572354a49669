// Drives the bot through the Microsoft 365 Agents Playground in headless Chromium. Arguments: paperchat's program, a library, a folder
// for all that is written, the address of a model server, Chromium's program; with a sixth, a folder for screenshots. Writes one JSON
// object: for each check "ok" or what was wrong.

const { spawn } = require('node:child_process');
const fs = require('node:fs');
const net = require('node:net');
const path = require('node:path');
const { chromium } = require('playwright-core');

const [, , program, library, folder, modelEndpoint, executablePath, shots] = process.argv;
const results = {};
const PATIENCE = Number(process.env.PATIENCE ?? 30_000);
const children = new Set();

function expect(is, what) {
  if (!is) {
    throw new Error(what);
  }
}

async function check(name, action, page) {
  try {
    await action();
    results[name] = 'ok';
  } catch (error) {
    await page?.screenshot({ path: path.join(folder, `${name}.png`) });
    results[name] = String(error.message).split('\n').slice(0, 6).join('\n');
  }
}

async function until(what, probe) {
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    const found = await probe();
    if (found) {
      return found;
    }

    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }

  throw new Error(`not within ${PATIENCE / 1000} s: ${what}`);
}

const freePort = () => new Promise((resolve) => {
  const server = net.createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

function start(command, args, env, ready) {
  const child = spawn(command, args, { cwd: folder, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  children.add(child);
  child.ended = new Promise((resolve) => { child.on('exit', (code) => { children.delete(child); resolve(code); }); });
  child.said = '';
  return new Promise((resolve, reject) => {
    const read = (data) => {
      child.said += data;
      if (ready.test(child.said)) {
        resolve(child);
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.ended.then((code) => reject(new Error(`${command} ended with ${code}: ${child.said}`)));
  });
}

async function stop(child) {
  child.kill('SIGINT');
  return child.ended;
}

const server = (port, settings = {}) => start('dotnet', [program, 'serve', '--urls', `http://127.0.0.1:${port}`, '--library', library], {
  PAPERCHAT__TEAMS__ALLOWANONYMOUS: 'true', PAPERCHAT__TEAMS__FOLDER: path.join(folder, 'teams'), ...settings,
}, /Listening on/);

// Ids as Teams has them: what is not escaped in an address shows.
const user = (n) => `{id: "29:user_${n}", name: User ${n}, userPrincipleName: user${n}@example.org, aadObjectId: 0a0a0a0a-0000-4000-8000-00000000000${n}, givenName: User, surname: "${n}", email: user${n}@example.org}`;
const identities = `version: "0.1.1"
tenantId: 72f988bf-0000-4000-8000-00000000aaaa
bot: {id: "28:11111111-2222-4333-8444-555555555555", name: PaperChat}
currentUser: ${user(0)}
users: [${[1, 2, 3, 4, 5].map(user).join(', ')}]
personalChat: {id: "a:1personal-chat_id"}
groupChat: {id: "19:reading@thread.v2", name: Reading group}
team: {id: "19:team@thread.tacv2", name: Lab, aadGroupId: 0a0a0a0a-0000-4000-8000-0000000000ff, channels: [{id: "19:papers@thread.tacv2", name: Papers}]}
`;

async function playground(port) {
  const config = path.join(folder, 'identities.yml');
  fs.writeFileSync(config, identities);
  const cli = path.join(process.env.NODE_PATH, '@microsoft/m365agentsplayground/cli.js');
  const run = await start('node', [cli, 'start', '-e', `http://127.0.0.1:${port}/api/messages`, '-c', 'msteams', '-p', String(await freePort()), '--disable-telemetry'], {
    TEAMSAPPTESTER_BROWSER: 'none', M365_AGENTS_PLAYGROUND_CONFIG_PATH: config, M365_AGENTS_PLAYGROUND_LOGFILE: path.join(folder, 'playground.log'),
  }, /Listening on (\d+)/);
  return Number(/Listening on (\d+)/.exec(run.said)[1]);
}

async function open(browser, port) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
  await context.route((url) => !/^(localhost|127\.0\.0\.1)$/.test(url.hostname), (route) => route.abort());
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.frames = [];
  page.on('websocket', (socket) => socket.on('framereceived', (frame) => {
    if (socket.url().includes('/_ws_conversation')) {
      page.frames.push(JSON.parse(String(frame.payload)));
    }
  }));
  await page.goto(`http://localhost:${port}/`);
  await page.getByText('Connected.', { exact: true }).waitFor();
  return page;
}

const isDone = (frame) => frame.message && (!frame.message.streamEntity || frame.message.streamEntity.streamType === 'final');
const messages = (page, from) => page.frames.slice(from).filter(isDone).map((frame) => frame.message);
const textOf = (message) => message.text ?? message.content ?? '';
const shoot = async (page, name) => {
  if (shots) {
    await page.waitForTimeout(400);
    await page.screenshot({ path: path.join(shots, `${name}.png`) });
  }
};

// Returns the frames from the question on, once a message of the bot holds what is waited for.
async function ask(page, text, wanted, mention = false) {
  const from = page.frames.length;
  const box = page.locator('div[role=textbox][contenteditable=true]').first();
  await box.click();
  if (mention) {
    await page.keyboard.type('@');
    await page.getByRole('menuitem', { name: 'PaperChat' }).click();
    await page.keyboard.type(' ');
  }

  await page.keyboard.type(text);
  await (mention === 'post' ? page.getByRole('button', { name: 'Post' }) : page.getByLabel('Send Message')).click();
  await until(`"${wanted}" after "${text}": ${JSON.stringify(page.frames.slice(from)).slice(0, 1500)}`, () => messages(page, from).some((m) => JSON.stringify(m).includes(wanted)));
  return page.frames.slice(from);
}

async function main() {
  const port = await freePort();
  let bot = await server(port);
  const playgroundPort = await playground(port);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
  const page = await open(browser, playgroundPort);

  await check('one welcome', async () => {
    await until('welcome', () => messages(page, 0).some((m) => /answers questions/.test(textOf(m))));
    await page.reload();
    await page.getByText('Connected.', { exact: true }).waitFor();
    await page.getByText('conversationUpdate 2').first().waitFor();
    await page.waitForTimeout(500);
    expect(messages(page, 0).filter((m) => /answers questions/.test(textOf(m))).length === 1, 'welcomed more than once');
    await shoot(page, 'welcome');
  }, page);

  await check('streaming', async () => {
    const frames = await ask(page, 'How does ReefWatch count animals?', 'stereo video');
    const types = frames.filter((f) => f.message?.streamEntity).map((f) => f.message.streamEntity.streamType);
    expect(types[0] === 'informative', `first: ${types}`);
    expect(types.includes('streaming'), `no text before the end: ${types}`);
    expect(types.at(-1) === 'final', `last: ${types}`);
  }, page);

  await check('citations', async () => {
    const chip = page.getByRole('button', { name: '1', exact: true }).first();
    await chip.hover();
    const shown = page.locator('.fui-PopoverSurface').first();
    await shown.waitFor();
    expect(/ReefWatch: Counting Corals from Video/.test(await shown.innerText()), await shown.innerText());
    expect(/stereo video/.test(await shown.innerText()), await shown.innerText());
    await shoot(page, 'answer');
    expect(await page.getByText('AI generated').count() === 0, 'labelled although no model wrote');
  }, page);

  await check('suggestions', async () => {
    const from = page.frames.length;
    const suggested = page.getByRole('button', { name: /^(What|How|Where|\/)/ }).last();
    const said = (await suggested.innerText()).trim();
    await suggested.click();
    await until(`an answer to ${said}`, () => messages(page, from).some((m) => /You could ask:|TideNet/.test(JSON.stringify(m))));
  }, page);

  await check('feedback', async () => {
    await ask(page, 'What maps reefs from drones?', 'You could ask:');
    await page.getByLabel('Like', { exact: true }).last().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('just what I wanted');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await page.getByRole('button', { name: 'Close' }).last().click();
    const kept = () => fs.readdirSync(path.join(folder, 'teams', 'conversations')).filter((f) => f.endsWith('.json'))
      .flatMap((f) => JSON.parse(fs.readFileSync(path.join(folder, 'teams', 'conversations', f), 'utf8')).feedback);
    await until('feedback', () => kept().length === 1);
    const [feedback] = kept();
    expect(feedback.reaction === 'like' && feedback.text === 'just what I wanted' && feedback.question === 'What maps reefs from drones?', JSON.stringify(feedback));
  }, page);

  await check('search', async () => {
    await ask(page, '/search reefs', 'ReefWatch');
    await shoot(page, 'search');
  }, page);

  await check('card action', async () => {
    await ask(page, '/compare ReefWatch | TideNet', 'Comparison of');
    await shoot(page, 'comparison');
    await page.getByRole('button', { name: 'Full text' }).last().click();
    await page.getByRole('button', { name: 'Summary' }).last().waitFor();
    await shoot(page, 'comparison-full');
    await page.getByRole('button', { name: 'Summary' }).last().click();
    await page.getByRole('button', { name: 'Full text' }).last().waitFor();
  }, page);

  await check('review', async () => {
    await ask(page, '/review maps of reefs', 'Review: maps of reefs');
    await shoot(page, 'review');
    await page.getByRole('button', { name: 'Full text' }).last().click();
    await page.getByRole('button', { name: 'Summary' }).last().waitFor();
    await shoot(page, 'review-full');
  }, page);

  await check('cite', async () => {
    await ask(page, '/cite 1', '@misc');
    await shoot(page, 'cite');
  }, page);

  await check('help', async () => {
    await ask(page, '/help', '/compare');
    await shoot(page, 'help');
  }, page);

  await check('hostile text', async () => {
    await ask(page, '/search hostile markup', 'Hostile');
    await shoot(page, 'hostile');
    expect(await page.evaluate(() => window.hit === undefined), 'a paper ran code');
    const disguised = await page.locator('a[href*="evil.example"]').evaluateAll((links) => links.filter((a) => !a.textContent.includes('https://evil.example')).length);
    expect(disguised === 0 && await page.locator('img[src="x"]').count() === 0, 'text of a paper became markup');
  }, page);

  await check('restart in the middle', async () => {
    await ask(page, 'How accurate is TideNet?', '91.2%');
    expect(await stop(bot) === 0, `ended badly: ${bot.said}`);
    bot = await server(port, { PAPERCHAT__CHAT__MODEL: 'test', PAPERCHAT__CHAT__ENDPOINT: modelEndpoint, PAPERCHAT__CHAT__PROVIDER: 'compatible' });
    const frames = await ask(page, '/history', 'How accurate is TideNet?');
    expect(JSON.stringify(frames).includes('How does ReefWatch count animals?'), 'the first question is forgotten');
    await ask(page, '/show 1', 'low tide');
    await page.getByRole('button', { name: 'Summary' }).last().click();
    await page.getByRole('button', { name: 'Full text' }).last().waitFor();
  }, page);

  await check('written answer', async () => {
    const frames = await ask(page, 'How does ReefWatch count animals in stereo video?', 'tracking them through stereo video [1]');
    expect(frames.filter((f) => f.message?.streamEntity).map((f) => f.message.streamEntity.streamType).includes('streaming'), 'not streamed');
    await page.getByText('AI generated').last().waitFor();
    await shoot(page, 'written');
  }, page);

  await check('group mention', async () => {
    await page.getByRole('treeitem', { name: 'Reading group' }).click();
    await until('group welcome', () => messages(page, 0).filter((m) => /answers questions/.test(textOf(m))).length === 2);
    const frames = await ask(page, 'How accurate is TideNet?', '91.2%', true);
    expect(frames.some((f) => f.action === 'typing'), 'no sign of work');
    expect(frames.filter((f) => f.message?.streamEntity).length === 0, 'streamed in a group');
    await shoot(page, 'group');
  }, page);

  await check('channel thread', async () => {
    await page.getByRole('treeitem', { name: /Papers/ }).click();
    const frames = await ask(page, 'How accurate is TideNet?', '91.2%', 'post');
    const answer = frames.filter(isDone).find((f) => JSON.stringify(f.message).includes('91.2%'));
    expect(/messageid=/.test(JSON.stringify(answer)), `not in the thread: ${JSON.stringify(answer).slice(0, 300)}`);
    await shoot(page, 'channel');
  }, page);

  await browser.close();
  await check('ended', async () => expect(await stop(bot) === 0, `ended badly: ${bot.said}`));
}

main().catch((error) => { results['the run'] = String(error.stack ?? error); }).finally(() => {
  for (const child of children) {
    child.kill('SIGKILL');
  }

  console.log(JSON.stringify(results));
  process.exit(0);
});
