import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import ts from 'typescript';

/** Says nothing about the field or how to mend it (GOV.UK and DADS rules for error messages). */
const banned = [
  /不正な/,
  /無効な/,
  /入力エラー/,
  /エラーが発生しました/,
  /必須項目です/,
  /^正しく入力してください。?$/,
  /^入力してください。?$/,
  /^必須です。?$/,
  /予期せぬエラー/,
  /\b(invalid|error|forbidden|please)\b/i,
];

const sources = ['src', 'components', 'demo'].flatMap(folder =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter(name => name.endsWith('.ts'))
    .map(name => `${folder}/${name}`),
);

/** Every Japanese sentence in a file: in a string or a template, comments left out. */
function sentencesOf(file: string): string[] {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022);
  const sentences: string[] = [];
  const visit = (node: ts.Node): void => {
    const isText =
      ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (isText && /[ぁ-んァ-ヶ一-龠]/.test(node.text)) sentences.push(node.text.trim());
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return sentences;
}

const sentences = sources.flatMap(file => sentencesOf(file).map(sentence => ({file, sentence})));

test('there are sentences to look at', () => {
  assert.ok(sentences.length > 200, `only ${sentences.length} found`);
});

test('no message leaves a person without knowing which field and what to do', () => {
  const bad = sentences.filter(({sentence}) => banned.some(phrase => phrase.test(sentence)));
  assert.deepEqual(bad, []);
});

for (const phrase of ['不正な値です', '入力エラー', '必須項目です', '正しく入力してください。']) {
  test(`「${phrase}」 would be noticed`, () => {
    assert.ok(banned.some(each => each.test(phrase)));
  });
}
