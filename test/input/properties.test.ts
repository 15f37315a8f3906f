import assert from 'node:assert/strict';
import {it} from 'node:test';
import fc from 'fast-check';
import {composeKana, foldWidth, toFullWidth} from '../../src/input/characters.js';
import {eraDate} from '../../src/input/eras.js';
import {parseAuthKey} from '../../src/input/auth-key.js';
import {parseContractNumber} from '../../src/input/contract-number.js';
import {parseDate} from '../../src/input/date.js';
import {parsePhone} from '../../src/input/phone.js';
import {searchKey} from '../../src/input/search.js';
import {parseCompanyName, parseFreeText} from '../../src/input/text.js';
import {parseYen} from '../../src/input/yen.js';
import {formatYenKanji} from '../../src/domain/format.js';
import {readers} from './cases.js';
import type {Parsed} from '../../src/input/parsed.js';

const valueOf = <T>(parsed: Parsed<T>): T | string => (parsed.valid ? parsed.value : parsed.error);
const amounts = fc.integer({min: 1, max: 999_999_999_999});
const days = fc
  .date({min: new Date('1900-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true})
  .map(date => date.toISOString().slice(0, 10));
const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));

/** 20000000 → 二千万, as it would be written by hand. */
function kanji(amount: number): string {
  const digitNames = '〇一二三四五六七八九';
  const small = (part: number) =>
    [1000, 100, 10, 1]
      .map((size, at) => {
        const digit = Math.floor(part / size) % 10;
        return digit ? digitNames.charAt(digit) + '千百十'.charAt(at) : '';
      })
      .join('');
  return [[1e8, '億'] as const, [1e4, '万'] as const, [1, ''] as const]
    .map(([size, unit]) => {
      const part = Math.floor(amount / size) % 10_000;
      return part ? small(part) + unit : '';
    })
    .join('');
}

it('reads every amount back from every way of writing it', () => {
  fc.assert(
    fc.property(amounts, amount => {
      const grouped = amount.toLocaleString('en-US');
      const ways = [
        String(amount),
        grouped,
        `¥${grouped}-`,
        `金${grouped}円也`,
        toFullWidth(grouped),
        formatYenKanji(amount),
        kanji(amount),
      ];
      for (const way of ways) assert.equal(valueOf(parseYen(way)), amount, way);
    }),
  );
});

it('reads every day back from every way of writing it', () => {
  fc.assert(
    fc.property(days, date => {
      const [year = '', month = '', day = ''] = date.split('-');
      const ways = [
        date,
        `${year}/${Number(month)}/${Number(day)}`,
        year + month + day,
        eraDate(date),
        toFullWidth(date),
      ];
      for (const way of ways) assert.equal(valueOf(parseDate(way)), date, way);
    }),
  );
});

it('accepts no day that the calendar does not have', () => {
  fc.assert(
    fc.property(
      fc.integer({min: 1868, max: 2100}),
      fc.integer({min: 0, max: 40}),
      fc.integer({min: 0, max: 40}),
      (year, month, day) => {
        const date = new Date(Date.UTC(year, month - 1, day));
        const isReal = month > 0 && day > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
        assert.equal(parseDate(`${year}/${month}/${day}`).valid, isReal);
      },
    ),
  );
});

it('reads a contract number with any hyphen, any width and any spaces', () => {
  fc.assert(
    fc.property(
      digits(11),
      fc.constantFrom(...'-‐‑‒–—―−─ー－ｰ﹣', ''),
      fc.constantFrom('', ' ', '\u3000'),
      (number, hyphen, space) => {
        const expected = `${number.slice(0, 5)}-${number.slice(5)}`;
        const typed = number.slice(0, 5) + space + hyphen + space + number.slice(5);
        assert.equal(valueOf(parseContractNumber(typed)), expected);
        assert.equal(valueOf(parseContractNumber(toFullWidth(typed))), expected);
      },
    ),
  );
});

it('never changes a letter of a key', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9A-Za-z]{12}$/), key => {
      assert.equal(valueOf(parseAuthKey(key)), key);
      assert.equal(valueOf(parseAuthKey(toFullWidth(key))), key);
      assert.equal(
        valueOf(parseAuthKey(`認証キー：${key.slice(0, 4)} ${key.slice(4, 8)} ${key.slice(8)}\n`)),
        key,
      );
    }),
  );
});

it('reads ten digits that start with an area code however they are grouped', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^0[1-9][1-9][0-9]{7}$/), fc.nat(8), fc.nat(8), (number, first, second) => {
      const [from, to] = [Math.min(first, second) + 1, Math.max(first, second) + 1];
      const grouped = `${number.slice(0, from)}-${number.slice(from, to)}-${number.slice(to)}`;
      assert.equal(valueOf(parsePhone(grouped)), number);
    }),
  );
});

it('reads a name that it has read unchanged', () => {
  fc.assert(
    fc.property(fc.string({unit: 'grapheme', maxLength: 60}), text => {
      const once = parseCompanyName(text);
      if (!once.valid) return;
      assert.equal(valueOf(parseCompanyName(once.value)), once.value);
    }),
  );
});

it('keeps every kanji of a name, whatever its plane or compatibility', () => {
  const kanjiLetters = fc.oneof(
    fc.integer({min: 0x3400, max: 0x9fff}),
    fc.integer({min: 0xf900, max: 0xfa6d}),
    fc.integer({min: 0x20000, max: 0x2a6df}),
  );
  fc.assert(
    fc.property(fc.array(kanjiLetters, {minLength: 1, maxLength: 40}), points => {
      const name = String.fromCodePoint(...points);
      assert.equal(valueOf(parseCompanyName(name)), name);
    }),
  );
});

it('composes kana as Unicode does, and touches nothing else', () => {
  fc.assert(
    fc.property(
      fc.string({unit: fc.constantFrom(...'かきはウハ', '\u3099', '\u309a', '神', 'é', 'A')}),
      text => {
        const composed = composeKana(text);
        assert.equal(composed.normalize('NFC'), text.normalize('NFC'));
        assert.equal(composed.includes('神'), text.includes('神'));
      },
    ),
  );
});

it('finds a text by itself in any width and kind of kana', () => {
  fc.assert(
    fc.property(fc.string({unit: fc.constantFrom(...'アイウガパッャーンA1-銀行')}), text => {
      const hiragana = text.replace(/[ァ-ヶ]/g, kana => String.fromCharCode(kana.charCodeAt(0) - 0x60));
      assert.equal(searchKey(hiragana), searchKey(text));
      assert.equal(searchKey(toFullWidth(text)), searchKey(text));
      assert.equal(searchKey(foldWidth(text).toLowerCase()), searchKey(text));
    }),
  );
});

it('answers any text at all, and an answer is either a value or a sentence', () => {
  const texts = fc.oneof(
    fc.string({unit: 'binary'}),
    fc.string(),
    fc.string({unit: fc.constantFrom(...'0123456789-ー,.、。/年月日令和R万億円¥@ 　\t\n()（）+')}),
  );
  const fields = Object.entries(readers).filter(([field]) => field !== 'dateRange');
  fc.assert(
    fc.property(texts, text => {
      for (const [, reader] of fields) {
        const parsed = reader(text);
        if (parsed.valid) assert.notEqual(parsed.value, undefined);
        else assert.match(parsed.message, /ください/);
      }
      assert.equal(typeof parseFreeText(text).valid, 'boolean');
    }),
    {numRuns: 500},
  );
});
