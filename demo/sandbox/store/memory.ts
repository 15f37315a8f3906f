import {memorySessions} from '../accounts/sessions.js';
import {memoryApplications} from '../applications/store.js';
import {memoryContracts} from '../contracts/memory.js';
import {memoryMails} from '../mails/store.js';
import {memoryAuditLog} from '../platform/audit-log.js';
import {memoryCounters} from '../platform/counters.js';
import {memoryIdempotency} from '../platform/idempotency.js';
import {memoryRateLimit} from '../platform/rate-limit.js';
import {memoryRegister} from '../register/memory.js';
import type {UndoLog} from './memory-table.js';
import type {Store, StoreTransaction} from './store.js';
import {memoryWebhooks} from '../webhooks/store.js';

/** Creates a store in memory: transactions run one after the other and are undone when they throw. */
export function createMemoryStore(): Store {
  const undo: UndoLog = [];
  const tx = createTransaction(undo);
  let last: Promise<unknown> = Promise.resolve();
  return {
    kind: 'memory',
    transaction(work) {
      const run = async () => {
        undo.length = 0;
        try {
          return await work(tx);
        } catch (error) {
          for (const step of undo.splice(0).reverse()) step();
          throw error;
        }
      };
      const result = last.then(run, run);
      last = result.catch(() => undefined);
      return result;
    },
    async close() {
      await last;
    },
  };
}

function createTransaction(undo: UndoLog): StoreTransaction {
  const contracts = memoryContracts(undo);
  return {
    ...memorySessions(undo),
    ...memoryCounters(undo),
    ...memoryApplications(undo),
    ...contracts,
    ...memoryAuditLog(undo),
    ...memoryRegister(undo, contracts.findContract),
    ...memoryWebhooks(undo),
    ...memoryIdempotency(undo),
    ...memoryRateLimit(undo),
    ...memoryMails(undo),
  };
}
