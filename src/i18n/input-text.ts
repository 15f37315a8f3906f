import {outsideJisX0208} from '../input/jis-x-0208.js';
import type {InputErrorCode, InputErrorParams, InputWarningCode, Unread} from '../input/parsed.js';
import {dayText} from './format.js';
import {msg, str} from './message.js';

/** How the sentence calls the field: 請負金額, 連絡先の電話番号. */
export interface FieldName {
  field: string;
}

type Sentences<Codes> = {[Code in keyof Codes]: (field: string, params: Codes[Code]) => string};

/** `ab` → 「a」「b」; a space has a name. */
const quoted = (letters: string): string =>
  [...letters].map(letter => msg(str`「${letter.trim() ? letter : msg('空白')}」`)).join('');

const digitsOf = (pattern: string): number => pattern.replaceAll('-', '').length;

function unrealDayText(field: string, params: InputErrorParams['date.notReal']): string {
  switch (params.reason) {
    case 'eraYear':
      return msg(
        str`${field}の年を確かめてください。${params.era}0年は暦にありません。1年（元年）から入力してください。`,
      );
    case 'month':
      return msg(str`${field}の月は1から12までで入力してください。${params.month}月は暦にありません。`);
    case 'day': {
      const {year, month, day, last} = params;
      return msg(
        str`${field}を確かめてください。${year}年${month}月は1日から${last}日までで、${day}日は暦にありません。`,
      );
    }
  }
}

function contractNumberLength(
  field: string,
  {pattern, groups}: InputErrorParams['contractNumber.length'],
): string {
  if (!pattern) return msg(str`${field}は数字・英字と「-」の4文字から31文字で入力してください。`);
  const digits = digitsOf(pattern);
  if (!groups) {
    return msg(
      str`${field}は数字${digits}けた（例：${pattern}）です。いまは数字がありません。けた数を確かめてください。`,
    );
  }
  const sizes = groups
    .split('-')
    .map(size => msg(str`${size}けた`))
    .join('-');
  return msg(
    str`${field}は数字${digits}けた（例：${pattern}）です。いまは${sizes}。けた数を確かめてください。`,
  );
}

function contractNumberCharacters(
  field: string,
  {pattern, letters}: InputErrorParams['contractNumber.characters'],
): string {
  if (!pattern) return msg(str`${field}は数字・英字と「-」で入力してください。`);
  const digits = digitsOf(pattern);
  return letters
    ? msg(
        str`${field}は数字${digits}けた（例：${pattern}）で入力してください。「${letters}」は除いてください。`,
      )
    : msg(str`${field}は数字${digits}けた（例：${pattern}）で入力してください。`);
}

const required: Record<InputErrorParams['text.required']['example'], (field: string) => string> = {
  none: field => msg(str`${field}を入力してください。`),
  date: field => msg(str`${field}を入力してください。例：令和8年2月1日、2026/2/1`),
  phone: field => msg(str`${field}を入力してください。例：018-863-1000`),
  email: field => msg(str`${field}を入力してください。例：soumu@example.co.jp`),
  contractNumber: field => msg(str`${field}を入力してください。例：00000-000000`),
};

const emailParts: Record<InputErrorParams['email.format']['part'], (field: string) => string> = {
  at: field => msg(str`${field}に「@」を1つだけ入れてください。例：soumu@example.co.jp`),
  local: field => msg(str`${field}の「@」の前を入力してください。例：soumu@example.co.jp`),
  domain: field => msg(str`${field}の「@」より後を確かめてください。例：soumu@example.co.jp`),
};

