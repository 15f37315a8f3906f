import {sameText} from '../../../src/input/search.js';
import type {ApplicationContent, DepositBank} from '../../../src/schemas/application.js';
import type {Period} from '../../../src/schemas/calendar-date.js';
import type {Account} from '../../../src/schemas/party.js';
import type {Services} from '../platform/call.js';
import {fieldProblem} from '../platform/field-issues.js';
import {fieldLabel} from '../platform/field-labels.js';
import type {FieldProblem} from '../platform/problem.js';

type Known = Pick<Services, 'surety' | 'obligees' | 'banks'>;

/** What a schema cannot say: fields against each other and against the lists. Takes over nothing from the client's own checks. */
export async function checkApplicationRules(
  content: ApplicationContent,
  account: Account,
  known: Known,
): Promise<FieldProblem[]> {
  return [
    ...checkParties(content, account, known),
    ...checkPeriod(content.works.period, ['works', 'period']),
    ...checkAmounts(content),
    ...(await checkBanks(content, known)),
  ];
}

/** Both ends of a 工期 are included, so one day is the shortest. */
export function checkPeriod(period: Period | null | undefined, path: readonly string[]): FieldProblem[] {
  if (!period || period.from <= period.to) return [];
  const detail = '工期の終わりは、工期の始まりと同じ日か後の日を入力してください。';
  return [fieldProblem(path, 'dateRange.order', detail)];
}

function checkParties(
  {obligee, contractorName, branchCode}: ApplicationContent,
  account: Account,
  known: Known,
) {
  const problems: FieldProblem[] = [];
  if (obligee.code !== null && !known.obligees.some(({code}) => code === obligee.code)) {
    const detail = '発注者名は一覧から選び直すか、一覧にない発注者として入力してください。';
    problems.push(fieldProblem(['obligee', 'code'], 'text.characters', detail));
  }
  if (!sameText(contractorName, account.party.name)) {
    const detail = `請負契約者は、ログイン中の会社名「${account.party.name}」を入力してください。`;
    problems.push(fieldProblem(['contractorName'], 'text.characters', detail));
  }
  if (!known.surety.branches.some(({code}) => code === branchCode)) {
    const detail = '申込送信先は一覧から選び直してください。';
    problems.push(fieldProblem(['branchCode'], branchCode ? 'text.characters' : 'text.required', detail));
  }
  return problems;
}

function checkAmounts({works, guarantees}: ApplicationContent): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const [kind, request] of Object.entries(guarantees)) {
    if (!request) continue;
    const amounts = {
      guaranteeAmount: request.guaranteeAmount,
      currentYearAmount: 'currentYearAmount' in request ? request.currentYearAmount : null,
    };
    for (const [name, amount] of Object.entries(amounts)) {
      if (amount === null || amount <= works.price) continue;
      const path = ['guarantees', kind, name];
      const detail = `${fieldLabel(path).label}は、請負金額を超えない金額を入力してください。`;
      problems.push(fieldProblem(path, 'amount.tooLarge', detail));
    }
  }
  return problems;
}

async function checkBanks({guarantees}: ApplicationContent, known: Known): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = [];
  for (const [kind, request] of Object.entries(guarantees)) {
    if (!request || !('depositBank' in request)) continue;
    const fault = await findBankFault(request.depositBank, known);
    if (!fault) continue;
    const path = ['guarantees', kind, 'depositBank', fault];
    const detail = `${fieldLabel(path).label}は一覧から選び直すか、名前を入力してください。`;
    problems.push(fieldProblem(path, 'text.characters', detail));
  }
  return problems;
}

/** Codes are for what was picked from the list; a page's list has the branches of a few banks only. */
async function findBankFault({bankCode, branchCode}: DepositBank, {banks}: Known) {
  if (bankCode === null) return branchCode === null ? undefined : 'bankCode';
  const branches = await banks.branches(bankCode);
  if (!branches) return 'bankCode';
  if (branchCode === null || branches.length === 0) return undefined;
  return branches.some(({code}) => code === branchCode) ? undefined : 'branchCode';
}
