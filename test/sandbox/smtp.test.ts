import assert from 'node:assert/strict';
import {once} from 'node:events';
import type {AddressInfo} from 'node:net';
import {after, describe, it} from 'node:test';
import {SMTPServer} from 'smtp-server';
import {createSmtpTransport} from '../../demo/mail-smtp.js';
import {createMemoryStore} from '../../demo/sandbox/store/memory.js';
import {mailList, type Mail} from '../../src/schemas/office.js';
import {until} from '../support/until.js';
import {keyOf, read, serveSandbox, submitAndIssue, type Served} from './support/serve.js';

/** An SMTP server that keeps what it takes. */
async function createMailServer(port = 0) {
  const received: {to: string[]; source: string}[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let source = '';
      stream.on('data', chunk => (source += String(chunk)));
      stream.on('end', () => {
        received.push({to: session.envelope.rcptTo.map(({address}) => address), source});
        done();
      });
    },
  });
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  const url = `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  return {received, url, close: () => new Promise<void>(resolve => server.close(() => resolve()))};
}

/** The words of a mail as a mail program shows them. */
function decode(source: string): {subject: string; text: string} {
  const [head = '', ...body] = source.split('\r\n\r\n');
  const subject = /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(head)?.[1] ?? '';
  const words = [...subject.matchAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi)].map(([, kind, word = '']) =>
    kind?.toUpperCase() === 'B'
      ? Buffer.from(word, 'base64')
      : Buffer.from(unquote(word.replace(/_/g, ' ')), 'latin1'),
  );
  const content = body.join('\r\n\r\n');
  const isBase64 = /^Content-Transfer-Encoding: base64/im.test(head);
  const bytes = isBase64
    ? Buffer.from(content, 'base64')
    : Buffer.from(unquote(content.replace(/=\r\n/g, '')), 'latin1');
  return {subject: Buffer.concat(words).toString('utf8'), text: bytes.toString('utf8')};
}

const unquote = (text: string) =>
  text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

async function waitForDelivery(served: Served, wanted: Mail['delivery']): Promise<Mail> {
  const contractor = await served.as('contractor');
  return until(
    async () => {
      const [mail] = read(mailList, await contractor('GET', '/v1/mails')).items;
      return mail?.delivery === wanted && mail;
    },
    () => `No mail became ${wanted}.`,
  );
}

describe('a mail to SMTP_URL', () => {
  it('arrives with its words, at its address, without the key', async () => {
    const mailServer = await createMailServer();
    const served = await serveSandbox({mail: createSmtpTransport(mailServer.url)});
    after(async () => {
      await served.close();
      await mailServer.close();
    });
    const {numbers} = await submitAndIssue(served);
    await waitForDelivery(served, 'delivered');
    assert.equal(mailServer.received.length, 1);
    const [mail] = mailServer.received;
    assert.deepEqual(mail?.to, ['soumu@example.co.jp']);
    const {subject, text} = decode(mail?.source ?? '');
    assert.equal(subject, '電子保証(認証キー)発行完了のお知らせ');
    for (const number of numbers) {
      assert.ok(text.includes(number));
      assert.ok(!`${text}${mail?.source}`.includes(await keyOf(await served.as('contractor'), number)));
    }
  });

  it('is tried again until the server is there, also after a restart, and arrives once', async () => {
    const probe = await createMailServer();
    await probe.close();
    const store = createMemoryStore();
    const shared = {...store, close: async () => {}};
    const encryptionKey = crypto.getRandomValues(new Uint8Array(32));
    const first = await serveSandbox({store: shared, encryptionKey, mail: createSmtpTransport(probe.url)});
    await submitAndIssue(first);
    assert.equal((await waitForDelivery(first, 'pending')).delivery, 'pending');
    await first.close();

    const mailServer = await createMailServer(Number(new URL(probe.url).port));
    const second = await serveSandbox({
      store: shared,
      encryptionKey,
      mail: createSmtpTransport(mailServer.url),
      now: () => new Date(first.clock.now().getTime() + 60_000),
    });
    after(async () => {
      await second.close();
      await mailServer.close();
    });
    await waitForDelivery(second, 'delivered');
    assert.equal(mailServer.received.length, 1);
  });
});
