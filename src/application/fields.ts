import {msg, str} from '@lit/localize';
import {certificateFormName, guaranteeName, procurementName} from '../i18n/terms.js';
import {worksKindName, worksKinds} from '../i18n/works-kinds.js';
import type {CertificateForm, GuaranteeKind, Procurement, WorksKind} from '../schemas/kinds.js';
import type {Branch} from '../schemas/surety.js';
import type {TriggerDates} from '../schemas/works.js';
import {guaranteeKinds, guaranteePath, hasDepositBank, isElectronic, isWanted, type Draft} from './draft.js';

/** 「請負工事の情報」, 「保証の申込内容」, 「その他」. */
export type SectionName = 'works' | 'guarantees' | 'other';
/** The sections in the order of their tabs. */
export const sectionNames: readonly SectionName[] = ['works', 'guarantees', 'other'];

/** Names of the dates that the rule of an obligee may compare its start with. */
export type DateName = keyof TriggerDates;
/** What rules of obligees key on besides dates; members of the works. */
export type FactName = 'department' | 'procurement' | 'amendment' | 'originalSignedOn';

/** What decides which fields are shown and required. */
export interface FormFacts {
  draft: Draft;
  /** Dates that the rule of the chosen obligee keys on. */
  askedDates: readonly DateName[];
  /** What else that rule keys on. */
  askedFacts: readonly FactName[];
}

/** One of several answers to choose from. */
export interface Choice {
  value: string;
  label: string;
}

/** What the choices of a field depend on besides the field. */
export interface ChoiceContext {
  /** Branches of the surety. */
  branches: readonly Branch[];
  /** Kinds of works that the rule of the obligee tells apart, besides the two main ones. */
  finerWorksKinds: readonly WorksKind[];
}

/** How a field is drawn. */
export type ControlName =
  | 'text'
  | 'textarea'
  | 'yen'
  | 'date'
  | 'picker'
  | 'radio'
  | 'select'
  | 'checkbox'
  /** The choice of the form of a certificate, with the verdict for the obligee. */
  | 'certificate'
  /** Shown and not typed. */
  | 'given';

/** Names the parser that reads the text of a field; `reader.ts` maps them to functions. */
export type InputName =
  'yen' | 'date' | 'company' | 'person' | 'works-name' | 'bank' | 'email' | 'phone' | 'free-text';

/** Two fields that stand side by side under one legend. */
export interface FieldPair {
  /** Path of the second field. */
  with: string;
  legend: () => string;
  hint?: () => string;
  /** Set where 申込確認 shows both as one answer, under this label. */
  joined?: {label: () => string; separator: string};
  /** Path under which the request carries both as one text. */
  sentAs?: string;
}

/** A field of the application form. The view, the checks, the summary, paste and the request are derived from it. */
export interface Field {
  readonly path: string;
  readonly section: SectionName;
  /** The label in errors, in the summary and at 申込確認; it tells the guarantees apart. */
  readonly label: () => string;
  /** The label at the control, where its group says the rest. */
  readonly caption?: () => string;
  readonly control: ControlName;
  /** Missing for a choice. */
  readonly input?: InputName;
  readonly choices?: (context: ChoiceContext) => readonly Choice[];
  readonly hint?: () => string;
  /** The explanation behind 「?」. */
  readonly help?: () => string;
  /** Stands below a choice. */
  readonly note?: () => string;
  readonly isShown: (facts: FormFacts) => boolean;
  readonly isRequired: (facts: FormFacts) => boolean;
  readonly autocomplete?: 'email' | 'name' | 'tel';
  readonly inputmode?: 'email' | 'tel';
  readonly width?: 'short' | 'mail';
  readonly pair?: FieldPair;
  /** Path of the code that goes with the name in this field. */
  readonly codePath?: string;
  /** Names of columns in spreadsheets, besides the label. */
  readonly pasteNames?: readonly string[];
  /** Belongs to one works contract, so it is not copied into the next application. */
  readonly isOwn?: boolean;
  /** Mostly answered alike for every guarantee of an application. */
  readonly isSharedAnswer?: boolean;
  /** Asked for only where the rule of the obligee keys on it; a sent application keeps it in any case. */
  readonly isAskedByRule?: boolean;
  /** A choice of yes or no. */
  readonly isBoolean?: boolean;
  /** Stands in the request where nothing was entered or the field is not shown; left out where undefined. */
  readonly whenEmpty?: '' | null | false;
}

