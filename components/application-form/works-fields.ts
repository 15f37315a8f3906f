import {msg} from '@lit/localize';
import {parseYen} from '../../src/input/yen.js';
import {always, field, type Field, type FormFacts} from './field.js';

const hasPeriod = ({draft}: FormFacts) => Boolean(draft['works/period/from'] || draft['works/period/to']);

/**
 * 「請負工事の情報」, which is drawn first: only amounts are read at once, everything else by `field-table.ts`, which comes
 * when somebody begins to use the form.
 */
export const worksFields: readonly Field[] = [
  field('works', 'obligee/name', () => msg('発注者名'), {isRequired: always}),
  field('works', 'works/name', () => msg('工事名'), {isRequired: always}),
  field('works', 'works/kind', () => msg('対象', {id: 'works-kind'}), {isRequired: always}),
  field('works', 'works/price', () => msg('請負金額'), {parse: parseYen, isRequired: always, isTidied: true}),
  field('works', 'works/signedOn', () => msg('請負契約日')),
  field('works', 'works/period/from', () => msg('工期の始まりの日'), {isRequired: hasPeriod}),
  field('works', 'works/period/to', () => msg('工期の終わりの日'), {isRequired: hasPeriod}),
  field('works', 'contractorName', () => msg('請負契約者'), {isRequired: always}),
  field('works', 'jointVentureName', () => msg('JV名')),
];

/** A field of the first section. */
export const worksFieldAt = (path: string): Field | undefined => worksFields.find(each => each.path === path);
