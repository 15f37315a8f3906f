import {expect} from '@open-wc/testing';
import {glyphBase, setGlyphBase} from '../../src/pdf/glyph-base.js';
import {createKeyNoticePdf} from '../../src/pdf/key-notice-pdf.js';
import {hardKeyNotice, sampleKeyNotice} from '../support/sample-key-notice.js';

/** What was fetched below a path since the page was opened. */
function fetchedBelow(path: string): PerformanceResourceTiming[] {
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  return entries.filter(entry => new URL(entry.name).pathname.startsWith(path));
}

describe('createKeyNoticePdf in a browser', () => {
  before(() => setGlyphBase('/dist/glyphs'));

  it('makes a notice from the glyph files of the server', async () => {
    const {bytes, fileName, missing} = await createKeyNoticePdf(sampleKeyNotice(), {glyphBase: glyphBase()});
    expect(new TextDecoder('latin1').decode(bytes.subarray(0, 8))).to.equal('%PDF-1.5');
    expect(new TextDecoder('latin1').decode(bytes.subarray(-6))).to.contain('%%EOF');
    expect(bytes.length).to.be.within(15_000, 36 * 1024);
    expect(fileName).to.equal('認証キーのお知らせ_00000-000000.pdf');
    expect(missing).to.deep.equal([]);
  });

  it('fetches a few small files for it, not a font', () => {
    const files = fetchedBelow('/dist/glyphs/');
    const total = files.reduce((sum, file) => sum + file.encodedBodySize, 0);
    expect(files.length).to.be.within(2, 20);
    expect(total).to.be.within(20_000, 50_000);
  });

  it('draws hard names, in the same bytes each time', async () => {
    const options = {glyphBase: glyphBase()};
    const [first, second] = [
      await createKeyNoticePdf(hardKeyNotice(), options),
      await createKeyNoticePdf(hardKeyNotice(), options),
    ];
    expect(first.missing).to.deep.equal([]);
    expect(first.bytes).to.deep.equal(second.bytes);
  });

  it('logs nothing', async () => {
    const errors: unknown[][] = [];
    const {error} = console;
    console.error = (...words: unknown[]) => errors.push(words);
    try {
      await createKeyNoticePdf(sampleKeyNotice(), {glyphBase: glyphBase()});
    } finally {
      console.error = error;
    }
    expect(errors, 'jsPDF logs what fails in a font handler, and goes on').to.deep.equal([]);
  });

  it('stops when the page no longer wants it', async () => {
    const controller = new AbortController();
    const notice = createKeyNoticePdf(sampleKeyNotice({worksName: '鬱蒼麒麟'}), {
      glyphBase: glyphBase(),
      signal: controller.signal,
    });
    controller.abort();
    const error = await notice.catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(DOMException).with.property('name', 'AbortError');
  });
});
