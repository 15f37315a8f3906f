import {textOf} from '../ui/fields.js';

/** What can be typed into or chosen from, and has a name. */
export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Returns whether an event came from a field of the form. */
export const isControl = (target: EventTarget | null): target is Control =>
  (target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement) &&
  target.name !== '';

/** Returns the controls of the open section that hold an answer. */
export const answeredControls = (root: ParentNode): Control[] =>
  [...root.querySelectorAll<Control>('[role=tabpanel]:not([hidden]) [name]')].filter(
    control =>
      control instanceof HTMLInputElement && control.type === 'radio'
        ? control.checked
        : !(control instanceof HTMLSelectElement) || control.value !== '', // a list that is not loaded shows nothing
  );

/** Returns whether a control shows a text; line breaks are the browser's. */
export function isShowing(control: Control, text: string): boolean {
  const [shown, written] = [textOf(control), text].map(each => each.replace(/[\r\n]+/g, ''));
  return shown === written;
}

/** Returns whether a text is one row of a spreadsheet, or headings and one row; line breaks in quotes do not count. */
export const looksLikeRow = (text: string): boolean =>
  text.includes('\t') &&
  text
    .replace(/"[^"]*"/g, '')
    .trim()
    .split('\n').length <= 2;

const pressNames = ['go', 'help', 'tab', 'turn', 'directory', 'open', 'copy', 'act'] as const;

/** A button or link that was pressed: the name of its data attribute, and the value. */
export interface Press {
  name: (typeof pressNames)[number];
  value: string;
}

/** Returns what was pressed; one listener serves the whole form. */
export function pressOf({target}: Event): Press | undefined {
  const selector = pressNames.map(name => `[data-${name}]`).join();
  const pressed = target instanceof Element ? target.closest<HTMLElement>(selector) : null;
  const name = pressNames.find(each => pressed?.dataset[each]);
  return name && {name, value: pressed?.dataset[name] ?? ''};
}
