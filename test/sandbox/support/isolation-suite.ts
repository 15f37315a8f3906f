import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Endpoint} from '../../../src/api/endpoint.js';
import * as endpoints from '../../../src/api/endpoints.js';
import {applicationList} from '../../../src/schemas/application.js';
import {contractPage, electronicIssuePage} from '../../../src/schemas/contract.js';
import {mailList} from '../../../src/schemas/office.js';
import {session} from '../../../src/schemas/party.js';
import {createSend, read, readProblem, submitAndIssue, type GetServed} from './serve.js';

const allRoles = ['contractor', 'obligee', 'surety'] as const;
const rows = Object.values<Endpoint>(endpoints);
const concrete = (path: string) => `/v1${path.replace(/\{\w+\}/g, 'x')}`;

/** Who may see what. */
export function isolationSuite(served: GetServed): void {
  describe('a contractor', () => {
    it('sees nothing of another contractor, not even that it exists', async () => {
      const {as} = served();
      const {application, numbers} = await submitAndIssue(served());
      const other = await as('contractor', 'contractor-2');
      const [number = ''] = numbers;
      for (const [method, path] of [
        ['GET', `/v1/applications/${application.id}`],
        ['GET', `/v1/contracts/${number}`],
        ['GET', `/v1/contracts/${number}/certificates`],
        ['POST', `/v1/contracts/${number}/key-views`],
        ['POST', `/v1/contracts/${number}/notices`],
      ] as const) {
        const theirs = await other(method, path, method === 'POST' ? {body: {}} : {});
        readProblem(theirs, 404, 'not-found');
        const none = await other(
          method,
          path.replace(number, '00000-000000').replace(application.id, 'none'),
        );
        assert.equal(theirs.text, none.text);
      }
      const mine = {applications: 0, contracts: 0, arrivals: 0, mails: 0};
      for (const {content} of read(applicationList, await other('GET', '/v1/applications')).items) {
        assert.equal(content.contractorName, '株式会社 △△土木');
        mine.applications++;
      }
      const listed = [
        ...read(contractPage, await other('GET', '/v1/contracts?limit=200')).items.map(row => row.number),
        ...read(electronicIssuePage, await other('GET', '/v1/electronic-issues?limit=200')).items.map(
          row => row.contractNumber,
        ),
      ];
      for (const hidden of numbers) assert.ok(!listed.includes(hidden));
      for (const {text} of read(mailList, await other('GET', '/v1/mails')).items)
        assert.ok(!text.includes(number));
    });
  });

  describe('every endpoint', () => {
    it('refuses who is not signed in, before it looks at the request', async () => {
      for (const {method, path, roles} of rows) {
        if (roles.length === 0) continue;
        const reply = await served().nobody(method.toUpperCase(), concrete(path));
        readProblem(reply, 401, 'unauthorized');
        assert.equal(reply.headers.get('WWW-Authenticate'), 'Bearer');
      }
    });

    it('refuses the roles that it is not for', async () => {
      for (const role of allRoles) {
        const send = await served().as(role);
        for (const {method, path, roles} of rows) {
          if (roles.length === 0 || roles.includes(role)) continue;
          readProblem(await send(method.toUpperCase(), concrete(path)), 403, 'forbidden');
        }
      }
    });
  });

  describe('a session', () => {
    it('ends after fifteen minutes', async () => {
      const {as, clock} = served();
      const contractor = await as('contractor');
      clock.advance(14 * 60 + 59);
      assert.equal((await contractor('GET', '/v1/me')).status, 200);
      clock.advance(1);
      readProblem(await contractor('GET', '/v1/me'), 401, 'unauthorized');
    });

    it('ends when it is ended', async () => {
      const contractor = await served().as('contractor');
      const reply = await contractor('DELETE', '/v1/sessions/current');
      assert.deepEqual([reply.status, reply.text], [204, '']);
      readProblem(await contractor('GET', '/v1/me'), 401, 'unauthorized');
    });

    it('is for an account of its role only', async () => {
      const {nobody, base} = served();
      const reply = await nobody('POST', '/v1/sessions', {body: {role: 'contractor', accountId: 'surety-1'}});
      assert.equal(readProblem(reply, 422, 'rejected').errors?.[0]?.pointer, '/accountId');
      const made = await nobody('POST', '/v1/sessions', {
        body: {role: 'contractor', accountId: 'contractor-2'},
      });
      const {token, account} = read(session, made, 201);
      assert.equal(account.id, 'contractor-2');
      readProblem(await createSend(base, `${token}x`)('GET', '/v1/me'), 401, 'unauthorized');
    });
  });
}
