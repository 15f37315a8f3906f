import {msg, str} from '@lit/localize';
import {bothDaysText} from '../../src/i18n/format.js';
import {warningText} from '../../src/input/warnings.js';
import {amountEcho} from './amount-echo.js';
import type {ApplicationModel} from './model.js';

/** A date in both calendars. */
export function dateEcho(model: ApplicationModel, path: string): string | undefined {
  const day = model.reader.value(path, model.text(path));
  return typeof day === 'string' ? bothDaysText(day) : undefined;
}

/** What is said when a field is left: the amount in words, the day in both calendars, what to look at again. */
export function understood(model: ApplicationModel, path: string): string {
  const value = model.reader.value(path, model.text(path));
  const isDay = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
  const words = amountEcho(model, path) ?? (isDay ? dateEcho(model, path) : undefined);
  return [words, warningOf(model, path)].filter(Boolean).join('。');
}

/** What the person should look at again, with what may be meant. */
export function warningOf(model: ApplicationModel, path: string): string | undefined {
  const parsed = model.reader.read(path, model.text(path));
  if (!parsed?.valid || !parsed.warnings?.length) return undefined;
  const texts = parsed.warnings.map(code => warningText(code, parsed.value));
  const meant = parsed.warnings.includes('email.maybeTypo') && parsed.suggestion;
  return texts.join('') + (meant ? msg(str`「${meant}」ではありませんか。`) : '');
}

/** What to look at again at an amount: in how it was typed, or else by what the obligee says about amounts. */
export function amountWarning(model: ApplicationModel, path: string, own?: string): unknown {
  const advice = model.advice?.at(path, model);
  const text = own ?? warningOf(model, path);
  return text && advice ? [text, advice] : text || advice;
}