const always = (): boolean => true;
const never = (): boolean => false;

type FieldOptions = Omit<Field, 'path' | 'section' | 'label' | 'isShown' | 'isRequired'> &
  Partial<Pick<Field, 'isShown' | 'isRequired'>>;

/** A field that is always shown and never required, unless it says otherwise. */
const field = (section: SectionName, path: string, label: () => string, options: FieldOptions): Field => ({
  path,
  section,
  label,
  isShown: always,
  isRequired: never,
  ...options,
});

const yesNo = (yes: () => string, no: () => string) => (): Choice[] => [
  {value: 'true', label: yes()},
  {value: 'false', label: no()},
];
const wantsIt = yesNo(
  () => msg('希望する'),
  () => msg('希望しない'),
);

/** 建設工事 and 業務委託 are always offered. */
const mainWorksKinds: readonly WorksKind[] = ['construction', 'services'];
/** Kinds of works that are offered only where the rule of the obligee tells them apart. */
export const finerWorksKinds = worksKinds.filter(kind => !mainWorksKinds.includes(kind));

/** 契約の方法, in the order of the screen. */
const procurements: readonly Procurement[] = ['open-bid', 'designated-bid', 'negotiated'];

const hasElectronic = ({draft}: FormFacts) => guaranteeKinds.some(kind => isElectronic(draft, kind));
const hasPeriod = ({draft}: FormFacts) => Boolean(draft['works/period/from'] || draft['works/period/to']);
const isAmendment = ({draft}: FormFacts) => draft['works/amendment'] === 'true';
const wantsMail = ({draft}: FormFacts) => draft['issueNotification/wanted'] === 'true';

const asksFor =
  (name: FactName) =>
  ({askedFacts}: FormFacts) =>
    askedFacts.includes(name);

/** How a date may be written. */
const dateHint = () => msg('例：令和8年2月1日、2026/2/1');
const dateHintAfter = (text: () => string) => () => `${text()} ${dateHint()}`;

const dateLabels: Record<DateName, () => string> = {
  bidNotice: () => msg('入札公告日'),
  bid: () => msg('入札日'),
  designation: () => msg('指名通知日'),
  procurementStart: () => msg('発注手続きの開始日'),
  plannedContractNotice: () => msg('契約予定工事の通知日'),
  contract: () => msg('契約予定日'),
  guaranteeContract: () => msg('保証契約日'),
};
/** Names of all dates that rules of obligees key on. */
export const dateNames = Object.keys(dateLabels) as DateName[];

const dateHints: Partial<Record<DateName, () => string>> = {
  contract: dateHintAfter(() => msg('請負契約日が決まっていれば、入力しなくてかまいません。')),
  bidNotice: dateHintAfter(() => msg('一般競争入札などの公告の日です。')),
  designation: dateHintAfter(() =>
    msg('指名競争入札の指名通知の日です。公告された場合は入力しなくてかまいません。'),
  ),
};

/** Another date that answers the same question: a designated bid has no public notice. */
const alternatives: Partial<Record<DateName, {path: string; date?: DateName}>> = {
  bidNotice: {path: 'works/dates/designation', date: 'designation'},
  designation: {path: 'works/dates/bidNotice', date: 'bidNotice'},
  contract: {path: 'works/signedOn'},
};

/** A date is required once something electronic is chosen, unless its alternative is asked for and answered. */
function isDateRequired(name: DateName, facts: FormFacts): boolean {
  const other = alternatives[name];
  const isAnswered = other && (!other.date || facts.askedDates.includes(other.date));
  return hasElectronic(facts) && !(isAnswered && facts.draft[other.path]);
}

