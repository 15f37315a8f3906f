import {application, applicationList, type ApplicationContent} from '../../schemas/application.js';
import {must, mustAnswer, readBody, readProblem, type Backend} from '../backend.js';
import type {Case, Findings} from '../case.js';

const as = 'contractor';

/** Returns a minimal application that every surety accepts: on paper, with one guarantee. */
function sampleApplication({contractorName = '', branchCode = ''}: Findings): ApplicationContent {
  return {
    obligee: {code: null, name: '試験市'},
    works: {
      name: '適合試験のための工事',
      kind: 'construction',
      price: 10_000_000,
      signedOn: null,
      period: null,
      dates: {},
    },
    contractorName,
    jointVentureName: null,
    guarantees: {
      performance: {
        certificateForm: 'paper',
        guaranteeAmount: 1_000_000,
        premiumPayment: 'lump-sum',
        premiumBilledTo: {name: contractorName, destination: '適合試験'},
        premiumStatement: false,
      },
    },
    branchCode,
    issueNotification: {wanted: false, email: null},
    contact: {department: '', title: '', personName: '', phone: ''},
    message: '適合試験による送信です。お手続きは不要です。',
  };
}

const send = (backend: Backend, body: unknown, key: string) =>
  backend.call('POST', '/applications', {as, body, headers: {'Idempotency-Key': key}});

/** Cases of sending an application exactly once. */
export const applicationCases: readonly Case[] = [
  {
    id: 'applications.list',
    says: '申込の一覧を返す',
    as: [as],
    run: async backend => void readBody(applicationList, await backend.call('GET', '/applications', {as})),
  },
  {
    id: 'applications.key-required',
    says: 'Idempotency-Key のない申込は受け付けない',
    as: [as],
    needs: 'contractorName',
    writes: true,
    run: async (backend, found) => {
      const reply = await backend.call('POST', '/applications', {as, body: sampleApplication(found)});
      readProblem(reply, 400, 422);
    },
  },
  {
    id: 'applications.fields',
    says: '直すべき項目を、JSON ポインターと文で示して 422 で断る',
    as: [as],
    needs: 'contractorName',
    writes: true,
    run: async (backend, found) => {
      const content = sampleApplication(found);
      const broken = {...content, works: {...content.works, name: ''}};
      const {errors = []} = readProblem(await send(backend, broken, crypto.randomUUID()), 422);
      const atField = errors.find(({pointer}) => pointer === '/works/name');
      must(atField?.detail, '工事名が空の申込へのエラーに、/works/name を示す errors がありません。');
    },
  },
  {
    id: 'applications.once',
    says: '同じ Idempotency-Key で何度送っても、申込は一つ',
    as: [as],
    needs: 'contractorName',
    writes: true,
    run: async (backend, found) => {
      const key = crypto.randomUUID();
      const content = sampleApplication(found);
      const replies = await Promise.all([send(backend, content, key), send(backend, content, key)]);
      replies.push(await send(backend, content, key));
      const ids = new Set(replies.map(reply => readBody(application, reply, 201).id));
      must(ids.size === 1, `同じ Idempotency-Key で3回送ると、申込が ${ids.size} 件になりました。`);
      const later = readBody(application, await backend.call('GET', `/submissions/${key}`, {as}));
      must(ids.has(later.id), 'GET /submissions/{キー} が、送った申込と別のものを返しました。');
      const {id} = readBody(application, await backend.call('GET', `/applications/${later.id}`, {as}));
      must(id === later.id, 'GET /applications/{id} が別の申込を返しました。');
    },
  },
  {
    id: 'applications.changed-content',
    says: '同じ Idempotency-Key で中身の違う申込は断る',
    as: [as],
    needs: 'contractorName',
    writes: true,
    run: async (backend, found) => {
      const key = crypto.randomUUID();
      const content = sampleApplication(found);
      mustAnswer(await send(backend, content, key), 201);
      readProblem(await send(backend, {...content, message: '別の内容'}, key), 409, 422);
    },
  },
  {
    id: 'applications.never-arrived',
    says: '届かなかった送信には 404 を返す',
    as: [as],
    run: async backend =>
      void readProblem(await backend.call('GET', `/submissions/${crypto.randomUUID()}`, {as}), 404),
  },
];
