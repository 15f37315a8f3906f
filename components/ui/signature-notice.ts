import {msg, str} from '@lit/localize';
import {initialState, Task, TaskStatus} from '@lit/task';
import {html, nothing, type TemplateResult} from 'lit';
import type {SuretyClient} from '../../src/api/client.js';
import type {SignatureCheck, UnverifiableReason} from '../../src/api/signature.js';
import {formatDateTime} from '../../src/domain/format.js';
import {labelled, sentences} from '../../src/i18n/format.js';
import {revisionName} from '../../src/i18n/terms.js';
import type {Certificate} from '../../src/schemas/certificate.js';
import {abortOnLeave} from '../kernel/abortable.js';
import type {SuretyElement} from '../kernel/surety-element.js';

/** What is checked, and the API that hands out the surety's keys. */
export interface SignatureSource {
  client: () => Promise<SuretyClient>;
  /** Returns the certificates whose content is on the screen; the same array as long as they are the same. */
  certificates: () => readonly Certificate[] | undefined;
  /** Returns the contract that was asked for. A valid certificate of another contract is a wrong answer, too. */
  contractNumber: () => string;
}

interface Outcome {
  check: SignatureCheck;
  certificate: Certificate;
  /** Instant of the check. */
  at: string;
}

const REASONS: Record<UnverifiableReason, () => string> = {
  unsigned: () => msg('この保証証書には、保証会社の署名がありません。'),
  'unknown-key': () => msg('署名に使われた鍵が、保証会社の公開している鍵の中に見つかりません。'),
  unsupported: () => msg('お使いのブラウザーは、この署名の方式に対応していません。'),
};

/** Checks the surety's signatures of what an element shows. Says 「改ざんされていません」 only when all of them are valid. */
export class SignatureNotice {
  readonly #source: SignatureSource;
  readonly #checking: Task<readonly [readonly Certificate[] | undefined], Outcome>;

  constructor(host: SuretyElement, source: SignatureSource) {
    this.#source = source;
    this.#checking = new Task(host, {
      args: () => [source.certificates()] as const,
      task: async ([certificates], {signal}) =>
        certificates?.length ? this.#check(certificates, signal) : initialState,
    });
    abortOnLeave(host, this.#checking);
  }

  /** Draws the outcome; nothing while there is no certificate. */
  render(): TemplateResult | typeof nothing {
    // While certificates are checked, the outcome of others must not be shown.
    if (this.#checking.status === TaskStatus.PENDING) return renderPending();
    return this.#checking.render({
      initial: () => nothing,
      complete: outcome => renderOutcome(outcome),
      error: () => renderUnreachable(() => void this.#checking.run()),
    }) as TemplateResult | typeof nothing;
  }

  async #check(certificates: readonly Certificate[], signal: AbortSignal): Promise<Outcome> {
    const client = await this.#source.client();
    const number = this.#source.contractNumber();
    const checks = await Promise.all(
      certificates.map(async certificate => {
        const isOther = number !== '' && certificate.contractNumber !== number;
        const check: SignatureCheck = isOther
          ? {verdict: 'tampered'}
          : await client.verifyCertificate(certificate, {signal});
        return {check, certificate, at: new Date().toISOString()};
      }),
    );
    const worst =
      checks.find(({check}) => check.verdict === 'tampered') ??
      checks.find(({check}) => check.verdict === 'unverifiable') ??
      checks.at(-1);
    if (!worst) throw new Error('There is no certificate to check.');
    return worst;
  }
}

const renderPending = () =>
  html`<p class="notice" part="signature" data-signature="checking">${msg('署名を確認しています')}</p>`;

function renderOutcome({check, certificate, at}: Outcome): TemplateResult {
  switch (check.verdict) {
    case 'valid':
      return html`<div class="notice" part="signature" data-kind="success" data-signature="valid">
        <p><strong>${msg('改ざんされていません')}</strong></p>
        <p>
          ${msg(str`この保証証書は${certificate.surety.name}が署名したもので、内容は署名されたときと同じです。`)}
        </p>
        <p class="hint">
          ${labelled(msg('署名の確認日時'))}<time datetime=${at}>${formatDateTime(at)}</time>
        </p>
      </div>`;
    case 'tampered':
      return html`<div
        class="notice"
        part="signature"
        data-kind="error"
        data-signature="tampered"
        role="alert"
      >
        <p><strong>${msg('改ざんされているおそれがあります')}</strong></p>
        <p>
          ${msg(str`「${revisionName(certificate.revision)}」の保証証書の内容が、保証会社の署名と一致しません。この画面の内容は使わないで、保証会社にお問い合わせください。`)}
        </p>
      </div>`;
    case 'unverifiable':
      return html`<div class="notice" part="signature" data-signature="unverifiable">
        <p><strong>${msg('署名を確認できません')}</strong></p>
        <p>${sentences(REASONS[check.reason](), msg('改ざんの有無は、この画面では分かりません。'))}</p>
      </div>`;
  }
}

const renderUnreachable = (checkAgain: () => void) =>
  html`<div class="notice" part="signature" data-signature="unverifiable">
    <p><strong>${msg('署名を確認できません')}</strong></p>
    <p>${msg('保証会社の鍵を取得できませんでした。改ざんの有無は、この画面では分かりません。')}</p>
    <button part="button" type="button" @click=${checkAgain}>${msg('もう一度確認する')}</button>
  </div>`;