const factFields: Field[] = [
  field('works', 'works/department', () => msg('発注者の担当課'), {
    control: 'text',
    input: 'company',
    hint: () => msg('公告や契約書に書かれた、発注を担当する課です。'),
    isShown: asksFor('department'),
    isRequired: hasElectronic,
    isOwn: true,
    isAskedByRule: true,
  }),
  field('works', 'works/procurement', () => msg('契約の方法'), {
    control: 'radio',
    choices: () => procurements.map(value => ({value, label: procurementName(value)})),
    isShown: asksFor('procurement'),
    isRequired: hasElectronic,
    isOwn: true,
    isAskedByRule: true,
  }),
  field('works', 'works/amendment', () => msg('契約の区分'), {
    control: 'radio',
    isBoolean: true,
    choices: () => [
      {value: 'false', label: msg('新しい契約')},
      {value: 'true', label: msg('以前の契約の変更')},
    ],
    isShown: asksFor('amendment'),
    isRequired: hasElectronic,
    isOwn: true,
    isAskedByRule: true,
  }),
  field('works', 'works/originalSignedOn', () => msg('当初の契約日'), {
    control: 'date',
    input: 'date',
    hint: dateHintAfter(() => msg('変更する前の、最初の契約の日です。')),
    isShown: facts => asksFor('amendment')(facts) && isAmendment(facts),
    isRequired: hasElectronic,
    isOwn: true,
    isAskedByRule: true,
  }),
];

const dateFields = dateNames.map(name =>
  field('works', `works/dates/${name}`, dateLabels[name], {
    control: 'date',
    input: 'date',
    hint: dateHints[name] ?? dateHint,
    isShown: ({askedDates}) => askedDates.includes(name),
    isRequired: facts => isDateRequired(name, facts),
    isOwn: true,
    isAskedByRule: true,
  }),
);

const worksFields: Field[] = [
  field('works', 'obligee/name', () => msg('発注者名'), {
    control: 'picker',
    input: 'company',
    codePath: 'obligee/code',
    hint: () =>
      msg('名前・ふりがな・都道府県・コードで探せます。一覧にない発注者は、そのまま入力してください。'),
    help: () =>
      msg(
        '工事や業務を発注した市町村などです。名前・ふりがな・都道府県・コードの一部を入力すると候補が出ます。候補になければ、契約書のとおりに入力してください。',
      ),
    isRequired: always,
    pasteNames: ['発注者', '発注機関', '発注機関名', '被保証者'],
  }),
  field('works', 'works/name', () => msg('工事名'), {
    control: 'textarea',
    input: 'works-name',
    hint: () => msg('契約書に書かれたとおりに入力してください。'),
    isRequired: always,
    isOwn: true,
    pasteNames: ['工事件名', '件名', '業務名', '委託名', '工事名称'],
  }),
  field('works', 'works/kind', () => msg('対象', {id: 'works-kind'}), {
    control: 'radio',
    choices: ({finerWorksKinds: finer}) =>
      [...mainWorksKinds, ...finer].map(value => ({value, label: worksKindName(value)})),
    isRequired: always,
    pasteNames: ['種別', '区分', '工種', '業種', '契約種別', '工事種別', '種類'],
  }),
  ...factFields,
  ...dateFields,
  field('works', 'works/price', () => msg('請負金額'), {
    control: 'yen',
    input: 'yen',
    hint: () => msg('消費税を含む金額'),
    help: () =>
      msg(
        '消費税を含む金額です。契約書の「請負代金額」を入力してください。「5千万」のような書き方でも読み取ります。',
      ),
    isRequired: always,
    isOwn: true,
    pasteNames: ['契約金額', '請負代金額', '請負代金', '契約額', '請負額'],
  }),
  field('works', 'works/signedOn', () => msg('請負契約日'), {
    control: 'date',
    input: 'date',
    hint: dateHint,
    help: () =>
      msg(
        '契約書に書かれた日です。契約保証を先に申し込むなど、まだ契約していないときは空欄のままにしてください。',
      ),
    isOwn: true,
    pasteNames: ['契約日', '契約年月日', '契約締結日'],
    whenEmpty: null,
  }),
  field('works', 'works/period/from', () => msg('工期の始まりの日'), {
    control: 'date',
    input: 'date',
    caption: () => msg('始まりの日'),
    hint: dateHint,
    isRequired: hasPeriod,
    isOwn: true,
    pair: {
      with: 'works/period/to',
      legend: () => msg('工期'),
      joined: {label: () => msg('工期'), separator: ' ～ '},
    },
    pasteNames: ['着工日', '着手日', '工期始期', '工期開始日', '工期開始', '工期自', '始期'],
  }),
  field('works', 'works/period/to', () => msg('工期の終わりの日'), {
    control: 'date',
    input: 'date',
    caption: () => msg('終わりの日'),
    hint: dateHint,
    isRequired: hasPeriod,
    isOwn: true,
    pasteNames: ['完成日', '竣工日', '工期終期', '工期終了日', '工期終了', '完成期限', '工期至', '終期'],
  }),
  field('works', 'contractorName', () => msg('請負契約者'), {
    control: 'given',
    input: 'company',
    hint: () => msg('ログインしている会社です。'),
    isRequired: always,
  }),
  field('works', 'jointVentureName', () => msg('JV名'), {
    control: 'text',
    input: 'company',
    hint: () => msg('JVの場合は代表者が申し込んでください。'),
    help: () =>
      msg('共同企業体（JV）で請け負うときに、その名称を入力してください。申込みは代表者が行います。'),
    isOwn: true,
    pasteNames: ['jv', '共同企業体名', '共同企業体'],
    whenEmpty: null,
  }),
];

