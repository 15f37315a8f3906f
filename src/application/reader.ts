import {parseDate} from '../input/date.js';
import {parseEmail} from '../input/email.js';
import type {Parsed} from '../input/parsed.js';
import {parsePhone} from '../input/phone.js';
import {
  parseBankBranch,
  parseCompanyName,
  parseFreeText,
  parsePersonName,
  parseWorksName,
} from '../input/text.js';
import {parseYen} from '../input/yen.js';
import {fieldAt, type InputName} from './fields.js';

const parsers: Record<InputName, (text: string) => Parsed<unknown>> = {
  yen: parseYen,
  date: parseDate,
  company: parseCompanyName,
  person: parsePersonName,
  'works-name': parseWorksName,
  bank: parseBankBranch,
  email: parseEmail,
  phone: parsePhone,
  'free-text': parseFreeText,
};

/** Reads the texts of fields and keeps each result, so that a key costs one parse. */
export class FieldReader {
  readonly #results = new Map<string, {text: string; parsed: Parsed<unknown>}>();

  /** Returns the parsed text of a field; nothing for an empty one and for a choice. */
  read(path: string, text = ''): Parsed<unknown> | undefined {
    const field = fieldAt(path);
    if (!field?.input || !text.trim()) return undefined;
    const known = this.#results.get(path);
    if (known?.text === text) return known.parsed;
    const parsed = parsers[field.input](text);
    this.#results.set(path, {text, parsed});
    return parsed;
  }

  /** Returns the value of a field if its text can be read. */
  value(path: string, text = ''): unknown {
    const parsed = this.read(path, text);
    return parsed?.valid ? parsed.value : undefined;
  }

  /** Returns the amount in a field in yen if it can be read. */
  amount(path: string, text = ''): number | undefined {
    const value = this.value(path, text);
    return typeof value === 'number' ? value : undefined;
  }

  /** Returns the day in a field (YYYY-MM-DD) if it can be read. */
  day(path: string, text = ''): string | undefined {
    const value = fieldAt(path)?.input === 'date' ? this.value(path, text) : undefined;
    return typeof value === 'string' ? value : undefined;
  }
}
