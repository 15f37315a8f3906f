import type {TemplateResult} from 'lit';
import type {Application} from '../../src/schemas/application.js';
import type {WorksKind} from '../../src/schemas/kinds.js';
import type {TextFieldOptions} from '../ui/fields.js';
import type {SectionName} from './field.js';
import type {ApplicationModel} from './model.js';

/** What the first section shows beside its fields; its code comes when somebody begins to use the form. */
export interface Extras {
  /** A field with its list. */
  combobox(path: string, more: Partial<TextFieldOptions>): TemplateResult;
  /** The explanation behind 「?」. */
  help(path: string): string | undefined;
  dateEcho(path: string): string | undefined;
  warning(path: string): string | undefined;
  amountWarning(path: string): unknown;
  /** What the chosen obligee says about electronic guarantees. */
  obligeeRule(): unknown;
  /** The dates and whatever else that its rule keys on. */
  ruleFields(): unknown;
  /** The kinds of works that it tells apart. */
  finerKinds(): readonly WorksKind[];
  /** What was sent back and why, errors, a pasted row: what stands above the sections. */
  notices(): unknown;
  /** What was done to a section that can be taken back. */
  undo(section: SectionName): unknown;
  readonly isEarlierOpen: boolean;
  /** The applications that were sent before. */
  earlier(): unknown;
}

/** What the first section is drawn from. */
export interface FormView {
  readonly model: ApplicationModel;
  /** The application that is mended or looked at. */
  readonly application: Application | undefined;
  readonly extras: Extras | undefined;
}

/** Fields of the first section that have an explanation; its words come later. */
const helped = new Set(['obligee/name', 'works/price', 'works/signedOn', 'jointVentureName']);

/** Label, help and need of a field, out of the table; what is given wins. */
export function optionsOf<More extends Partial<TextFieldOptions>>(
  {model, extras}: FormView,
  path: string,
  more: More,
) {
  const field = model.field(path);
  return {
    path,
    label: field?.name() ?? '',
    isRequired: field?.isRequired(model.facts) ?? false,
    help: extras ? extras.help(path) : helped.has(path) ? '…' : undefined,
    ...more,
  };
}
