import {createBackend, Difference, type BackendOptions} from './backend.js';
import type {Case, Findings} from './case.js';
import {applicationCases} from './cases/applications.js';
import {contractCases} from './cases/contracts.js';
import {protocolCases} from './cases/protocol.js';
import {publicDataCases} from './cases/public-data.js';
import {registerCases} from './cases/register.js';

/** Every case of the contract; later cases use what earlier cases found. */
export const cases: readonly Case[] = [
  ...protocolCases,
  ...publicDataCases,
  ...contractCases,
  ...applicationCases,
  ...registerCases,
];

/** Result of a case; `why` is a sentence where it was left out or differs. */
export interface Outcome {
  readonly id: string;
  readonly says: string;
  readonly outcome: 'holds' | 'differs' | 'left-out';
  readonly why?: string;
}

/** Options of a check. */
export interface CheckOptions extends BackendOptions {
  /** Whether cases that leave records behind may run. */
  readonly writes?: boolean;
  /** Called after each case. */
  readonly onOutcome?: (outcome: Outcome) => void;
}

const ROLE_NAMES = {nobody: 'だれでもない人', contractor: '受注者', obligee: '発注者'} as const;
const MISSING: Record<keyof Findings, string> = {
  contractNumber: 'この受注者に、有効な電子保証の契約がありません。',
  authKey: '認証キーを読めていません。',
  branchCode: '営業部・支店を読めていません。',
  contractorName: 'ログイン中の会社名を読めていません。',
};

/** Runs the whole contract against a backend, one case after another. */
export async function checkApi(options: CheckOptions): Promise<Outcome[]> {
  const backend = createBackend(options);
  const found: Findings = {};
  const outcomes: Outcome[] = [];
  for (const each of cases) {
    const {id, says} = each;
    const why = reasonToLeaveOut(each, found, options.writes ?? false, caller => backend.hasToken(caller));
    const outcome: Outcome = why ? {id, says, outcome: 'left-out', why} : await runCase(each, backend, found);
    outcomes.push(outcome);
    options.onOutcome?.(outcome);
  }
  return outcomes;
}

function reasonToLeaveOut(
  {as = [], writes, needs}: Case,
  found: Findings,
  mayWrite: boolean,
  hasToken: (caller: NonNullable<Case['as']>[number]) => boolean,
): string | undefined {
  const absent = as.find(caller => !hasToken(caller));
  if (absent) return `${ROLE_NAMES[absent]}のトークンがありません。`;
  if (writes && !mayWrite) return '記録が残るため、--write を付けたときだけ試します。';
  if (needs && found[needs] === undefined) return MISSING[needs];
  return undefined;
}

async function runCase(
  {id, says, run}: Case,
  backend: ReturnType<typeof createBackend>,
  found: Findings,
): Promise<Outcome> {
  try {
    await run(backend, found);
    return {id, says, outcome: 'holds'};
  } catch (thrown) {
    if (thrown instanceof Difference) return {id, says, outcome: 'differs', why: thrown.message};
    throw thrown;
  }
}
