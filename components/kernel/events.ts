import type {SuretyError} from '../../src/errors.js';
import type {FeedProblem} from '../../src/api/obligee-feed.js';
import type {ApplicationContent} from '../../src/schemas/application.js';
import type {CertificateForm} from '../../src/schemas/kinds.js';
import type {Works} from '../../src/schemas/works.js';

/** The detail of each event. It never holds a key, token or password. */
export interface SuretyEventDetails {
  /** The first content is drawn: once for each load, again after `reload()`. */
  'surety-ready': Record<never, never>;
  /** Something failed; branch on `error.code`. */
  'surety-error': {error: SuretyError};
  /** The session has ended and a new token was refused: sign the person in again, then call `reload()`. */
  'surety-auth-required': {error: SuretyError};
  /** The person changed something in the form; `isComplete` says whether it could be sent. */
  'surety-application-change': {isComplete: boolean};
  /** Right before sending; `preventDefault()` stops it. */
  'surety-before-submit': {content: ApplicationContent};
  'surety-application-submitted': {applicationId: string; receiptNumber: string};
  'surety-certificate-change': {value: CertificateForm | ''};
  /** What the person answered about the works because the obligee's rule depends on it. */
  'surety-works-change': {works: Partial<Works>};
  'surety-contract-select': {contractNumber: string};
  'surety-certificate-open': {contractNumber: string; revision: number};
  /** 「戻る」 of a certificate. */
  'surety-certificate-close': {contractNumber: string};
  'surety-notice-open': {contractNumber: string};
  /** The notices of several contracts, to be saved together. */
  'surety-notices-open': {contractNumbers: readonly string[]};
  'surety-notice-saved': {contractNumber: string; fileName: string};
  'surety-certificate-checked': {contractNumber: string; revision: number};
  /** 受領 or 差戻し, or that either was withdrawn. */
  'surety-certificate-answered': {contractNumber: string; answer: 'accepted' | 'returned' | 'withdrawn'};
  /** 返還 with its day, or null when it was withdrawn. */
  'surety-certificate-released': {contractNumber: string; releasedOn: string | null};
  /** Right before the desk shows another view; `preventDefault()` stops it. */
  'surety-before-navigate': DeskDestination;
  'surety-desk-navigate': DeskDestination;
  /** Right before a link leads to another site, as a rule in a new tab; `preventDefault()` stops it. */
  'surety-external-link': {url: string};
  'surety-obligee-select': {code: string; name: string};
  /** The list of `feed-src` was read: how many obligees are shown, and which problems its publisher has to fix. */
  'surety-feed-read': {shown: number; problems: readonly FeedProblem[]};
}

/** A view of `surety-desk` with what it is about. */
export interface DeskDestination {
  view: string;
  contractNumber?: string;
  contractNumbers?: readonly string[];
  applicationId?: string;
}

const CANCELABLE_EVENTS: readonly string[] = [
  'surety-before-submit',
  'surety-before-navigate',
  'surety-external-link',
];

declare global {
  interface HTMLElementEventMap extends CustomEvents {}
  interface DocumentEventMap extends CustomEvents {}
}
type CustomEvents = {[Name in keyof SuretyEventDetails]: CustomEvent<SuretyEventDetails[Name]>};

/** Fires a typed event that bubbles out of shadow roots; returns false when it was cancelled. */
export function emit<Name extends keyof SuretyEventDetails>(
  host: HTMLElement,
  name: Name,
  detail: SuretyEventDetails[Name],
): boolean {
  const init = {detail, bubbles: true, composed: true, cancelable: CANCELABLE_EVENTS.includes(name)};
  return host.dispatchEvent(new CustomEvent(name, init));
}
