import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';
import {leafletApplication} from '../../demo/sandbox/index.js';
import {application, applicationList} from '../../src/schemas/application.js';
import {temporaryFolder} from './support/data-directory.js';
import {read, signIn, submit, type Reply} from './support/serve.js';
import {start} from './support/start.js';

const SUBMISSIONS = 100;
const KILL_AFTER = 37;

interface Sending {
  key: string;
  message: string;
  answeredId?: string;
}

const contentOf = ({message}: Sending) => leafletApplication({message});

describe('a server that is killed in the middle of a hundred submissions', () => {
  const folder = temporaryFolder();
  after(folder.remove);

  it('has lost none that was answered, and after sending again has none twice', async context => {
    const sendings: Sending[] = Array.from({length: SUBMISSIONS}, (_, index) => ({
      key: crypto.randomUUID(),
      message: `送信 ${index}`,
    }));
    const first = await start({DATA_DIR: folder.path});
    const answered = await sendUntilKilled(first.base, sendings, () => first.process.kill('SIGKILL'));
    assert.ok(answered >= KILL_AFTER && answered < SUBMISSIONS, `${answered} were answered`);

    const second = await start({DATA_DIR: folder.path});
    const contractor = await signIn(second.base, 'contractor');
    const list = async () => read(applicationList, await contractor('GET', '/v1/applications')).items;
    const kept = await list();
    const lost = sendings.filter(({answeredId}) => answeredId && !kept.some(({id}) => id === answeredId));
    assert.deepEqual(lost, []);

    let replayed = 0;
    for (const sending of sendings) {
      const reply = await submit(contractor, contentOf(sending), sending.key);
      const {id} = read(application, reply, 201);
      if (sending.answeredId) assert.equal(id, sending.answeredId);
      if (reply.headers.has('Idempotency-Replayed')) replayed++;
    }
    const all = await list();
    const messages = new Set(all.map(({content}) => content.message));
    assert.equal(all.length, SUBMISSIONS);
    assert.equal(messages.size, SUBMISSIONS);
    assert.equal(new Set(all.map(({receiptNumber}) => receiptNumber)).size, SUBMISSIONS);
    assert.equal(replayed, kept.length);
    assert.equal(await second.kill('SIGTERM'), 0);
    context.diagnostic(
      `${SUBMISSIONS} sent, killed with ${answered} answered and ${kept.length} kept; lost 0, replayed ${replayed}, ` +
        `doubled 0; started in ${Math.round(first.took)} ms, after the kill in ${Math.round(second.took)} ms`,
    );
  });
});

/** Five at a time; kills while others are on their way. */
async function sendUntilKilled(base: string, sendings: Sending[], kill: () => void): Promise<number> {
  const contractor = await signIn(base, 'contractor');
  let answered = 0;
  const queue = [...sendings];
  const worker = async () => {
    for (let sending = queue.shift(); sending; sending = queue.shift()) {
      const reply: Reply | undefined = await submit(contractor, contentOf(sending), sending.key).catch(
        () => undefined,
      );
      if (reply?.status !== 201) return;
      sending.answeredId = read(application, reply, 201).id;
      if (++answered === KILL_AFTER) kill();
    }
  };
  await Promise.all(Array.from({length: 5}, worker));
  return answered;
}