/** Names of columns for fields of the guarantees. */
const guaranteePasteNames: Record<string, readonly string[]> = {
  'advance-payment/guaranteeAmount': ['前払金額', '前払金', '前金払額'],
  'interim-payment/guaranteeAmount': ['中間前払金額', '中間前払金'],
  'performance/guaranteeAmount': ['契約保証金額', '契約保証金'],
  'advance-payment/depositBank/bank': ['預託金融機関', '金融機関', '銀行名', '銀行'],
  'advance-payment/depositBank/branch': ['支店', '支店名'],
};

function guaranteeFields(kind: GuaranteeKind): Field[] {
  const isShown = ({draft}: FormFacts) => isWanted(draft, kind);
  const at = (member: string) => guaranteePath(kind, member);
  const of = (member: string, label: (name: string) => string, options: FieldOptions) =>
    field('guarantees', at(member), () => label(guaranteeName(kind)), {
      isShown,
      isRequired: always,
      pasteNames: guaranteePasteNames[`${kind}/${member}`] ?? [],
      ...options,
    });
  const wanted = of('', name => name, {
    control: 'checkbox',
    isBoolean: true,
    caption: () => msg(str`${guaranteeName(kind)}を申し込む`),
    isShown: always,
    isRequired: never,
  });
  const certificateForm = of('certificateForm', name => msg(str`${name}の保証証書の形式`), {
    control: 'certificate',
    choices: () =>
      (['paper', 'electronic'] satisfies CertificateForm[]).map(value => ({
        value,
        label: certificateFormName(value),
      })),
    help: () =>
      msg(
        '「電子保証」を選ぶと、紙の証書の代わりに、保証契約番号と認証キーを発注者に知らせて手続きします。紙の保証証書も従来どおり選べます。',
      ),
  });
  const currentYearAmount = of('currentYearAmount', name => msg(str`${name}の今年度対象額`), {
    control: 'yen',
    input: 'yen',
    caption: () => msg('今年度対象額'),
    hint: () => msg('(出来高予定額または支払限度額)'),
    help: () =>
      msg(
        '工期が2年度以上にわたる契約で、今年度分として前払金の対象になる金額です。1年度で終わる契約では入力しません。',
      ),
    isRequired: never,
    isOwn: true,
    whenEmpty: null,
  });
  const guaranteeAmount = of('guaranteeAmount', name => msg(str`${name}金額`), {
    control: 'yen',
    input: 'yen',
    help: () => msg('保証を受ける金額です。前払金保証では、発注者に請求する前払金の額と同じです。'),
    isOwn: true,
  });
  const bank = of('depositBank/bank', name => msg(str`${name}の預託金融機関`), {
    control: 'picker',
    input: 'bank',
    caption: () => msg('金融機関'),
    codePath: at('depositBank/bankCode'),
    help: () =>
      msg(
        '前払金が振り込まれる、前払金専用の口座がある金融機関です。名前・ふりがな・金融機関コードで探せます。',
      ),
    pair: {
      with: at('depositBank/branch'),
      legend: () => msg('預託金融機関(全角)'),
      hint: () => msg('一覧にない場合は、そのまま入力してください。全角に直して送ります。'),
      joined: {label: () => msg(str`${guaranteeName(kind)}の預託金融機関`), separator: '　'},
      sentAs: at('depositBank/name'),
    },
  });
  const branch = of('depositBank/branch', name => msg(str`${name}の預託金融機関の支店`), {
    control: 'picker',
    input: 'bank',
    caption: () => msg('支店'),
    codePath: at('depositBank/branchCode'),
  });
  const redeposit = of('redeposit', name => msg(str`${name}の再預託利用区分`), {
    control: 'radio',
    isBoolean: true,
    caption: () => msg('再預託利用区分'),
    choices: () => [
      {value: 'false', label: msg('再預託を利用しない')},
      {value: 'true', label: msg('再預託を利用する')},
    ],
  });
  return [
    wanted,
    certificateForm,
    ...(hasDepositBank(kind) ? [currentYearAmount] : []),
    guaranteeAmount,
    ...(hasDepositBank(kind) ? [bank, branch] : []),
    ...(kind === 'advance-payment' ? [redeposit] : []),
    of('premiumPayment', name => msg(str`${name}料支払方法`), {
      control: 'select',
      choices: () => [
        {value: 'lump-sum', label: msg('一括納付')},
        {value: 'installments', label: msg('分割納付')},
      ],
      isSharedAnswer: true,
    }),
    of('premiumBilledTo/name', name => msg(str`${name}料請求先の名称`), {
      control: 'text',
      input: 'company',
      caption: () => msg('請求先の名称'),
      help: () => msg('保証料の請求書の宛名です。ふつうは申し込む会社の名前です。'),
      isSharedAnswer: true,
      pair: {
        with: at('premiumBilledTo/destination'),
        legend: () => msg(str`${guaranteeName(kind)}料請求先`),
      },
    }),
    of('premiumBilledTo/destination', name => msg(str`${name}料請求先の送付先`), {
      control: 'text',
      input: 'company',
      caption: () => msg('請求書の送付先'),
      help: () => msg('請求書を送る先の住所や部署です。例：本社 経理部'),
      isSharedAnswer: true,
    }),
    of('premiumStatement', name => msg(str`${name}の保証料計算書(紙)`), {
      control: 'radio',
      isBoolean: true,
      caption: () => msg('保証料計算書(紙)について'),
      choices: wantsIt,
      note: () => msg('※保証料計算書は弊社手続き完了後、保証料計算書一覧メニューからご確認いただけます。'),
    }),
  ];
}

