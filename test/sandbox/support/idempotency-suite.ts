import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {leafletApplication} from '../../../demo/sandbox/index.js';
import {application, applicationList} from '../../../src/schemas/application.js';
import {issueResult} from '../../../src/schemas/office.js';
import {issue, read, readProblem, submit, type GetServed} from './serve.js';

/** Nothing is done twice. */
export function idempotencySuite(served: GetServed): void {
  describe('an Idempotency-Key', () => {
    it('brings the first answer again', async () => {
      const contractor = await served().as('contractor');
      const key = crypto.randomUUID();
      const first = await submit(contractor, undefined, key);
      served().clock.advance(30);
      const second = await submit(contractor, undefined, key);
      assert.equal(first.headers.get('Idempotency-Replayed'), null);
      assert.equal(second.headers.get('Idempotency-Replayed'), 'true');
      assert.equal(second.status, 201);
      assert.deepEqual(second.json, first.json);
    });

    it('refuses another body, and another path', async () => {
      const contractor = await served().as('contractor');
      const key = crypto.randomUUID();
      const sent = read(application, await submit(contractor, undefined, key), 201);
      const other = leafletApplication({message: '別の内容'});
      readProblem(await submit(contractor, other, key), 422, 'rejected');
      const headers = {'Idempotency-Key': key, 'If-Match': '"1"'};
      const put = contractor('PUT', `/v1/applications/${sent.id}`, {body: leafletApplication(), headers});
      readProblem(await put, 422, 'rejected');
    });

    it('belongs to one account', async () => {
      const {as} = served();
      const key = crypto.randomUUID();
      const mine = read(application, await submit(await as('contractor'), undefined, key), 201);
      const theirs = await submit(
        await as('contractor', 'contractor-2'),
        leafletApplication({contractorName: '株式会社 △△土木'}),
        key,
      );
      assert.notEqual(read(application, theirs, 201).id, mine.id);
    });

    it('makes one application of twenty that are sent at once', async () => {
      const contractor = await served().as('contractor');
      const key = crypto.randomUUID();
      const countAll = async () =>
        read(applicationList, await contractor('GET', '/v1/applications')).items.length;
      const before = await countAll();
      const replies = await Promise.all(Array.from({length: 20}, () => submit(contractor, undefined, key)));
      const created = replies.filter(({status}) => status === 201);
      const inFlight = replies.filter(({status}) => status === 409);
      assert.equal(created.length + inFlight.length, 20);
      for (const reply of inFlight) assert.equal(reply.headers.get('Retry-After'), '1');
      assert.equal(new Set(created.map(({text}) => text)).size, 1);
      assert.equal(created.filter(({headers}) => !headers.has('Idempotency-Replayed')).length, 1);
      assert.equal((await countAll()) - before, 1);
    });

    it('issues once, however often the office presses', async () => {
      const {as} = served();
      const office = await as('surety');
      const sent = read(application, await submit(await as('contractor')), 201);
      const key = crypto.randomUUID();
      const first = read(issueResult, await issue(office, sent, key));
      assert.deepEqual((await issue(office, sent, key)).json, first);
      readProblem(await issue(office, sent), 409, 'conflict');
    });

    it('may be used again after a refusal, since a refusal keeps nothing', async () => {
      const contractor = await served().as('contractor');
      const key = crypto.randomUUID();
      readProblem(
        await submit(contractor, leafletApplication({branchCode: 'nowhere'}), key),
        422,
        'rejected',
      );
      readProblem(await contractor('GET', `/v1/submissions/${key}`), 404, 'not-found');
      read(application, await submit(contractor, undefined, key), 201);
    });

    it('answers what became of a sending whose answer was lost', async () => {
      const {as, sandbox} = served();
      const contractor = await as('contractor');
      const key = crypto.randomUUID();
      sandbox.setScenario('lost-answers');
      const lost = await submit(contractor, undefined, key).catch(() => undefined);
      sandbox.setScenario('normal');
      assert.notEqual(lost?.status, 201);
      const found = read(application, await contractor('GET', `/v1/submissions/${key}`));
      assert.deepEqual(found.content, leafletApplication());
      readProblem(
        await (
          await as('contractor', 'contractor-2')
        )('GET', `/v1/submissions/${key}`),
        404,
        'not-found',
      );
    });

    it('must be there, and be a UUID', async () => {
      const contractor = await served().as('contractor');
      const body = leafletApplication();
      readProblem(await contractor('POST', '/v1/applications', {body}), 400, 'rejected');
      readProblem(await submit(contractor, body, '123'), 400, 'rejected');
    });
  });
}
