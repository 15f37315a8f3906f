import {msg, str} from '@lit/localize';
import {inputErrorText} from '../i18n/input-text.js';
import {parseDateRange} from '../input/date.js';
import {parseBankBranch} from '../input/text.js';
import {guaranteePath, wantedKinds} from './draft.js';
import {fieldAt, fields, type Field, type FormFacts, type SectionName} from './fields.js';
import type {FieldReader} from './reader.js';

/** Something to mend, and the path of the field where; the path is empty when no field is at fault. */
export interface Issue {
  path: string;
  message: string;
}

const missingText = ({path, input, label}: Field): string =>
  path === 'contractorName'
    ? msg('請負契約者の会社名を読み込めていません。接続を確認して、「もう一度読み込む」を押してください。')
    : input
      ? msg(str`${label()}を入力してください。`)
      : msg(str`${label()}を選んでください。`);

function checkField(field: Field, facts: FormFacts, reader: FieldReader): Issue | undefined {
  const {path} = field;
  const text = facts.draft[path] ?? '';
  if (!field.isShown(facts)) return undefined;
  if (!text.trim()) return field.isRequired(facts) ? {path, message: missingText(field)} : undefined;
  const parsed = reader.read(path, text);
  return parsed && !parsed.valid
    ? {path, message: inputErrorText(parsed, {field: field.label()})}
    : undefined;
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
      : [{path, message: inputErrorText(parsed, {field: fieldAt(path)?.label() ?? ''})}];
  });
}

/** The API holds the same limit; everything else about amounts is only a warning. */
function checkAmounts({draft}: FormFacts, reader: FieldReader): Issue[] {
  const price = reader.amount('works/price', draft['works/price']);
  if (price === undefined) return [];
  const paths = wantedKinds(draft).flatMap(kind => [
    guaranteePath(kind, 'currentYearAmount'),
    guaranteePath(kind, 'guaranteeAmount'),
  ]);
  return paths.flatMap(path => {
    const amount = reader.amount(path, draft[path]) ?? 0;
    const name = fieldAt(path)?.label() ?? '';
    return amount > price
      ? [{path, message: msg(str`${name}は、請負金額を超えない金額を入力してください。`)}]
      : [];
  });
}

const order = new Map(fields.map(({path}, index) => [path, index]));

/** Returns everything that keeps an application from being sent, in the order of the fields, one issue a field. */
export function checkDraft(facts: FormFacts, reader: FieldReader): Issue[] {
  const noGuarantee: Issue = {
    path: guaranteePath('advance-payment'),
    message: msg('申し込む保証を1つ以上選んでください。'),
  };
  const issues = [
    ...fields.flatMap(field => checkField(field, facts, reader) ?? []),
    ...checkPeriod(facts),
    ...checkBanks(facts),
    ...checkAmounts(facts, reader),
    ...(wantedKinds(facts.draft).length ? [] : [noGuarantee]),
  ];
  const seen = new Set<string>();
  return issues
    .sort((a, b) => (order.get(a.path) ?? 0) - (order.get(b.path) ?? 0))
    .filter(({path}) => !seen.has(path) && Boolean(seen.add(path)));
}

/** Returns the issues of a section whose fields hold something; what is still empty may come later. */
export const checkEntered = (section: SectionName, facts: FormFacts, reader: FieldReader): Issue[] =>
  checkDraft(facts, reader).filter(
    ({path}) =>
      fieldAt(path)?.section === section && fieldAt(path)?.input && Boolean(facts.draft[path]?.trim()),
  );
