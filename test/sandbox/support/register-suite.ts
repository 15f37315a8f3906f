import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {leafletApplication} from '../../../demo/sandbox/index.js';
import {
  registerEntry,
  registerEntryPage,
  type PaperCertificate,
} from '../../../src/schemas/register-entry.js';
import {registerCheck} from '../../../src/schemas/register.js';
import {keyOf, read, readProblem, submitAndIssue, type GetServed, type Send, type Served} from './serve.js';

const ENTRIES = '/v1/register/entries';
const PAPERS = '/v1/register/papers';
const HOUR = 3_601;

/** A unique word, so that a search finds what one test has made. */
const unique = () => crypto.randomUUID().slice(0, 8);

const samplePaper = (changes: Partial<PaperCertificate> = {}): PaperCertificate => ({
  contractNumber: 'Ａ１２３－４５６',
  kind: 'performance',
  suretyName: '西日本建設業保証株式会社',
  contractorName: '株式会社 △△土木',
  worksName: `橋梁補修工事 ${unique()}`,
  guaranteeAmount: 1_000_000,
  validUntil: '2026-12-28',
  receivedOn: '2026-03-01',
  releasedOn: null,
  note: '書庫 3-2',
  ...changes,
});

const record = (obligee: Send, paper: PaperCertificate, key: string = crypto.randomUUID()) =>
  obligee('POST', PAPERS, {body: paper, headers: {'Idempotency-Key': key}});

const list = async (obligee: Send, query: Record<string, string>) =>
  read(registerEntryPage, await obligee('GET', `${ENTRIES}?${new URLSearchParams(query)}`));

/** An electronic certificate of its own works name, opened by the obligee. */
async function opened(served: Served, worksName = `市道改良工事 ${unique()}`) {
  const content = leafletApplication();
  const works = {...content.works, name: worksName};
  const [number = ''] = (await submitAndIssue(served, {...content, works})).numbers;
  const body = {contractNumber: number, authKey: await keyOf(await served.as('contractor'), number)};
  const obligee = await served.as('obligee');
  read(registerCheck, await obligee('POST', '/v1/register/checks', {body}));
  return {number, worksName, obligee, body};
}

const change = async (served: Served, number: string, body: object = {guaranteeAmount: 21_000_000}) =>
  (await served.as('surety'))('POST', `/v1/office/contracts/${number}/changes`, {
    body: {revision: 0, reason: '増額のため', ...body},
    headers: {'Idempotency-Key': crypto.randomUUID()},
  });

