import {readFileSync} from 'node:fs';
import {
  parseAuthKey,
  parseBankBranch,
  parseCompanyName,
  parseContractNumber,
  parseDate,
  parseDateRange,
  parseEmail,
  parsePersonName,
  parsePhone,
  parseWorksName,
  parseYen,
  type Parsed,
} from '../../src/entries/domain.js';

type Piece = string | {repeat: string; times: number};
type Input = string | [string, string] | {concat: Piece[]};

/** One row of the table of what people type. */
export interface InputCase {
  id: string;
  field: keyof typeof readers;
  input: Input;
  expected: {
    valid: boolean;
    value?: unknown;
    display?: string;
    warnings?: string[];
    error?: string;
    messageMustInclude?: string[];
    alsoFill?: unknown;
  };
  why: string;
  level: 'must' | 'should' | 'policy';
}

type Reader = (text: never) => Parsed<unknown>;
const reader = (read: Reader) => (text: unknown) => read(text as never);

/** Which function reads which field of the table. */
export const readers = {
  amount: reader(parseYen),
  phone: reader(parsePhone),
  email: reader(parseEmail),
  companyName: reader(parseCompanyName),
  personName: reader(parsePersonName),
  constructionName: reader(parseWorksName),
  bankBranch: reader(parseBankBranch),
  contractNumber: reader(parseContractNumber),
  authKey: reader(parseAuthKey),
  date: reader(parseDate),
  dateRange: reader(parseDateRange),
};

/** Long strings are written as pieces in the table. */
export function inputOf(input: Input): unknown {
  if (typeof input === 'string' || Array.isArray(input)) return input;
  return input.concat
    .map(piece => (typeof piece === 'string' ? piece : piece.repeat.repeat(piece.times)))
    .join('');
}

/** The table of what people type and how it is to be read. */
export const loadCases = (): InputCase[] =>
  JSON.parse(readFileSync(new URL('./input-cases.json', import.meta.url), 'utf8')) as InputCase[];