const errors: Sentences<InputErrorParams> = {
  'amount.required': field => msg(str`${field}を入力してください。例：20,000,000`),
  'amount.notNumber': (field, {letters}) =>
    letters
      ? msg(str`「${letters}」を除いて、${field}を数字で入力してください。例：20,000,000`)
      : msg(str`${field}を数字で入力してください。例：20,000,000`),
  'amount.notInteger': field => msg(str`${field}は1円単位で入力してください。小数点から後は除いてください。`),
  'amount.tooSmall': field => msg(str`${field}は1円以上で入力してください。`),
  'amount.tooLarge': field =>
    msg(str`${field}は999,999,999,999円以下で入力してください。けた数を確かめてください。`),
  'amount.ambiguous': field =>
    msg(
      str`${field}の区切りが読み取れません。区切りを除くか、3けたごとにコンマを入れてください。例：20,000,000`,
    ),
  'date.format': field => msg(str`${field}を年月日で入力してください。例：令和8年2月1日、2026/2/1`),
  'date.notReal': unrealDayText,
  'date.ambiguous': (field, {reason}) =>
    reason === 'order'
      ? msg(
          str`${field}は、令和または西暦4けたの年から、年・月・日の順に入力してください。例：令和8年2月1日、2026/2/1`,
        )
      : msg(
          str`${field}の年に「令和」を付けるか、西暦4けたで入力してください。このままでは、令和か西暦か分かりません。例：令和8年2月1日、2026/2/1`,
        ),
  'date.missingYear': field => msg(str`${field}に年を加えてください。例：令和8年2月1日、2026/2/1`),
  'date.missingDay': field => msg(str`${field}に日まで入力してください。例：令和8年2月1日、2026/2/1`),
  'date.outOfRange': field =>
    msg(str`${field}は1868年から2100年までの日を入力してください。年のけた数を確かめてください。`),
  'dateRange.order': (field, {from}) =>
    msg(str`${field}を、始まりの日（${dayText(from)}）と同じ日か、それより後の日にしてください。`),
  'phone.characters': (field, {letters}) =>
    msg(str`${field}は数字で入力してください。「${letters}」は除いてください。例：018-863-1000`),
  'phone.length': field =>
    msg(str`${field}のけた数を確かめてください。固定電話は10けた、携帯電話は11けたです。例：018-863-1000`),
  'phone.mustStartWith0': field => msg(str`${field}は0から始まる番号を入力してください。例：018-863-1000`),
  'phone.noAreaCode': field => msg(str`${field}に市外局番を加えてください。例：018-863-1000`),
  'phone.multiple': field => msg(str`${field}は1つだけ入力してください。例：018-863-1000`),
  'email.format': (field, {part}) => emailParts[part](field),
  'email.characters': (field, {letters}) =>
    msg(str`${field}の${quoted(letters)}を除いてください。例：soumu@example.co.jp`),
  'email.tooLong': (field, {max}) => msg(str`${field}は${max}文字以内で入力してください。`),
  'email.multiple': field => msg(str`${field}は1つだけ入力してください。例：soumu@example.co.jp`),
  'contractNumber.characters': contractNumberCharacters,
  'contractNumber.length': contractNumberLength,
  'authKey.required': field => msg(str`${field}を入力してください。12文字の英数字です。`),
  'authKey.characters': (field, {position}) =>
    msg(
      str`${field}の${position}文字目は英数字ではありません。お知らせの${field}をそのまま貼り付けてください。`,
    ),
  'authKey.length': (field, {max, count}) =>
    msg(
      str`${field}は${max}文字です。いまは${count}文字です。お知らせの${field}をそのまま貼り付けてください。`,
    ),
  'text.required': (field, {example}) => required[example](field),
  'text.tooLong': (field, {max, count}) =>
    msg(str`${field}は${max}文字以内で入力してください。いまは${count}文字です。`),
  'text.characters': field =>
    msg(str`${field}に、文字化けした文字があります。その文字を入力し直してください。`),
  'text.controlCharacters': field =>
    msg(str`${field}に、目に見えない制御文字が入っています。入力し直すか、文字だけを貼り付けてください。`),
};

/** Returns the sentence for a text that could not be read: it names the field and says how to mend it. */
export function inputErrorText<Code extends InputErrorCode>(
  {error, params, part}: Pick<Unread, 'error' | 'params' | 'part'>,
  {field}: FieldName,
): string {
  const name =
    part === 'from' ? msg(str`${field}の始まりの日`) : part === 'to' ? msg(str`${field}の終わりの日`) : field;
  const sentence = errors[error as Code];
  return sentence(name, params as InputErrorParams[Code]); // a code and its own parameters
}

function lettersText(value: string): string {
  const letters = outsideJisX0208(value);
  if (letters.some(letter => /\p{Co}/u.test(letter))) {
    return msg('外字が含まれています。外字は相手側で表示されません。ほかの文字に替えてください。');
  }
  const shown = letters.filter(letter => !/\p{M}/u.test(letter)).slice(0, 5);
  return shown.length
    ? msg(
        str`${quoted(shown.join(''))}は、発注者などのシステムで表示されないことがあります。このまま使うこともできます。`,
      )
    : msg('異体字は、発注者などのシステムで表示されないことがあります。このまま使うこともできます。');
}

const warnings: Record<InputWarningCode, (value: string) => string> = {
  'amount.unitThousand': () => msg('千円・百万円の単位として読み取りました。金額を確かめてください。'),
  'charset.outsideJisX0208': lettersText,
  'date.eraOverrun': () => msg('その元号の期間にない日です。西暦に直した日付を確かめてください。'),
  'date.weekdayMismatch': () => msg('曜日が日付と合っていません。日付を確かめてください。'),
  'email.maybeTypo': () => msg('メールアドレスの「@」より後を確かめてください。'),
};

/** Returns the sentence for something to look at again, with the letters of the value that it is about. */
export const inputWarningText = (code: InputWarningCode, {value}: {value?: unknown} = {}): string =>
  warnings[code](typeof value === 'string' ? value : '');
