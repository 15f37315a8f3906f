import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, test} from 'node:test';
import {parseAst} from 'vite';
import {withoutPlugins} from '../../components/cdn/build/jspdf-writer-only.js';

const published = readFileSync('node_modules/jspdf/dist/jspdf.es.js', 'utf8');
const reduce = (code: string) => withoutPlugins(code, parseAst(code).body);

describe('jsPDF in scripts for pages', () => {
  test('is the writer and its compression, without plugins', () => {
    const code = reduce(published);
    assert.match(code, /processDataByFilters/);
    assert.doesNotMatch(code, /fast-png|html2canvas|AcroForm|TTFFont/);
    assert.ok(code.length < published.length / 3);
  });

  for (const [title, landmark] of [
    ['the end of the writer', 'jsPDF.version ='],
    ['the compression', 'jsPDFAPI.processDataByFilters ='],
    ['the import of a plugin', 'fast-png'],
  ] as const)
    test(`stops the build when ${title} is not found`, () => {
      assert.throws(
        () => reduce(published.replaceAll(landmark, landmark.replace(/[a-z]+/i, 'other'))),
        /adapt/,
      );
    });
});
