import {account} from '../../schemas/party.js';
import {API_MAJOR} from '../../version.js';
import {must, mustAnswer, readBody, readProblem} from '../backend.js';
import type {Case} from '../case.js';

const WRONG_TOKEN = 'this-token-was-never-issued';

/** Cases that concern every call: version, sign-in, errors. */
export const protocolCases: readonly Case[] = [
  {
    id: 'protocol.version',
    says: 'どの応答にも、話せる版を Surety-Api-Version で付ける',
    run: async backend => {
      for (const path of ['/surety', '/no-such-path']) {
        const version = (await backend.call('GET', path)).headers.get('Surety-Api-Version');
        must(version, `GET ${path} の応答に Surety-Api-Version がありません。`);
        must(
          Number.parseInt(version, 10) === API_MAJOR,
          `この部品が話す版は ${API_MAJOR} ですが、Surety-Api-Version は「${version}」です。`,
        );
      }
    },
  },
  {
    id: 'protocol.not-found',
    says: 'ない場所には 404 と説明（application/problem+json）を返す',
    run: async backend => void readProblem(await backend.call('GET', '/no-such-path'), 404),
  },
  {
    id: 'protocol.malformed',
    says: 'JSON として読めない本文は 400 で断る',
    as: ['contractor'],
    run: async backend => {
      const headers = {'Idempotency-Key': crypto.randomUUID()};
      const reply = await backend.call('POST', '/applications', {
        as: 'contractor',
        raw: '{"works":',
        headers,
      });
      readProblem(reply, 400, 422);
    },
  },
  {
    id: 'sign-in.account',
    says: 'だれがログインしているかを返す',
    as: ['contractor'],
    run: async (backend, found) => {
      const {role, party} = readBody(account, await backend.call('GET', '/me', {as: 'contractor'}));
      must(role === 'contractor', `受注者のトークンなのに、GET /me の role が「${role}」です。`);
      found.contractorName = party.name;
    },
  },
  {
    id: 'sign-in.required',
    says: 'トークンのない要求は 401 と WWW-Authenticate: Bearer で断る',
    run: async backend => {
      for (const path of ['/me', '/contracts', '/applications']) {
        const reply = await backend.call('GET', path);
        readProblem(reply, 401);
        must(
          /^Bearer\b/i.test(reply.headers.get('WWW-Authenticate') ?? ''),
          `GET ${path} の 401 に WWW-Authenticate: Bearer がありません。`,
        );
      }
    },
  },
  {
    id: 'sign-in.wrong-token',
    says: '知らないトークンは 401 で断り、そのトークンを書き返さない',
    run: async backend => {
      const headers = {Authorization: `Bearer ${WRONG_TOKEN}`};
      const reply = await backend.call('GET', '/me', {headers});
      readProblem(reply, 401);
      must(!reply.text.includes(WRONG_TOKEN), 'GET /me のエラーに、送ったトークンが入っています。');
    },
  },
  {
    id: 'sign-in.roles',
    says: '発注者は受注者の契約を読めない',
    as: ['obligee'],
    run: async backend => mustAnswer(await backend.call('GET', '/contracts', {as: 'obligee'}), 403),
  },
];
