import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {parseAst} from 'vite';
import {compactMarkup, compactSheet, compactTemplates} from '../../components/cdn/build/compact-texts.js';

const compact = (code: string) => compactTemplates(code, parseAst(code, {lang: 'ts'}));

describe('texts of the scripts for a page', () => {
  test('markup keeps the space that is seen between words, and loses its indentation', () => {
    assert.equal(compactMarkup('<p>\n    <b>1</b>\n    <i>2</i>\n  </p>'), '<p> <b>1</b> <i>2</i> </p>');
    assert.equal(compactMarkup('<p\n  id="a"\n  hidden\n>一 二</p\n>'), '<p id="a" hidden>一 二</p>');
    assert.equal(compactMarkup('<p>a　 b\n　c</p>'), '<p>a　 b 　c</p>');
  });

  test('what stands between the texts of a template stays, and so does every line', () => {
    const code = 'const a = html`<p>\n  ${b ? html`\n    <i>${c}</i>\n  ` : `\n  x`}\n</p>`;\nconst d = 1;';
    const short = compact(code);
    assert.match(short, /^const a = html`<p> \$\{\s*b \? html` <i>\$\{\s*c\}<\/i> `\s*: `\n {2}x`\} <\/p>`/);
    assert.equal(short.split('\n').length, code.split('\n').length);
    assert.equal(short.split('\n').at(-1), 'const d = 1;');
  });

  test('other texts are left alone', () => {
    const code = 'const a = `<p>\n  </p>`, b = css`a {\n}`, c = str`x\n  y`;';
    assert.equal(compact(code), code);
  });

  test('a style sheet loses comments, spaces and the zero before a point, and nothing that means something', () => {
    const sheet = `
      /* why */
      .a > .b:not(.c, .d) { margin: 0 0.5em; content: '?' / ''; width: calc(100% - 10.05em); }
      @container (min-width: 40em) { .a :hover { color: var(--_text); } }`;
    assert.equal(
      compactSheet(sheet),
      ".a>.b:not(.c,.d){margin:0 .5em;content:'?' / '';width:calc(100% - 10.05em)}" +
        '@container (min-width:40em){.a :hover{color:var(--_text)}}',
    );
  });
});
