import {msg, str} from '@lit/localize';
import {inputErrorText} from '../../src/i18n/input-text.js';
import {parseDateRange} from '../../src/input/date.js';
import {parseBankBranch} from '../../src/input/text.js';
import type {Issue} from '../ui/error-summary.js';
import {guaranteePath, wantedKinds} from './draft.js';
import type {Field, FormFacts} from './field.js';
import {fieldAt, fields} from './field-table.js';
import type {FieldReader} from './reader.js';

const missing = ({path, parse, name}: Field): string =>
  path === 'contractorName'
    ? msg('請負契約者の会社名を読み込めていません。接続を確認して、「もう一度読み込む」を押してください。')
    : parse
      ? msg(str`${name()}を入力してください。`)
      : msg(str`${name()}を選んでください。`);

function checkField(field: Field, facts: FormFacts, reader: FieldReader): Issue | undefined {
  const {path} = field;
  const text = facts.draft[path] ?? '';
  if (!field.isShown(facts)) return undefined;
  if (!text.trim()) return field.isRequired(facts) ? {path, message: missing(field)} : undefined;
  const parsed = reader.read(path, text);
  return parsed && !parsed.valid ? {path, message: inputErrorText(parsed, {field: field.name()})} : undefined;
}

function checkPeriod({draft}: FormFacts): Issue[] {
  const {'works/period/from': from = '', 'works/period/to': to = ''} = draft;
  if (!from.trim() || !to.trim()) return [];
  const parsed = parseDateRange([from, to]);
  return parsed.valid || parsed.error !== 'dateRange.order'
    ? []
    : [{path: 'works/period/to', message: inputErrorText(parsed, {field: msg('工期')})}];
}

/** Bank and branch travel as one name, which has a limit of its own. */
function checkBanks({draft}: FormFacts): Issue[] {
  return wantedKinds(draft).flatMap(kind => {
    const path = guaranteePath(kind, 'depositBank/bank');
    const branch = draft[guaranteePath(kind, 'depositBank/branch')]?.trim();
    if (!branch || !draft[path]?.trim()) return [];
    const parsed = parseBankBranch(`${draft[path]}　${branch}`);
    return parsed.valid
      ? []
      : [{path, message: inputErrorText(parsed, {field: fieldAt(path)?.name() ?? ''})}];
  });
}

/** The same limits that the API holds; everything else about amounts is only a warning. */
function checkAmounts({draft}: FormFacts, reader: FieldReader): Issue[] {
  const price = reader.amount('works/price', draft['works/price']);
  if (price === undefined) return [];
  const paths = wantedKinds(draft).flatMap(kind => [
    guaranteePath(kind, 'currentYearAmount'),
    guaranteePath(kind, 'guaranteeAmount'),
  ]);
  return paths.flatMap(path => {
    const amount = reader.amount(path, draft[path]) ?? 0;
    const name = fieldAt(path)?.name() ?? '';
    return amount > price
      ? [{path, message: msg(str`${name}は、請負金額を超えない金額を入力してください。`)}]
      : [];
  });
}

const order = new Map(fields.map(({path}, index) => [path, index]));
const firstGuarantee = fields.findIndex(({section}) => section === 'guarantees');

/** Everything that keeps the application from being sent, in the order of the fields. */
export function checkDraft(facts: FormFacts, reader: FieldReader): Issue[] {
  const none: Issue = {
    path: guaranteePath('advance-payment'),
    message: msg('申し込む保証を1つ以上選んでください。'),
  };
  const issues = [
    ...fields.flatMap(field => checkField(field, facts, reader) ?? []),
    ...checkPeriod(facts),
    ...checkBanks(facts),
    ...checkAmounts(facts, reader),
    ...(wantedKinds(facts.draft).length ? [] : [none]),
  ];
  const rank = ({path}: Issue) => order.get(path) ?? firstGuarantee - 0.5;
  const seen = new Set<string>();
  return issues
    .sort((a, b) => rank(a) - rank(b))
    .filter(({path}) => !seen.has(path) && Boolean(seen.add(path)));
}
