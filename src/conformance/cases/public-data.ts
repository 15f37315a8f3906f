import {bankBranchList, bankList} from '../../schemas/bank.js';
import {signingKeys} from '../../schemas/signing-keys.js';
import {amountRuleList} from '../../schemas/amount-rule.js';
import {obligee, obligeeList} from '../../schemas/obligee.js';
import {surety} from '../../schemas/surety.js';
import {must, mustAnswer, readBody, readProblem, type Reply} from '../backend.js';
import type {Case} from '../case.js';

/** Whether pages of other origins can read a header of the response. */
const reveals = ({headers}: Reply, name: string) =>
  headers.get('Access-Control-Expose-Headers')?.toLowerCase().includes(name.toLowerCase()) ?? false;

/** Cases of data that needs no sign-in. */
export const publicDataCases: readonly Case[] = [
  {
    id: 'surety.shape',
    says: '保証会社と営業部・支店を返す',
    run: async (backend, found) => {
      const {branches} = readBody(surety, await backend.call('GET', '/surety'));
      must(branches[0], 'GET /surety に営業部・支店（branches）が一つもありません。申込送信先を選べません。');
      found.branchCode = branches[0].code;
    },
  },
  {
    id: 'obligees.shape',
    says: '電子保証対応の発注者の一覧を返す',
    run: async backend => void readBody(obligeeList, await backend.call('GET', '/obligees')),
  },
  {
    id: 'obligees.search',
    says: '発注者を名前で探せ、一件ずつコードで読める',
    run: async backend => {
      const {items} = readBody(obligeeList, await backend.call('GET', '/obligees'));
      const [first] = items;
      must(first, 'GET /obligees に発注者が一つもありません。');
      const query = new URLSearchParams({q: first.name});
      const {items: hits} = readBody(obligeeList, await backend.call('GET', `/obligees?${query}`));
      must(
        hits.some(({code}) => code === first.code),
        `GET /obligees?q= に発注者の名前をそのまま渡しても、その発注者が見つかりません。`,
      );
      const path = `/obligees/${encodeURIComponent(first.code)}`;
      const one = readBody(obligee, await backend.call('GET', path));
      must(one.code === first.code, `GET ${path} が別の発注者を返しました。`);
    },
  },
  {
    id: 'obligees.unknown',
    says: 'ない発注者には 404 と説明を返す',
    run: async backend => void readProblem(await backend.call('GET', '/obligees/no-such-code'), 404),
  },
  {
    id: 'obligees.etag',
    says: '変わらない一覧には ETag で 304 を返す',
    run: async backend => {
      const reply = await backend.call('GET', '/obligees');
      const tag = reply.headers.get('ETag');
      must(tag, 'GET /obligees に ETag がありません。');
      mustAnswer(await backend.call('GET', '/obligees', {headers: {'If-None-Match': tag}}), 304);
      if (!reveals(reply, 'ETag')) return;
      const asked = {
        Origin: 'https://partner.example',
        'Access-Control-Request-Method': 'GET',
        'Access-Control-Request-Headers': 'if-none-match',
      };
      const {headers} = await backend.call('OPTIONS', '/obligees', {headers: asked});
      must(
        /(^|[\s,])(if-none-match|\*)/i.test(headers.get('Access-Control-Allow-Headers') ?? ''),
        'ETag をほかのサイトに見せていますが、If-None-Match を許していません（Access-Control-Allow-Headers）。',
      );
    },
  },
  {
    id: 'banks.shape',
    says: '金融機関と支店を返す',
    run: async backend => {
      const {items} = readBody(bankList, await backend.call('GET', '/banks'));
      must(items[0], 'GET /banks に金融機関が一つもありません。');
      readBody(bankBranchList, await backend.call('GET', `/banks/${items[0].code}/branches`));
    },
  },
  {
    id: 'amount-rules.shape',
    says: '金額の決まりを返し、知らない発注者には空の一覧を返す',
    run: async backend => {
      const query = new URLSearchParams({obligee: 'この名前の発注者はありません'});
      const {items} = readBody(amountRuleList, await backend.call('GET', `/amount-rules?${query}`));
      must(items.length === 0, 'GET /amount-rules が、知らない発注者に決まりを返しました。');
    },
  },
  {
    id: 'jwks.shape',
    says: '保証証書の署名を確かめる公開鍵を返す',
    run: async backend => {
      const reply = await backend.call('GET', '/jwks.json');
      const {keys} = readBody(signingKeys, reply);
      must(
        keys.some(({kty, crv}) => kty === 'OKP' && crv === 'Ed25519'),
        'GET /jwks.json に Ed25519 の公開鍵がありません。',
      );
      must(
        !/"d"\s*:/.test(reply.text),
        'GET /jwks.json に秘密鍵（d）が入っています。すぐに取り除いてください。',
      );
    },
  },
];
