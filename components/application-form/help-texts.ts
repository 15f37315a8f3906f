import {msg} from '@lit/localize';

/** Explanations behind 「?」, by the last part of a path; they open in the page. */
const texts: Record<string, () => string> = {
  'obligee/name': () =>
    msg(
      '工事や業務を発注した市町村などです。名前・ふりがな・都道府県・コードの一部を入力すると候補が出ます。候補になければ、契約書のとおりに入力してください。',
    ),
  'works/price': () =>
    msg(
      '消費税を含む金額です。契約書の「請負代金額」を入力してください。「5千万」のような書き方でも読み取ります。',
    ),
  'works/signedOn': () =>
    msg(
      '契約書に書かれた日です。契約保証を先に申し込むなど、まだ契約していないときは空欄のままにしてください。',
    ),
  jointVentureName: () =>
    msg('共同企業体（JV）で請け負うときに、その名称を入力してください。申込みは代表者が行います。'),
  certificateForm: () =>
    msg(
      '「電子保証」を選ぶと、紙の証書の代わりに、保証契約番号と認証キーを発注者に知らせて手続きします。紙の保証証書も従来どおり選べます。',
    ),
  currentYearAmount: () =>
    msg(
      '工期が2年度以上にわたる契約で、今年度分として前払金の対象になる金額です。1年度で終わる契約では入力しません。',
    ),
  guaranteeAmount: () => msg('保証を受ける金額です。前払金保証では、発注者に請求する前払金の額と同じです。'),
  'depositBank/bank': () =>
    msg(
      '前払金が振り込まれる、前払金専用の口座がある金融機関です。名前・ふりがな・金融機関コードで探せます。',
    ),
  'premiumBilledTo/name': () => msg('保証料の請求書の宛名です。ふつうは申し込む会社の名前です。'),
  'premiumBilledTo/destination': () => msg('請求書を送る先の住所や部署です。例：本社 経理部'),
  'issueNotification/email': () =>
    msg('電子保証の発行が終わると、このアドレスにお知らせします。認証キーはメールには書かれません。'),
  'contact/department': () => msg('この申込みについて弊社からお尋ねするときの、連絡先の部署です。'),
};

/** The explanation of a field, where there is one. */
export function helpText(path: string): string | undefined {
  const text = texts[path] ?? texts[path.replace(/^guarantees\/[^/]+\//, '')];
  return text?.();
}

/** 「保証申込のヘルプ」, line by line. */
export const helpLines = () => [
  msg('お手元に、請負契約書（または落札の通知）と、前払金を受け取る金融機関の支店名をご用意ください。'),
  msg(
    '3つの見出し「請負工事の情報」「保証の申込内容」「その他」を入力し、「申込内容を確認する」を押すと、送る前に全部を確かめられます。',
  ),
  msg('金額や日付は、全角でも半角でも、「2,000万円」「令和8年2月1日」のような書き方でも読み取ります。'),
  msg('送信すると受付番号が表示されます。手続きが終わると、保証契約一覧で結果をご覧いただけます。'),
];
