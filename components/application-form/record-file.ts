import {msg, str} from '@lit/localize';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {safeFileName} from '../../src/domain/file-name.js';
import {SuretyError} from '../../src/errors.js';
import {suggestGlyphBase} from '../../src/pdf/glyph-base.js';
import type {RecordSheet} from '../../src/pdf/record-page.js';
import {whileWanted} from '../ui/pdf-making.js';
import {saveBlob} from '../ui/save-file.js';

// Not written in one expression, or bundlers take the folder for a file of theirs.
const here = import.meta.url;
suggestGlyphBase(new URL('../glyphs/', here));

/** 控え as a PDF in the person's own folder; one at a time, and given up when the form leaves the page. */
export class RecordFile implements ReactiveController {
  isBusy = false;
  /** Name of the file that was saved last. */
  savedName = '';
  /** Letters of it that no font could draw. */
  missing: readonly string[] = [];
  error: SuretyError | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #announce: (text: string) => void;
  #leaving = new AbortController();

  constructor(host: ReactiveControllerHost, announce: (text: string) => void) {
    this.#host = host;
    this.#announce = announce;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.clear();
  }

  /** Forgets what was saved: another application is looked at. */
  clear(): void {
    this.#leaving.abort();
    this.#leaving = new AbortController();
    this.#to({isBusy: false, savedName: '', missing: [], error: undefined});
  }

  /** Makes the file and hands it to the browser; what goes wrong stands in `error`. */
  async save(sheet: RecordSheet): Promise<void> {
    if (this.isBusy) return;
    const {signal} = this.#leaving;
    this.#to({isBusy: true, savedName: '', missing: [], error: undefined});
    this.#announce(msg('控えを作成しています'));
    try {
      const {bytes, missing} = await whileWanted(signal, async glyphBase => {
        const {createRecordPdf} = await import('../../src/pdf/record-pdf.js');
        return createRecordPdf(sheet, {glyphBase, signal});
      });
      const savedName = `${safeFileName(`${sheet.title}_${sheet.number}`)}.pdf`;
      saveBlob(new Blob([bytes], {type: 'application/pdf'}), savedName);
      this.#to({isBusy: false, savedName, missing});
      this.#announce(msg(str`${savedName}を保存しました。`));
    } catch (thrown) {
      const error = SuretyError.from(thrown);
      if (error.code !== 'aborted') this.#to({isBusy: false, error});
    }
  }

  #to(state: Partial<Pick<RecordFile, 'isBusy' | 'savedName' | 'missing' | 'error'>>) {
    Object.assign(this, state);
    this.#host.requestUpdate();
  }
}
