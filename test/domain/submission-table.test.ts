import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {it} from 'node:test';
import {GUARANTEE_NAMES} from '../../src/domain/kinds.js';
import {planSubmission, type SubmissionPlan} from '../../src/entries/domain.js';
import type {GuaranteeKind} from '../../src/schemas/kinds.js';
import type {ObligeeRule} from '../../src/schemas/obligee-rule.js';
import {obligees} from './obligees.js';

const file = new URL('./submission-table.md', import.meta.url);
const kinds: readonly GuaranteeKind[] = ['performance', 'advance-payment', 'interim-payment'];

const plan = (rule: ObligeeRule, kind: GuaranteeKind) =>
  planSubmission(rule, {
    kind,
    number: '12345-678901',
    worksName: '市道1号線改良工事',
    contractorName: '〇〇建設 株式会社',
    worksNumber: 'R8-工-12',
    contactName: '保証 花子',
    contactPhone: '018-000-0000',
  });

/** What a contractor sees of a plan, one thing a line; the body of the mail only as far as it differs. */
function lines({recipients, steps, subject, fileName, attachments, warnings}: SubmissionPlan): string[] {
  const isMailed = recipients.some(({channel}) => channel === 'email');
  return [
    ...steps.filter(({code}) => code !== 'check-certificate').map(({text}) => `- ${text}`),
    ...(isMailed ? [`- 件名：\`${subject}\``] : []),
    `- 添付：${attachments.map(({label, fileName: own}) => (own === fileName ? `\`${own}\`` : label)).join('、')}`,
    ...warnings.map(({text}) => `- ⚠ ${text}`),
  ];
}

/** Kinds that come out the same stand together. */
function section(rule: ObligeeRule): string {
  const byText = new Map<string, string[]>();
  for (const kind of kinds) {
    const name = GUARANTEE_NAMES[kind];
    // Names of the kind itself would make every kind another case.
    const text = lines(plan(rule, kind)).join('\n').replaceAll(name, '｛保証の種類｝');
    byText.set(text, [...(byText.get(text) ?? []), name]);
  }
  const cases = [...byText].map(([text, names]) => `### ${names.join('・')}\n\n${text}\n`);
  return `## ${rule.obligee}（${rule.prefecture}）\n\n${cases.join('\n')}`;
}

it('plans the handing in to each of the 29 obligees as the table that was checked by eye says', () => {
  const head = '# How each obligee wants it handed in\n\nWritten by `UPDATE=1 node --import tsx --test';
  const table = `${head} test/domain/submission-table.test.ts`.concat(
    '`; check changes against `demo/sandbox/data/obligees.json`.\n\n',
    obligees.map(section).join('\n'),
  );
  if (process.env.UPDATE) writeFileSync(file, table);
  assert.equal(table, readFileSync(file, 'utf8'));
});
