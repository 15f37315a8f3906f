import {colours, sizes, type ColourName, type SizeName} from './defaults.js';

/** A custom property that a page may set. */
export type TokenName = `--surety-color-${ColourName}` | `--surety-${SizeName}` | '--surety-place';

/** A token with its purpose and default values. */
export interface Token {
  readonly name: TokenName;
  readonly kind: 'colour' | 'font' | 'length' | 'number';
  readonly light: string;
  readonly dark: string;
  /** Purpose, as a sentence for designers. */
  readonly purpose: string;
}

const COLOUR_PURPOSES: Record<ColourName, string> = {
  text: '本文、入力した文字',
  'text-muted': '補足、説明、単位',
  surface: '部品の地、入力欄の地',
  'surface-muted': '表の見出し、補足の囲みの地',
  'surface-info': '選んでいるもの、案内の地',
  'surface-error': 'エラーの知らせの地',
  'surface-warning': '注意の知らせの地',
  'surface-success': '完了の知らせの地',
  border: '入力欄など、操作するものの枠',
  line: '区切りの線（飾り。意味は持たせない）',
  primary: '主なボタンの地、選択中の印、ボタンの文字',
  'primary-strong': 'ボタンにポインターを重ねたときの色',
  'on-primary': '主なボタンの文字',
  link: 'リンクの文字',
  error: 'エラーの文字と枠、「※必須」',
  warning: '注意の文字と枠',
  success: '完了の文字と枠',
  focus: 'フォーカスの枠（外側）',
  'focus-ring': 'フォーカスの枠（内側）',
};

const SIZE_PURPOSES: Record<SizeName, readonly [kind: Token['kind'], purpose: string]> = {
  'font-family': ['font', '書体'],
  'font-family-mono': ['font', '認証キーと番号の書体'],
  'font-size': ['length', '文字の大きさ（medium は、読む人がブラウザーで選んだ大きさ）'],
  'line-height': ['number', '行の高さ（文字の大きさの倍数）'],
  radius: ['length', '角の丸み'],
  'border-width': ['length', '入力欄とボタンの枠の太さ'],
  space: ['number', '余白の倍率（1 が標準、0.6 で詰まる）'],
  'control-height': ['length', '入力欄とタブの高さ'],
  'button-height': ['length', 'ボタンと選択肢の高さ（指で押す画面では 44 px を下回らないこと）'],
  'scroll-margin': ['length', 'ページの上に固定した帯の高さ（フォーカスが隠れないように空ける）'],
};

/** Every public token, in the order in which a designer meets them. */
export const tokens: readonly Token[] = [
  ...(Object.keys(colours) as ColourName[]).map((name): Token => {
    const [light, dark] = colours[name];
    return {name: `--surety-color-${name}`, kind: 'colour', light, dark, purpose: COLOUR_PURPOSES[name]};
  }),
  ...(Object.keys(sizes) as SizeName[]).map((name): Token => {
    const [kind, purpose] = SIZE_PURPOSES[name];
    return {name: `--surety-${name}`, kind, light: sizes[name], dark: sizes[name], purpose};
  }),
  {
    name: '--surety-place',
    kind: 'length',
    light: '100vh',
    dark: '100vh',
    purpose: '読み込むまで空けておく高さ（shell.css だけが読む）',
  },
];
