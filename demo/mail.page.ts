import {formatDateTime} from '../src/domain/format.js';
import {SuretyError} from '../src/errors.js';
import {errorText} from '../src/i18n/error-text.js';
import type {Mail} from '../src/schemas/office.js';
import {create, one} from './dom.js';
import {createOfficeClient} from './office/office-client.js';

const deliveries: Record<Mail['delivery'], string> = {
  'not-configured': 'この画面だけに表示（SMTP_URL の設定なし）',
  pending: '送信中',
  delivered: '送信済み',
  failed: '送信できませんでした',
};

const client = createOfficeClient();
const target = one('[data-mails]');

function toItem({subject, to, from, text, sentAt, delivery}: Mail): HTMLElement {
  const header = create(
    'header',
    {},
    create('h2', {translate: 'no'}, subject),
    create('p', {translate: 'no'}, `宛先 ${to}`),
    create('p', {translate: 'no'}, `差出人 ${from}`),
    create('p', {}, `${formatDateTime(sentAt)}　${deliveries[delivery]}`),
  );
  return create('li', {class: 'mail'}, header, create('pre', {translate: 'no'}, text));
}

async function showMails() {
  try {
    const {items} = await client.listMails();
    target.replaceChildren(
      items.length
        ? create('ol', {class: 'mails'}, ...items.map(toItem))
        : create('p', {class: 'empty'}, 'まだメールは送られていません。'),
    );
  } catch (thrown) {
    const text = errorText(SuretyError.from(thrown).code);
    target.replaceChildren(create('p', {class: 'notice', 'data-kind': 'error', role: 'alert'}, text));
  }
}

one('[data-refresh]').addEventListener('click', () => void showMails());
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void showMails();
});
void showMails();
