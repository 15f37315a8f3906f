import {msg} from '@lit/localize';
import {html, type TemplateResult} from 'lit';
import {formatEra} from '../../src/domain/format.js';
import type {KeyNotice} from '../../src/schemas/key-notice.js';
import {keyText} from '../shared/key-text.js';

/** The letter with the same words in the same order as the PDF: to be read on the screen, and to be printed. */
export function renderLetter(notice: KeyNotice): TemplateResult {
  const {wording, contractorName, suretyName, obligeeName, issuedOn} = notice;
  return html`<article
    class="letter"
    part="letter"
    aria-labelledby="letter-title"
    translate="no"
    ?data-long=${isLong(notice)}
  >
    <p class="letter-date"><time datetime=${issuedOn}>${formatEra(issuedOn)}</time></p>
    <p class="letter-addressee">${contractorName} 様</p>
    <p class="letter-sender">${suretyName}</p>
    <h3 class="letter-title" id="letter-title">${wording.title}</h3>
    <div class="letter-body">${wording.opening.map(text => html`<p>${text}</p>`)}</div>
    ${renderWays(wording.ways)}
    <div class="letter-body">${wording.closing.map(text => html`<p>${text}</p>`)}</div>
    <p class="letter-below">記</p>
    ${renderFacts(notice)}
    <section class="letter-obligee">
      <h4>${wording.obligeeHeading}</h4>
      <p>${obligeeName} 様</p>
      <p>${wording.obligeeText}</p>
    </section>
    <p class="letter-sender">${suretyName}</p>
  </article>`;
}

/** Names so long that the letter has to be set smaller to stay on one page of A4. */
const isLong = ({worksName, contractorName}: KeyNotice) => worksName.length + contractorName.length * 2 > 200;

const OR = '又は';

/** 「又は」 stands between the ways, whether the wording holds it or not. */
const renderWays = (ways: readonly string[]) =>
  html`<div class="letter-ways">
    ${ways
      .filter(way => way !== OR)
      .map(
        (way, index) =>
          html`${index > 0 ? html`<p class="letter-or">${OR}</p>` : ''}
            <p>${way}</p>`,
      )}
  </div>`;

function renderFacts({worksName, contractorName, productName, contractNumber, authKey}: KeyNotice) {
  const rows: [unknown, unknown][] = [
    [msg('工事名'), worksName],
    [html`${msg('受注者名')} <small>${msg('(J Vの場合は代表者)')}</small>`, contractorName],
    [msg('商品 (保証区分)'), productName],
    [msg('保証契約番号'), html`<span class="code">${contractNumber}</span>`],
    [msg('認証キー'), keyText(authKey)],
  ];
  return html`<dl class="letter-facts">
    ${rows.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}
