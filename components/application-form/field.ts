import type {Parsed} from '../../src/input/parsed.js';
import type {TriggerDates} from '../../src/schemas/works.js';
import type {Draft} from './draft.js';

/** 「請負工事の情報」, 「保証の申込内容」, 「その他」. */
export type SectionName = 'works' | 'guarantees' | 'other';
/** The sections in the order of their tabs. */
export const sectionNames: readonly SectionName[] = ['works', 'guarantees', 'other'];

/** Names of the dates that a rule may compare its start with. */
export type DateName = keyof TriggerDates;

/** What rules of obligees key on besides dates; members of the works. */
export const factNames = ['department', 'procurement', 'amendment', 'originalSignedOn'] as const;
/** What rules of obligees key on besides dates. */
export type FactName = (typeof factNames)[number];

/** What decides which fields are shown and needed. */
export interface FormFacts {
  draft: Draft;
  /** Dates that the chosen obligee's rule keys on. */
  askedDates: readonly DateName[];
  /** What else its rule keys on. */
  askedFacts: readonly FactName[];
}

/** One field as data: where it stands, what it is called, how it is read, when it is needed. */
export interface Field {
  readonly path: string;
  readonly section: SectionName;
  /** As messages and 申込確認 call it; tells fields of the guarantees apart. */
  readonly name: () => string;
  /** Reads what is typed; a field without it is one of a few choices. */
  readonly parse?: (text: string) => Parsed<unknown>;
  readonly isShown: (facts: FormFacts) => boolean;
  readonly isRequired: (facts: FormFacts) => boolean;
  /** On leaving, the field shows what was understood: grouped digits, full-width letters. */
  readonly isTidied?: boolean;
}

/** For what holds in any case. */
export const always = (): boolean => true;
/** For what never holds. */
export const never = (): boolean => false;

/** A field that is always shown and never required, save where it says otherwise. */
export const field = (
  section: SectionName,
  path: string,
  name: () => string,
  rest: Partial<Field> = {},
): Field => ({
  path,
  section,
  name,
  isShown: always,
  isRequired: never,
  ...rest,
});

/** The section in which a path stands. */
export const sectionOf = (path: string): SectionName =>
  path.startsWith('guarantees')
    ? 'guarantees'
    : /^(branchCode|issueNotification|contact|message)/.test(path)
      ? 'other'
      : 'works';
