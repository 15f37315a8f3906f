import {compareContracts, isAfter, matchesContract} from './contract-order.js';
import {registerRows} from './memory-register.js';
import {webhookRows} from './memory-webhooks.js';
import {Table} from './memory-table.js';
import type {
  ApplicationRow,
  ArrivalFilter,
  ContractFilter,
  ContractPageFilter,
  ContractRow,
  IdempotencyRow,
  KeyViewRow,
  MailRow,
  NumberedContract,
  NumberedRevision,
  RevisionRow,
  SessionRow,
  Store,
  StoreTransaction,
  TryRow,
} from './store.js';

/** The in-memory twin of the SQL store: transactions run one after the other and are undone when they throw. */
export function createMemoryStore(): Store {
  const undo: (() => void)[] = [];
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

const pair = (...parts: (string | number)[]) => JSON.stringify(parts);

function createTransaction(undo: (() => void)[]): StoreTransaction {
  const contracts = contractRows(undo);
  return {
    ...sessionsAndCounters(undo),
    ...applicationRows(undo),
    ...contracts,
    ...requestRows(undo),
    ...registerRows(undo, contracts.findContract),
    ...webhookRows(undo),
    ...mailRows(undo),
  };
}

function sessionsAndCounters(undo: (() => void)[]) {
  const sessions = new Table<SessionRow>(undo);
  const counters = new Table<{value: number}>(undo);
  return {
    async insertSession(row: SessionRow) {
      sessions.insert(row.tokenHash, row);
    },
    async findSession(tokenHash: string) {
      return sessions.get(tokenHash);
    },
    async deleteSession(tokenHash: string) {
      sessions.delete(tokenHash);
    },
    async deleteSessionsBefore(moment: string) {
      sessions.deleteWhere(row => row.expiresAt < moment);
    },
    async nextCount(counter: string) {
      const value = (counters.get(counter)?.value ?? 0) + 1;
      counters.set(counter, {value});
      return value;
    },
  };
}

function applicationRows(undo: (() => void)[]) {
  const applications = new Table<ApplicationRow>(undo);
  return {
    async insertApplication(row: ApplicationRow) {
      applications.insert(row.id, row);
    },
    async updateApplication(row: ApplicationRow) {
      applications.update(row.id, row);
    },
    async findApplication(id: string) {
      return applications.get(id);
    },
    async listApplications({contractorId}: {contractorId?: string}) {
      return applications.list(row => !contractorId || row.contractorId === contractorId, {
        newestFirst: true,
      });
    },
  };
}

function contractRows(undo: (() => void)[]) {
  const contracts = new Table<NumberedContract>(undo);
  const revisions = new Table<NumberedRevision>(undo);
  const keyViews = new Table<KeyViewRow>(undo);
  let sequence = 0;
  const hasArrived = (
    row: NumberedRevision,
    {contractorId, searchWords = []}: Pick<ArrivalFilter, 'contractorId' | 'searchWords'>,
  ) =>
    row.arrivedAt !== null &&
    row.contractorId === contractorId &&
    contracts.test(row.contractNumber, ({searchText}) =>
      searchWords.every(word => searchText.includes(word)),
    );
  return {
    async insertContract(row: ContractRow) {
      if (contracts.has(row.number)) return false;
      contracts.insert(row.number, {...row, sequence: ++sequence});
      return true;
    },
    async updateContract(row: ContractRow) {
      const before = contracts.get(row.number);
      if (!before) throw new Error('no such row');
      contracts.update(row.number, {...row, sequence: before.sequence});
    },
    async findContract(number: string) {
      return contracts.get(number);
    },
    async findContractOrNeighbour(number: string) {
      return contracts.getOrAny(number);
    },
    async listContracts(filter: ContractPageFilter) {
      const {sort, limit} = filter;
      const order = sort && {name: sort, compare: compareContracts(sort)};
      const matches = (row: NumberedContract) => isAfter(row, filter) && matchesContract(row, filter);
      return contracts.list(matches, {newestFirst: true, limit, order});
    },
    async countContracts(filter: ContractFilter) {
      return contracts.count(row => matchesContract(row, filter));
    },
    async listContractsOf(applicationIds: readonly string[]) {
      return contracts.list(row => applicationIds.includes(row.applicationId));
    },
    async insertRevision(row: RevisionRow) {
      revisions.insert(pair(row.contractNumber, row.revision), {...row, sequence: ++sequence});
    },
    async saveSignature({contractNumber, revision, signature}: RevisionRow) {
      const found = revisions.get(pair(contractNumber, revision));
      if (found && found.signature === null) {
        revisions.update(pair(contractNumber, revision), {...found, signature});
      }
    },
    async listUnsignedRevisions() {
      return revisions.list(row => row.arrivedAt !== null && row.signature === null);
    },
    async listRevisions(contractNumbers: readonly string[]) {
      return revisions.list(row => contractNumbers.includes(row.contractNumber));
    },
    async listArrivals({before, limit, ...filter}: ArrivalFilter) {
      const matches = (row: NumberedRevision) =>
        (before === undefined || row.sequence < before) && hasArrived(row, filter);
      return revisions.list(matches, {newestFirst: true, limit});
    },
    async countArrivals(filter: Omit<ArrivalFilter, 'before' | 'limit'>) {
      return revisions.count(row => hasArrived(row, filter));
    },
    async insertKeyView(row: KeyViewRow) {
      keyViews.insert(String(++sequence), row);
    },
    async listKeyViews(contractNumbers: readonly string[]) {
      return keyViews.list(row => contractNumbers.includes(row.contractNumber), {newestFirst: true});
    },
  };
}

function requestRows(undo: (() => void)[]) {
  const idempotency = new Table<IdempotencyRow>(undo);
  const tries = new Table<TryRow>(undo);
  return {
    async claimIdempotencyKey(row: IdempotencyRow) {
      const before = idempotency.get(pair(row.accountId, row.key));
      if (!before) idempotency.insert(pair(row.accountId, row.key), row);
      return before;
    },
    async completeIdempotencyKey(row: IdempotencyRow) {
      idempotency.update(pair(row.accountId, row.key), row);
    },
    async findIdempotencyKey(accountId: string, key: string) {
      return idempotency.get(pair(accountId, key));
    },
    async lockTries(buckets: readonly string[]) {
      return buckets.map(
        bucket => tries.get(bucket) ?? {bucket, failures: 0, lastFailureAt: 0, blockedUntil: 0},
      );
    },
    async saveTries(row: TryRow) {
      tries.set(row.bucket, row);
    },
    async deleteTriesBefore(lastFailureAt: number) {
      tries.deleteWhere(row => row.lastFailureAt < lastFailureAt);
    },
  };
}

function mailRows(undo: (() => void)[]) {
  const mails = new Table<MailRow>(undo);
  return {
    async insertMail(row: MailRow) {
      mails.insert(row.id, row);
    },
    async updateMail(row: MailRow) {
      mails.update(row.id, row);
    },
    async listMails({contractorId}: {contractorId?: string}) {
      return mails.list(row => !contractorId || row.contractorId === contractorId, {newestFirst: true});
    },
    async listPendingMails(now: number, limit: number) {
      return mails.list(row => row.delivery === 'pending' && row.nextAttemptAt <= now, {limit});
    },
  };
}
