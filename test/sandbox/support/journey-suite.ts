import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {leafletApplication} from '../../../demo/sandbox/index.js';
import {KEY_ALPHABET} from '../../../demo/sandbox/platform/random.js';
import {application, applicationList} from '../../../src/schemas/application.js';
import {certificateList} from '../../../src/schemas/certificate.js';
import {contract, contractPage, electronicIssuePage} from '../../../src/schemas/contract.js';
import {keyNotice} from '../../../src/schemas/key-notice.js';
import {issueResult, mailList} from '../../../src/schemas/office.js';
import {account} from '../../../src/schemas/party.js';
import {keyDisclosure, registerCheck} from '../../../src/schemas/register.js';
import {issue, read, readProblem, submit, submitAndIssue, type GetServed} from './serve.js';

/** The journey of issue 2, step by step. */
export function journeySuite(served: GetServed): void {
  describe('a guarantee from application to handing in', () => {
    it('leads from the application to the certificate in the hands of the obligee', async () => {
      const [contractor, office, obligee] = await signInAll(served);
      assert.equal(read(account, await contractor('GET', '/v1/me')).party.name, '〇〇建設 株式会社');

      const sent = read(application, await submit(contractor), 201);
      assert.match(sent.receiptNumber, /^U-2026-\d{6}$/);
      assert.deepEqual(sent.content, leafletApplication());
      assert.equal(sent.submittedAt, '2026-03-02T10:15:00+09:00');

      const issued = read(issueResult, await issue(office, sent)).contracts;
      assert.deepEqual(
        issued.map(({kind}) => kind),
        ['advance-payment', 'performance'],
      );
      const [advance] = issued;
      assert.ok(advance);
      assert.match(advance.number, /^\d{5}-\d{6}$/);
      assert.equal(advance.arrivedAt, '2026-03-02T10:15:00+09:00');

      const opened = read(contract, await contractor('GET', `/v1/contracts/${advance.number}`));
      assert.equal(opened.guaranteeAmount, 20_000_000);
      assert.equal(opened.depositBankName, '〇〇銀行 ××支店');
      assert.deepEqual(opened.revisions, [{revision: 0, arrivedAt: advance.arrivedAt}]);
      assert.deepEqual(opened.keyViews, []);

      const {authKey} = read(
        keyDisclosure,
        await contractor('POST', `/v1/contracts/${advance.number}/key-views`, {body: {}}),
      );
      assert.equal(authKey.length, 12);
      assert.ok([...authKey].every(character => KEY_ALPHABET.includes(character)));
      const notice = read(
        keyNotice,
        await contractor('POST', `/v1/contracts/${advance.number}/notices`, {body: {}}),
      );
      assert.equal(notice.authKey, authKey);
      assert.equal(notice.wording.title, '電子保証にかかる「認証キー」のお知らせ');
      const looked = read(contract, await contractor('GET', `/v1/contracts/${advance.number}`));
      assert.deepEqual(
        looked.keyViews.map(({purpose, accountId}) => [purpose, accountId]),
        [
          ['notice', 'contractor-1'],
          ['shown', 'contractor-1'],
        ],
      );

      const {items: certificates} = read(
        certificateList,
        await contractor('GET', `/v1/contracts/${advance.number}/certificates`),
      );
      const body = {contractNumber: advance.number, authKey};
      const checked = read(registerCheck, await obligee('POST', '/v1/register/checks', {body}));
      assert.equal(checked.state, 'in-force');
      assert.deepEqual(checked.certificates, certificates);
      assert.equal(certificates[0]?.contractor.representative, '代表取締役　〇〇 〇〇');
      assert.equal(certificates[0]?.branch.name, '秋田支店');
      assert.equal(certificates[0]?.validUntil, '2027-03-19');
    });

    it('tells the contractor by mail, without any key', async () => {
      const [contractor, office] = await signInAll(served);
      const {numbers, application: sent} = await submitAndIssue(served());
      const {items} = read(mailList, await contractor('GET', '/v1/mails'));
      const mail = items.find(({text}) => text.includes(numbers[0] ?? '-'));
      assert.ok(mail);
      assert.equal(mail.subject, '電子保証(認証キー)発行完了のお知らせ');
      assert.equal(mail.to, 'soumu@example.co.jp');
      assert.equal(mail.delivery, 'not-configured');
      for (const word of [
        sent.content.works.name,
        '保証契約一覧',
        '電子保証（認証キー）',
        '詳細',
        '018-863-1000',
      ]) {
        assert.ok(mail.text.includes(word), word);
      }
      for (const number of numbers) {
        const {authKey} = read(
          keyDisclosure,
          await contractor('POST', `/v1/contracts/${number}/key-views`, {body: {}}),
        );
        assert.ok(!mail.text.includes(authKey));
      }
      assert.ok(read(mailList, await office('GET', '/v1/mails')).items.some(({id}) => id === mail.id));
    });

    it('sends no mail when none is wanted', async () => {
      const [contractor] = await signInAll(served);
      const before = read(mailList, await contractor('GET', '/v1/mails')).items.length;
      await submitAndIssue(served(), leafletApplication({issueNotification: {wanted: false, email: null}}));
      assert.equal(read(mailList, await contractor('GET', '/v1/mails')).items.length, before);
    });

    it('takes an application back that the office returned, mended, and issues only the newest version', async () => {
      const [contractor, office] = await signInAll(served);
      const sent = read(application, await submit(contractor), 201);
      const reason = '工期をご確認ください。';
      const path = `/v1/office/applications/${sent.id}/return`;
      const returned = read(application, await office('POST', path, {body: {version: 1, reason}}));
      assert.deepEqual([returned.state, returned.returnReason], ['returned', reason]);
      const mails = read(mailList, await contractor('GET', '/v1/mails')).items;
      assert.ok(mails.some(({text}) => text.includes(sent.receiptNumber) && text.includes(reason)));
      readProblem(await issue(office, returned), 409, 'conflict');

      const content = leafletApplication({message: '工期を修正しました。'});
      const resend = (version: string, key = crypto.randomUUID()) =>
        contractor('PUT', `/v1/applications/${sent.id}`, {
          body: content,
          headers: {'Idempotency-Key': key, 'If-Match': version},
        });
      readProblem(await resend('"7"'), 409, 'conflict');
      const key = crypto.randomUUID();
      const mended = read(application, await resend('"1"', key));
      assert.deepEqual([mended.state, mended.version, mended.returnReason], ['submitted', 2, null]);
      const again = await resend('"1"', key);
      assert.equal(again.headers.get('Idempotency-Replayed'), 'true');
      assert.deepEqual(again.json, mended);
      readProblem(await resend('"2"'), 409, 'conflict');

      readProblem(await issue(office, sent), 409, 'conflict');
      assert.equal(read(issueResult, await issue(office, mended)).contracts.length, 2);
      const seen = read(application, await contractor('GET', `/v1/applications/${sent.id}`));
      assert.equal(seen.state, 'issued');
      assert.equal(seen.contracts.length, 2);
    });

    it('issues paper without key, arrival or entry on the register', async () => {
      const [contractor, , obligee] = await signInAll(served);
      const {performance} = leafletApplication().guarantees;
      assert.ok(performance);
      const content = leafletApplication({
        guarantees: {performance: {...performance, certificateForm: 'paper'}},
      });
      const {contracts} = await submitAndIssue(served(), content);
      assert.deepEqual(
        contracts.map(({kind, arrivedAt}) => [kind, arrivedAt]),
        [['performance', null]],
      );
      const number = contracts[0]?.number ?? '';
      readProblem(
        await contractor('POST', `/v1/contracts/${number}/key-views`, {body: {}}),
        404,
        'not-found',
      );
      assert.deepEqual(
        read(certificateList, await contractor('GET', `/v1/contracts/${number}/certificates`)).items,
        [],
      );
      const body = {contractNumber: number, authKey: 'AAAAAAAAAAAA'};
      readProblem(await obligee('POST', '/v1/register/checks', {body}), 404, 'not-found');
      const electronic = read(
        contractPage,
        await contractor('GET', '/v1/contracts?form=electronic&limit=200'),
      ).items;
      assert.ok(!electronic.some(row => row.number === number));
    });

    it('lists arrivals on the register, newest first', async () => {
      const [contractor] = await signInAll(served);
      const {numbers} = await submitAndIssue(served());
      const {items} = read(electronicIssuePage, await contractor('GET', '/v1/electronic-issues?limit=2'));
      assert.deepEqual(items.map(({contractNumber}) => contractNumber).sort(), [...numbers].sort());
    });

    it('shows the office every application, newest first', async () => {
      const [contractor, office] = await signInAll(served);
      const sent = read(application, await submit(contractor), 201);
      const {items} = read(applicationList, await office('GET', '/v1/office/applications'));
      assert.equal(items[0]?.id, sent.id);
      assert.deepEqual(
        read(application, await office('GET', `/v1/office/applications/${sent.id}`)),
        items[0],
      );
    });
  });
}

async function signInAll(served: GetServed) {
  const {as} = served();
  return [await as('contractor'), await as('surety'), await as('obligee')] as const;
}
