import type {ApplicationContent, ApplicationState} from '../../../src/schemas/application.js';
import {Table, type UndoLog} from '../store/memory-table.js';

/** An application as it is stored; its contracts are found by `applicationId`. */
export interface ApplicationRow {
  id: string;
  receiptNumber: string;
  contractorId: string;
  state: ApplicationState;
  version: number;
  content: ApplicationContent;
  submittedAt: string;
  updatedAt: string;
  returnReason: string | null;
  messageFromSurety: string | null;
}

/** Restricts a list of applications. */
export interface ApplicationFilter {
  contractorId?: string;
}

/** What is stored of applications. */
export interface ApplicationStore {
  insertApplication(row: ApplicationRow): Promise<void>;
  updateApplication(row: ApplicationRow): Promise<void>;
  findApplication(id: string, options?: {lock?: boolean}): Promise<ApplicationRow | undefined>;
  /** Newest first. */
  listApplications(filter: ApplicationFilter): Promise<ApplicationRow[]>;
}

/** Applications in memory. */
export function memoryApplications(undo: UndoLog): ApplicationStore {
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
