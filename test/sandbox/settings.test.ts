import assert from 'node:assert/strict';
import {once} from 'node:events';
import {readFileSync, writeFileSync} from 'node:fs';
import {createServer, type AddressInfo} from 'node:net';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {readSettings} from '../../demo/settings.js';
import {temporaryFolder} from './support/data-directory.js';
import {startAndFail} from './support/start.js';

const obligeesFile = new URL('../../demo/sandbox/data/obligees.json', import.meta.url);

describe('npm start with a wrong setting', {concurrency: 3}, () => {
  const folder = temporaryFolder();
  const busy = createServer();
  let busyPort = 0;
  before(async () => {
    busy.listen(0);
    await once(busy, 'listening');
    busyPort = (busy.address() as AddressInfo).port;
    const entries = JSON.parse(readFileSync(obligeesFile, 'utf8')) as object[];
    writeFileSync(join(folder.path, 'broken.json'), '[{"id":');
    writeFileSync(join(folder.path, 'other.json'), JSON.stringify([entries[0], {...entries[1], trigger: 5}]));
    writeFileSync(join(folder.path, 'file'), '');
  });
  after(() => {
    busy.close();
    folder.remove();
  });

  let folders = 0;
  const data = () => join(folder.path, `data-${++folders}`);
  const cases: readonly [name: string, env: () => Record<string, string>, sentence: RegExp][] = [
    ['a port in words', () => ({PORT: 'abc'}), /^PORT には 0 から 65535 までの数字を指定してください。/],
    ['a port out of range', () => ({PORT: '70000'}), /^PORT には/],
    [
      'a port that is taken',
      () => ({PORT: String(busyPort), DATA_DIR: data()}),
      /^PORT の \d+ 番は別のプログラムが使っています。/,
    ],
    [
      'a malformed DATABASE_URL',
      () => ({DATABASE_URL: 'mysql://root:hunter2@localhost/x'}),
      /^DATABASE_URL は postgresql:/,
    ],
    [
      'a database that nobody answers for',
      () => ({DATABASE_URL: 'postgresql://u:hunter2@127.0.0.1:9/x', DATA_DIR: data()}),
      /^DATABASE_URL のデータベースに接続できません。/,
    ],
    [
      'a DATA_DIR that is a file',
      () => ({DATA_DIR: join(folder.path, 'file')}),
      /^DATA_DIR のフォルダー.*書き込めません。/,
    ],
    ['a malformed SMTP_URL', () => ({SMTP_URL: 'mail.example.co.jp:hunter2'}), /^SMTP_URL は smtp:/],
    ['too short a secret', () => ({SURETY_SECRET: 'hunter2'}), /^SURETY_SECRET には 32 文字以上/],
    [
      'no such obligee file',
      () => ({OBLIGEES_FILE: join(folder.path, 'none.json')}),
      /^OBLIGEES_FILE の「.*」が読み込めません。/,
    ],
    [
      'an obligee file that is no JSON',
      () => ({OBLIGEES_FILE: join(folder.path, 'broken.json')}),
      /^OBLIGEES_FILE.*JSON として読み取れません。/,
    ],
    [
      'an obligee of another shape',
      () => ({OBLIGEES_FILE: join(folder.path, 'other.json')}),
      /^OBLIGEES_FILE.*（場所：\/1\/trigger）。/,
    ],
  ];

  for (const [name, env, sentence] of cases) {
    it(`such as ${name} ends with one sentence that says what to do`, async () => {
      const {code, stdout, stderr} = await startAndFail(env());
      assert.equal(code, 1);
      assert.equal(stdout, '');
      assert.match(stderr, sentence);
      assert.equal(stderr.trimEnd().split('\n').length, 1, stderr);
      assert.doesNotMatch(stderr, /\bat |Error|hunter2/);
    });
  }
});

describe('settings', () => {
  it('have defaults, and empty ones count as not set', () => {
    const expected = {port: 5173, dataDirectory: '.data', allowsLoopback: false};
    assert.deepEqual(readSettings({}), expected);
    assert.deepEqual(readSettings({PORT: '', DATABASE_URL: '', SMTP_URL: '', HOME: '/x'}), expected);
  });

  it('are taken as they are given', () => {
    const env = {
      PORT: '8080',
      DATA_DIR: '/data',
      DATABASE_URL: 'postgres://u:p@db:5432/surety',
      SMTP_URL: 'smtps://u:p@mail.example:465',
      OBLIGEES_FILE: obligeesFile.pathname,
      WEBHOOK_LOOPBACK: '1',
    };
    const {obligees, ...rest} = readSettings(env);
    assert.equal(obligees?.length, 29);
    assert.deepEqual(rest, {
      port: 8080,
      dataDirectory: '/data',
      databaseUrl: env.DATABASE_URL,
      smtpUrl: env.SMTP_URL,
      allowsLoopback: true,
    });
  });
});
