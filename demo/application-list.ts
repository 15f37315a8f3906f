import type {SuretyClient} from '../src/api/client.js';
import {formatDateTime, formatYen} from '../src/domain/format.js';
import {SuretyError} from '../src/errors.js';
import {errorText} from '../src/i18n/error-text.js';
import {applicationStateName, guaranteeName} from '../src/i18n/terms.js';
import type {Application, ApplicationState} from '../src/schemas/application.js';
import {guaranteeKinds} from '../src/schemas/kinds.js';
import {create} from './dom.js';

const nextSteps: Record<ApplicationState, string> = {
  submitted: '保証会社が確認しています。',
  returned: '差戻しの理由を確かめて、修正してください。',
  issued: '保証契約が発行されました。',
};

/** Draws 手続状況: every application, where it stands, and what to do next. */
export async function showApplications(target: HTMLElement, client: SuretyClient): Promise<void> {
  try {
    const {items} = await client.listApplications();
    target.replaceChildren(
      items.length
        ? create('ul', {class: 'mails'}, ...items.map(toItem))
        : create('p', {class: 'empty'}, 'まだ申込はありません。'),
    );
  } catch (thrown) {
    const text = errorText(SuretyError.from(thrown).code);
    target.replaceChildren(create('p', {class: 'notice', 'data-kind': 'error', role: 'alert'}, text));
  }
}

function toItem(application: Application): HTMLElement {
  const {id, receiptNumber, state, submittedAt, content, returnReason} = application;
  const amounts = guaranteeKinds.flatMap(kind => {
    const request = content.guarantees[kind];
    return request ? [`${guaranteeName(kind)} ${formatYen(request.guaranteeAmount)}`] : [];
  });
  const header = create(
    'header',
    {},
    create(
      'div',
      {class: 'title'},
      create('h2', {class: 'code', translate: 'no'}, receiptNumber),
      create('span', {class: 'badge', 'data-kind': state}, applicationStateName(state)),
    ),
    create('p', {}, `受付日時 ${formatDateTime(submittedAt)}　${nextSteps[state]}`),
  );
  const body = create('div', {class: 'mail-body', translate: 'no'});
  body.append(
    create('p', {}, `${content.obligee.name}　${content.works.name}`),
    create('p', {class: 'number'}, amounts.join('、')),
    ...(returnReason && state === 'returned' ? [toReason(returnReason)] : []),
    toLinks(id, application),
  );
  return create('li', {class: 'mail', 'data-receipt': receiptNumber}, header, body);
}

const toReason = (reason: string) =>
  create(
    'div',
    {class: 'notice', 'data-kind': 'warning'},
    create('h3', {}, '差戻しの理由'),
    create('p', {class: 'text'}, reason),
  );

function toLinks(id: string, {state, contracts}: Application): HTMLElement {
  const label = state === 'returned' ? '修正して送り直す' : '申込の内容を見る';
  const links = [
    create(
      'a',
      {class: `button ${state === 'returned' ? 'primary' : ''}`, href: `#application/${id}`},
      label,
    ),
    ...contracts.map(({kind, number}) =>
      create('a', {class: 'button', href: `#contract/${number}`}, `${guaranteeName(kind)} ${number}`),
    ),
  ];
  return create('p', {class: 'actions'}, ...links);
}
