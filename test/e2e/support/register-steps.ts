import assert from 'node:assert/strict';
import {textOf} from './contractor.js';
import {pressButton} from './keyboard.js';
import {checkCertificate, pasteNotice, waitAfterNextTry} from './obligee.js';
import {change} from './surety-office.js';
import {MENDED, type Walk} from './walk.js';

/** One neutral answer for every wrong key, and a growing wait. */
export async function tryWrongKeys(walk: Walk): Promise<void> {
  const {obligee, numbers, look} = walk;
  const answers = new Set<string>();
  for (let count = 0; count < 5; count++) {
    await checkCertificate(obligee, count % 2 ? '99999-999999' : (numbers[0] ?? ''), `Wrong2Key2${count}a`);
    answers.add(await obligee.locator('#mismatch').innerText());
    if (count === 3) await look(obligee, '8-mismatch'); // the fifth starts the first wait, which axe may outlast
  }
  const first = await waitAfterNextTry(obligee);
  assert.equal(answers.size, 1);
  assert.match([...answers].join(), /0とO、1とIとl、大文字・小文字をご確認ください/);
  await obligee.locator('#waiting').waitFor({state: 'detached'});
  await checkCertificate(obligee, numbers[0] ?? '', 'Wrong2Key29z');
  const second = await waitAfterNextTry(obligee);
  assert.ok(second > first, `The wait does not grow: ${first}, then ${second} seconds.`);
  await look(obligee, '8-waiting');
  await obligee.locator('#waiting').waitFor({state: 'detached'});
}

/** Number and key as an IME writes them open the certificate. */
export async function openWithKey(walk: Walk): Promise<void> {
  const {obligee, numbers, look, authKey} = walk;
  const wide = (text: string) =>
    text.replace(/[!-~]/g, letter => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
  const spaced = wide(authKey).replace(/(.{4})/g, '$1　');
  await checkCertificate(obligee, wide(numbers[0] ?? '').replace('－', 'ー'), ` ${spaced}`);
  await obligee.locator('[data-state=in-force]').waitFor();
  const result = await textOf(obligee, 'surety-certificate-check');
  for (const word of [
    'この保証契約は有効です。',
    'にかほ市 財政課',
    MENDED,
    '20,000,000円',
    '新規',
    numbers[0] ?? '',
  ]) {
    assert.ok(result.includes(word), `The obligee does not see ${word}.`);
  }
  assert.ok(!result.includes(authKey));
  await look(obligee, '8-result');
}

/** 変更1 reaches list, detail, history and the obligee. */
export async function changeContract(walk: Walk): Promise<void> {
  const {contractor, surety, obligee, server, numbers, look, authKey} = walk;
  const question = await change(surety, numbers[0] ?? '', {
    工期の終わり: '令和９年６月３０日',
    '請負金額（円）': '６千万円',
    '保証金額（円）': '24,000,000',
    変更の理由: '設計変更による工期の延長と増額',
  });
  assert.match(question, /20,000,000円 → 24,000,000円/);
  await look(surety, '9-changed');

  await contractor.goto(`${server.base}/contractor.html#/contracts`);
  await contractor.reload();
  await contractor.locator('surety-contract-list').getByText('60,000,000円').first().waitFor();
  await contractor.getByRole('tab', {name: '電子保証履歴一覧'}).press('Enter');
  await contractor.locator('surety-contract-list').getByText('変更1').first().waitFor();
  await look(contractor, '9-history');
  await contractor.goto(`${server.base}/contractor.html#/contracts/${numbers[0]}`);
  await contractor.getByRole('button', {name: '認証キーを表示する'}).waitFor();
  const detail = await textOf(contractor, 'surety-contract-detail');
  for (const word of ['変更1', '新規', '24,000,000円', '60,000,000円'])
    assert.ok(detail.includes(word), word);
  await pressButton(contractor, '認証キーを表示する');
  await contractor.locator('[part=key]').waitFor();
  assert.equal((await contractor.locator('[part=key]').textContent())?.trim(), authKey);
  await look(contractor, '9-detail');

  await pressButton(obligee, '別の証書を確認する');
  await pasteNotice(obligee, numbers[0] ?? '', authKey);
  await obligee.locator('[data-state=in-force]').waitFor();
  const result = await textOf(obligee, 'surety-certificate-check');
  for (const word of [
    '変更1',
    '設計変更による工期の延長と増額',
    '24,000,000円',
    '60,000,000円',
    '令和9年6月30日',
  ]) {
    assert.ok(result.includes(word), `The obligee does not see ${word}.`);
  }
  await look(obligee, '9-result');
  await obligee.getByRole('button', {name: /選択.*新規/}).press('Enter');
  await obligee.getByText('これは「新規」のときの内容です。').waitFor();
}