const otherFields: Field[] = [
  field('other', 'branchCode', () => msg('申込送信先'), {
    control: 'select',
    choices: ({branches}) => branches.map(({code, name}) => ({value: code, label: name})),
    isRequired: always,
    whenEmpty: '',
  }),
  field('other', 'issueNotification/wanted', () => msg('電子保証発行完了のお知らせ'), {
    control: 'radio',
    isBoolean: true,
    choices: wantsIt,
    note: () => msg('※「希望する」場合、弊社手続き完了後にメールを送信します。'),
    isRequired: hasElectronic,
    whenEmpty: false,
  }),
  field('other', 'issueNotification/email', () => msg('メールアドレス'), {
    control: 'text',
    input: 'email',
    width: 'mail',
    inputmode: 'email',
    autocomplete: 'email',
    help: () =>
      msg('電子保証の発行が終わると、このアドレスにお知らせします。認証キーはメールには書かれません。'),
    isShown: wantsMail,
    isRequired: always,
    pasteNames: ['メール', 'email', 'mail', 'eメール'],
    whenEmpty: null,
  }),
  field('other', 'contact/department', () => msg('担当部署'), {
    control: 'text',
    input: 'company',
    help: () => msg('この申込みについて弊社からお尋ねするときの、連絡先の部署です。'),
    pasteNames: ['部署', '所属', '部署名'],
    whenEmpty: '',
  }),
  field('other', 'contact/title', () => msg('役職'), {control: 'text', input: 'person', whenEmpty: ''}),
  field('other', 'contact/personName', () => msg('担当者名'), {
    control: 'text',
    input: 'person',
    autocomplete: 'name',
    pasteNames: ['担当者', '担当', '氏名', '担当者氏名'],
    whenEmpty: '',
  }),
  field('other', 'contact/phone', () => msg('連絡先電話番号'), {
    control: 'text',
    input: 'phone',
    width: 'short',
    inputmode: 'tel',
    autocomplete: 'tel',
    pasteNames: ['電話番号', '電話', 'tel', '連絡先'],
    whenEmpty: '',
  }),
  field('other', 'message', () => msg('お客様から弊社への連絡事項'), {
    control: 'textarea',
    input: 'free-text',
    isOwn: true,
    pasteNames: ['連絡事項', '備考'],
    whenEmpty: '',
  }),
];

