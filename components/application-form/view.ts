import type {Application} from '../../src/schemas/application.js';
import type {Branch} from '../../src/schemas/surety.js';
import type {Comboboxes, Entry} from '../shared/combobox.js';
import type {Choice, TextFieldOptions} from '../shared/fields.js';
import type {Directory} from './directory.js';
import type {EarlierApplications} from './earlier.js';
import {fieldAt} from './field-table.js';
import {helpText} from './help-texts.js';
import type {ApplicationModel} from './model.js';
import type {Pasting} from './pasting.js';
import type {Pickers} from './pickers.js';

/** What the templates of the form draw from. */
export interface FormView {
  readonly model: ApplicationModel;
  readonly comboboxes: Comboboxes;
  readonly pickers: Pickers;
  readonly earlier: EarlierApplications;
  readonly directory: Directory;
  readonly pasting: Pasting;
  readonly branches: readonly Branch[];
  /** The application that is mended or looked at. */
  readonly application: Application | undefined;
  pick(path: string, entry: Entry): void;
}

/** Label, help and need of a field, out of the table; what is given wins. */
export function optionsOf<More extends Partial<TextFieldOptions>>(
  {model}: FormView,
  path: string,
  more: More,
) {
  const field = fieldAt(path);
  return {
    path,
    label: field?.name() ?? '',
    isRequired: field?.isRequired(model.facts) ?? false,
    help: helpText(path),
    ...more,
  };
}

/** Options of a combobox on top of those of its field. */
export const pickerOptions = (view: FormView, path: string, more: Partial<TextFieldOptions>) => ({
  ...optionsOf(view, path, more),
  source: view.pickers.for(path, view.model.draft),
  pick: (entry: Entry) => view.pick(path, entry),
});

/** Yes and no of a radio group, in the words of its screen. */
export const yesNo = (yes: string, no: string): Choice[] => [
  {value: 'true', label: yes},
  {value: 'false', label: no},
];
