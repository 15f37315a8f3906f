import {msg, str} from '@lit/localize';
import {bothDaysText} from '../../src/i18n/format.js';
import {inputWarningText} from '../../src/i18n/input-text.js';
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

/** Of a chosen obligee whose rule is not known: that it is so, and whom to ask. */
export function unlistedWarning(model: ApplicationModel): string | undefined {
  const [code, name] = [model.text('obligee/code'), model.text('obligee/name').trim()];
  if (!code || code !== model.unlistedCode) return undefined;
  return msg(
    str`「${name}」の電子保証の案内は登録されていません。電子保証を希望する場合は、利用できるかどうかと提出の方法を、契約の担当課にご確認ください。`,
  );
}

/** What the person should look at again, with what may be meant. */
export function warningOf(model: ApplicationModel, path: string): string | undefined {
  const parsed = model.reader.read(path, model.text(path));
  if (!parsed?.valid || !parsed.warnings?.length)
    return path === 'obligee/name' ? unlistedWarning(model) : undefined;
  const texts = parsed.warnings.map(code => inputWarningText(code, parsed));
  const meant = parsed.warnings.includes('email.maybeTypo') && parsed.suggestion;
  return texts.join('') + (meant ? msg(str`「${meant}」ではありませんか。`) : '');
}

/** What to look at again at an amount: in how it was typed, or else by what the obligee says about amounts. */
export function amountWarning(model: ApplicationModel, path: string, own?: string): unknown {
  const advice = model.advice?.at(path, model);
  const text = own ?? warningOf(model, path);
  return text && advice ? [text, advice] : text || advice;
}
