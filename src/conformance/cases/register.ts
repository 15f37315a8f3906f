import {registerCheck} from '../../schemas/register.js';
import {must, readBody, readProblem, type Backend} from '../backend.js';
import type {Case} from '../case.js';

const as = 'obligee';
const WRONG_KEY = 'AAAAAAAAAAAA';
const UNKNOWN_NUMBER = '99999-999999';
/** Wrong keys in a row after which the backend must have limited the rate. */
const MAX_WRONG_KEYS = 30;

const check = (backend: Backend, contractNumber = UNKNOWN_NUMBER, authKey = WRONG_KEY) =>
  backend.call('POST', '/register/checks', {as, body: {contractNumber, authKey}});

/** Cases of 保証確認サービス: number and key open a certificate, and guessing is refused. */
export const registerCases: readonly Case[] = [
  {
    id: 'register.opens',
    says: '保証契約番号と認証キーで保証証書を開ける',
    as: [as],
    needs: 'authKey',
    writes: true,
    run: async (backend, {contractNumber, authKey}) => {
      const reply = await check(backend, contractNumber, authKey);
      const result = readBody(registerCheck, reply);
      must(result.contractNumber === contractNumber, 'POST /register/checks が別の契約を返しました。');
      must(
        !reply.text.includes(authKey ?? ''),
        'POST /register/checks の応答に、送った認証キーが入っています。',
      );
    },
  },
  {
    id: 'register.fields',
    says: '番号やキーの形の誤りを、項目ごとに示す',
    as: [as],
    writes: true,
    run: async backend => {
      const {errors = []} = readProblem(await check(backend, '１２', 'short'), 422);
      const pointers = errors.map(({pointer}) => pointer);
      must(
        pointers.includes('/contractNumber') && pointers.includes('/authKey'),
        'POST /register/checks のエラーに、/contractNumber と /authKey を示す errors がありません。',
      );
    },
  },
  {
    id: 'register.neutral',
    says: 'キーが違うときと番号がないときの答えが、一字も違わない',
    as: [as],
    needs: 'contractNumber',
    writes: true,
    run: async (backend, {contractNumber}) => {
      const wrong = await check(backend, contractNumber);
      const unknown = await check(backend);
      readProblem(wrong, 404);
      must(
        wrong.status === unknown.status && wrong.text === unknown.text,
        '認証キーが違うときと保証契約番号がないときで、POST /register/checks の答えが違います。番号があることが漏れます。',
      );
      must(
        !wrong.text.includes(WRONG_KEY),
        'POST /register/checks のエラーに、送った認証キーが入っています。',
      );
    },
  },
  {
    id: 'register.rate-limit',
    says: `続けて試すと、${MAX_WRONG_KEYS}回までに 429 と Retry-After で待たせる`,
    as: [as],
    writes: true,
    run: async backend => {
      for (let count = 0; count < MAX_WRONG_KEYS; count += 1) {
        const reply = await check(backend);
        if (reply.status !== 429) continue;
        readProblem(reply, 429);
        must(Number(reply.headers.get('Retry-After')) > 0, '429 に、待つ秒数（Retry-After）がありません。');
        return;
      }
      must(
        false,
        `POST /register/checks に ${MAX_WRONG_KEYS} 回続けて誤った認証キーを送っても、待たされません。`,
      );
    },
  },
];