/** 台帳: what an obligee has opened, and its paper beside it. */
export function registerSuite(served: GetServed): void {
  describe('the register of an obligee', () => {
    it('holds what was opened with number and key, and tells another body nothing', async () => {
      const {number, worksName, obligee, body} = await opened(served());
      const {items, total} = await list(obligee, {q: worksName});
      assert.equal(total, 1);
      const [entry] = items;
      assert.deepEqual(
        [entry?.id, entry?.form, entry?.contractorName, entry?.state, entry?.awaitsAnswer],
        [number, 'electronic', '〇〇建設 株式会社', 'in-force', true],
      );
      const other = await served().as('obligee', 'obligee-2');
      assert.deepEqual((await list(other, {q: worksName})).items, []);
      readProblem(await other('GET', `/v1/register/contracts/${number}`), 404, 'not-found');
      readProblem(await other('DELETE', `${ENTRIES}/${number}`), 404, 'not-found');
      for (const role of ['contractor', 'surety'] as const)
        readProblem(await (await served().as(role))('GET', ENTRIES), 403, 'forbidden');
      read(registerCheck, await other('POST', '/v1/register/checks', {body}));
      assert.equal((await list(other, {q: worksName})).items[0]?.awaitsAnswer, false);
    });

    it('finds by contractor, works and number in any width and kana', async () => {
      const word = unique();
      const {obligee} = await opened(served(), `ガード補修 ${word}`);
      const paper = samplePaper({worksName: `ガード補修 ${word} その2`});
      read(registerEntry, await record(obligee, paper), 201);
      const found = async (q: string) => (await list(obligee, {q: `${word} ${q}`})).items.length;
      assert.deepEqual(
        [
          await found('がーど'),
          await found('ｶﾞｰﾄﾞ'),
          await found('〇〇建設'),
          await found('△△ 土木'),
          await found('a123-456'),
        ],
        [2, 2, 1, 1, 1],
      );
    });

    it('opens again without the key what the body has opened, and what is new is seen then', async () => {
      const {number, worksName, obligee} = await opened(served());
      await change(served(), number);
      const changed = async () => (await list(obligee, {q: worksName, notice: 'changed'})).items.length;
      assert.equal(await changed(), 1);
      const check = read(registerCheck, await obligee('GET', `/v1/register/contracts/${number}`));
      assert.deepEqual([check.certificates.length, check.answering?.mayAnswer], [2, true]);
      assert.equal(await changed(), 0);
    });

    it('draws attention to 保証期限 within thirty days, to changes and to answers not given', async () => {
      const {number, worksName, obligee} = await opened(served());
      const soon = new Date(served().clock.now().getTime() + 9 * 3_600_000 + 20 * 86_400_000);
      const validUntil = soon.toISOString().slice(0, 10);
      const paper = samplePaper({worksName: `${worksName} 紙`, validUntil});
      read(registerEntry, await record(obligee, paper), 201);
      const ids = async (notice: string) =>
        (await list(obligee, {q: worksName, notice})).items.map(({form}) => form);
      assert.deepEqual(await ids('expiring'), ['paper']);
      assert.deepEqual(await ids('unanswered'), ['electronic']);
      await change(served(), number, {validUntil});
      assert.deepEqual(await ids('expiring'), ['paper', 'electronic']);
      assert.deepEqual(await ids('changed'), ['electronic']);
      const {notices} = await list(obligee, {q: 'どこにもない言葉'});
      assert.ok(notices && notices.expiring >= 2 && notices.changed >= 1 && notices.unanswered >= 1);
      const answers = `/v1/register/contracts/${number}/answers`;
      await obligee('POST', answers, {body: {outcome: 'accepted', revision: 1}});
      assert.deepEqual(await ids('unanswered'), []);
    });

    it('filters by state, kind and form, page by page', async () => {
      const {worksName, obligee} = await opened(served());
      for (const changes of [
        {kind: 'advance-payment', validUntil: '2026-03-01'},
        {releasedOn: '2026-03-01'},
        {validUntil: null},
      ] as const) {
        read(registerEntry, await record(obligee, samplePaper({worksName, ...changes})), 201);
      }
      const count = async (query: Record<string, string>) =>
        (await list(obligee, {q: worksName, ...query})).items.length;
      assert.deepEqual(
        [
          await count({}),
          await count({form: 'paper'}),
          await count({state: 'expired'}),
          await count({state: 'released'}),
          await count({state: 'in-force'}),
          await count({state: 'cancelled'}),
          await count({kind: 'performance'}),
        ],
        [4, 3, 1, 1, 2, 0, 2],
      );
      readProblem(await obligee('GET', `${ENTRIES}?state=gone`), 400, 'rejected');
      const first = await list(obligee, {q: worksName, limit: '3'});
      assert.deepEqual([first.items.length, first.total], [3, 4]);
      const rest = await list(obligee, {q: worksName, limit: '3', cursor: first.nextCursor ?? ''});
      assert.deepEqual([rest.items.length, rest.nextCursor, rest.total], [1, null, undefined]);
      assert.equal(new Set([...first.items, ...rest.items].map(({id}) => id)).size, 4);
    });
  });

  describe('a paper certificate in the register', () => {
    it('is recorded once per key, changed by who has seen the newest, taken out and put back', async () => {
      const obligee = await served().as('obligee');
      const paper = samplePaper();
      const key = crypto.randomUUID();
      const made = read(registerEntry, await record(obligee, paper, key), 201);
      assert.deepEqual(read(registerEntry, await record(obligee, paper, key), 201), made);
      assert.equal((await list(obligee, {q: paper.worksName})).total, 1);
      const path = `${PAPERS}/${made.id}`;
      const body = {...paper, guaranteeAmount: 2_000_000, note: ''};
      const changed = read(registerEntry, await obligee('PUT', path, {body, headers: {'If-Match': '"1"'}}));
      assert.deepEqual([changed.guaranteeAmount, changed.version, changed.note], [2_000_000, 2, '']);
      readProblem(await obligee('PUT', path, {body, headers: {'If-Match': '"1"'}}), 409, 'conflict');
      const other = await served().as('obligee', 'obligee-2');
      readProblem(await other('PUT', path, {body, headers: {'If-Match': '"2"'}}), 404, 'not-found');
      read(registerEntry, await obligee('DELETE', `${ENTRIES}/${made.id}`));
      assert.equal((await list(obligee, {q: paper.worksName})).total, 0);
      readProblem(await obligee('PUT', path, {body, headers: {'If-Match': '"2"'}}), 404, 'not-found');
      read(registerEntry, await obligee('POST', `${ENTRIES}/${made.id}/restorations`, {body: {}}));
      assert.equal((await list(obligee, {q: paper.worksName})).total, 1);
    });

    it('names each field at fault', async () => {
      const obligee = await served().as('obligee');
      const wrong = {
        ...samplePaper({releasedOn: '2026-02-01'}),
        guaranteeAmount: 0,
        contractorName: '',
        validUntil: '2026-02-30',
      };
      const {errors} = readProblem(await record(obligee, wrong), 422, 'rejected');
      assert.deepEqual(
        errors?.map(({pointer}) => pointer),
        ['/contractorName', '/guaranteeAmount', '/validUntil'],
      );
      const late = await record(obligee, samplePaper({releasedOn: '2026-02-01'}));
      assert.equal(readProblem(late, 422, 'rejected').errors?.[0]?.pointer, '/releasedOn');
    });
  });

  describe('a certificate that was taken out of the register', () => {
    it('can neither be opened nor answered until it is put back or opened with its key', async () => {
      served().clock.advance(HOUR);
      const {number, obligee, body} = await opened(served());
      read(registerEntry, await obligee('DELETE', `${ENTRIES}/${number}`));
      readProblem(await obligee('GET', `/v1/register/contracts/${number}`), 404, 'not-found');
      const answer = {body: {outcome: 'accepted', revision: 0}};
      readProblem(
        await obligee('POST', `/v1/register/contracts/${number}/answers`, answer),
        404,
        'not-found',
      );
      read(registerCheck, await obligee('POST', '/v1/register/checks', {body}));
      read(registerCheck, await obligee('GET', `/v1/register/contracts/${number}`));
    });
  });
}
