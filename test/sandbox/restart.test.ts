import assert from 'node:assert/strict';
import {statSync} from 'node:fs';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import {application} from '../../src/schemas/application.js';
import {contract} from '../../src/schemas/contract.js';
import {issueResult} from '../../src/schemas/office.js';
import {registerCheck} from '../../src/schemas/register.js';
import {temporaryFolder} from './support/data-directory.js';
import {issue, keyOf, read, readProblem, signIn, submit} from './support/serve.js';
import {start, startAndFail} from './support/start.js';

describe('a server that is stopped and started again', () => {
  const folder = temporaryFolder();
  after(folder.remove);

  it('knows contracts, keys and failed tries as before, and holds its folder alone', async () => {
    const first = await start({DATA_DIR: folder.path});
    const contractor = await signIn(first.base, 'contractor');
    const sent = read(application, await submit(contractor), 201);
    const [issued] = read(issueResult, await issue(await signIn(first.base, 'surety'), sent)).contracts;
    const number = issued?.number ?? '';
    const authKey = await keyOf(contractor, number);
    const obligee = await signIn(first.base, 'obligee', 'obligee-2');
    const wrong = {contractNumber: '11111-111111', authKey: 'AAAAAAAAAAAA'};
    for (let count = 0; count < 5; count++) await obligee('POST', '/v1/register/checks', {body: wrong});

    const {code, stderr} = await startAndFail({DATA_DIR: folder.path});
    assert.equal(code, 1);
    assert.match(stderr, /DATA_DIR は別のサーバーが使っています/);
    assert.equal(statSync(join(folder.path, 'secret.key')).mode & 0o777, 0o600);
    assert.equal(await first.kill('SIGTERM'), 0);

    const second = await start({DATA_DIR: folder.path});
    const again = await signIn(second.base, 'contractor');
    assert.equal(read(contract, await again('GET', `/v1/contracts/${number}`)).keyViews.length, 1);
    assert.equal(await keyOf(again, number), authKey);
    const blocked = await signIn(second.base, 'obligee', 'obligee-2');
    // On a slow machine the wait of the fifth failure is over by now; then the sixth begins a longer one.
    const sixth = await blocked('POST', '/v1/register/checks', {body: wrong});
    const next = sixth.status === 404 ? await blocked('POST', '/v1/register/checks', {body: wrong}) : sixth;
    readProblem(next, 429, 'rate-limited');
    const other = await signIn(second.base, 'obligee', 'obligee-1');
    const body = {contractNumber: number, authKey};
    assert.equal(read(registerCheck, await other('POST', '/v1/register/checks', {body})).state, 'in-force');
    const old = await contractor('GET', '/v1/me').catch(() => undefined);
    assert.notEqual(old?.status, 200);
    assert.equal(await second.kill('SIGTERM'), 0);
  });
});
