import {msg} from '@lit/localize';
import {html, nothing} from 'lit';
import {countGraphemes} from '../../src/input/graphemes.js';
import {selectField} from '../ui/choice-fields.js';
import {radioField, textArea, textField} from '../ui/fields.js';
import {warningOf} from './echo.js';
import {optionsOf} from './view.js';
import {yesNo, type WholeView} from './whole-view.js';
import {nameField} from './works-section.js';

const MESSAGE_MAX = 1000;

function messageField(view: WholeView) {
  const count = countGraphemes(view.model.text('message'));
  return textArea(view.model, {
    ...optionsOf(view, 'message', {}),
    echo: count ? `${count.toLocaleString('en-US')} / ${MESSAGE_MAX.toLocaleString('en-US')}` : undefined,
  });
}

/** 「その他」. */
export function otherSection(view: WholeView) {
  const {model, branches, application} = view;
  return html`<section class="group">
      <h5>${msg('申込送信先、保証証書受取')}</h5>
      ${selectField(model, {
        ...optionsOf(view, 'branchCode', {}),
        choices: branches.map(({code, name}) => ({value: code, label: name})),
      })}
      ${radioField(model, {
        ...optionsOf(view, 'issueNotification/wanted', {}),
        choices: yesNo(msg('希望する'), msg('希望しない')),
        note: msg('※「希望する」場合、弊社手続き完了後にメールを送信します。'),
      })}
      ${
        model.text('issueNotification/wanted') === 'true'
          ? textField(model, {
              ...optionsOf(view, 'issueNotification/email', {}),
              width: 'mail',
              inputmode: 'email',
              autocomplete: 'email',
              warning: warningOf(model, 'issueNotification/email'),
            })
          : nothing
      }
    </section>
    <section class="group">
      <h5>${msg('連絡先')}</h5>
      ${nameField(view, 'contact/department')} ${nameField(view, 'contact/title')}
      ${nameField(view, 'contact/personName', {autocomplete: 'name'})}
      ${textField(model, {
        ...optionsOf(view, 'contact/phone', {}),
        width: 'short',
        inputmode: 'tel',
        autocomplete: 'tel',
      })}
    </section>
    <section class="group">
      ${messageField(view)}
      <div class="field">
        <span class="label">${msg('弊社からお客様へのお知らせ')}</span>
        <p class="given" translate="no">${application?.messageFromSurety ?? msg('お知らせはありません。')}</p>
      </div>
    </section>`;
}
