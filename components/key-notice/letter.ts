import {msg} from '@lit/localize';
import {html, nothing, svg, type TemplateResult} from 'lit';
import {formatEra} from '../../src/domain/format.js';
import type {KeyNotice} from '../../src/schemas/key-notice.js';
import {keyText} from '../ui/key-text.js';
import {japaneseLang} from '../ui/published.js';

/** The QR code of the PDF. The letter is drawn without it until the PDF is made. */
export interface LetterCode {
  /** Rows of squares; `true` is dark. */
  squares: readonly (readonly boolean[])[];
  holdsKey: boolean;
}

/** Draws the letter for screen and paper, with the same words in the same order as the PDF. */
export function renderLetter(notice: KeyNotice, code?: LetterCode): TemplateResult {
  const {wording, contractorName, suretyName, obligeeName, issuedOn} = notice;
  return html`<article
    class="sheet letter"
    part="letter"
    aria-labelledby="letter-title"
    translate="no"
    ?data-long=${isLong(notice)}
  >
    <p class="letter-date"><time datetime=${issuedOn}>${formatEra(issuedOn)}</time></p>
    <p class="letter-addressee" lang=${japaneseLang()}>${contractorName} 様</p>
    <p class="letter-sender">${suretyName}</p>
    <h3 class="letter-title" id="letter-title" lang=${japaneseLang()}>${wording.title}</h3>
    <div class="letter-body" lang=${japaneseLang()}>${wording.opening.map(text => html`<p>${text}</p>`)}</div>
    ${renderWays(wording.ways)}
    <div class="letter-body" lang=${japaneseLang()}>${wording.closing.map(text => html`<p>${text}</p>`)}</div>
    <p class="letter-below" lang=${japaneseLang()}>記</p>
    ${renderFacts(notice)}
    <section class="letter-obligee" lang=${japaneseLang()}>
      <h4>${wording.obligeeHeading}</h4>
      <p>${obligeeName} 様</p>
      <p class="letter-request">${wording.obligeeText}</p>
      ${code ? renderCode(code) : nothing}
    </section>
    <p class="letter-sender">${suretyName}</p>
  </article>`;
}

function renderCode({squares, holdsKey}: LetterCode) {
  const runs = squares.flatMap((row, top) =>
    [
      ...row
        .map(dark => (dark ? 1 : 0))
        .join('')
        .matchAll(/1+/g),
    ].map(({0: run, index}) => `M${index} ${top}h${run.length}v1h-${run.length}z`),
  );
  const caption = holdsKey ? '保証契約番号・認証キー' : '保証契約番号';
  return html`<figure class="letter-code">
    <svg
      viewBox="-1 -1 ${squares.length + 2} ${squares.length + 2}"
      role="img"
      aria-label=${`${msg('QRコード')}（${caption}）`}
    >
      ${svg`<path d=${runs.join('')} />`}
    </svg>
    <figcaption>${caption}</figcaption>
  </figure>`;
}

/** Whether the names are so long that the letter is set smaller to stay on one page of A4. */
const isLong = ({worksName, contractorName}: KeyNotice) => worksName.length + contractorName.length * 2 > 200;

const OR = '又は';

/** Draws the ways with 「又は」 between them, whether the wording holds it or not. */
const renderWays = (ways: readonly string[]) =>
  html`<div class="letter-ways" lang=${japaneseLang()}>
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
