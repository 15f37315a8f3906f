import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {cases, checkApi, type Outcome} from '../../src/conformance/check-api.js';
import {runCommand} from '../../src/conformance/command.js';
import {serveSandbox, type Served} from '../sandbox/support/serve.js';
import {faults} from './support/faulty-backend.js';

let served: Served;
let tokens: {contractor: string; obligee: string};
let apiBase: string;

const tokenOf = async (role: 'contractor' | 'obligee') => (await served.sandbox.signIn(role)).token;

before(async () => {
  served = await serveSandbox({seed: 'leaflet'});
  apiBase = `${served.base}/v1`;
});
after(() => served.close());

/** A whole run with fresh tokens, an hour after the last one, so that wrong keys of then are forgotten. */
async function run(send: typeof fetch = fetch, writes = true): Promise<Outcome[]> {
  served.clock.advance(3_601);
  tokens = {contractor: await tokenOf('contractor'), obligee: await tokenOf('obligee')};
  return checkApi({apiBase, tokens, writes, fetch: send});
}

const differing = (outcomes: readonly Outcome[]) =>
  outcomes.filter(({outcome}) => outcome === 'differs').map(({id, why}) => `${id}: ${why}`);

describe('the check of a backend', () => {
  it('finds that the reference API holds the whole contract', async () => {
    const outcomes = await run();
    assert.deepEqual(differing(outcomes), []);
    assert.deepEqual(
      outcomes.filter(({outcome}) => outcome !== 'holds').map(({id}) => id),
      [],
    );
    assert.equal(outcomes.length, cases.length);
  });

  it('records nothing unless it may, and says what it left out and why', async () => {
    const sent: string[] = [];
    const outcomes = await run((input, init) => {
      sent.push(init?.method ?? 'GET');
      return fetch(input, init);
    }, false);
    assert.deepEqual(differing(outcomes), []);
    assert.deepEqual(new Set(sent), new Set(['GET', 'POST', 'OPTIONS'])); // the POST is the body that is no JSON
    const left = outcomes.filter(({outcome}) => outcome === 'left-out');
    assert.equal(left.length, cases.filter(({writes}) => writes).length);
    assert.ok(left.every(({why}) => why?.includes('--write')));
  });

  for (const {id} of cases) {
    it(`notices a backend that is wrong about ${id}`, async () => {
      const fault = faults[id];
      assert.ok(fault, `no fault is known for ${id}`);
      const outcomes = await run(fault);
      const found = outcomes.find(each => each.id === id);
      assert.equal(found?.outcome, 'differs', JSON.stringify(found));
      assert.match(found.why ?? '', /[ぁ-ん].*。$|: \//);
    });
  }

  it('tells neither a key nor a token, whatever is wrong', async () => {
    for (const fault of Object.values(faults)) {
      const text = JSON.stringify(await run(fault));
      assert.doesNotMatch(text, /Z28YUE4J3Bux|P7Kd3mWq9TzR/);
      assert.ok(!text.includes(tokens.contractor) && !text.includes(tokens.obligee));
    }
  });
});

describe('surety-elements check-api', () => {
  const command = async (args: readonly string[], env: Record<string, string> = {}) => {
    let output = '';
    const code = await runCommand(args, {env, write: text => void (output += text)});
    return {code, output};
  };

  it('says how to use it when it is used wrongly', async () => {
    for (const args of [
      [],
      ['check-api'],
      ['check-api', 'api.example.jp'],
      ['check-api', 'https://a/', '--no'],
      ['x', 'https://a/'],
    ]) {
      const {code, output} = await command(args);
      assert.equal(code, 2);
      assert.match(output, /SURETY_CONTRACTOR_TOKEN/);
    }
  });

  it('reports case by case and in sum, and ends with 0', async () => {
    served.clock.advance(3_601);
    const env = {
      SURETY_CONTRACTOR_TOKEN: await tokenOf('contractor'),
      SURETY_OBLIGEE_TOKEN: await tokenOf('obligee'),
    };
    const {code, output} = await command(['check-api', apiBase, '--write'], env);
    assert.equal(code, 0, output);
    assert.match(output, /^○ .+ {2}\[protocol\.version\]$/m);
    assert.match(output, new RegExp(`合っているもの ${cases.length} 件、違うもの 0 件$`, 'm'));
  });

  it('leaves out what needs a token that it was not given', async () => {
    const {code, output} = await command(['check-api', apiBase]);
    assert.equal(code, 0, output);
    assert.match(output, /－ .+\[contracts\.shape\]\n {4}受注者のトークンがありません。/);
  });

  it('ends with 1 where nobody answers, and says so', async () => {
    const {code, output} = await command(['check-api', 'http://127.0.0.1:9/v1']);
    assert.equal(code, 1);
    assert.match(output, /応答がありません/);
  });

  it('writes JSON for machines', async () => {
    const {output} = await command(['check-api', apiBase, '--json']);
    const outcomes = JSON.parse(output) as Outcome[];
    assert.equal(outcomes.length, cases.length);
  });
});