/** All fields in the order of the screen. */
export const fields: readonly Field[] = [
  ...worksFields,
  ...guaranteeKinds.flatMap(kind => guaranteeFields(kind)),
  ...otherFields,
];

const byPath = new Map(fields.map(each => [each.path, each]));
/** Fields by the other paths that belong to them: codes, and texts that are sent as one. */
const byOtherPath = new Map(
  fields.flatMap(each =>
    [each.codePath, each.pair?.sentAs].flatMap(path => (path ? [[path, each] as const] : [])),
  ),
);

/** Returns the field at a path. */
export const fieldAt = (path: string): Field | undefined => byPath.get(path);

/** Returns the field at a path, or the one that a code or a joined text belongs to. */
export const fieldOf = (path: string): Field | undefined => byPath.get(path) ?? byOtherPath.get(path);

/** Returns the section in which a path stands. */
export const sectionOf = (path: string): SectionName => fieldOf(path)?.section ?? 'works';

/** Fields whose name has a code that goes with it. */
export const linkedFields = fields.flatMap(each =>
  each.codePath ? [{...each, codePath: each.codePath}] : [],
);

/** Returns what else is written when a name changes: a code fits its own name only, a branch its own bank. */
export function linkedTexts(path: string, code = ''): Draft {
  const {codePath, pair} = fieldAt(path) ?? {};
  if (!codePath) return {};
  const branchCodePath = pair && fieldAt(pair.with)?.codePath;
  return {[codePath]: code, ...(branchCodePath && {[branchCodePath]: ''})};
}

const sectionTitles: Record<SectionName, () => string> = {
  works: () => msg('請負工事の情報'),
  guarantees: () => msg('保証の申込内容'),
  other: () => msg('その他'),
};
/** Returns the words on the tab of a section. */
export const sectionTitle = (section: SectionName): string => sectionTitles[section]();

const isSection = (path: string): path is SectionName => Object.hasOwn(sectionTitles, path);

/** The label of a path of the request that is no field but holds some, such as `works/period`. */
export function groupLabel(path: string): string | undefined {
  if (isSection(path)) return sectionTitle(path);
  if (path === 'contact') return msg('連絡先');
  const first = path ? fields.find(each => each.path.startsWith(`${path}/`)) : undefined;
  return (first?.pair?.joined?.label ?? first?.label)?.();
}

/** Returns the path of the field that a JSON pointer of the API means, or of the nearest one above; '' for none. */
export function pathOfPointer(pointer: string): string {
  const path = pointer.replace(/^#?\//, '').replaceAll('~1', '/').replaceAll('~0', '~');
  const owner = fieldOf(path) ?? fields.find(each => path && each.path.startsWith(`${path}/`));
  if (owner) return owner.path;
  const parent = path.replace(/\/?[^/]*$/, '');
  return parent ? pathOfPointer(parent) : '';
}
