import type {Parsed} from '../../src/input/parsed.js';
import type {Field} from './field.js';

/** Reads fields and remembers what it read, so that a key cell costs one parse and no more. */
export class FieldReader {
  readonly #fieldAt: (path: string) => Field | undefined;
  #memo = new Map<string, {text: string; parsed: Parsed<unknown>}>();

  constructor(fieldAt: (path: string) => Field | undefined) {
    this.#fieldAt = fieldAt;
  }

  /** What a text of a field means; nothing for an empty one and for a choice. */
  read(path: string, text: string): Parsed<unknown> | undefined {
    const {parse} = this.#fieldAt(path) ?? {};
    if (!parse || !text.trim()) return undefined;
    const known = this.#memo.get(path);
    if (known?.text === text) return known.parsed;
    const parsed = parse(text);
    this.#memo.set(path, {text, parsed});
    return parsed;
  }

  /** The value of a field if its text can be read. */
  value(path: string, text = ''): unknown {
    const parsed = this.read(path, text);
    return parsed?.valid ? parsed.value : undefined;
  }

  /** The amount in a field if it can be read. */
  amount(path: string, text = ''): number | undefined {
    const value = this.value(path, text);
    return typeof value === 'number' ? value : undefined;
  }
}
