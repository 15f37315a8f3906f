import {PGlite} from '@electric-sql/pglite';
import assert from 'node:assert/strict';
import {cpSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {drizzle} from 'drizzle-orm/pglite';
import {migrate} from 'drizzle-orm/pglite/migrator';
import {createSandbox, leafletKeys} from '../../demo/sandbox/index.js';
import {createMemoryStore} from '../../demo/sandbox/store/memory.js';
import {createPgliteStore} from '../../demo/sandbox/store/sql.js';
import type {Store} from '../../demo/sandbox/store/store.js';
import {answering} from '../../src/schemas/answer.js';
import {contract} from '../../src/schemas/contract.js';
import {registerCheck} from '../../src/schemas/register.js';
import {temporaryFolder} from './support/data-directory.js';
import {read, serveSandbox, type Served} from './support/serve.js';

const secret = new Uint8Array(32).fill(9);
const {number, authKey} = leafletKeys['advance-payment'];
const migrations = fileURLToPath(new URL('../../demo/sandbox/store/migrations', import.meta.url));

/** The migrations as they were when there were `count` of them. */
function oldMigrations(folder: string, count: number): string {
  const old = join(folder, 'migrations');
  mkdirSync(join(old, 'meta'), {recursive: true});
  const journal = JSON.parse(readFileSync(join(migrations, 'meta/_journal.json'), 'utf8')) as {
    entries: {tag: string}[];
  };
  const entries = journal.entries.slice(0, count);
  writeFileSync(join(old, 'meta/_journal.json'), JSON.stringify({...journal, entries}));
  for (const {tag} of entries) cpSync(join(migrations, `${tag}.sql`), join(old, `${tag}.sql`));
  return old;
}

/** Puts the leaflet's contract in as the second version kept it: unsigned, handed in, changed once. */
async function fillOld(client: PGlite): Promise<void> {
  const store = createMemoryStore();
  const now = () => new Date('2026-02-03T10:15:00+09:00');
  const sandbox = createSandbox({store, seed: 'leaflet', encryptionKey: secret, now});
  await sandbox.ready;
  await store.transaction(async tx => {
    const row = await tx.findContract(number);
    const [application] = await tx.listApplications({});
    assert.ok(row && application);
    await insert(client, 'applications', application);
    const {answer: _answer, releasedOn: _releasedOn, ...old} = row;
    await insert(client, 'contracts', {...old, revision: 1, handedInAt: '2026-02-04T09:00:00+09:00'});
    const [revision] = await tx.listRevisions([number]);
    assert.ok(revision);
    const {sequence: _sequence, ...first} = revision;
    await insert(client, 'revisions', {...first, signature: null});
    await insert(client, 'revisions', {
      ...first,
      revision: 1,
      changeReason: '増額のため',
      arrivedAt: '2026-02-10T11:00:00+09:00',
      signature: null,
    });
  });
  await sandbox.close();
}

async function insert(client: PGlite, table: string, row: object): Promise<void> {
  const columns = Object.keys(row).map(name => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`));
  const places = columns.map((_, index) => `$${index + 1}`);
  await client.query(
    `insert into surety.${table} (${columns.join(', ')}) values (${places.join(', ')})`,
    (Object.values(row) as unknown[]).map(value =>
      typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
    ),
  );
}

describe('a database of an older version', () => {
  const folder = temporaryFolder();
  let store: Store | undefined;
  let client: PGlite | undefined;
  let served: Served | undefined;
  before(async () => {
    client = await PGlite.create();
    const migrationsFolder = oldMigrations(folder.path, 3);
    await migrate(drizzle(client), {migrationsFolder, migrationsTable: 'surety_migrations'});
    await fillOld(client);
    store = await createPgliteStore(client);
    served = await serveSandbox({store, encryptionKey: secret});
  });
  after(async () => {
    await served?.close();
    folder.remove();
  });

  it('lists what happened before there was an audit log', async () => {
    assert.ok(served);
    const contractor = await served.as('contractor');
    const {timeline, answer, revision} = read(contract, await contractor('GET', `/v1/contracts/${number}`));
    assert.deepEqual([revision, answer], [1, null]);
    assert.deepEqual(
      timeline?.map(({type, at, reason}) => [type, at.slice(0, 16), reason]),
      [
        ['applied', '2026-02-03T10:15', undefined],
        ['issued', '2026-02-03T10:15', undefined],
        ['handed-in', '2026-02-04T09:00', undefined],
        ['changed', '2026-02-10T11:00', '増額のため'],
      ],
    );
  });

  it('has its unsigned certificates signed, and takes an answer to them', async () => {
    assert.ok(served);
    const obligee = await served.as('obligee');
    const body = {contractNumber: number, authKey};
    const check = read(registerCheck, await obligee('POST', '/v1/register/checks', {body}));
    assert.equal(check.certificates.length, 2);
    assert.ok(check.certificates.every(({signature}) => signature));
    const path = `/v1/register/contracts/${number}/answers`;
    const reply = await obligee('POST', path, {body: {outcome: 'accepted', revision: 1}});
    assert.equal(read(answering, reply).answer?.revision, 1);
  });

  it('refuses to change or remove an entry of the audit log', async () => {
    assert.ok(client);
    for (const statement of [
      `update surety.trail set reason = 'x'`,
      'delete from surety.trail',
      'truncate surety.trail',
    ]) {
      await assert.rejects(client.query(statement), /surety\.trail only grows/);
    }
    const {rows} = await client.query<{count: number}>('select count(*)::int as count from surety.trail');
    assert.ok((rows[0]?.count ?? 0) >= 4);
  });
});
