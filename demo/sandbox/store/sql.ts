import type {PGlite} from '@electric-sql/pglite';
import {drizzle as drizzleNode} from 'drizzle-orm/node-postgres';
import {migrate as migrateNode} from 'drizzle-orm/node-postgres/migrator';
import {drizzle as drizzlePglite} from 'drizzle-orm/pglite';
import {migrate as migratePglite} from 'drizzle-orm/pglite/migrator';
import {fileURLToPath} from 'node:url';
import pg from 'pg';
import {sqlSessions} from '../accounts/sql.js';
import {sqlApplications} from '../applications/sql.js';
import {sqlContracts} from '../contracts/sql.js';
import {sqlMails} from '../mails/sql.js';
import {sqlAuditLog, sqlCounters, sqlIdempotency, sqlRateLimit} from '../platform/sql.js';
import {sqlRegister} from '../register/sql.js';
import type {Queries} from './queries.js';
import {type Store, type StoreTransaction, StoreUnavailableError} from './store.js';
import {sqlWebhooks} from '../webhooks/sql.js';

const migrations = {
  migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
  migrationsTable: 'surety_migrations',
};

/** Any number; only servers of this product ask for this lock. */
const MIGRATION_LOCK = 5_214_100;
const CONNECT_TIMEOUT_MS = 5_000;
const MAX_RUNS = 3;

/** A store in an embedded database that is open already; brings its tables up to date. */
export async function createPgliteStore(
  client: PGlite,
  closeMore: () => Promise<void> | void = () => {},
): Promise<Store> {
  const db = drizzlePglite(client);
  await migratePglite(db, migrations);
  return {
    kind: 'pglite',
    transaction: work => db.transaction(queries => work(createTransaction(queries as Queries))),
    async close() {
      await client.close();
      await closeMore();
    },
  };
}

/** A store in PostgreSQL 15 or later; brings its tables up to date, one server at a time. */
export async function openPostgresqlStore(connectionString: string): Promise<Store> {
  const pool = new pg.Pool({connectionString, connectionTimeoutMillis: CONNECT_TIMEOUT_MS, max: 10});
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const db = drizzleNode(pool);
  try {
    await migrateAlone(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const run = <Result>(work: (tx: StoreTransaction) => Promise<Result>) =>
    db.transaction(queries => work(createTransaction(queries as Queries)));
  return {
    kind: 'postgresql',
    transaction: work => withRetries(() => run(work)),
    close: () => pool.end(),
  };
}

async function migrateAlone(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrateNode(drizzleNode(client), migrations);
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
  } finally {
    client.release();
  }
}

/** A deadlock or a failed serialisation did nothing, so the work may simply run again. */
async function withRetries<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let count = 1; ; count++) {
    try {
      return await run();
    } catch (error) {
      const code = errorCode(error);
      if (code && isConnectionCode(code)) throw new StoreUnavailableError({cause: error});
      if ((code !== '40001' && code !== '40P01') || count === MAX_RUNS) throw error;
    }
  }
}

/** SQLSTATE or Node's code, on the error itself or on what drizzle wrapped. */
export function errorCode(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ('code' in current && typeof current.code === 'string') return current.code;
    if (/Connection terminated|timeout exceeded when trying to connect/.test(current.message))
      return 'ECONNRESET';
    if (current instanceof AggregateError) return errorCode(current.errors[0]);
  }
  return undefined;
}

const isConnectionCode = (code: string) => /^(08|57P0|53300|E(CONN|HOST|NOTFOUND|PIPE|TIMEDOUT))/.test(code);

function createTransaction(db: Queries): StoreTransaction {
  return {
    ...sqlSessions(db),
    ...sqlCounters(db),
    ...sqlApplications(db),
    ...sqlContracts(db),
    ...sqlAuditLog(db),
    ...sqlRegister(db),
    ...sqlWebhooks(db),
    ...sqlIdempotency(db),
    ...sqlRateLimit(db),
    ...sqlMails(db),
  };
}
