// Drives the server's OpenAI-compatible API with OpenAI's own client. Arguments: the server's address, a key that it knows.
// Prints one JSON object of what the client made of the answers.
'use strict';
const OpenAI = require('openai');

const [address, key] = process.argv.slice(2);
const connect = apiKey => new OpenAI({ apiKey, baseURL: `${address}/v1`, maxRetries: 0 });
const messages = [{ role: 'user', content: 'How long does the recovery of coral reefs take?' }];

const failure = async work => {
  try {
    await work();
    return null;
  } catch (error) {
    return { name: error.constructor.name, status: error.status, code: error.code, message: error.message };
  }
};

const main = async () => {
  const client = connect(key);
  const models = [];
  for await (const model of client.models.list()) {
    models.push(model.id);
  }

  const whole = await client.chat.completions.create({ model: 'paperchat', messages });
  let text = '';
  let annotations = [];
  let usage = null;
  let finish = null;
  for await (const chunk of await client.chat.completions.create({ model: 'paperchat', messages, stream: true, stream_options: { include_usage: true } })) {
    text += chunk.choices[0]?.delta?.content ?? '';
    annotations = chunk.choices[0]?.delta?.annotations ?? annotations;
    finish = chunk.choices[0]?.finish_reason ?? finish;
    usage = chunk.usage ?? usage;
  }

  const model = models[models.length - 1];
  const asBase64 = await client.embeddings.create({ model, input: ['coral reefs', 'weather'] });
  const asNumbers = await client.embeddings.create({ model, input: 'coral reefs', encoding_format: 'float' });
  console.log(JSON.stringify({
    models,
    content: whole.choices[0].message.content,
    annotations: whole.choices[0].message.annotations,
    streamed: { text, annotations, finish, usage },
    embeddings: { count: asBase64.data.length, first: asBase64.data[0].embedding.slice(0, 4), numbers: asNumbers.data[0].embedding.slice(0, 4), length: asBase64.data[0].embedding.length },
    errors: {
      wrongKey: await failure(() => connect('pc_wrong').models.list()),
      wrongModel: await failure(() => client.chat.completions.create({ model: 'gpt-9', messages })),
      noMessage: await failure(() => client.chat.completions.create({ model: 'paperchat', messages: [] })),
      tooLarge: await failure(() => client.chat.completions.create({ model: 'paperchat', messages: [{ role: 'user', content: 'a'.repeat(600 * 1024) }] })),
    },
  }));
};

main().catch(error => {
  console.error(error);
  process.exit(1);
});
