import type {ApplicationContent} from '../schemas/application.js';
import {fieldAt, fields, type Field, type FormFacts} from './fields.js';
import type {FieldReader} from './reader.js';

type Json = {[member: string]: Json} | string | number | boolean | null;

/** Writes a value at a path, and makes the objects on the way. */
function put(content: Json, path: string, value: Json): void {
  const members = path.split('/');
  const last = members.pop() ?? '';
  let at = content as Record<string, Json>;
  for (const member of members) at = (at[member] ??= {}) as Record<string, Json>;
  at[last] = value;
}

/** Returns the value of a field; undefined where it holds nothing. */
function valueOf({path, input, isBoolean}: Field, {draft}: FormFacts, reader: FieldReader): Json | undefined {
  const text = draft[path]?.trim();
  if (!text) return undefined;
  if (isBoolean) return text === 'true';
  return input ? (reader.value(path, text) as string | number | undefined) : text; // all parsers return one of these
}

/** Puts two fields that are sent as one text, such as bank and branch. */
function putJoined(content: Json, {path, pair}: Field, facts: FormFacts, reader: FieldReader): void {
  const texts = [path, pair?.with ?? ''].map(each => reader.value(each, facts.draft[each]));
  put(content, pair?.sentAs ?? '', texts.map(text => (typeof text === 'string' ? text : '')).join('　'));
}

/** Codes of names that were picked from a list; a branch has none without its bank. */
function putCode(content: Json, {path, codePath = ''}: Field, {draft}: FormFacts): void {
  const bank = fields.find(({pair}) => pair?.sentAs && pair.with === path);
  const hasOwner = !bank?.codePath || Boolean(draft[bank.codePath]);
  put(content, codePath, (hasOwner && draft[codePath]) || null);
}

const joinedPaths = new Set(fields.flatMap(({path, pair}) => (pair?.sentAs ? [path, pair.with] : [])));

/** Returns the body of the request for a draft that has no issues. */
export function toRequest(facts: FormFacts, reader: FieldReader): ApplicationContent {
  const content: Json = {works: {period: null, dates: {}}, guarantees: {}};
  for (const field of fields) {
    const isShown = field.isShown(facts);
    if (field.control === 'checkbox' || (!isShown && field.section === 'guarantees')) continue;
    if (field.codePath) putCode(content, field, facts);
    if (joinedPaths.has(field.path)) {
      if (field.pair) putJoined(content, field, facts, reader);
      continue;
    }
    const value = (isShown ? valueOf(field, facts, reader) : undefined) ?? field.whenEmpty;
    if (value !== undefined) put(content, field.path, value);
  }
  const signedOn = valueOf(fieldAt('works/signedOn') as Field, facts, reader);
  if (signedOn && facts.askedDates.includes('contract') && !facts.draft['works/dates/contract']?.trim())
    put(content, 'works/dates/contract', signedOn);
  return content as unknown as ApplicationContent; // the fields make it up, and a test compares it with the schema
}
