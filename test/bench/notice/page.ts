import type {KeyNotice} from '../../../src/schemas/key-notice.js';

/** What one page found, in milliseconds and bytes. */
export interface NoticeFindings {
  /** Navigation → bytes of the PDF. */
  ready: number;
  /** Making it the first time, everything fetched, and the third time. */
  cold: number;
  warm: number;
  size: number;
}

declare global {
  interface Window {
    found?: Promise<NoticeFindings>;
  }
}

/** A contestant: fetches what it needs, then makes the same notice as often as it is asked. */
export interface NoticeMaker {
  make(notice: KeyNotice): Promise<Uint8Array>;
}

/** Makes the notice as soon as the page is there, and then again. */
export function compete(prepare: () => Promise<NoticeMaker>): void {
  window.found = (async () => {
    const [maker, notice] = await Promise.all([
      prepare(),
      fetch('/notice.json').then(async answer => (await answer.json()) as KeyNotice),
    ]);
    const start = performance.now();
    const {length: size} = await maker.make(notice);
    const ready = performance.now();
    await maker.make(notice);
    const again = performance.now();
    await maker.make(notice);
    return {ready, cold: ready - start, warm: performance.now() - again, size};
  })();
}

/** The lines that the libraries without a layout of their own set, one below the other. */
export function linesOf(notice: KeyNotice): {text: string; size: number}[] {
  const {wording} = notice;
  const body = [...wording.opening, ...wording.ways, ...wording.closing];
  const facts = [
    notice.worksName,
    notice.contractorName,
    notice.productName,
    notice.contractNumber,
    notice.authKey,
  ];
  return [
    {text: `${notice.contractorName} 様`, size: 12},
    {text: notice.suretyName, size: 11},
    {text: wording.title, size: 16},
    ...body.map(text => ({text, size: 10.5})),
    ...facts.map(text => ({text, size: 11})),
    {text: wording.obligeeHeading, size: 10},
    {text: wording.obligeeText, size: 10},
  ];
}

/** A whole Japanese font, as one gets it. */
export const wholeFont = async (): Promise<ArrayBuffer> => (await fetch('/font.ttf')).arrayBuffer();
