import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {inputErrorText, inputWarningText} from '../../src/i18n/input-text.js';
import {inJapanese} from '../../src/i18n/message.js';
import type {InputErrorCode, InputErrorParams, InputWarningCode} from '../../src/input/parsed.js';
import {setLocale} from '../support/node-locale.js';

/** Every code with parameters for each of its sentences. */
const examples: {[Code in InputErrorCode]: InputErrorParams[Code][]} = {
  'amount.required': [{}],
  'amount.notNumber': [{letters: ''}, {letters: 'x'}],
  'amount.notInteger': [{}],
  'amount.tooSmall': [{}],
  'amount.tooLarge': [{}],
  'amount.ambiguous': [{}],
  'date.format': [{}],
  'date.notReal': [
    {reason: 'eraYear', era: '令和'},
    {reason: 'month', month: 13},
    {reason: 'day', year: 2026, month: 2, day: 30, last: 28},
  ],
  'date.ambiguous': [{reason: 'order'}, {reason: 'calendar'}],
  'date.missingYear': [{}],
  'date.missingDay': [{}],
  'date.outOfRange': [{}],
  'dateRange.order': [{from: '2026-02-01'}],
  'phone.characters': [{letters: 'x'}],
  'phone.length': [{}],
  'phone.mustStartWith0': [{}],
  'phone.noAreaCode': [{}],
  'phone.multiple': [{}],
  'email.format': [{part: 'at'}, {part: 'local'}, {part: 'domain'}],
  'email.characters': [{letters: 'x '}],
  'email.tooLong': [{max: 254}],
  'email.multiple': [{}],
  'contractNumber.characters': [
    {pattern: '', letters: ''},
    {pattern: '00000-000000', letters: ''},
    {pattern: '00000-000000', letters: 'O'},
  ],
  'contractNumber.length': [
    {pattern: '', groups: ''},
    {pattern: '00000-000000', groups: ''},
    {pattern: '00000-000000', groups: '5-5'},
  ],
  'authKey.required': [{}],
  'authKey.characters': [{position: 3}],
  'authKey.length': [{max: 12, count: 11}],
  'text.required': [
    {example: 'none'},
    {example: 'date'},
    {example: 'phone'},
    {example: 'email'},
    {example: 'contractNumber'},
  ],
  'text.tooLong': [{max: 60, count: 61}],
  'text.characters': [{}],
  'text.controlCharacters': [{}],
};

const warnings: readonly (readonly [InputWarningCode, string])[] = [
  ['amount.unitThousand', ''],
  ['charset.outsideJisX0208', 'x\ue000'],
  ['charset.outsideJisX0208', 'x\u{e0100}'],
  ['charset.outsideJisX0208', '😀'],
  ['date.eraOverrun', ''],
  ['date.weekdayMismatch', ''],
  ['email.maybeTypo', ''],
];

const japanese = /[\u3041-\u30ff\u4e00-\u9fff]/u;

const allSentences = (field: string): string[] => [
  ...Object.entries(examples).flatMap(([error, list]) =>
    list.map(params => inputErrorText({error: error as InputErrorCode, params}, {field})),
  ),
  ...warnings.map(([code, value]) => inputWarningText(code, {value})),
];

describe('what is said about a text that cannot be read, or should be looked at again', () => {
  it('names the field and says how to mend it in Japanese', () => {
    for (const sentence of allSentences('請負金額')) assert.match(sentence, /ください。|できます。/);
  });

  it('has no Japanese words in English but for the name of an era', async () => {
    await setLocale('en');
    for (const sentence of allSentences('Contract price'))
      assert.doesNotMatch(sentence.replace('“令和”', ''), japanese);
    await setLocale('ja');
  });

  it('is another sentence in やさしい日本語', async () => {
    const usual = allSentences('請負金額');
    await setLocale('ja-simple');
    for (const [at, sentence] of allSentences('請負金額').entries()) assert.notEqual(sentence, usual[at]);
    await setLocale('ja');
  });

  it('can be had in Japanese on an English page', async () => {
    await setLocale('en');
    const sentence = inJapanese(() =>
      inputErrorText({error: 'amount.tooSmall', params: {}}, {field: '金額'}),
    );
    assert.equal(sentence, '金額は1円以上で入力してください。');
    await setLocale('ja');
  });
});
