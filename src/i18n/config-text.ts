import {msg, str} from '@lit/localize';
import type {ConfigProblem} from '../errors.js';

/** Returns what the author of the page has to write. */
export function configText(problem: ConfigProblem): string {
  switch (problem.setting) {
    case 'environment':
    case 'scenario': {
      const attribute = `${problem.setting}="${problem.found}"`;
      const choices = problem.choices.join(' / ');
      return msg(str`${attribute} は使えません。${choices} のどれかを書いてください。`);
    }
    case 'no-api-base': {
      const example = '<surety-provider api-base="https://…/v1">';
      return msg(
        str`接続先が設定されていません。${example} のように api-base を書くか、environment="mock" を書いてください。`,
      );
    }
    case 'api-base':
    case 'feed-src': {
      const attribute = `${problem.setting}="${problem.found}"`;
      const example = problem.setting === 'api-base' ? '/v1' : '/obligees.json';
      return msg(
        str`${attribute} はアドレスとして読めません。https://… または ${example} のように書いてください。`,
      );
    }
    case 'getToken()':
      return msg('getToken() は {token: "…"} を返してください。token は半角英数記号の文字列です。');
    case 'setGlyphBase()':
      return msg(
        'PDFの文字の置き場所が設定されていません。setGlyphBase() で dist/glyphs/ の場所を示してください。',
      );
  }
}
