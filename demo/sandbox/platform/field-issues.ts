import {type $ZodIssue, type $ZodType, type output, safeParse} from 'zod/v4/core';
import {type FieldKind, fieldLabel} from './field-labels.js';
import type {FieldProblem} from './problem.js';

/** A JSON pointer (RFC 6901) to a member of the body. */
function pointerTo(path: readonly PropertyKey[]): string {
  return path.map(part => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}

/** A problem with one field, with the code of `surface.md` and a sentence that names the field. */
export function fieldProblem(
  path: readonly PropertyKey[],
  code: string | undefined,
  detail: string,
): FieldProblem {
  return {pointer: pointerTo(path), detail, ...(code && {code})};
}

/** Parses a body; every fault becomes a pointer with a Japanese sentence, the first one per field. */
export function parseBody<Schema extends $ZodType>(
  schema: Schema,
  body: unknown,
): {value: output<Schema>} | {problems: FieldProblem[]} {
  const result = safeParse(schema, body);
  if (result.success) {
    const unwritable = findUnwritable(result.data, []);
    return unwritable.length > 0 ? {problems: unwritable} : {value: result.data};
  }
  const problems = new Map<string, FieldProblem>();
  for (const issue of result.error.issues.flatMap(withKeys)) {
    const problem = describe(issue, valueAt(body, issue.path));
    if (!problems.has(problem.pointer)) problems.set(problem.pointer, problem);
  }
  return {problems: [...problems.values()]};
}

/** NUL and halves of surrogate pairs are no text: no database keeps them and no certificate can show them. */
function findUnwritable(value: unknown, path: readonly PropertyKey[]): FieldProblem[] {
  if (typeof value === 'string') {
    if (!/[\0\p{Surrogate}]/u.test(value)) return [];
    const {label} = fieldLabel(path);
    const detail = `${label}に使えない文字が含まれています。文字を入力し直してください。`;
    return [fieldProblem(path, 'text.controlCharacters', detail)];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => findUnwritable(member, [...path, name]));
}

/** A strict object reports its foreign members together; each has a pointer of its own. */
function withKeys(issue: $ZodIssue): $ZodIssue[] {
  if (issue.code !== 'unrecognized_keys') return [issue];
  return issue.keys.map(key => ({...issue, path: [...issue.path, key]}));
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  let value = body;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}

function describe(issue: $ZodIssue, value: unknown): FieldProblem {
  const {label, kind} = fieldLabel(issue.path);
  if (issue.message === 'guarantees.required') {
    return fieldProblem(
      issue.path,
      'text.required',
      '前払金保証、中間前払金保証、契約保証のうち、一つ以上を選んでください。',
    );
  }
  const missing = value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
  const words = missing ? whenMissing[kind] : wording[kind];
  const {code, text} = words({issue, value});
  return fieldProblem(issue.path, code, text.replace('{label}', label));
}

interface Fault {
  issue: $ZodIssue;
  value: unknown;
}
type Words = (fault: Fault) => {code?: string; text: string};

const always =
  (text: string, code?: string): Words =>
  () => ({text, ...(code && {code})});

const whenMissing: Record<FieldKind, Words> = {
  amount: always('{label}を円単位の数字で入力してください。', 'amount.required'),
  date: always('{label}を入力してください。例：令和8年2月1日', 'date.format'),
  text: always('{label}を入力してください。', 'text.required'),
  email: always('{label}を入力してください。例：soumu@example.co.jp', 'email.format'),
  phone: always('{label}を市外局番から入力してください。', 'phone.length'),
  choice: always('{label}を選んでください。', 'text.required'),
  number: always('{label}を入力してください。例：00000-000000', 'contractNumber.length'),
  key: always('{label}を入力してください。', 'authKey.required'),
  section: always('{label}を入力してください。', 'text.required'),
};

const wording: Record<FieldKind, Words> = {
  amount: ({issue, value}) => {
    if (typeof value !== 'number') {
      return {code: 'amount.notNumber', text: '{label}を数字で入力してください。'};
    }
    if (issue.code === 'too_small')
      return {code: 'amount.tooSmall', text: '{label}は1円以上で入力してください。'};
    if (issue.code === 'too_big') {
      return {code: 'amount.tooLarge', text: '{label}は999,999,999,999円以下で入力してください。'};
    }
    return {code: 'amount.notInteger', text: '{label}は1円単位の整数で、小数点を付けずに入力してください。'};
  },
  date: ({value}) =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? {code: 'date.notReal', text: '{label}は暦にない日付です。年月日を確かめて入力し直してください。'}
      : {code: 'date.format', text: '{label}を年月日で入力してください。例：2026-02-01'},
  text: ({issue, value}) => {
    if (typeof value !== 'string')
      return {code: 'text.characters', text: '{label}を文字で入力してください。'};
    if (issue.message === 'text.controlCharacters') {
      return {
        code: issue.message,
        text: '{label}に使えない制御文字が含まれています。文字を入力し直してください。',
      };
    }
    return {code: 'text.tooLong', text: '{label}が長すぎます。短くして入力し直してください。'};
  },
  email: ({issue}) =>
    issue.code === 'too_big'
      ? {code: 'email.tooLong', text: '{label}は254文字以内で入力してください。'}
      : {code: 'email.format', text: '{label}の形を確かめてください。例：soumu@example.co.jp'},
  phone: ({value}) => {
    if (typeof value !== 'string' || /\D/.test(value)) {
      return {code: 'phone.characters', text: '{label}は数字で入力してください。例：0188631000'};
    }
    if (!value.startsWith('0')) {
      return {code: 'phone.mustStartWith0', text: '{label}は0で始まる市外局番から入力してください。'};
    }
    return {code: 'phone.length', text: '{label}は10桁か11桁で入力してください。'};
  },
  choice: always('{label}は選択肢の中から選び直してください。', 'text.characters'),
  number: ({value}) =>
    typeof value === 'string' && !/[^0-9A-Za-z-]/.test(value)
      ? {code: 'contractNumber.length', text: '{label}の桁数を確かめてください。例：00000-000000'}
      : {
          code: 'contractNumber.characters',
          text: '{label}は英数字とハイフンで入力してください。例：00000-000000',
        },
  key: ({value}) =>
    typeof value === 'string' && !/[^0-9A-Za-z]/.test(value)
      ? {code: 'authKey.length', text: '{label}は12文字です。文字数を確かめてください。'}
      : {code: 'authKey.characters', text: '{label}は半角の英字と数字で入力してください。'},
  section: always('{label}の形が正しくありません。入力し直してください。', 'text.characters'),
};
