import {msg} from '@lit/localize';
import {inputErrorText} from '../../src/i18n/input-text.js';
import {parseDate} from '../../src/input/date.js';
import type {Parsed} from '../../src/input/parsed.js';
import {parseCompanyName, parseFreeText, parseWorksName} from '../../src/input/text.js';
import {parseYen} from '../../src/input/yen.js';
import type {PaperCertificate} from '../../src/schemas/register-entry.js';

/** Texts of the fields of a paper certificate, as typed. */
export type PaperTexts = Record<string, string>;

/** The fields in their order; also their ids. */
export const paperFields = [
  'contractNumber',
  'kind',
  'suretyName',
  'contractorName',
  'worksName',
  'guaranteeAmount',
  'validUntil',
  'receivedOn',
  'releasedOn',
  'note',
] as const satisfies readonly (keyof PaperCertificate)[];

const MAX_NUMBER_LENGTH = 40;

/** Parses the texts, or says what is wrong in which field. */
export function parsePaperCertificate(texts: PaperTexts): {
  paper?: PaperCertificate;
  errors: Record<string, string>;
} {
  const errors: Record<string, string> = {};
  const text = (path: (typeof paperFields)[number]) => texts[path] ?? '';
  const take = <Value>(
    path: (typeof paperFields)[number],
    parse: (text: string) => Parsed<Value>,
    field: string,
  ): Value | undefined => {
    const parsed = parse(text(path));
    if (parsed.valid) return parsed.value;
    errors[path] = inputErrorText(parsed, {field});
    return undefined;
  };
  const optionalDay = (path: 'validUntil' | 'releasedOn', field: string) =>
    text(path).trim() ? (take(path, parseDate, field) ?? null) : null;

  const contractNumber = text('contractNumber').normalize('NFKC').trim();
  if (!contractNumber) errors['contractNumber'] = msg('保証契約番号を入力してください。');
  else if (contractNumber.length > MAX_NUMBER_LENGTH)
    errors['contractNumber'] = msg('保証契約番号は40文字以内で入力してください。');
  const kind = parseKind(text('kind'));
  if (!kind) errors['kind'] = msg('保証種類を選択してください。');
  const read = {
    suretyName: take('suretyName', parseCompanyName, msg('保証会社')),
    contractorName: take('contractorName', parseCompanyName, msg('受注者名')),
    worksName: take('worksName', parseWorksName, msg('工事名')),
    guaranteeAmount: take('guaranteeAmount', parseYen, msg('保証金額')),
    validUntil: optionalDay('validUntil', msg('保証期限')),
    receivedOn: take('receivedOn', parseDate, msg('受領日')),
    releasedOn: optionalDay('releasedOn', msg('返還日')),
    note: text('note').trim() ? take('note', parseFreeText, msg('メモ')) : '',
  };
  if (read.receivedOn && read.releasedOn && read.releasedOn < read.receivedOn)
    errors['releasedOn'] = msg('返還日は、受領日より後の日付を入力してください。');
  if (Object.keys(errors).length > 0 || !kind) return {errors};
  return {
    paper: {contractNumber, kind, ...(read as Omit<PaperCertificate, 'contractNumber' | 'kind'>)},
    errors,
  };
}

const parseKind = (text: string): PaperCertificate['kind'] | undefined =>
  text === 'advance-payment' || text === 'interim-payment' || text === 'performance' ? text : undefined;
