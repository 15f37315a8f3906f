import {outsideJisX0208} from './jis-x-0208.js';
import type {InputWarningCode} from './parsed.js';

function lettersText(value: string): string {
  const letters = outsideJisX0208(value);
  if (letters.some(letter => /\p{Co}/u.test(letter))) {
    return '外字が含まれています。外字は相手側で表示されません。ほかの文字に替えてください。';
  }
  const shown = letters
    .filter(letter => !/\p{M}/u.test(letter))
    .slice(0, 5)
    .join('」「');
  const which = shown ? `「${shown}」は` : '異体字は';
  return `${which}、発注者などのシステムで表示されないことがあります。このまま使うこともできます。`;
}

const TEXTS: Record<InputWarningCode, (value: string) => string> = {
  'amount.unitThousand': () => '千円・百万円の単位として読み取りました。金額を確かめてください。',
  'charset.outsideJisX0208': lettersText,
  'date.eraOverrun': () => 'その元号の期間にない日です。西暦に直した日付を確かめてください。',
  'date.weekdayMismatch': () => '曜日が日付と合っていません。日付を確かめてください。',
  'email.maybeTypo': () => 'メールアドレスの「@」より後を確かめてください。',
};

/** The words of a warning, with the letters of the value that it is about. */
export const warningText = (code: InputWarningCode, value: unknown = ''): string =>
  TEXTS[code](String(value));
