import type {Branch} from '../../src/schemas/surety.js';
import type {Comboboxes} from '../ui/combobox.js';
import type {Entry} from '../ui/entries.js';
import type {Choice, TextFieldOptions} from '../ui/fields.js';
import type {Directory} from './directory.js';
import type {EarlierApplications} from './earlier.js';
import type {Pasting} from './pasting.js';
import type {Pickers} from './pickers.js';
import type {RecordFile} from './record-file.js';
import {optionsOf, type FormView} from './view.js';

/** What everything but the first section is drawn from. */
export interface WholeView extends FormView {
  readonly comboboxes: Comboboxes;
  readonly pickers: Pickers;
  readonly earlier: EarlierApplications;
  readonly directory: Directory;
  readonly pasting: Pasting;
  readonly branches: readonly Branch[];
  readonly recordFile: RecordFile;
  /** Name of the company that applies; empty until it is known. */
  readonly companyName: string;
  readonly suretyName: string;
  pick(path: string, entry: Entry): void;
}

/** Options of a combobox on top of those of its field. */
export const pickerOptions = (view: WholeView, path: string, more: Partial<TextFieldOptions>) => ({
  ...optionsOf(view, path, more),
  source: view.pickers.for(path, view.model.draft),
  further: view.pickers.beyond(path),
  pick: (entry: Entry) => view.pick(path, entry),
});

/** Yes and no of a radio group, in the words of its screen. */
export const yesNo = (yes: string, no: string): Choice[] => [
  {value: 'true', label: yes},
  {value: 'false', label: no},
];
