import {verifyCertificate} from '../../api/signature.js';
import {certificateList} from '../../schemas/certificate.js';
import {contract, contractPage, electronicIssuePage} from '../../schemas/contract.js';
import {signingKeys} from '../../schemas/signing-keys.js';
import {keyNotice} from '../../schemas/key-notice.js';
import {keyDisclosure} from '../../schemas/register.js';
import {must, readBody, readProblem, type Backend} from '../backend.js';
import type {Case} from '../case.js';

const as = 'contractor';

/** Returns the path of the contract that was found. */
const at = (number: string | undefined, rest = '') => `/contracts/${encodeURIComponent(number ?? '')}${rest}`;

/** Asserts that no cache may store a response that holds a key. */
function mustNotBeCached(headers: Headers, request: string): void {
  const kept = headers.get('Cache-Control') ?? '';
  must(
    /\bno-store\b/.test(kept),
    `${request} の応答は認証キーを含むので、Cache-Control: no-store が要ります。`,
  );
}

async function pageOf(backend: Backend, query: Record<string, string>) {
  const reply = await backend.call('GET', `/contracts?${new URLSearchParams(query)}`, {as});
  return readBody(contractPage, reply);
}

/** Cases of 保証契約一覧, 電子保証概要, 保証証書 and 認証キー. */
export const contractCases: readonly Case[] = [
  {
    id: 'contracts.shape',
    says: '保証契約一覧を返し、電子保証だけにも絞れる',
    as: [as],
    run: async (backend, found) => {
      await pageOf(backend, {});
      const {items} = await pageOf(backend, {form: 'electronic'});
      must(
        items.every(({certificateForm}) => certificateForm === 'electronic'),
        'GET /contracts?form=electronic に、電子保証でない契約が入っています。',
      );
      const first = items.find(({state}) => state === 'in-force');
      if (first) found.contractNumber = first.number;
    },
  },
  {
    id: 'contracts.pages',
    says: '一覧を、抜けも重なりもなくページに分ける',
    as: [as],
    run: async backend => {
      const first = await pageOf(backend, {limit: '1'});
      must(first.items.length <= 1, 'GET /contracts?limit=1 が、1件より多く返しました。');
      if (first.nextCursor === null) return;
      const second = await pageOf(backend, {limit: '1', cursor: first.nextCursor});
      must(
        second.items[0] && second.items[0].number !== first.items[0]?.number,
        'GET /contracts の nextCursor で次のページを開いても、同じ契約が返ります。',
      );
    },
  },
  {
    id: 'contracts.search',
    says: '全角で打った保証契約番号でも見つかる',
    as: [as],
    needs: 'contractNumber',
    run: async (backend, {contractNumber = ''}) => {
      const wide = contractNumber.replace(/[0-9]/g, digit =>
        String.fromCodePoint(digit.charCodeAt(0) + 0xfee0),
      );
      const {items} = await pageOf(backend, {q: wide});
      must(
        items.some(({number}) => number === contractNumber),
        'GET /contracts?q= が、全角で打った保証契約番号を見つけません。',
      );
    },
  },
  {
    id: 'contracts.ranges',
    says: '契約日・請負金額・保証金額の範囲で絞れる（電子帳簿保存法の検索要件）',
    as: [as],
    run: async backend => {
      const [row] = (await pageOf(backend, {limit: '1'})).items;
      if (!row) return;
      for (const [range, field] of [
        ['issued', 'issuedOn'],
        ['worksPrice', 'worksPrice'],
        ['amount', 'guaranteeAmount'],
      ] as const) {
        const value = String(row[field]);
        const {items} = await pageOf(backend, {[`${range}From`]: value, [`${range}To`]: value});
        must(
          items.length > 0 && items.every(item => item[field] === row[field]),
          `GET /contracts の ${range}From・${range}To が、その範囲（両端を含みます）の契約だけになりません。`,
        );
      }
    },
  },
  {
    id: 'contracts.detail',
    says: '電子保証概要を返し、認証キーを含めない',
    as: [as],
    needs: 'contractNumber',
    run: async (backend, {contractNumber}) => {
      const reply = await backend.call('GET', at(contractNumber), {as});
      readBody(contract, reply);
      must(!/"authKey"/.test(reply.text), `GET ${at('{番号}')} に認証キー（authKey）が入っています。`);
    },
  },
  {
    id: 'contracts.unknown',
    says: 'ない契約には 404 と説明を返す',
    as: [as],
    run: async backend => void readProblem(await backend.call('GET', at('99999-999999'), {as}), 404),
  },
  {
    id: 'certificates.shape',
    says: '保証証書を新規から順に返す',
    as: [as],
    needs: 'contractNumber',
    run: async (backend, {contractNumber}) => {
      const reply = await backend.call('GET', at(contractNumber, '/certificates'), {as});
      const {items} = readBody(certificateList, reply);
      must(items[0]?.revision === 0, '保証証書の一番目が「新規」（revision 0）ではありません。');
      const isOrdered = items.every(
        ({revision}, place) => place === 0 || revision > (items[place - 1]?.revision ?? 0),
      );
      must(isOrdered, '保証証書が、古いものから順に並んでいません。');
    },
  },
  {
    id: 'certificates.signed',
    says: '保証証書の署名が、公開鍵で確かめられる',
    as: [as],
    needs: 'contractNumber',
    run: async (backend, {contractNumber}) => {
      const reply = await backend.call('GET', at(contractNumber, '/certificates'), {as});
      const keys = readBody(signingKeys, await backend.call('GET', '/jwks.json'));
      for (const each of readBody(certificateList, reply).items) {
        const {verdict} = await verifyCertificate(each, keys);
        must(
          verdict === 'valid',
          `変更${each.revision}の保証証書の署名が、GET /jwks.json の鍵で確かめられません。`,
        );
      }
    },
  },
  {
    id: 'issues.shape',
    says: '電子保証履歴一覧を返す',
    as: [as],
    run: async backend =>
      void readBody(electronicIssuePage, await backend.call('GET', '/electronic-issues', {as})),
  },
  {
    id: 'key.disclosed',
    says: '認証キーは POST でだけ返し、途中に残させない',
    as: [as],
    needs: 'contractNumber',
    writes: true,
    run: async (backend, found) => {
      const path = at(found.contractNumber, '/key-views');
      const reply = await backend.call('POST', path, {as, body: {}});
      const {authKey, contractNumber} = readBody(keyDisclosure, reply);
      mustNotBeCached(reply.headers, `POST ${at('{番号}', '/key-views')}`);
      must(contractNumber === found.contractNumber, 'key-views が別の契約の認証キーを返しました。');
      found.authKey = authKey;
    },
  },
  {
    id: 'notice.shape',
    says: '「認証キー」のお知らせの内容を、同じ認証キーで返す',
    as: [as],
    needs: 'authKey',
    writes: true,
    run: async (backend, {contractNumber, authKey}) => {
      const reply = await backend.call('POST', at(contractNumber, '/notices'), {as, body: {}});
      const notice = readBody(keyNotice, reply);
      mustNotBeCached(reply.headers, `POST ${at('{番号}', '/notices')}`);
      must(notice.authKey === authKey, 'お知らせの認証キーが、表示した認証キーと違います。');
    },
  },
  {
    id: 'hand-in.recorded',
    says: '渡したことを記録し、取り消せる',
    as: [as],
    needs: 'contractNumber',
    writes: true,
    run: async (backend, {contractNumber}) => {
      const path = at(contractNumber, '/hand-ins');
      const {handedInAt} = readBody(contract, await backend.call('POST', path, {as, body: {}}));
      must(handedInAt, `POST ${at('{番号}', '/hand-ins')} のあとも、handedInAt がありません。`);
      const {handedInAt: after} = readBody(contract, await backend.call('DELETE', path, {as}));
      must(!after, `DELETE ${at('{番号}', '/hand-ins')} のあとも、handedInAt が残っています。`);
    },
  },
];
